"""The company's logo for the head of a paper: read once, looked at, and then only data."""

import os
from pathlib import Path
from typing import Literal

from policy_kit.errors import UsageError
from policy_kit.handbook.papers.paper import Logo
from policy_kit.handbook.papers.pictures import draw_png
from policy_kit.kit import Kit
from policy_kit.languages import load_phrases

LARGEST = 1_000_000
FORMATS: dict[str, Literal["png", "jpg", "svg"]] = {".png": "png", ".jpg": "jpg", ".jpeg": "jpg", ".svg": "svg"}
OWN = tuple(f"site/theme/logo{suffix}" for suffix in FORMATS)
"""Where the handbook's own logo lies; a paper has it, too, unless the company names another."""


def read_logo(kit: Kit) -> Logo | None:
    """The logo that the company names, else that of its handbook, else none.

    Raises `UsageError` where the file is missing, lies outside of the kit, is too large or is no picture.
    """
    named = kit.company.logo if kit.company else None
    name = named or next((name for name in OWN if (kit.folder / name).is_file()), None)
    if name is None:
        return None
    reason = "unreadable"
    try:
        format = FORMATS.get(Path(name).suffix.lower())
        reason = "format" if format is None else "outside" if _leads_out(kit.folder, name) else ""
        if format and not reason:
            logo = Logo(format, _read(kit.folder / name))
            draw_png(logo)
            return logo
    except OSError:
        reason = "unreadable"
    except (ValueError, RuntimeError):  # too large; Typst's refusal of what is no picture
        reason = "broken"
    phrases = load_phrases(kit.language)
    told = phrases(f"papers.logo.{reason}")
    raise UsageError(phrases("papers.logo.refused", file=name, reason=told))


def _leads_out(folder: Path, name: str) -> bool:
    root = os.path.realpath(folder)
    return os.path.commonpath([root, os.path.realpath(folder / name)]) != root


def _read(path: Path) -> bytes:
    if path.exists() and not path.is_file():
        raise OSError("not a file")
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise ValueError("too large")
    return content
