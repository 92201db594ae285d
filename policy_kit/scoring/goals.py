"""Recognises a target told in one line: what it holds for, and the figure by which it is measured."""

from policy_kit.documents import NeedKind
from policy_kit.scoring.evidence import Evidence
from policy_kit.scoring.reading import Match, Reading
from policy_kit.scoring.weights import WEIGHTS

_LONGEST = 14
_FIGURES = ("time-deadline", "measure-number")
_DOERS = ("actor-post", "actor-team")
_TALK = ("slogan", "effort", "vague-quality", "vague-action", "vague-time", "hedge", "conditional")
_COUNTS = frozenset(("number", "ordinal"))


def find_goal(reading: Reading) -> Match | None:
    """What a target of one line is set for: “an answer to every question” within a day.

    It says for which cases it holds (every, any, no) and gives a figure; who only boasts, or tells who does what, sets
    no target.
    """
    if len(reading.sentences) != 1 or len(reading.words) > _LONGEST or reading.find(*_TALK, *_DOERS):
        return None
    boasts = {index for match in reading.find("absolute") for index in range(match.first, match.end)}
    figures = [match for match in reading.find(*_FIGURES) if match.first not in boasts and _counts(reading, match)]
    general = [index for index, word in enumerate(reading.words) if "universal" in word.marks]
    if not figures or not general:
        return None
    end = figures[0].first
    if end >= 2 and general[0] < end:
        return Match("goal", 0, end, 0)
    return Match("goal", 0, len(reading.words), 0) if general[0] <= 1 else None


def _counts(reading: Reading, match: Match) -> bool:
    return any(not _COUNTS.isdisjoint(word.marks) for word in reading.words[match.first : match.end])


def name_goal(reading: Reading) -> list[Evidence]:
    """What the target is set for, as the named thing that a question for an aim asks for."""
    goal = find_goal(reading)
    strength = WEIGHTS.naming["target"]
    return [Evidence(NeedKind.NAMED_THING, strength, goal.first, goal.end, goal.sentence)] if goal else []
