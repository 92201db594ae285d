"""What the form refuses before it looks at it. Each guard knows one danger; a test shows what happens without it."""

import json
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl

from policy_kit.kit import Kit
from policy_kit.languages import list_languages
from policy_kit.web.door import Door

LARGEST = 64 * 1024
"""Bytes of a request: three times the longest answer in Cyrillic."""
DEEPEST = 8
READING = ("GET", "HEAD")
FORM_TYPE, JSON_TYPE = "application/x-www-form-urlencoded", "application/json"
MOST_FIELDS = 20
SURROGATE = re.compile("[\ud800-\udfff]")
BRACKETS = re.compile(rb'"(?:[^"\\]|\\.)*"?|[\[{]|[\]}]', re.DOTALL)


@dataclass(frozen=True)
class Asked:
    """A request, as far as guards look at it."""

    method: str
    path: str
    headers: Mapping[str, str]
    cookies: Mapping[str, str]
    origin: str
    """Where this form is at home: `http://127.0.0.1:port`."""
    door: Door
    read_kit: Callable[[], Kit]
    handbook: Path
    body: bytes = field(default=b"", repr=False)

    @property
    def is_json(self) -> bool:
        """Whether the path is one that scripts use."""
        return self.path.startswith("/api/")

    @property
    def writes(self) -> bool:
        """Whether the request may change something."""
        return self.method not in READING


@dataclass(frozen=True)
class Refusal:
    """Why a request goes no further: a status, and a phrase of `form.refused`."""

    status: int
    reason: str


Guard = Callable[[Asked], Refusal | None]


def refuse_foreign_host(asked: Asked) -> Refusal | None:
    """Another name that leads to this machine (DNS rebinding) would make a foreign page same-origin with the form."""
    own = asked.origin.removeprefix("http://")
    port = own.rpartition(":")[2]
    return None if asked.headers.get("host") in (own, f"localhost:{port}") else Refusal(421, "host")


def refuse_strangers(asked: Asked) -> Refusal | None:
    """Other users of this machine reach the port too; only the browser with the cookie comes in."""
    is_open = asked.path == "/" or asked.path.startswith("/static/")
    known = asked.door.knows(asked.cookies.get(asked.door.cookie_name, ""))
    return None if is_open or known else Refusal(403, "stranger")


def refuse_foreign_origin(asked: Asked) -> Refusal | None:
    """A page of another site, or of another port of this machine, must not write here with the user's cookie."""
    if not asked.writes or "origin" not in asked.headers:
        return None
    same = asked.headers.get("origin") == f"http://{asked.headers.get('host')}"
    return None if same and asked.headers.get("sec-fetch-site", "same-origin") == "same-origin" else _foreign()


def refuse_missing_origin(asked: Asked) -> Refusal | None:
    """Every browser says where a writing request comes from; what does not say it is none."""
    return _foreign() if asked.writes and "origin" not in asked.headers else None


def refuse_foreign_type(asked: Asked) -> Refusal | None:
    """A foreign page can send `text/plain` without asking; ours sends one type per kind of path."""
    if not asked.writes:
        return None
    wanted = JSON_TYPE if asked.is_json else FORM_TYPE
    sent = asked.headers.get("content-type", "").partition(";")[0].strip().lower()
    return None if sent == wanted else Refusal(415, "content-type")


def refuse_large(asked: Asked) -> Refusal | None:
    """Nobody writes so much; whoever sends it wants our memory."""
    said = asked.headers.get("content-length", "0")
    too_large = not said.isdigit() or int(said[:12]) > LARGEST or len(asked.body) > LARGEST
    return Refusal(413, "large") if too_large else None


def refuse_outside(asked: Asked) -> Refusal | None:
    """The handbook's folder is served, and nothing beside it: no `..`, no link that leads out."""
    if not asked.path.startswith("/handbook/"):
        return None
    root = os.path.realpath(asked.handbook)
    try:
        target = os.path.realpath(os.path.join(root, asked.path.removeprefix("/handbook/")))  # noqa: PTH118
    except ValueError:
        return Refusal(404, "unknown")
    return None if target == root or target.startswith(root + os.sep) else Refusal(404, "unknown")


def refuse_unknown_ids(asked: Asked) -> Refusal | None:
    """Languages, questionnaires and questions come from closed sets; nothing else ever becomes part of a path."""
    parts = asked.path.removeprefix("/api").strip("/").split("/")
    if asked.path == "/" or parts[0] in ("static", "handbook"):
        return None
    spoken, questionnaire, language, *rest = (*parts, "", "", "")[: max(3, len(parts))]
    kit = asked.read_kit()
    known = spoken in list_languages() and questionnaire in kit.questionnaires and language in kit.languages
    if known and rest[:1] == ["questions"]:
        known = any(question.id == rest[1] for question in kit.questionnaires[questionnaire].questions if rest[1:])
    return None if known else Refusal(404, "unknown")


def refuse_missing_version(asked: Asked) -> Refusal | None:
    """Who saves must say which text is being replaced; else the last to write wins, and the other loses a text."""
    is_question = "/questions/" in asked.path and asked.path.count("/") == (6 if asked.is_json else 5)
    if not asked.writes or not is_question:
        return None
    if asked.is_json:
        return None if asked.headers.get("if-match") else Refusal(428, "version")
    fields = dict(parse_qsl(asked.body.decode("utf-8", "replace"), keep_blank_values=True))
    return None if "version" in fields else Refusal(428, "version")


def refuse_deep_json(asked: Asked) -> Refusal | None:
    """Python's reader of JSON goes as deep as the text does, and falls."""
    if not asked.is_json:
        return None
    depth = 0
    for found in BRACKETS.finditer(asked.body):
        depth += {b"[": 1, b"{": 1, b"]": -1, b"}": -1}.get(found[0], 0)
        if depth > DEEPEST:
            return Refusal(400, "broken")
    return None


def refuse_broken_text(asked: Asked) -> Refusal | None:
    """Half a character (a lone surrogate, cut UTF-8) can be neither shown nor saved."""
    if not asked.body:
        return None
    try:
        if asked.is_json:
            values = list(_list_texts(json.loads(asked.body)))
        else:
            fields = parse_qsl(asked.body.decode(), keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)
            values = [text for pair in fields for text in pair]
    except ValueError:
        return Refusal(400, "broken")
    return Refusal(400, "broken") if any(SURROGATE.search(value) for value in values) else None


def _list_texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for pair in value.items() for part in pair for text in _list_texts(part)]
    if isinstance(value, list):
        return [text for part in value for text in _list_texts(part)]
    return [value] if isinstance(value, str) else []


def _foreign() -> Refusal:
    return Refusal(403, "origin")


GUARDS: tuple[Guard, ...] = (
    refuse_foreign_host,
    refuse_strangers,
    refuse_missing_origin,
    refuse_foreign_origin,
    refuse_foreign_type,
    refuse_large,
    refuse_outside,
    refuse_unknown_ids,
    refuse_missing_version,
    refuse_deep_json,
    refuse_broken_text,
)
"""In this order: the cheap ones first. `refuse_large` also bounds how much of a body is read at all."""
