"""Finds in a reading what one could check: who, what, when, by which means, measured how, and which named things."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from policy_kit.documents import NeedKind
from policy_kit.scoring.reading import Match, Reading

STRENGTHS: dict[str, tuple[NeedKind, float]] = {
    "actor-post": (NeedKind.ACTOR, 1.0),
    "actor-team": (NeedKind.ACTOR, 1.0),
    "actor-generic": (NeedKind.ACTOR, 0.15),
    "action-clear": (NeedKind.ACTION, 0.75),
    "action-loose": (NeedKind.ACTION, 0.3),
    "action-noun": (NeedKind.ACTION, 0.35),
    "time-deadline": (NeedKind.TIME, 1.0),
    "time-frequency": (NeedKind.TIME, 1.0),
    "time-habit": (NeedKind.TIME, 0.5),
    "time-trigger": (NeedKind.TIME, 0.35),
    "time-history": (NeedKind.TIME, 0.1),
    "means-named": (NeedKind.MEANS, 0.8),
    "means-loose": (NeedKind.MEANS, 0.25),
    "measure-number": (NeedKind.MEASURE, 0.7),
    "measure-word": (NeedKind.MEASURE, 0.4),
    "exception": (NeedKind.EXCEPTION, 0.8),
    "consequence": (NeedKind.CONSEQUENCE, 0.8),
}
"""What each rule of evidence proves, and how strongly (1 meets the need by itself)."""

_STRONG = 0.5
_LONE = 0.6
_NEGATION_REACH = 3
_VOIDABLE = (NeedKind.ACTOR, NeedKind.ACTION, NeedKind.MEANS, NeedKind.MEASURE)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that prove something for a need."""

    need: NeedKind
    strength: float
    first: int
    end: int
    sentence: int


def find_evidence(reading: Reading, void: frozenset[int]) -> list[Evidence]:
    """All evidence outside the `void` sentences, in the order of the text; one word proves one thing only."""
    found: list[Evidence] = []
    taken: dict[NeedKind, set[int]] = {}
    actions = _list_places(reading.find("action-clear"), reading)
    times = _list_places(reading.find("time-deadline", "time-frequency"), reading)
    for rule, (need, strength) in STRENGTHS.items():
        for match in reading.matches.get(rule, ()):
            place = set(range(match.first, match.end))
            known = taken.setdefault(need, set())
            if match.sentence in void or place & known or _is_other(reading, match, need, actions, times):
                continue
            known |= place
            found.append(Evidence(need, strength, match.first, match.end, match.sentence))
    found.sort(key=lambda item: (item.first, item.end))
    return _discount_lone(found)


def _discount_lone(found: list[Evidence]) -> list[Evidence]:
    """Evidence proves more in company: who with what, what with when. A sentence with one kind of it proves less."""
    kinds: dict[int, set[NeedKind]] = {}
    for item in found:
        if item.strength >= _STRONG:
            kinds.setdefault(item.sentence, set()).add(item.need)
    return [
        item if len(kinds.get(item.sentence, ())) > 1 else replace(item, strength=item.strength * _LONE)
        for item in found
    ]


def is_negated(reading: Reading, match: Match) -> bool:
    """Whether the words just before, up to a comma, say “not”."""
    start = reading.sentences[match.sentence].first
    for index in range(match.first - 1, max(match.first - 1 - _NEGATION_REACH, start - 1), -1):
        if reading.text.breaks[index + 1]:
            return False
        marks = reading.words[index].marks
        if "negation" in marks:
            return True
        if "contrast" in marks:
            return False
    return False


def _list_places(matches: Iterable[Match], reading: Reading) -> set[int]:
    return {index for match in matches if not _is_noun(reading, match) for index in range(match.first, match.end)}


def _is_other(reading: Reading, match: Match, need: NeedKind, actions: set[int], times: set[int]) -> bool:
    """Whether the words mean something else here: a verb read as a thing, a deadline read as a figure, a “not”."""
    if need is NeedKind.ACTION and _is_noun(reading, match):
        return True
    if need is NeedKind.MEANS and match.end - match.first == 1 and match.first in actions:
        return True
    if need is NeedKind.MEASURE and match.rule == "measure-number" and match.first in times:
        return True
    return need in _VOIDABLE and is_negated(reading, match)


def _is_noun(reading: Reading, match: Match) -> bool:
    """“the call”, “our records”: a form that is also a noun, after a word that no verb follows."""
    if match.first == reading.sentences[match.sentence].first or reading.text.breaks[match.first]:
        return False
    return "verb-blocker" in reading.words[match.first - 1].marks
