"""The company's own files in site/: hand-written pages, pictures, style sheets. Nothing among them that runs."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from policy_kit.errors import UsageError
from policy_kit.languages import Phrases

PAGES, THEME = "site/pages", "site/theme"
LARGEST_TEXT = 1_000_000
PICTURES = {".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".ico", ".avif"}
FONTS = {".woff", ".woff2", ".ttf", ".otf"}
PAPERS = {".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".csv", ".txt"}
"""What a hand-written page may offer for download."""
_FETCHES = re.compile(r"(?:@import|url\()\s*(?:url\()?\s*[\"']?\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)


@dataclass(frozen=True)
class OwnFiles:
    """What the company adds to its handbook; each file by its address in the site."""

    pages: dict[str, str]
    """Hand-written pages: address → Markdown. Those of a language begin with its folder."""
    papers: dict[str, Path]
    """Pictures and downloads beside the pages."""
    theme: dict[str, Path]
    """Style sheets, pictures and fonts."""


def read_own_files(folder: Path, phrases: Phrases) -> OwnFiles:
    """Everything in site/pages and site/theme of the kit. Raises `UsageError` for what may not be there."""
    pages: dict[str, str] = {}
    papers: dict[str, Path] = {}
    for name in _list_files(folder, PAGES, phrases):
        uri, suffix = name.removeprefix(f"{PAGES}/"), Path(name).suffix.lower()
        if suffix == ".md":
            pages[uri] = read_text(folder, name, phrases)
        elif suffix in PICTURES | PAPERS:
            papers[uri] = folder / name
    theme = {name.removeprefix(f"{THEME}/"): folder / name for name in _list_files(folder, THEME, phrases)}
    for name in theme:
        _require_harmless(folder, f"{THEME}/{name}", phrases)
    return OwnFiles(pages, papers, theme)


def read_text(folder: Path, name: str, phrases: Phrases) -> str:
    """The text of a file of the company's own, without a byte order mark."""
    try:
        with (folder / name).open("rb") as file:
            content = file.read(LARGEST_TEXT + 1)
        if len(content) <= LARGEST_TEXT and b"\0" not in content:
            return content.decode("utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        pass
    raise UsageError(phrases("handbook.errors.unreadable", file=name))


def _list_files(folder: Path, top: str, phrases: Phrases) -> Iterator[str]:
    """The files below a folder by name; hidden ones, and what is said of the folder itself, do not count."""
    root = os.path.realpath(folder / top)
    for parent, folders, names in os.walk(folder / top):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if name.startswith(".") or name == "README.md":
                continue
            shown = path.relative_to(folder).as_posix()
            if os.path.commonpath([root, os.path.realpath(path)]) != root:
                raise UsageError(phrases("handbook.errors.outside", file=shown))
            if path.is_file():
                yield shown


def _require_harmless(folder: Path, name: str, phrases: Phrases) -> None:
    suffix = Path(name).suffix.lower()
    if suffix not in PICTURES | FONTS | {".css"}:
        raise UsageError(phrases("handbook.errors.theme_file", file=name))
    if suffix == ".css" and _FETCHES.search(read_text(folder, name, phrases)):
        raise UsageError(phrases("handbook.errors.style_request", file=name))
