"""What a request carries. Guards have seen to it that it can be read."""

import json
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request


def read_fields(request: Request) -> dict[str, str]:
    """The fields of a form. Browsers send line ends as two characters."""
    body = request.scope["asked"].body.decode("utf-8", "replace")
    return {name: value.replace("\r\n", "\n") for name, value in parse_qsl(body, keep_blank_values=True)}


def read_json(request: Request) -> dict[str, Any]:
    """The object that a script sent."""
    value = json.loads(request.scope["asked"].body)
    return value if isinstance(value, dict) else {}


def read_text(fields: dict[str, Any], name: str) -> str:
    """A text of such an object; whatever else stands there is none."""
    value = fields.get(name, "")
    return value if isinstance(value, str) else ""
