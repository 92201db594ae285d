"""What the scorer says of an answer: a number, a verdict, and every reason for them."""

from dataclasses import dataclass
from typing import Literal

from policy_kit.documents import NeedKind

Verdict = Literal["vague", "partly", "concrete"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A span of the answer that makes it vague (points below 0) or concrete (points from 0).

    A finding about the answer as a whole has an empty span at its beginning; it alone may be vague without points,
    where there is nothing to take them from.
    """

    code: str
    """PK2xx: vague wording and empty forms have codes of their own, and so has each kind of evidence."""
    start: int
    end: int
    """The span: characters of the answer from `start` up to, not including, `end`."""
    text: str
    """The words of the span."""
    points: int
    """What the span adds to the score or takes from it."""
    reason: str
    """Why, in the answer's language, for a director."""
    need: NeedKind | None = None
    """The need that the span meets, where it is evidence."""


@dataclass(frozen=True, slots=True)
class MissingNeed:
    """A need that the answer does not meet."""

    code: str
    """PK3xx, one for each kind of need."""
    need: NeedKind
    prompt: str
    """What to ask, in the answer's language."""
    worth: int
    """The points that an answer gains by meeting it."""


@dataclass(frozen=True, slots=True)
class Score:
    """How concrete an answer is. The points of the findings add up to the score."""

    score: int
    """From 0 (says nothing) to 100 (staff can work with it)."""
    verdict: Verdict
    findings: tuple[Finding, ...]
    """In the order of the text."""
    missing: tuple[MissingNeed, ...]
    """In the order of the question's needs."""
    next_step: str
    """The one thing to do next, in the answer's language; empty when nothing is left to do."""
    skeleton: str = ""
    """Words with gaps to fill in, which the next step offers."""
