"""Whatever a document names must exist: posts, standards, questionnaires, questions."""

from collections.abc import Iterator

from policy_kit.documents import Answers, AnyDocument, JobDescription, MoralCode, Questionnaire, Standard
from policy_kit.kit.causes import NOTHING, Cause
from policy_kit.kit.draft import Draft
from policy_kit.kit.drafts import Drafts
from policy_kit.kit.holes import is_hole
from policy_kit.kit.places import Way

Named = Iterator[tuple[Way, str | None]]


def check_names(drafts: Drafts) -> Iterator[Cause]:
    """Every name that leads nowhere, with the nearest that leads somewhere."""
    for draft in drafts.all:
        document = draft.content
        if document is None:
            continue
        for way, name in _list_posts(document):
            if name and not drafts.knows_post(name):
                yield draft.blame("PK104", way, meant=(name, drafts.posts), id=name)
        for way, name in _list_standards(document):
            if name and not drafts.knows("standard", name):
                yield draft.blame("PK105", way, meant=(name, drafts.list_ids("standard")), id=name)
        if isinstance(document, Standard):
            yield from _check_owner(drafts, draft, document)
        if isinstance(document, Answers):
            yield from _check_questions(drafts, draft, document)


def _list_posts(document: AnyDocument) -> Named:
    if isinstance(document, JobDescription):
        for key in ("reports_to", "replaced_by", "appointed_by"):
            yield (key,), getattr(document, key)
    elif isinstance(document, MoralCode):
        yield ("owner",), document.owner
    elif isinstance(document, Standard):
        for number, step in enumerate(document.steps):
            yield ("steps", number, "who"), step.who
    elif isinstance(document, Answers):
        for number, answer in enumerate(document.answers):
            for place, role in enumerate(answer.roles):
                yield ("answers", number, "roles", place), role


def _list_standards(document: AnyDocument) -> Named:
    if isinstance(document, JobDescription):
        for number, duty in enumerate(document.duties):
            yield ("duties", number, "standard"), duty.standard
    elif isinstance(document, Answers):
        for number, answer in enumerate(document.answers):
            for place, standard in enumerate(answer.standards):
                yield ("answers", number, "standards", place), standard


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
