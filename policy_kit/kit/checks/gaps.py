"""What is missing between documents: standards that nobody carries, duties and answers that nothing backs.

What is missing can only be known where everything can be read: a file with a mistake in it may hold just that.
"""

from collections.abc import Iterator
from datetime import date

from policy_kit.documents import Answers, InForce, JobDescription, Standard
from policy_kit.kit.draft import Draft
from policy_kit.kit.drafts import Drafts
from policy_kit.kit.gaps import Gap
from policy_kit.kit.places import Way
from policy_kit.kit.references import STANDARD


def find_missing_links(drafts: Drafts, today: date) -> Iterator[Gap]:
    """Every gap between answers, standards, duties and measures."""
    carriers = _list_carriers(drafts)
    if carriers is not None:
        for draft, standard in drafts.of(Standard):
            if draft.document is not None and _is_in_force(standard, today):
                yield from _check_standard(drafts, draft, standard, carriers.get(standard.id, set()))
    for draft, job in drafts.of(JobDescription):
        for number, duty in enumerate(job.duties):
            if duty.standard is None and draft.lacks(("duties", number), "standard"):
                yield Gap("PK141", draft, ("duties", number, "id"), {"id": duty.id, "job": job.id})
    yield from _check_answers(drafts)
    yield from _check_dates(drafts, today)


def _list_carriers(drafts: Drafts) -> dict[str, set[str]] | None:
    """By standard, the jobs that have a duty under it; None where a job cannot be read."""
    if any(draft.broken is not None and draft.look_up("kind") in (None, "job-description") for draft in drafts.all):
        return None
    carriers: dict[str, set[str]] = {}
    for _, job in drafts.of(JobDescription):
        for duty in job.duties:
            if duty.standard:
                carriers.setdefault(duty.standard, set()).add(job.id)
    return carriers


def _check_standard(drafts: Drafts, draft: Draft, standard: Standard, carriers: set[str]) -> Iterator[Gap]:
    if not carriers:
        yield Gap("PK140", draft, ("id",), {"id": standard.id})
    elif standard.measure and standard.owner not in carriers and drafts.knows("job-description", standard.owner):
        yield Gap("PK143", draft, ("owner",), {"id": standard.id, "owner": standard.owner})
    if standard.measure is None:
        yield Gap("PK144", draft, ("id",), {"id": standard.id})
    lone = {
        step.who: number
        for number, step in reversed([*enumerate(standard.steps)])
        if step.who and step.who not in carriers and drafts.knows("job-description", step.who)
    }
    if carriers and lone:
        way = ("steps", min(lone.values()), "who")
        yield Gap("PK145", draft, way, {"id": standard.id, "posts": tuple(sorted(lone, key=lone.__getitem__))})


def _check_answers(drafts: Drafts) -> Iterator[Gap]:
    """A question is backed when one of its answers, in whatever language, names a standard."""
    first: dict[tuple[str, str], tuple[Draft, Way] | None] = {}
    own = drafts.company.languages[0] if drafts.company else None
    for draft, answers in sorted(drafts.of(Answers), key=lambda found: found[1].language not in (None, own)):
        for number, answer in enumerate(answers.answers):
            key = (answers.questionnaire, answer.question)
            if answer.standards or not draft.lacks(("answers", number), "standards"):
                first[key] = None
            else:
                first.setdefault(key, (draft, ("answers", number, "question")))
    for (_, question), found in first.items():
        if found is not None:
            yield Gap("PK142", *found, {"id": question})


def _check_dates(drafts: Drafts, today: date) -> Iterator[Gap]:
    """What rests on a standard that holds no longer, and duties that hold before their standard does."""
    standards = {standard.id: standard for draft, standard in drafts.of(Standard) if draft.document is not None}
    ended = {id: each.until for id, each in standards.items() if each.until and each.effective <= each.until < today}
    planned = {id: each.effective for id, each in standards.items() if each.effective > today}
    if not ended and not planned:
        return
    for draft in drafts.all:
        if isinstance(draft.content, InForce) and not _is_in_force(draft.content, today):
            continue
        for reference in draft.references:
            if reference.named == STANDARD and reference.name in ended:
                values = {"id": reference.name, "until": ended[reference.name]}
                yield Gap("PK155", draft, reference.way, values)
            if reference.named == STANDARD and reference.name in planned and isinstance(draft.content, JobDescription):
                values = {"id": reference.name, "effective": planned[reference.name]}
                yield Gap("PK156", draft, reference.way, values)


def _is_in_force(document: InForce, today: date) -> bool:
    return document.effective <= today and (document.until is None or document.until >= today)
