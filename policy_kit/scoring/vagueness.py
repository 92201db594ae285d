"""Finds in a reading what says nothing that one could check: empty wording, and forms of answer that are none."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from policy_kit.documents import NeedKind
from policy_kit.scoring.evidence import Evidence, is_negated
from policy_kit.scoring.reading import Match, Reading

WORDING = (
    "vague-time",
    "vague-quality",
    "vague-quantity",
    "effort",
    "absolute",
    "slogan",
    "vague-action",
    "hedge",
    "impersonal",
)
_KEYWORD_RUN = 2.7


@dataclass(frozen=True, slots=True)
class Vagueness:
    """Words that make the answer vague, by the name of the rule."""

    rule: str
    first: int
    end: int


def find_wording(reading: Reading, evidence: list[Evidence], void: frozenset[int]) -> list[Vagueness]:
    """Vague wording outside the `void` sentences; a longer phrase hides what stands inside it."""
    candidates = [match for rule in WORDING for match in reading.matches.get(rule, ())]
    candidates.sort(key=lambda match: (match.first - match.end, match.first, WORDING.index(match.rule)))
    taken = {index for item in evidence if item.strength >= 0.5 for index in range(item.first, item.end)}
    found = []
    for match in candidates:
        place = range(match.first, match.end)
        if match.sentence in void or any(index in taken for index in place) or _is_excused(reading, match, evidence):
            continue
        taken.update(place)
        found.append(Vagueness(match.rule, match.first, match.end))
    found.sort(key=lambda item: item.first)
    return found


def _is_excused(reading: Reading, match: Match, evidence: list[Evidence]) -> bool:
    """“not soon but within two days”, “soon, at the latest by Friday”, “is recorded by the secretariat”."""
    near = [item for item in evidence if item.sentence == match.sentence and item.strength >= 0.5]
    if match.rule == "vague-time" and any(item.need is NeedKind.TIME for item in near):
        return True
    if match.rule in ("impersonal", "vague-action") and any(item.need is NeedKind.ACTOR for item in near):
        return True
    return match.rule in ("vague-time", "vague-quality", "slogan") and is_negated(reading, match)


def find_conditionals(reading: Reading) -> dict[int, Match]:
    """The sentences, by number, that say what one would do, with the words that say so."""
    return {match.sentence: match for match in reversed(reading.matches.get("conditional", []))}


def find_negated(reading: Reading) -> list[Match]:
    """Actions that the company says it does not do."""
    return [match for match in reading.matches.get("action-clear", ()) if is_negated(reading, match)]


def is_filler(reading: Reading) -> bool:
    """Whether placeholders stand where an answer should."""
    covered = sum(match.end - match.first for match in reading.matches.get("filler", ()))
    return covered > 0 and covered >= 0.25 * len(reading.words)


def is_repeated(reading: Reading) -> bool:
    """Whether the same words come again and again."""
    forms = [word.form for word in reading.words]
    if len(forms) < 12:
        return len(forms) >= 4 and len(set(forms)) * 3 <= len(forms)
    if len(set(forms)) <= 0.3 * min(len(forms), 120):
        return True
    sentences = Counter(tuple(forms[s.first : s.end]) for s in reading.sentences if s.end - s.first >= 3)
    return sum(count - 1 for count in sentences.values()) >= max(2, 0.4 * sum(sentences.values()))


def is_keyword_list(reading: Reading, evidence: list[Evidence]) -> bool:
    """Whether words stand side by side and nobody does anything with them."""
    breaks = reading.text.breaks
    edges = [index for index, mark in enumerate(breaks) if mark] + [len(breaks)]
    runs = [end - first for first, end in pairwise(edges)]
    if len(runs) < 4 or sum(runs) > _KEYWORD_RUN * len(runs) or max(runs) > 6:
        return False
    told = {index for item in evidence if item.need is NeedKind.ACTION for index in range(item.first, item.end)}
    return not any(told & set(range(first, first + run)) for first, run in zip(edges, runs, strict=False) if run > 3)


def is_stuffed(reading: Reading, evidence: list[Evidence]) -> bool:
    """Whether numbers take the place of a procedure."""
    numbers = sum(word.form[0].isdigit() for word in reading.words)
    if numbers < 3 or numbers < 0.12 * len(reading.words):
        return False
    bound = {item.need for item in evidence if item.strength >= 0.5}
    return NeedKind.ACTION not in bound
