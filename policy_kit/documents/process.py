"""A process: what comes in, what is done by whom, what comes out and where it is written down, step by step."""

from typing import Annotated, Literal

from pydantic import Field

from policy_kit.documents.standard import StepOrNext
from policy_kit.documents.text import Document, Id, InForce, Measure, Text, Words


class ProcessStep(Document):
    """One step of a process."""

    id: Id
    """The short name of the step, unique within the process."""
    title: Text
    """The name of the step, in a few words."""
    input: Text
    """What must be there before the step can begin."""
    action: Text
    """What is done."""
    owner: Id
    """The short name of the post that does it and answers for its output."""
    output: Text
    """What is there when the step is done."""
    record: Text
    """Where it is written down, so that others find it."""
    within: Text | None = None
    """By when, or how often, for example “the same day”."""
    standard: Id | None = None
    """The short name of the standard by which it is done."""
    tools: tuple[Id, ...] = ()
    """The tools that it takes, by their short names in the toolkit."""
    then: tuple[StepOrNext, ...] | None = None
    """The steps that can follow. Left out: the next in the list. An empty list: this is the end."""


class Process(InForce):
    """A process of the company, for example the work with existing clients. Lives in standards/process/."""

    kind: Literal["process"]
    """Always “process”."""
    id: Id
    """The short name of the process; its page has this name."""
    owner: Id
    """The short name of the post that answers for the process as a whole."""
    purpose: Text
    """What the process is for, in one or two sentences."""
    why: Text | None = None
    """Why it pays to work this way."""
    steps: Annotated[tuple[ProcessStep, ...], Field(min_length=1)]
    """The steps, in order; the handbook draws them as a chart."""
    measures: tuple[Measure, ...] = ()
    """The numbers by which one sees whether the process works."""
    source: Words | None = None
    """Where the process comes from, if not from the company itself."""
