"""The toolkit: with what each post works, where we look whether clients are content, and who reports what to whom."""

from typing import Literal

from policy_kit.documents.pillars import Pillar
from policy_kit.documents.text import Document, Id, InForce, Text, Words


class PillarWork(Document):
    """What the company does for one of the three pillars of client work."""

    pillar: Pillar
    """The pillar: win (new clients), keep (existing ones) or hold (the dissatisfied)."""
    text: Text
    """What we do for it, in one or two sentences."""


class ManagerType(Document):
    """A type of manager, and where people of this type do best."""

    id: Id
    """The short name of the type, unique within the toolkit."""
    title: Text
    """The name of the type, for example “The learned manager”."""
    seen: Text
    """How one recognises the type at work."""
    fits: Text
    """The work in which it does best."""
    care: Text | None = None
    """What to take care of, and who makes up for it."""
    posts: tuple[Id, ...] = ()
    """The posts for which the type is well suited, by their short names."""


class Tool(Document):
    """Something with which the work is done: a database, a checklist, a calendar of one's own."""

    id: Id
    """The short name of the tool, unique within the toolkit; processes and control points call it by this name."""
    title: Text
    """The name of the tool, as staff know it."""
    use: Text
    """What it is for, and how it is used."""
    whose: Literal["company", "personal"]
    """company: part of the company's strategy, the same for all; personal: everyone keeps their own."""
    posts: tuple[Id, ...] = ()
    """The posts that work with it, by their short names; left out, everybody does."""
    pillar: Pillar | None = None
    """The pillar that it serves most: win, keep or hold."""
    standard: Id | None = None
    """The short name of the standard that says how it is used."""


class ControlPoint(Document):
    """A moment at which somebody looks whether all is well, and what follows if it is not."""

    id: Id
    """The short name of the control point, unique within the toolkit."""
    title: Text
    """The name of the control point."""
    watches: Literal["satisfaction", "loyalty", "progress"]
    """What it watches: satisfaction, loyalty, or progress (the course of business and its success)."""
    look: Text
    """What is looked at."""
    alarm: Text | None = None
    """The sign at which something has to be done."""
    act: Text | None = None
    """What is done then."""
    post: Id
    """The short name of the post that looks."""
    every: Text
    """How often: day, week, month, quarter, year, or your own words."""
    tools: tuple[Id, ...] = ()
    """The tools with which one looks, by their short names."""
    report: Id | None = None
    """The short name of the report in which the result stands."""
    standard: Id | None = None
    """The short name of the standard behind it."""


class Report(Document):
    """What one post regularly tells others."""

    id: Id
    """The short name of the report, unique within the toolkit."""
    title: Text
    """The name of the report."""
    tells: Text
    """What it tells, and how long it is."""
    by: Id
    """The short name of the post that writes it."""
    to: tuple[Id, ...] = ()
    """The posts that receive it, by their short names."""
    every: Text
    """How often: day, week, month, quarter, year, or your own words."""
    due: Text | None = None
    """By when, for example “by the 5th of the month”."""
    decides: Text | None = None
    """What is decided with it."""


class Toolkit(InForce):
    """Tools, control points and reports, post by post. Lives in standards/toolkit.yml; not for clients."""

    kind: Literal["toolkit"]
    """Always “toolkit”."""
    id: Id = "toolkit"
    """The short name of the toolkit."""
    owner: Id
    """The short name of the post that keeps the toolkit up to date."""
    intro: Text | None = None
    """What the toolkit is for."""
    pillars: tuple[PillarWork, ...] = ()
    """What the company does for each of the three pillars: win, keep, hold."""
    manager_types: tuple[ManagerType, ...] = ()
    """The types of manager, and where each fits."""
    tools: tuple[Tool, ...] = ()
    """The tools, those of the company and those that everyone keeps for themselves."""
    control_points: tuple[ControlPoint, ...] = ()
    """Where we look whether clients are content and stay, and how business goes."""
    reports: tuple[Report, ...] = ()
    """Who reports what, to whom and when."""
    source: Words | None = None
    """Where the toolkit comes from, if not from the company itself."""
    internal: bool = True
    """Whether it stays out of the public handbook (true or false); left out, it does."""
