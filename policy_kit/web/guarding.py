"""Stands before the form: asks the guards about every request, and sends all answers out with strict headers."""

from collections.abc import MutableMapping, Sequence
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request, cookie_parser
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from policy_kit.languages import list_languages, load_phrases
from policy_kit.web.form import Form
from policy_kit.web.guards import GUARDS, LARGEST, Asked, Guard, Refusal, refuse_large
from policy_kit.web.rendering import render_refusal

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": POLICY,
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
}
"""A response may be less strict only where it says so itself, as the handbook's pages do."""


class Guarded:
    """The form behind its guards."""

    def __init__(self, app: ASGIApp, form: Form, guards: Sequence[Guard] = GUARDS) -> None:
        self._app = app
        self._form = form
        self._guards = guards

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = LARGEST if refuse_large in self._guards else 1 << 30
        body, rest = await _read_body(receive, most)
        asked = self._look_at(scope, body)
        refusal = await run_in_threadpool(self._ask_guards, asked)
        sender = _add_headers(send, asked.path)
        if refusal:
            await self._refuse(asked, refusal)(scope, receive, sender)
            return
        scope["asked"] = asked
        await self._app(scope, rest, sender)

    def _look_at(self, scope: Scope, body: bytes) -> Asked:
        headers = Headers(scope=scope)
        form = self._form
        return Asked(
            scope["method"],
            scope["path"],
            headers,
            cookie_parser(headers.get("cookie", "")),
            form.origin,
            form.door,
            form.read_kit,
            form.handbook,
            body,
        )

    def _ask_guards(self, asked: Asked) -> Refusal | None:
        return next((refusal for guard in self._guards if (refusal := guard(asked))), None)

    def _refuse(self, asked: Asked, refusal: Refusal) -> Response:
        spoken = next((one for one in asked.path.split("/") if one in list_languages()), self._form.phrases.language)
        if asked.path.startswith(("/static/", "/handbook/")) and refusal.reason == "unknown":
            return PlainTextResponse("", refusal.status)
        if asked.is_json:
            reason = load_phrases(spoken)(f"form.refused.{refusal.reason}", address=self._form.origin)
            return JSONResponse({"error": reason}, refusal.status)
        return render_refusal(refusal.reason, spoken, refusal.status, self._form.origin)


async def _read_body(receive: Receive, most: int) -> tuple[bytes, Receive]:
    """The body, up to one byte more than we accept; and a way to read it once more."""
    body = b""
    while True:
        message = await receive()
        if message["type"] != "http.request":
            break
        body += message.get("body", b"")
        if len(body) > most or not message.get("more_body", False):
            break
    replayed = False

    async def replay() -> Message:
        nonlocal replayed
        if replayed:
            return await receive()
        replayed = True
        return {"type": "http.request", "body": body, "more_body": False}

    return body[: most + 1], replay


def _add_headers(send: Send, path: str) -> Send:
    async def send_with_headers(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            if path.startswith("/static/"):  # the goodbye page is shown when there is nobody left to ask for styles
                headers["cache-control"] = "private, max-age=600"
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return send_with_headers


def find_spoken(request: Request, otherwise: str) -> str:
    """The language that the browser asks for first among those that we speak."""
    wanted = request.headers.get("accept-language", "")[:200].split(",")
    codes = (one.strip()[:2].lower() for one in wanted)
    return next((code for code in codes if code in list_languages()), otherwise)
