"""Tells which subject an answer is about, and whether that is another one than its question asks about.

A subject is a theme, or the part of one for which questions of their own are asked (what a policy rests on, how
standards are kept). Every language lists the words that give a subject away and those of which several tell it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from policy_kit.scoring.goals import find_goal
from policy_kit.scoring.reading import Match, Reading
from policy_kit.scoring.topic import QuestionWords, is_told_elsewhere
from policy_kit.scoring.weights import WEIGHTS

KIN = {"keeping": ("standards",), "standards": ("keeping",)}
"""Subjects that an answer about another one may well name: who tells how standards are kept names them."""
SHAPES = {"title": "documents", "target": "aim", "goal": "aim", "procedure": "practice"}
"""What the mere shape of an answer may belong to: a title in quotation marks, a bare figure, what it holds for, acts
with their times."""
PEOPLE = "clients"
"""The subject whose words tell little where acts are told with their times: parents, pupils and schools act then."""

_WORTH = WEIGHTS.subject
_GIVES, _TELLS = "gives-", "tells-"
_OPENING = 10
"""Words within which an answer shows best what it is about."""
_SHORT = 16
"""Words up to which a figure can be all that is said."""
_MOST_CORE = 2
_MOST_TOPIC = 3
_MOST_GENERAL = 2


@dataclass(frozen=True, slots=True)
class Stray:
    """That an answer is about something else than its question."""

    subject: str = ""
    """What it is about; empty where it only says nothing of what was asked."""
    match: Match | None = None
    """The words that show it, if any do."""


def find_stray(reading: Reading, asked: QuestionWords) -> Stray | None:
    """Whether the answer is about another subject; None where it is not, or where the question's own is not known.

    Both are weighed: who speaks of the question's subject first and then of more answers the question.
    """
    if not asked.subjects:
        return None
    weights, shapes = _weigh_subjects(reading), _list_shapes(reading)
    own = _weigh_own(reading, asked, weights, shapes)
    kin = {subject for each in asked.subjects for subject in KIN.get(each, ())}
    rivals = {
        subject: _weigh_rival(reading, subject, weights, shapes) * (_WORTH["kin"] if subject in kin else 1)
        for subject in weights
        if subject not in asked.subjects
    }
    rival = max(rivals, key=lambda subject: (rivals[subject], subject), default="")
    bar = "given" if _is_given(reading, asked) else "silent"
    if rival and rivals[rival] >= _WORTH[f"{bar}-ratio"] * own + _WORTH[f"{bar}-margin"]:
        return Stray(rival, _find_sign(reading, rival))
    if own < _WORTH["little"] and is_told_elsewhere(reading, asked):
        return Stray()
    if own < _WORTH["nothing"] and "plan-gap" not in reading.matches:
        longest = max(WEIGHTS.silent[subject] for subject in asked.subjects)
        return Stray() if len(reading.words) >= longest else None
    return None


def _weigh_subjects(reading: Reading) -> dict[str, float]:
    """How much the answer says of each subject, each word once and only for what it shows best."""
    weights: dict[str, float] = {}
    for rule, matches in reading.matches.items():
        if rule.startswith(_GIVES):
            subject = rule[len(_GIVES) :]
            weights[subject] = weights.get(subject, 0.0) + _WORTH["gives"] * _count_wordings(reading, matches)
        elif rule.startswith(_TELLS):
            subject = rule[len(_TELLS) :]
            giving = reading.matches.get(_GIVES + subject, ())
            given = {index for match in giving for index in range(match.first, match.end)}
            telling = [match for match in matches if match.first not in given]
            weights[subject] = weights.get(subject, 0.0) + _count_wordings(reading, telling)
    return weights


def _count_wordings(reading: Reading, matches: Sequence[Match]) -> int:
    if len(matches) < 2:
        return len(matches)
    words = reading.words
    return len({tuple([word.stem for word in words[match.first : match.end]]) for match in matches})


def _list_shapes(reading: Reading) -> set[str]:
    """The shapes that the answer has."""
    shapes = set()
    if '"' in reading.text.breaks[:_OPENING]:
        shapes.add("title")
    if "action-clear" not in reading.matches:
        if len(reading.words) <= _SHORT and "number" in reading.marks:
            shapes.add("target")
    elif "time-deadline" in reading.matches or "time-frequency" in reading.matches:
        shapes.add("procedure")
    if find_goal(reading):
        shapes.add("goal")
    return shapes


def _weigh_own(reading: Reading, asked: QuestionWords, weights: Mapping[str, float], shapes: Iterable[str]) -> float:
    """How much the answer says of what was asked; each doubtful word counts for it."""
    matches = reading.matches
    weight = sum(_WORTH[shape] for shape in shapes if SHAPES[shape] in asked.subjects)
    for subject in asked.subjects:
        giving = matches.get(_GIVES + subject)
        weight += weights.get(subject, 0.0) + _WORTH["opening"] * bool(giving and giving[0].first < _OPENING)
        weight += _WORTH["kin"] * sum(weights.get(kin, 0.0) for kin in KIN.get(subject, ()))
    for theme in asked.themes:
        weight += _WORTH["own-core"] * _count_core(reading, theme)
        themed = _count_wordings(reading, matches.get(f"topic-{theme}", ()))
        weight += _WORTH["topic"] * min(themed, _MOST_TOPIC)
        weight += _WORTH["topic"] * min(len(matches.get(f"general-{theme}", ())), _MOST_GENERAL)
    known = {word.stem for word in reading.words if word.stem in asked.topic and "function" not in word.marks}
    return weight + _WORTH["topic"] * min(len(known), _MOST_TOPIC)


def _weigh_rival(reading: Reading, subject: str, weights: Mapping[str, float], shapes: Iterable[str]) -> float:
    """How much the answer says of a subject that was not asked about."""
    if subject == PEOPLE and "procedure" in shapes:
        return _WORTH["gives"] * _count_wordings(reading, reading.matches.get(_GIVES + subject, ()))
    return weights[subject] + _WORTH["core"] * _count_core(reading, subject)


def _count_core(reading: Reading, subject: str) -> int:
    return min(len(reading.matches.get(f"core-{subject}", ())), _MOST_CORE)


def _is_given(reading: Reading, asked: QuestionWords) -> bool:
    """Whether some words give a subject of the question away, or one that belongs to it."""
    subjects = (name for subject in asked.subjects for name in (subject, *KIN.get(subject, ())))
    return any(_GIVES + subject in reading.matches for subject in subjects)


def _find_sign(reading: Reading, subject: str) -> Match | None:
    """The first words that give away what the answer is about; words that only tell it convince nobody alone."""
    for kind in (_GIVES, "core-"):
        for match in reading.matches.get(kind + subject, ()):
            return match
    return None
