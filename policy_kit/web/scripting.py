"""What the page's script asks for while one writes: a new opinion, and a save without leaving the page."""

from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from policy_kit.actions.answering import Conflict
from policy_kit.actions.interview import make_version
from policy_kit.errors import PolicyKitError, StorageError
from policy_kit.web.advice import coach, sum_up
from policy_kit.web.form import Form
from policy_kit.web.reading import read_json, read_text
from policy_kit.web.visit import find_asked, find_question, open_visit
from policy_kit.web.writing import tidy, write_answer


def score_text(form: Form, request: Request) -> Response:
    """The coach's opinion of a text that is not saved yet."""
    visit = open_visit(form, request.path_params)
    question = find_question(visit, request)
    text = read_text(read_json(request), "text")
    coaching = coach(visit, question, text)
    began = form.record.begin(visit.key(question.id), coaching.score.score)
    return JSONResponse(sum_up(visit, coaching, began, text))


def save_text(form: Form, request: Request) -> Response:
    """Save a text; the answer is the version that the next save must name."""
    visit = open_visit(form, request.path_params)
    asked = find_asked(visit, request)
    fields = read_json(request)
    version = request.headers.get("if-match", asked.version).strip('"')
    text, by = tidy(read_text(fields, "text")), read_text(fields, "by").strip()
    after = make_version(tidy(read_text(fields, "after")).strip())
    try:
        if "after" in fields and after == asked.version:  # the page went away before it heard of its own save
            version = after
        saved = write_answer(visit, asked, text, by, version)
    except Conflict as conflict:
        return _tell(409, error=str(conflict), version=conflict.version)
    except StorageError as error:
        return _tell(507, error=str(error))
    except PolicyKitError as error:
        return _tell(422, error=str(error))
    told = visit.say("question.saved-at", time=f"{datetime.now():%H:%M}")
    response = _tell(200, version=saved.version, told=told)
    response.headers["etag"] = f'"{saved.version}"'
    return response


def _tell(status: int, **values: Any) -> JSONResponse:
    return JSONResponse(values, status)
