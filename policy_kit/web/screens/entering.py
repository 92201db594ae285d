"""Coming in with a key that works once, and closing the form."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from policy_kit.languages import list_languages
from policy_kit.web.form import Form
from policy_kit.web.guarding import find_spoken
from policy_kit.web.guards import Asked
from policy_kit.web.rendering import render_bare, render_refusal
from policy_kit.web.visit import open_visit


def enter(form: Form, request: Request) -> Response:
    """Exchange the key for the cookie; then on to the first screen."""
    asked: Asked = request.scope["asked"]
    response = _start(form)
    if asked.door.knows(asked.cookies.get(asked.door.cookie_name, "")):
        return response
    key = request.query_params.get("key", "")
    cookie = form.door.turn(key)
    if cookie is None:
        return _send_away(form, request, key)
    response.set_cookie(form.door.cookie_name, cookie, path="/", httponly=True, samesite="strict")
    return response


def close(form: Form, request: Request) -> Response:
    """The last page; the server stops when it has been sent."""
    visit = open_visit(form, request.path_params)
    form.close()
    return render_bare("closed", visit.spoken, 200)


def _start(form: Form) -> RedirectResponse:
    """The overview, in the terminal's language: that is the kit's own, unless another was asked for."""
    kit = form.read_kit()
    spoken = form.phrases.language
    languages = [language for language in kit.languages if language in list_languages()]
    questionnaire = next(iter(kit.questionnaires), "")
    if not questionnaire or not languages:
        return RedirectResponse(f"/{spoken}/", 303)
    return RedirectResponse(f"/{spoken}/{questionnaire}/{languages[0]}/", 303)


def _send_away(form: Form, request: Request, key: str) -> Response:
    """No key, or a wrong one. Whoever held a good one, and comes with it again, finds a new one in the terminal."""
    spoken = find_spoken(request, form.phrases.language)
    used = form.door.was_used(key)
    if used:
        form.tell(form.phrases("form.key-again", address=form.make_address()))
    reason = "used" if used else "stranger"
    return render_refusal(reason, spoken, 403)
