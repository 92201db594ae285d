"""Whatever a document names must exist: posts, standards, questionnaires, questions."""

from collections.abc import Iterator, Mapping, Sequence

from policy_kit.documents import (
    Answers,
    AnyDocument,
    Document,
    JobDescription,
    MoralCode,
    Motivation,
    Process,
    Questionnaire,
    RoleMatrix,
    Standard,
    Toolkit,
)
from policy_kit.kit.causes import NOTHING, Cause
from policy_kit.kit.draft import Draft
from policy_kit.kit.drafts import Drafts
from policy_kit.kit.holes import is_hole
from policy_kit.kit.places import Way

REWARDS = ("bonuses", "gifts", "recognition")
POSTS: Mapping[type[AnyDocument], Sequence[str]] = {
    Answers: ("answers.roles",),
    JobDescription: ("reports_to", "replaced_by", "appointed_by"),
    MoralCode: ("owner",),
    Motivation: ("owner", "pay.post", *(f"{part}.{key}" for part in REWARDS for key in ("posts", "decided_by"))),
    Process: ("owner", "steps.owner"),
    RoleMatrix: ("owner", "team.post", "activities.leads", "activities.supports", "activities.told"),
    Standard: ("steps.who",),
    Toolkit: ("owner", "manager_types.posts", "tools.posts", "control_points.post", "reports.by", "reports.to"),
}
"""Where each kind of document names posts: the keys on the way there; through a list it leads to every entry."""
STANDARDS: Mapping[type[AnyDocument], Sequence[str]] = {
    Answers: ("answers.standards",),
    JobDescription: ("duties.standard",),
    Process: ("steps.standard",),
    RoleMatrix: ("activities.standard",),
    Toolkit: ("tools.standard", "control_points.standard"),
}
"""Where each kind of document names standards."""


def check_names(drafts: Drafts) -> Iterator[Cause]:
    """Every name that leads nowhere, with the nearest that leads somewhere."""
    for draft in drafts.all:
        document = draft.content
        if document is None:
            continue
        for place in POSTS.get(type(document), ()):
            for way, name in list_names(document, place.split(".")):
                if not drafts.knows_post(name):
                    yield draft.blame("PK104", way, meant=(name, drafts.posts), id=name)
        for place in STANDARDS.get(type(document), ()):
            for way, name in list_names(document, place.split(".")):
                if not drafts.knows("standard", name):
                    yield draft.blame("PK105", way, meant=(name, drafts.list_ids("standard")), id=name)
        if isinstance(document, Standard):
            yield from _check_owner(drafts, draft, document)
        if isinstance(document, Answers):
            yield from _check_questions(drafts, draft, document)


def list_names(document: Document, keys: Sequence[str], way: Way = ()) -> Iterator[tuple[Way, str]]:
    """Every name that a document gives at the end of the way along `keys`; what is left out gives none."""
    value = getattr(document, keys[0])
    parts = enumerate(value) if isinstance(value, tuple) else ((None, value),)
    for number, part in parts:
        here = (*way, keys[0]) if number is None else (*way, keys[0], number)
        if isinstance(part, Document):
            yield from list_names(part, keys[1:], here)
        elif part:
            yield here, part


def _check_owner(drafts: Drafts, draft: Draft, standard: Standard) -> Iterator[Cause]:
    """A standard belongs to somebody whose job description says so: a post on a list is not enough."""
    if not drafts.knows("job-description", standard.owner):
        jobs = drafts.list_ids("job-description")
        meant = NOTHING if standard.owner in drafts.posts else (standard.owner, jobs)
        yield draft.blame("PK110", ("owner",), meant=meant, id=standard.owner, jobs=jobs)


def _check_questions(drafts: Drafts, draft: Draft, answers: Answers) -> Iterator[Cause]:
    name = answers.questionnaire
    if not drafts.knows("questionnaire", name):
        known = drafts.list_ids("questionnaire")
        yield draft.blame("PK106", ("questionnaire",), meant=(name, known), id=name)
        return
    for asked, questionnaire in drafts.of(Questionnaire):
        if questionnaire.id == name and asked.document is not None:
            known = tuple(question.id for question in questionnaire.questions)
            for number, answer in enumerate(answers.answers):
                if answer.question not in known and not is_hole(answer.question):
                    way: Way = ("answers", number, "question")
                    yield draft.blame("PK107", way, meant=(answer.question, known), id=answer.question, questions=known)
