"""The company's own files in site/: pages, pictures, style sheets, and templates, the only ones that run: fenced in."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from policy_kit.errors import UsageError
from policy_kit.handbook.own_templates import PARTS, OwnTemplate, list_page_templates, require_sound
from policy_kit.languages import Phrases

PAGES, THEME, TEMPLATES = "site/pages", "site/theme", "site/templates"
OURS = Path(__file__).parent / "templates"
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
    templates: dict[str, OwnTemplate] = field(default_factory=dict)
    """Templates that take the place of ours, by name."""


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
    theme: dict[str, Path] = {}
    templates: dict[str, OwnTemplate] = {}
    for name in (*_list_files(folder, THEME, phrases), *_list_files(folder, TEMPLATES, phrases)):
        if known := _find_template(name, phrases):
            templates[known] = OwnTemplate(name, read_text(folder, name, phrases))
        else:
            _require_harmless(folder, name, phrases)
            theme[name.removeprefix(f"{THEME}/")] = folder / name
    require_sound(templates.values(), phrases("site.template_broken"))
    return OwnFiles(pages, papers, theme, templates)


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


def _find_template(name: str, phrases: Phrases) -> str:
    """The template of ours whose place a file takes, by its name alone; empty for a file that is none."""
    known = [*list_page_templates(OURS), *PARTS]
    found = Path(name).name
    if found in known:
        return found
    if name.startswith(f"{TEMPLATES}/") or found.endswith((".j2", ".html")):
        raise UsageError(phrases("site.template_unknown", file=name, known=", ".join(known)))
    return ""


def _require_harmless(folder: Path, name: str, phrases: Phrases) -> None:
    suffix = Path(name).suffix.lower()
    if suffix not in PICTURES | FONTS | {".css"}:
        raise UsageError(phrases("handbook.errors.theme_file", file=name))
    if suffix == ".css" and _FETCHES.search(read_text(folder, name, phrases)):
        raise UsageError(phrases("handbook.errors.style_request", file=name))
