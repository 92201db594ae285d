"""Finds out whether an answer admits that something is missing, and whether somebody is about to close the gap."""

from policy_kit.documents import NeedKind
from policy_kit.scoring.evidence import Evidence
from policy_kit.scoring.reading import Match, Reading

GAP = "gap"
"""There is nothing, and nobody has taken it on."""
OPEN = "open"
"""There is something, and the answer says itself that the rest is missing."""
PLAN = "plan"
"""There is nothing yet, and somebody closes the gap by a day."""

_OPENING = 12
"""Words within which the admission must stand."""
_LONGEST = 70
"""Words up to which “we have none yet” can be the point of an answer."""
_MOST_SENTENCES = 5
_MET = 0.5
_SOMETHING = 0.3
_LISTED = 0.6
_TOLD = (NeedKind.ACTOR, NeedKind.ACTION)


def read_gap(reading: Reading, evidence: list[Evidence], needs: tuple[NeedKind, ...]) -> tuple[str, Match | None]:
    """The kind of gap that the answer admits, and the words that admit it; no kind where it admits none.

    “No form, but a call after each visit” admits nothing: what is done instead answers the question.
    """
    if not reading.words or len(reading.words) > _LONGEST or len(reading.sentences) > _MOST_SENTENCES:
        return "", None
    rest = next(iter(reading.matches.get("plan-rest", ())), None)
    gap = next((match for match in reading.matches.get("plan-gap", ()) if match.first < _OPENING), None)
    if gap is None or _is_contrasted(reading, gap):
        return (OPEN, rest) if rest and _holds_something(reading, evidence, needs, rest) else ("", None)
    strengths = {need: max((item.strength for item in evidence if item.need is need), default=0.0) for need in NeedKind}
    works = [match for match in reading.matches.get("plan-work", ()) if match.first >= gap.end]
    partial = rest is not None and rest.sentence == gap.sentence and not works
    if not partial and _is_planned(strengths, bool(works)):
        return PLAN, gap
    if not works and _is_answered(evidence, strengths, needs, gap):
        return "", None
    return (OPEN if _holds_something(reading, evidence, needs, gap) else GAP), gap


def _is_contrasted(reading: Reading, gap: Match) -> bool:
    after = reading.words[gap.end : reading.sentences[gap.sentence].end]
    return any("contrast" in word.marks for word in after)


def _is_planned(strengths: dict[NeedKind, float], worked_on: bool) -> bool:
    """Whether somebody is to do something, by a day or already now."""
    timed = strengths[NeedKind.TIME] >= _MET
    told = any(strengths[need] >= _MET for need in _TOLD)
    return told and (timed or worked_on)


def _holds_something(reading: Reading, evidence: list[Evidence], needs: tuple[NeedKind, ...], gap: Match) -> bool:
    """Whether there is evidence beside the clause that tells what is missing."""
    return any(
        item.need in needs
        and item.strength >= _SOMETHING
        and (item.sentence != gap.sentence or any(reading.text.breaks[item.end : gap.first + 1]))
        for item in evidence
    )


def _is_answered(
    evidence: list[Evidence], strengths: dict[NeedKind, float], needs: tuple[NeedKind, ...], gap: Match
) -> bool:
    """Whether the sentences after the admission answer the question by themselves."""
    if NeedKind.ACTION in needs:
        after = {item.need for item in evidence if item.strength >= _MET and item.sentence > gap.sentence}
        return after >= set(needs) - {NeedKind.MEASURE, NeedKind.MEANS}
    return NeedKind.LIST in needs and strengths[NeedKind.LIST] >= _LISTED
