"""A service standard: what clients and colleagues can count on, step by step."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from policy_kit.documents.text import Document, Id, InForce, Measure, Text, Words


class Next(Document):
    """The step that follows, and when."""

    step: Id
    """The short name of the step that follows."""
    when: Text | None = None
    """On what condition; left out, it always follows."""


def _accept_bare_step(value: Any) -> Any:
    return {"step": value} if isinstance(value, str) else value


StepOrNext = Annotated[Next, BeforeValidator(_accept_bare_step, json_schema_input_type=Id | Next)]
"""What follows; where it always follows, the step alone may be written."""


class Step(Document):
    """One step of a standard."""

    id: Id
    """The short name of the step, unique within the standard."""
    do: Text
    """What is done."""
    who: Id | None = None
    """The short name of the post that does it."""
    within: Text | None = None
    """By when, for example “1 hour”."""
    then: tuple[StepOrNext, ...] | None = None
    """The steps that can follow. Left out: the next in the list. An empty list: this is the end."""


class Requirement(Document):
    """Something that must hold and that can be checked."""

    id: Id
    """The short name of the requirement, unique within the standard."""
    text: Text
    """What must hold."""
    check: Text | None = None
    """How one sees that it does."""


class Exemption(Document):
    """A case in which the standard is not followed as written."""

    when: Text
    """The case."""
    do: Text
    """What is done instead."""


class Standard(InForce):
    """A service standard. Lives in standards/service/."""

    kind: Literal["standard"]
    """Always “standard”."""
    id: Id
    """The short name of the standard; answers and duties call it by this name."""
    owner: Id
    """The short name of the job that answers for this standard."""
    statement: Text
    """What clients and colleagues can count on, in one or two sentences."""
    why: Text | None = None
    """Why the standard exists."""
    source: Words | None = None
    """Where it comes from, if not from the company itself."""
    steps: tuple[Step, ...] = ()
    """What is done, in order; the handbook draws it as a flow chart."""
    requirements: tuple[Requirement, ...] = ()
    """What must hold, point by point."""
    measure: Measure | None = None
    """The number by which one sees whether the standard is kept."""
    exceptions: tuple[Exemption, ...] = ()
    """When it is not followed as written, and what is done then."""
