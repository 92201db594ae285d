"""Finds in a reading the wording that says nothing which one could check."""

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
FIRM = ("absolute", "hedge", "impersonal")
"""In a clause that binds, such words take nothing away: “aim to answer within two days”, “is never sent by post”."""
_TAKEN_UP = ("effort", "vague-action")
_NAMING = (NeedKind.NAMED_THING, NeedKind.LIST)
"""A stretch that names something may hold vague words as well."""
_PROVEN = 0.5
_CIRCLE_SHARE = 0.3
_UNTOLD = frozenset(("function", "client", "number", "unit", "workday", "period"))
_LISTED_RUNS = 2
"""Breaks from which on a sentence lists things, so that a word may come again: “clean hands, clean knives, …”."""
_POSTS = frozenset(("actor-post", "actor-team"))
_COURTESY_REACH = 2
_LABEL_WORDS = 3


@dataclass(slots=True)
class Vagueness:
    """Words that make the answer vague, by the name of the rule."""

    rule: str
    first: int
    end: int


def find_wording(
    reading: Reading, evidence: list[Evidence], void: frozenset[int], asked: frozenset[str], labels: set[int]
) -> list[Vagueness]:
    """Vague wording outside the `void` sentences; a longer phrase hides what stands inside it.

    The verb of a question that asks for names (`asked`, its stems) may be taken up in the answer: “we develop five: …”;
    words of praise may name a standard that is then described (`labels`): “honesty: an estimate before we begin”.
    """
    candidates = [match for rule in WORDING for match in reading.matches.get(rule, ())]
    candidates.sort(key=lambda match: (match.first - match.end, match.first, WORDING.index(match.rule)))
    proofs = [item for item in evidence if item.strength >= 0.5 and item.need not in _NAMING]
    taken = labels | {index for item in proofs for index in range(item.first, item.end)}
    found = []
    for match in candidates:
        place = range(match.first, match.end)
        if match.sentence in void or not taken.isdisjoint(place) or _is_excused(reading, match, evidence):
            continue
        if match.rule in _TAKEN_UP and all(reading.words[index].stem in asked for index in place):
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
    if match.rule == "absolute" and any(item.need in (NeedKind.TIME, NeedKind.MEASURE) for item in near):
        return True
    if match.rule == "impersonal":
        if any(item.need is NeedKind.MEASURE for item in near):
            return True
        around = (match.sentence - 1, match.sentence)
        return any(item.need is NeedKind.ACTOR and item.strength > 0.3 and item.sentence in around for item in evidence)
    if match.rule == "vague-action" and any(item.need is NeedKind.ACTOR for item in near):
        return True
    return match.rule in ("vague-time", "vague-quality", "slogan") and is_negated(reading, match)


def find_labels(reading: Reading) -> set[int]:
    """The words, by index, that name what the sentence then describes: “careful handling: the crew wraps …”."""
    labels: set[int] = set()
    for sentence in reading.sentences:
        cut = next((i for i in range(sentence.first + 1, sentence.end) if reading.text.breaks[i]), sentence.end)
        run = cut - sentence.first
        if run <= _LABEL_WORDS and sentence.end - cut > run:
            labels.update(range(sentence.first, cut))
    return labels


def find_conditionals(reading: Reading) -> dict[int, Match]:
    """The sentences, by number, that say what one would do, with the words that say so.

    Courtesy is no condition: “I would call it a habit” and “we would like to see” are said of what is. A duty is none
    either: “the clerk should call within two hours”. What one would find good is always one.
    """
    found = {match.sentence: match for match in reversed(reading.matches.get("hypothetical", []))}
    for match in reading.matches.get("conditional", ()):
        if _binds(reading, match):
            continue
        near = reading.words[max(match.first - 1, 0) : match.end + _COURTESY_REACH]
        if match.sentence not in found and not any("conditional-excuse" in word.marks for word in near):
            found[match.sentence] = match
    return found


def _binds(reading: Reading, match: Match) -> bool:
    """Whether a post of our own has to act by a time: the words lay down a duty."""
    before, here = reading.words[max(match.first - 1, 0)], reading.words[match.first]
    if "duty" not in here.marks or "be" in reading.words[min(match.first + 1, len(reading.words) - 1)].marks:
        return False
    timed = any(each.sentence == match.sentence for each in reading.find("time-deadline", "time-frequency"))
    return timed and not _POSTS.isdisjoint(before.marks | set(before.kind.rules))


def find_circles(reading: Reading, void: frozenset[int]) -> dict[int, Match]:
    """The sentences that explain a thing by itself: “politeness means being polite”, “the aim is the aim”."""
    found = {}
    for number, sentence in enumerate(reading.sentences):
        words = reading.words[sentence.first : sentence.end]
        told = sorted([word.stem for word in words if len(word.form) > 3 and _UNTOLD.isdisjoint(word.marks)])
        again = len([True for first, second in pairwise(told) if second.startswith(first) and len(first) > 3])
        if number in void or not again or again < _CIRCLE_SHARE * len(told):
            continue
        breaks = sum(bool(mark) for mark in reading.text.breaks[sentence.first + 1 : sentence.end])
        if breaks < _LISTED_RUNS or again > breaks:
            found[number] = Match("circular", sentence.first, sentence.end, number)
    return found


def find_told(evidence: list[Evidence]) -> frozenset[int]:
    """The sentences, by number, that tell who does what."""
    acts, actors = (
        {item.sentence for item in evidence if item.need is need and item.strength >= _PROVEN}
        for need in (NeedKind.ACTION, NeedKind.ACTOR)
    )
    return frozenset(acts & actors)


def find_steps(evidence: list[Evidence]) -> frozenset[int]:
    """The sentences, by number, that tell who does what and when: steps of a procedure."""
    timed = {item.sentence for item in evidence if item.need is NeedKind.TIME and item.strength >= _PROVEN}
    return find_told(evidence) & timed


def find_negated(reading: Reading) -> list[Match]:
    """Actions that the company says it does not do."""
    return [match for match in reading.matches.get("action-clear", ()) if is_negated(reading, match)]
