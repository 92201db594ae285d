"""Answers the browser that looks at the preview: pages with a script that keeps them fresh, and what there is new."""

import hashlib
import html
import json
import mimetypes
import re
from collections.abc import Callable
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import Receive, Scope, Send

from policy_kit.actions.previewing import Preview
from policy_kit.errors import PolicyKitError
from policy_kit.web.preview.news import News
from policy_kit.web.screens.pages import make_policy

STATIC = Path(__file__).parent / "static"
OWN = "/preview/"
CONTENT = re.compile(r'<article\b.*</article>|<meta name="description"[^>]*>', re.DOTALL)
"""What may change on a page without its frame changing."""
HEADERS = {
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
}
BARE = (
    '<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
    '<meta name="viewport" content="width=device-width,initial-scale=1"></head>'
    '<body><main><h1>{title}</h1><p><a href="/">{back}</a></p></main></body></html>'
)


class PreviewApp:
    """The preview as a web application. It only reads, and answers only to its own name."""

    def __init__(self, preview: Preview, news: News, port: int) -> None:
        self._preview = preview
        self._news = news
        self._hosts = (f"127.0.0.1:{port}", f"localhost:{port}")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http":
            response = await self._answer(Request(scope, receive), Headers(scope=scope).get("host", ""))
            for name, value in HEADERS.items():
                response.headers.setdefault(name, value)
            await response(scope, receive, send)

    async def _answer(self, request: Request, host: str) -> Response:
        if host not in self._hosts:  # another name that leads here would make a foreign page a part of ours
            return PlainTextResponse("", 421)
        if request.method not in ("GET", "HEAD"):
            return PlainTextResponse("", 405)
        path = request.scope["path"]
        if path == f"{OWN}changes":
            since = request.query_params.get("since", "")
            version = await self._news.wait(int(since[:9]) if since.isdecimal() else -1)
            return JSONResponse({"version": version, "troubles": self._preview.troubles})
        if path in (f"{OWN}preview.js", f"{OWN}preview.css"):
            name = path.removeprefix(OWN)
            return Response((STATIC / name).read_bytes(), media_type=mimetypes.guess_type(name)[0])
        if path == "/" and self._preview.languages:
            return RedirectResponse(f"/{self._preview.languages[0]}/index.html", 302)
        return await run_in_threadpool(self._show, path.lstrip("/"), f"http://{host}/")

    def _show(self, address: str, origin: str) -> Response:
        try:
            found = self._preview.find(address)
        except PolicyKitError:
            return self._make_page(self._make_bare("broken"), origin, 503)
        except Exception as error:  # whatever a page holds, the preview goes on
            self._preview.troubles = (*self._preview.troubles, f"{address}: {error or type(error).__name__}")
            return self._make_page(self._make_bare("broken"), origin, 500)
        if found is None:
            return self._make_page(self._make_bare("missing" if self._preview.languages else "broken"), origin, 404)
        content, name = found
        if name.endswith(".html"):
            return self._make_page(content.decode("utf-8"), origin, 200)
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return Response(content, media_type=kind, headers={"content-security-policy": make_policy(origin, "", "")})

    def _make_bare(self, reason: str) -> str:
        say: Callable[[str], str] = self._preview.phrases
        title, back = html.escape(say(f"site.preview.{reason}")), html.escape(say("site.preview.back"))
        return BARE.format(language=self._preview.phrases.language, title=title, back=back)

    def _make_page(self, page: str, origin: str, status: int) -> Response:
        """A page with the script that keeps it fresh, which is in no page that is built."""
        frame = hashlib.sha256(CONTENT.sub("", page).encode()).hexdigest()
        about = json.dumps(
            {"version": self._preview.version, "frame": frame, "title": self._preview.phrases("site.preview.troubles")}
        )
        head = (
            f'<meta name="policy-kit:preview" content="{html.escape(about)}">'
            f'<link rel="stylesheet" href="{OWN}preview.css"><script src="{OWN}preview.js" defer></script></head>'
        )
        shown = page.replace("</head>", head, 1)
        headers = {"content-security-policy": make_policy(origin, page, "")}
        return Response(shown, status, headers, "text/html")
