"""One question: the box, and beside it what the answer holds already and what it still lacks."""

from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from policy_kit.actions.answering import LONGEST_ANSWER, Conflict
from policy_kit.actions.interview import InterviewQuestion
from policy_kit.errors import PolicyKitError
from policy_kit.web.advice import coach, sum_up
from policy_kit.web.form import Form
from policy_kit.web.reading import read_fields
from policy_kit.web.rendering import render
from policy_kit.web.screens.conflict import keep_theirs, show_conflict
from policy_kit.web.visit import Visit, find_asked, open_visit
from policy_kit.web.writing import tidy, write_answer

NOTICES = ("saved", "restored", "kept", "empty")


def show_question(form: Form, request: Request) -> Response:
    """The question with the answer as it is saved."""
    visit = open_visit(form, request.path_params)
    asked = find_asked(visit, request)
    notice = request.query_params.get("notice", "")
    return draw_question(visit, asked, asked.text, asked.version, notice=notice if notice in NOTICES else "")


def save_question(form: Form, request: Request) -> Response:
    """Save what stands in the box, whichever way the user leaves, and go there."""
    visit = open_visit(form, request.path_params)
    asked = find_asked(visit, request)
    fields = read_fields(request)
    text, by, go = tidy(fields.get("text", "")), fields.get("by", "").strip(), fields.get("go", "stay")
    version = fields.get("version", asked.version)
    if go == "keep-theirs":
        return keep_theirs(visit, asked, text, by)
    if go == "both":
        return draw_question(visit, asked, f"{asked.text}\n\n{text}".strip(), version, by=by)
    if go == "skeleton":
        text = _add_skeleton(visit, asked, text)
    if not text.strip():
        return _leave_empty(visit, asked, go, by)
    try:
        write_answer(visit, asked, text, by, version)
    except Conflict as conflict:
        return show_conflict(visit, asked, conflict, text, by)
    except PolicyKitError as error:
        return draw_question(visit, asked, text, version, by=by, error=str(error), status=422)
    return RedirectResponse(_find_way(visit, asked, go), 303)


def draw_question(
    visit: Visit,
    asked: InterviewQuestion,
    text: str,
    version: str,
    *,
    by: str | None = None,
    status: int = 200,
    **values: Any,
) -> Response:
    """The screen with this text in its box."""
    if asked.state == "locked":
        open_ones = [each for each in visit.interview.questions if each.state not in ("locked", "concrete")]
        return render("locked", visit, status, asked=asked, interview=visit.interview, open_ones=open_ones)
    coaching = coach(visit, asked.question, text)
    began = visit.form.record.begin(visit.key(asked.id), asked.score.score if asked.score else 0)
    return render(
        "question",
        visit,
        status,
        asked=asked,
        interview=visit.interview,
        text=text,
        version=version,
        by=_guess_author(visit, asked) if by is None else by,
        advice=sum_up(visit, coaching, began, text),
        most=LONGEST_ANSWER,
        is_last=asked.number == len(visit.interview.questions),
        **{"notice": "", "error": "", **values},
    )


def _guess_author(visit: Visit, asked: InterviewQuestion) -> str:
    """Who answered; for a new answer, who gave the one before it."""
    if asked.answered_by or asked.answered:
        return asked.answered_by
    before = [each.answered_by for each in visit.interview.questions if each.answered_by]
    written = [one.by for each in visit.interview.questions for one in visit.form.record.list_texts(visit.key(each.id))]
    return next((by for by in (*reversed(written), *reversed(before)) if by), "")


def _add_skeleton(visit: Visit, asked: InterviewQuestion, text: str) -> str:
    """Without JavaScript the words of the next step go to the end; nothing is replaced."""
    skeleton = coach(visit, asked.question, text).skeleton
    return f"{text.rstrip()}\n{skeleton}".strip() if skeleton else text


def _leave_empty(visit: Visit, asked: InterviewQuestion, go: str, by: str) -> Response:
    """An empty box is no answer; what is saved stays."""
    if go == "stay" and not asked.answered:
        return draw_question(visit, asked, "", asked.version, by=by)
    target = visit.to("questions", asked.id) + "?notice=empty" if asked.answered else _find_way(visit, asked, go)
    return RedirectResponse(target, 303)


def _find_way(visit: Visit, asked: InterviewQuestion, go: str) -> str:
    """Where a way out leads; every button of the page names one."""
    here = visit.to("questions", asked.id)
    if go == "next":
        later = visit.interview.questions[asked.number :]
        return visit.to("questions", later[0].id) if later else visit.to("review")
    if go.startswith("speak-") and go[6:] in ("en", "ru", "sl"):
        return visit.to("questions", asked.id, spoken=go[6:])
    ways = {"overview": visit.to(), "review": visit.to("review"), "history": f"{here}/versions", "skeleton": here}
    return ways.get(go, f"{here}?notice=saved")
