"""Earlier versions of an answer, from git and from this form: what has changed since, and the way back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from policy_kit.actions.answering import Conflict
from policy_kit.actions.interview import InterviewQuestion
from policy_kit.actions.revisions import AnswerRevision, list_answer_revisions
from policy_kit.errors import PolicyKitError
from policy_kit.history import compare_words, count_changes
from policy_kit.web.form import Form
from policy_kit.web.reading import read_fields
from policy_kit.web.rendering import render
from policy_kit.web.screens.conflict import show_conflict
from policy_kit.web.screens.question import draw_question
from policy_kit.web.visit import Visit, find_asked, open_visit
from policy_kit.web.writing import write_answer


@dataclass(frozen=True)
class Version:
    """A text that once was the answer, or should have been."""

    id: str
    text: str
    by: str
    when: datetime
    source: str
    """Where we know it from, in words."""
    changes: int
    """How many words differ from the present text."""


def show_versions(form: Form, request: Request) -> Response:
    """All versions, newest first."""
    visit = open_visit(form, request.path_params)
    asked = find_asked(visit, request)
    versions, complete = list_versions(visit, asked)
    return render("versions", visit, asked=asked, interview=visit.interview, versions=versions, complete=complete)


def show_version(form: Form, request: Request) -> Response:
    """One version, and what has changed since."""
    visit = open_visit(form, request.path_params)
    asked = find_asked(visit, request)
    version = _find_version(visit, asked, request)
    pieces = compare_words(version.text, asked.text)
    return render("version", visit, asked=asked, interview=visit.interview, version=version, pieces=pieces)


def restore_version(form: Form, request: Request) -> Response:
    """Bring a version back, as the newest one."""
    visit = open_visit(form, request.path_params)
    asked = find_asked(visit, request)
    version = _find_version(visit, asked, request)
    seen = read_fields(request).get("version", asked.version)
    try:
        write_answer(visit, asked, version.text, version.by or asked.answered_by, seen)
    except Conflict as conflict:
        return show_conflict(visit, asked, conflict, version.text, version.by)
    except PolicyKitError as error:
        return draw_question(visit, asked, asked.text, asked.version, error=str(error), status=422)
    return RedirectResponse(visit.to("questions", asked.id) + "?notice=restored", 303)


def list_versions(visit: Visit, asked: InterviewQuestion) -> tuple[list[Version], bool]:
    """The versions that differ from their neighbours, newest first; and whether they go back to the beginning."""
    found = list_answer_revisions(visit.kit, visit.questionnaire, asked.id, visit.language)
    versions: list[Version] = []
    for version in (*_list_written(visit, asked), *_list_committed(visit, asked, found.revisions)):
        if version.text.strip() != (versions[-1].text.strip() if versions else asked.text.strip()):
            versions.append(version)
    return versions, found.complete


def _list_written(visit: Visit, asked: InterviewQuestion) -> Iterator[Version]:
    for one in reversed(visit.form.record.list_texts(visit.key(asked.id))):
        key = "history.source-form" if one.is_saved else "history.source-unsaved"
        yield Version(f"w{one.number}", one.text, one.by, one.when, visit.say(key), count_changes(one.text, asked.text))


def _list_committed(visit: Visit, asked: InterviewQuestion, revisions: Iterable[AnswerRevision]) -> Iterator[Version]:
    for one in revisions:
        source = visit.say("history.source-git", summary=one.summary, author=one.author)
        when = one.when.astimezone()
        yield Version(one.commit, one.text, one.by, when, source, count_changes(one.text, asked.text))


def _find_version(visit: Visit, asked: InterviewQuestion, request: Request) -> Version:
    name = request.path_params["version"]
    for version in list_versions(visit, asked)[0]:
        if version.id == name:
            return version
    raise HTTPException(404)
