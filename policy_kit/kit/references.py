"""Who names whom: every place of every kind of document at which something else is named by its short name.

A new kind is a line here. What checks names, what links pages and what looks for gaps all read this table.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from policy_kit.documents import (
    EVERYBODY,
    Accepted,
    Answers,
    AnyDocument,
    Channels,
    Document,
    Glossary,
    Guide,
    InForce,
    JobDescription,
    MoralCode,
    Motivation,
    People,
    Process,
    RoleMatrix,
    Segments,
    Standard,
    Toolkit,
    Typology,
)
from policy_kit.kit.holes import is_hole
from policy_kit.kit.places import Way

POST, STANDARD, TOOL, REPORT = "post", "standard", "toolkit/tools", "toolkit/reports"
CHANNEL, TYPE = "channels/channels", "typology/criteria.types"
TERM = "glossary/terms"
LEVEL, STAGE, STRATEGY = "segments/levels", "segments/stages", "segments/strategies"
"""What can be named: a kind of document, or the kind and the list in which it stands."""

SIGNERS = "signed_by"
"""Every document that is released names them: posts, or everybody."""

REFERENCES: Mapping[type[AnyDocument], Mapping[str, Sequence[str]]] = {
    Accepted: {POST: ("accepted.by",)},
    Answers: {STANDARD: ("answers.standards",), POST: ("answers.roles",)},
    Channels: {POST: ("owner", "channels.answered_by"), STANDARD: ("standard", "channels.standard")},
    Glossary: {POST: ("owner",), TERM: ("terms.see",)},
    Guide: {POST: ("owner", "readers.posts", "teamwork.roles.post"), STANDARD: ("teamwork.standard",)},
    JobDescription: {POST: ("reports_to", "replaced_by", "appointed_by"), STANDARD: ("duties.standard",)},
    MoralCode: {POST: ("owner",), STANDARD: ("principles.standards",)},
    Motivation: {
        POST: (
            "owner",
            "pay.post",
            *(f"{part}.{key}" for part in ("bonuses", "gifts", "recognition") for key in ("posts", "decided_by")),
        )
    },
    People: {POST: ("people.roles",)},
    Process: {POST: ("owner", "steps.owner"), STANDARD: ("steps.standard",), TOOL: ("steps.tools",)},
    RoleMatrix: {
        POST: ("owner", "team.post", "activities.leads", "activities.supports", "activities.told"),
        STANDARD: ("activities.standard",),
    },
    Segments: {
        POST: ("owner", "levels.served_by", "areas.owner"),
        STANDARD: ("levels.standard", "levels.times.standard"),
        CHANNEL: ("levels.channels",),
        LEVEL: ("segments.level",),
        STAGE: ("segments.stage",),
        TYPE: ("segments.types",),
        STRATEGY: ("segments.strategy",),
    },
    Standard: {POST: ("owner", "steps.who")},
    Toolkit: {
        POST: ("owner", "manager_types.posts", "tools.posts", "control_points.post", "reports.by", "reports.to"),
        STANDARD: ("tools.standard", "control_points.standard"),
        TOOL: ("control_points.tools",),
        REPORT: ("control_points.report",),
    },
    Typology: {POST: ("owner",), STANDARD: ("criteria.types.standards",)},
}
"""For each kind what it names, and the keys on the way there; through a list the way leads to every entry. Those who
sign are named by all that are in force."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One name in a document."""

    named: str
    """What sort of thing is named: POST, STANDARD, …"""
    name: str
    way: Way


@cache
def list_places(kind: type[AnyDocument]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    places = [(named, place) for named, ways in REFERENCES.get(kind, {}).items() for place in ways]
    if issubclass(kind, InForce | Answers):
        places.append((POST, SIGNERS))
    return tuple((named, tuple(place.split("."))) for named, place in places)


def list_references(document: AnyDocument) -> Iterator[Reference]:
    """Everything that a document names; what is left out, or could not be read, is not there."""
    for named, keys in list_places(type(document)):
        for way, name in _follow(document, keys, ()):
            if not is_hole(name) and (way[0] != SIGNERS or name != EVERYBODY):
                yield Reference(named, name, way)


def _follow(document: Document, keys: Sequence[str], way: Way) -> Iterator[tuple[Way, str]]:
    """Every name at the end of the way along `keys`."""
    key, *rest = keys
    value = getattr(document, key)
    if isinstance(value, str):
        yield (*way, key), value
    elif isinstance(value, Document):
        yield from _follow(value, rest, (*way, key))
    for number, part in enumerate(value if isinstance(value, tuple) else ()):
        if isinstance(part, str):
            yield (*way, key, number), part
        else:
            yield from _follow(part, rest, (*way, key, number))
