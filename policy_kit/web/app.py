"""The form as a whole: which address shows which screen, and the guards in front of them."""

from collections.abc import Callable, Sequence
from functools import partial

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from policy_kit.web import scripting
from policy_kit.web.colours import show_colours
from policy_kit.web.form import Form
from policy_kit.web.guarding import Guarded
from policy_kit.web.guards import GUARDS, Guard
from policy_kit.web.rendering import STATIC, render_refusal
from policy_kit.web.screens import entering, overview, pages, question, review, versions

Screen = Callable[[Form, Request], Response]
VISIT = "/{spoken}/{questionnaire}/{language}"
QUESTION = f"{VISIT}/questions/{{question}}"


def make_app(form: Form, guards: Sequence[Guard] = GUARDS) -> Guarded:
    """The form, ready to be served. Tests leave out a guard to see what it is good for."""

    def read(path: str, screen: Screen) -> Route:
        return Route(path, partial(screen, form), methods=["GET"])

    def write(path: str, screen: Screen, method: str = "POST") -> Route:
        return Route(path, partial(screen, form), methods=[method])

    routes: list[BaseRoute] = [
        read("/", entering.enter),
        read("/static/colours.css", show_colours),
        Mount("/static", StaticFiles(directory=STATIC)),
        read("/handbook/{path:path}", pages.show_page),
        read(f"{VISIT}/", overview.show_overview),
        read(QUESTION, question.show_question),
        write(QUESTION, question.save_question),
        write(f"/api{QUESTION}", scripting.save_text, "PUT"),
        write(f"/api{QUESTION}/score", scripting.score_text),
        read(f"{QUESTION}/versions", versions.show_versions),
        read(f"{QUESTION}/versions/{{version}}", versions.show_version),
        write(f"{QUESTION}/versions/{{version}}", versions.restore_version),
        read(f"{VISIT}/review", review.show_review),
        read(f"{VISIT}/build", review.show_build),
        write(f"{VISIT}/build", review.start_build),
        read(f"/api{VISIT}/build", review.tell_build),
        write(f"{VISIT}/close", entering.close),
    ]
    handlers = {
        404: partial(_fail, form, "unknown"),
        405: partial(_fail, form, "unknown"),
        500: partial(_fail, form, "failed"),
    }
    return Guarded(Starlette(routes=routes, exception_handlers=handlers), form, guards)


def _fail(form: Form, reason: str, request: Request, error: Exception) -> Response:
    """A page for what went wrong; never a traceback."""
    status = getattr(error, "status_code", 500)
    spoken = request.scope["path"].strip("/").partition("/")[0]
    if request.scope["asked"].is_json:
        return JSONResponse({"error": form.phrases(f"form.refused.{reason}")}, status)
    return render_refusal(reason, spoken, status)
