"""Ids are unique: among the documents of a kind, among posts, and inside a document."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from policy_kit.documents import (
    AnyDocument,
    Channels,
    Company,
    Glossary,
    Guide,
    JobDescription,
    MoralCode,
    Motivation,
    People,
    Process,
    Questionnaire,
    RoleMatrix,
    Segments,
    Standard,
    Toolkit,
    Typology,
)
from policy_kit.kit.causes import Cause
from policy_kit.kit.draft import Draft
from policy_kit.kit.drafts import Drafts
from policy_kit.kit.places import Way

UNIQUE_PARTS: dict[type[AnyDocument], tuple[str, ...]] = {
    Channels: ("channels",),
    Company: ("roles",),
    Guide: ("reasons", "readers"),
    Glossary: ("terms",),
    JobDescription: ("duties",),
    MoralCode: ("principles",),
    Motivation: ("pay", "bonuses", "gifts", "not_given", "recognition", "products"),
    People: ("people",),
    Process: ("steps",),
    Questionnaire: ("questions",),
    RoleMatrix: ("team", "activities"),
    Segments: ("levels", "levels.times", "stages", "segments", "strategies", "areas"),
    Standard: ("steps", "requirements"),
    Toolkit: ("pillars", "manager_types", "tools", "control_points", "reports"),
    Typology: ("criteria", "criteria.types", "relations"),
}
"""The lists of a document in which no id stands twice; a list inside a list by both names."""
SHARED = {"criteria.types"}
"""Lists inside a list whose ids are unique in the whole document, since others call them by the id alone."""
NAMED_OTHERWISE = {"team": "post", "pay": "post", "pillars": "pillar"}
"""Parts that have no id of their own, and what tells them apart."""
UNIQUE_KINDS = ("questionnaire", "standard", "job-description", "process")


def check_ids(drafts: Drafts) -> Iterator[Cause]:
    """No id may stand for two things."""
    for kind in UNIQUE_KINDS:
        yield from _check_documents(drafts, kind)
    yield from _check_roles(drafts)
    for draft in drafts.all:
        if draft.content is not None:
            yield from _check_parts(draft, draft.content)
    for draft, company in drafts.of(Company):
        yield from _find_repeated(draft, [(("languages", n), name) for n, name in enumerate(company.languages)])


def _check_documents(drafts: Drafts, kind: str) -> Iterator[Cause]:
    first: dict[str, Draft] = {}
    for draft in drafts.of_kind(kind):
        name = draft.look_up("id")
        if not isinstance(name, str):
            continue
        other = first.setdefault(name, draft)
        if other is not draft:
            yield draft.blame("PK102", ("id",), id=name, file=other.path)


def _check_roles(drafts: Drafts) -> Iterator[Cause]:
    """A post is either a role of the company or a job description."""
    jobs = {job.id: draft for draft, job in drafts.of(JobDescription)}
    for draft, company in drafts.of(Company):
        for number, role in enumerate(company.roles):
            if role.id in jobs:
                yield draft.blame("PK120", ("roles", number, "id"), id=role.id, file=jobs[role.id].path)


def _check_parts(draft: Draft, document: AnyDocument) -> Iterator[Cause]:
    for field in UNIQUE_PARTS.get(type(document), ()):
        outer, _, inner = field.partition(".")
        key = NAMED_OTHERWISE.get(field, "id")
        lists: list[tuple[Way, Sequence[Any]]] = [((outer,), getattr(document, outer))]
        if inner:
            lists = [((outer, at, inner), getattr(part, inner)) for at, part in enumerate(lists[0][1])]
        named = [[((*way, at, key), str(getattr(part, key))) for at, part in enumerate(parts)] for way, parts in lists]
        for group in [[*chain.from_iterable(named)]] if field in SHARED else named:
            yield from _find_repeated(draft, group)


def _find_repeated(draft: Draft, named: Sequence[tuple[tuple[str | int, ...], str]]) -> Iterator[Cause]:
    first: dict[str, tuple[str | int, ...]] = {}
    for way, name in named:
        if first.setdefault(name, way) != way:
            yield draft.blame("PK103", way, id=name, line=draft.find_place(first[name]).line)
