"""What was looked at and accepted: gaps between documents that somebody has decided to leave, each with a reason."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from policy_kit.documents.text import Day, Document, Id, Text

Code = Annotated[str, StringConstraints(pattern=r"^PK[0-9]{3}$")]


class Acceptance(Document):
    """One gap that is left as it is, and why."""

    code: Code
    """The code that the check tells, for example PK141."""
    document: Id
    """The short name of the document in which the gap is; of answers, that of their questionnaire."""
    part: Id | None = None
    """The short name of the duty, step or question that has it; left out, the whole document is meant."""
    reason: Text
    """Why it may stay so. The handbook shows the reason to the company."""
    by: Id
    """The short name of the post that has decided so."""
    until: Day | None = None
    """The last day on which this holds (year-month-day); after it the check tells the gap again."""


class Accepted(Document):
    """Gaps and contradictions that the company accepts, with reasons. Lives in standards/accepted.yml."""

    kind: Literal["accepted"]
    """Always “accepted”."""
    accepted: Annotated[tuple[Acceptance, ...], Field(min_length=1)]
    """What is accepted, in any order."""
