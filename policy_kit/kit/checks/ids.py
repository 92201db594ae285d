"""Ids are unique: among the documents of a kind, among posts, and inside a document."""

from collections.abc import Iterator, Sequence

from policy_kit.documents import (
    AnyDocument,
    Company,
    JobDescription,
    MoralCode,
    Motivation,
    Process,
    Questionnaire,
    RoleMatrix,
    Standard,
    Toolkit,
)
from policy_kit.kit.causes import Cause
from policy_kit.kit.draft import Draft
from policy_kit.kit.drafts import Drafts

UNIQUE_PARTS: dict[type[AnyDocument], tuple[str, ...]] = {
    Company: ("roles",),
    JobDescription: ("duties",),
    MoralCode: ("principles",),
    Motivation: ("pay", "bonuses", "gifts", "not_given", "recognition", "products"),
    Process: ("steps",),
    Questionnaire: ("questions",),
    RoleMatrix: ("team", "activities"),
    Standard: ("steps", "requirements"),
    Toolkit: ("pillars", "manager_types", "tools", "control_points", "reports"),
}
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
        parts = getattr(document, field)
        key = NAMED_OTHERWISE.get(field, "id")
        named = [((field, number, key), str(getattr(part, key))) for number, part in enumerate(parts)]
        yield from _find_repeated(draft, named)


def _find_repeated(draft: Draft, named: Sequence[tuple[tuple[str | int, ...], str]]) -> Iterator[Cause]:
    first: dict[str, tuple[str | int, ...]] = {}
    for way, name in named:
        if first.setdefault(name, way) != way:
            yield draft.blame("PK103", way, id=name, line=draft.find_place(first[name]).line)
