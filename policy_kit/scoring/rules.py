"""Finds rules that are told as clauses: what is done by when, and what is never done."""

from policy_kit.documents import NeedKind
from policy_kit.scoring.evidence import Evidence, is_negated
from policy_kit.scoring.reading import Reading
from policy_kit.scoring.topic import QuestionWords
from policy_kit.scoring.weights import WEIGHTS

_TOLD = 0.4
_SHORTEST = 3
_TALK = ("slogan", "effort", "vague-quality")
"""A sentence that talks like this makes no rule."""

Clause = tuple[int, int]
"""The first word of a clause and the one after its last."""


def find_rules(reading: Reading, evidence: list[Evidence], void: frozenset[int]) -> list[Clause]:
    """The clauses that bind: an act with its time, or an act that is ruled out."""
    acts, times = (
        {item.first for item in evidence if item.need is need and item.strength >= _TOLD * WEIGHTS.lone}
        for need in (NeedKind.ACTION, NeedKind.TIME)
    )
    barred = {
        match.first
        for match in reading.matches.get("action-clear", ())
        if match.sentence not in void and is_negated(reading, match)
    }
    if not barred and not (acts and times):
        return []
    return [
        (first, end)
        for first, end in reading.text.runs
        if end - first >= _SHORTEST and _binds(range(first, end), acts, times, barred)
    ]


def _binds(place: range, acts: set[int], times: set[int], barred: set[int]) -> bool:
    return not barred.isdisjoint(place) or not (acts.isdisjoint(place) or times.isdisjoint(place))


def list_rules(reading: Reading, rules: list[Clause], asked: QuestionWords) -> list[Evidence]:
    """The rules as items of a list, where the question asks for the company's rules and the answer for no other."""
    foreign = (rule for rule in reading.matches if rule.startswith("core-") and rule[5:] not in asked.themes)
    if not asked.wants_rules or any(foreign) or "plan-gap" in reading.matches:
        return []
    talk = {match.sentence for match in reading.find(*_TALK)}
    numbers = {index: number for number, s in enumerate(reading.sentences) for index in range(s.first, s.end)}
    strength = WEIGHTS.naming["rule"]
    return [
        Evidence(NeedKind.LIST, strength, first, end, numbers[first])
        for first, end in rules
        if numbers[first] not in talk
    ]


def is_ruled(first: int, rules: list[Clause]) -> bool:
    """Whether the word stands in a rule."""
    return any(start <= first < end for start, end in rules)
