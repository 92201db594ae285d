"""Check your answers, then build the handbook and wait for it."""

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from policy_kit.web.form import Form
from policy_kit.web.rendering import render
from policy_kit.web.screens.overview import say_who
from policy_kit.web.screens.pages import find_handbook
from policy_kit.web.visit import open_visit


def show_review(form: Form, request: Request) -> Response:
    """All questions with their answers, each with a way to change it."""
    visit = open_visit(form, request.path_params)
    rows = [(asked, say_who(visit, asked)) for asked in visit.interview.questions]
    unfinished = visit.interview.count - visit.interview.concrete
    return render("review", visit, interview=visit.interview, rows=rows, unfinished=unfinished)


def start_build(form: Form, request: Request) -> Response:
    """Begin to build the handbook."""
    visit = open_visit(form, request.path_params)
    form.work.start(form.folder, visit.kit.languages, visit.say("refused.failed"))
    return RedirectResponse(visit.to("build"), 303)


def show_build(form: Form, request: Request) -> Response:
    """How far the handbook is."""
    visit = open_visit(form, request.path_params)
    return render("build", visit, work=form.work, open_at=find_handbook(visit), folder=str(form.handbook))


def tell_build(form: Form, request: Request) -> Response:
    """The same for the script that waits."""
    visit = open_visit(form, request.path_params)
    work = form.work
    told = visit.say("build.running", done=len(work.ready), count=len(work.languages))
    return JSONResponse({"running": work.is_running, "ready": sorted(work.ready), "told": told})
