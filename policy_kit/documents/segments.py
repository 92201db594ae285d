"""The segments: groups of clients with one need at one stage of life with us, and the service each is promised."""

from typing import Annotated, Literal

from pydantic import Field

from policy_kit.documents.duration import Duration
from policy_kit.documents.text import Document, Id, InForce, Text


class ResponseTime(Document):
    """One time that a service level promises."""

    id: Id
    """The short name of the time, unique within its level; the same in every level, so that they can be compared."""
    what: Text
    """What the client has by then, for example “an offer by the price list”."""
    within: Duration
    """By when: number and unit."""
    standard: Id | None = None
    """The short name of the standard that keeps this time; left out, that of the level does."""
    step: Id | None = None
    """The short name of the step of that standard that sets the time, if there is one."""


class ServiceLevel(Document):
    """A service level: what a client may count on, by when, on which channels and from whom."""

    id: Id
    """The short name of the level; segments call it by this name."""
    title: Text
    """The name of the level, as staff know it."""
    promise: Text
    """What a client of this level may count on, in one or two sentences."""
    times: tuple[ResponseTime, ...] = ()
    """The response times of the level."""
    channels: tuple[Id, ...] = ()
    """The channels that are open to clients of this level, by their short names."""
    served_by: tuple[Id, ...] = ()
    """The posts that serve clients of this level, by their short names; the first of them leads."""
    standard: Id | None = None
    """The short name of the standard that describes the level."""
    more: tuple[Text, ...] = ()
    """What else belongs to the level."""


class Stage(Document):
    """One stage in the life of a client with the company."""

    id: Id
    """The short name of the stage; segments call it by this name."""
    title: Text
    """The name of the stage."""
    text: Text
    """How one sees that a client stands at this stage."""
    goal: Text | None = None
    """What we want to reach at this stage."""


class Strategy(Document):
    """One way of working with clients that is to pay off over years."""

    id: Id
    """The short name of the strategy; segments call it by this name."""
    title: Text
    """The name of the strategy."""
    text: Text
    """What the strategy consists of, in a few sentences."""


class Area(Document):
    """One area in which the service is developed."""

    id: Id
    """The short name of the area, unique within the document."""
    title: Text
    """The name of the area."""
    text: Text
    """What is to be reached there."""
    owner: Id | None = None
    """The short name of the post that leads the work on it."""
    next: Text | None = None
    """The next thing that is done, and by when."""


class Segment(Document):
    """A group of clients that have one need and are served alike."""

    id: Id
    """The short name of the segment, unique within the document."""
    title: Text
    """The name of the segment, as staff know it."""
    who: Text
    """Which clients belong to it, so that two people sort a client alike."""
    need: Text
    """What these clients need of us."""
    stage: Id | None = None
    """The short name of the stage of life at which they stand."""
    level: Id
    """The short name of the service level that they are promised."""
    types: tuple[Id, ...] = ()
    """The types of client that are often met here, by their short names in the typology."""
    strategy: Id | None = None
    """The short name of the strategy by which we work with them."""
    work: tuple[Text, ...] = ()
    """What we do for them."""
    next: Text | None = None
    """Into which segment a client should move from here, and what we do for that."""


class Segments(InForce):
    """The segments and service levels. Lives in standards/clients/segments.yml."""

    kind: Literal["segments"]
    """Always “segments”."""
    id: Id = "segments"
    """The short name of the document."""
    owner: Id
    """The short name of the post that answers for the segments."""
    intro: Text | None = None
    """What the segments are for, and how a client comes into one."""
    review: Text | None = None
    """Who looks the segments through, and when."""
    levels: Annotated[tuple[ServiceLevel, ...], Field(min_length=1)]
    """The service levels, the highest first."""
    stages: tuple[Stage, ...] = ()
    """The stages in the life of a client, in the order in which they follow."""
    segments: Annotated[tuple[Segment, ...], Field(min_length=1)]
    """The segments."""
    strategies: tuple[Strategy, ...] = ()
    """The strategies by which we work with segments."""
    areas: tuple[Area, ...] = ()
    """The areas in which we develop our service."""
    source: Text | None = None
    """Where the division comes from, if not from the company itself."""
    internal: bool = True
    """Whether it stays out of the public handbook (true or false); left out, it does."""
