"""The built handbook under its own path. Its pages run scripts of their own, but cannot reach the form."""

import base64
import hashlib
import re
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response

from policy_kit.web.form import Form
from policy_kit.web.visit import Visit

INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)


def show_page(form: Form, request: Request) -> Response:
    """A file of the handbook. That the path stays inside its folder is seen to by a guard."""
    path: Path = form.handbook / request.path_params["path"]
    origin = f"http://{request.headers['host']}"  # the form answers at two names of this machine
    if path.is_dir():
        path /= "index.html"
    if not path.is_file():
        raise HTTPException(404)
    if path.suffix != ".html":
        return FileResponse(path, headers={"content-security-policy": make_policy(origin, "")})
    page = path.read_text(encoding="utf-8")
    return HTMLResponse(page, headers={"content-security-policy": make_policy(origin, page)})


def make_policy(origin: str, page: str, folder: str = "/handbook/") -> str:
    """What a page of the handbook may do: run what was built into it, and load only what lies beside it."""
    own = f"{origin}{folder}"
    hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in INLINE.findall(page)]
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src", own, *(f"'sha256-{one}'" for one in hashes))),
            f"style-src {own} 'unsafe-inline'",
            f"img-src {own} data:",
            f"font-src {own}",
            f"connect-src {own}",
            f"worker-src {own}",
            "form-action 'none'",
            "frame-src 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


def find_handbook(visit: Visit) -> str:
    """Where the handbook opens: in the form's language, if it has that; empty when it has not been built."""
    if not (visit.form.handbook / "index.html").is_file():
        return ""
    language = visit.spoken if visit.spoken in visit.kit.languages else visit.kit.languages[0]
    return f"/handbook/{language}/index.html"
