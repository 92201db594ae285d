"""The handbook as Markdown pages with settings for another generator: in a folder of its own, replaced at once."""

import json
import posixpath
import re
import shutil
from collections.abc import Iterable
from html import unescape
from pathlib import Path
from typing import Any

import yaml

from policy_kit.errors import PolicyKitError
from policy_kit.handbook.building import make_jobs
from policy_kit.handbook.drawn_files import write_drawing
from policy_kit.handbook.edition import Scores
from policy_kit.handbook.html_tree import Element, read_html
from policy_kit.handbook.out import replace_folder
from policy_kit.handbook.plain_markdown import MarkdownWriter
from policy_kit.handbook.site.job import SiteJob
from policy_kit.handbook.site.start_page import MARKER
from policy_kit.kit import Kit
from policy_kit.languages import load_phrases

DOCS = "docs"
DRAWINGS = "drawings"
_HTML = re.compile(r"^(?![a-z][a-z0-9+.-]*:|//|#)([^#?]+)\.html(#.*)?$", re.IGNORECASE)


def export_markdown(kit: Kit, scores: Scores, out: Path, *, public: bool = False) -> int:
    """Writes the pages of all languages as Markdown into `out`, with a mkdocs.yml; how many pages a language has.

    Raises `UsageError` when `out` holds something else, `StorageError` when the disk refuses.
    """
    phrases = load_phrases(kit.language)
    with replace_folder(out, phrases) as draft:
        jobs = list(make_jobs(kit, scores, draft / "site", public=public))
        for job in jobs:
            try:
                _write_language(job, draft / DOCS / job.language)
            except PolicyKitError:
                raise
            except OSError:
                raise
            except Exception as error:
                raise PolicyKitError(phrases("handbook.errors.failed", reason=error)) from error
        (draft / DOCS / "index.md").write_text(_write_start(jobs), encoding="utf-8", newline="\n")
        (draft / DOCS / "colours.css").write_text(jobs[0].colours, encoding="utf-8", newline="\n")
        settings = yaml.safe_dump(make_settings(jobs), allow_unicode=True, sort_keys=False, width=10_000)
        (draft / "mkdocs.yml").write_text(settings, encoding="utf-8", newline="\n")
        (draft / MARKER).write_text("Made by policy-kit build --markdown, which replaces this folder.\n")
    return len(jobs[0].pages)


def _write_language(job: SiteJob, folder: Path) -> None:
    from policy_kit.handbook.site.site import Site

    site = Site(job)
    for uri in job.pages:
        path = folder / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        front = re.match(r"---\n.*?\n---\n", job.pages[uri], re.DOTALL)
        content = read_html(site.read_content(uri))
        text = _write_page(content, uri, job, folder)
        path.write_text(f"{front[0] if front else ''}\n{text}", encoding="utf-8", newline="\n")
    for uri, text in job.feeds.items():
        (folder / uri).write_text(text, encoding="utf-8", newline="\n")
    for uri, source in job.papers.items():
        (folder / uri).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, folder / uri)


def _write_page(content: Element, uri: str, job: SiteJob, folder: Path) -> str:
    here, name = posixpath.dirname(uri) or ".", uri.removesuffix(".md").replace("/", "-")
    count = iter(range(1, 1000))

    def draw(drawing: Element) -> str:
        if any(one.endswith("--narrow") for one in drawing.classes):
            return ""  # the same drawing stands there for wide screens
        place = f"{DRAWINGS}/{name}-{next(count)}.svg"
        (folder / DRAWINGS).mkdir(exist_ok=True)
        (folder / place).write_text(write_drawing(drawing, job.colours), encoding="utf-8", newline="\n")
        return posixpath.relpath(place, here)

    def link(address: str) -> str:
        found = _HTML.match(address)
        if not found:
            return address
        goal = posixpath.normpath(posixpath.join(here, f"{found[1]}.md"))
        return f"{found[1]}.md{found[2] or ''}" if goal in job.pages else address

    return MarkdownWriter(link, draw).write(content)


def _write_start(jobs: Iterable[SiteJob]) -> str:
    first, *_ = jobs = list(jobs)
    links = "\n".join(f"- [{unescape(first.languages[job.language])}]({job.language}/index.md)" for job in jobs)
    return f"---\ntitle: {json.dumps(first.name, ensure_ascii=False)}\n---\n\n# {first.name}\n\n{links}\n"


def make_settings(jobs: list[SiteJob]) -> dict[str, Any]:
    """The settings of MkDocs, and of who reads the same ones, for one site with all the languages."""
    first = jobs[0]
    return {
        "site_name": unescape(first.name),
        "site_description": unescape(first.description),
        "copyright": first.copyright,
        "docs_dir": DOCS,
        "site_dir": "site",
        "use_directory_urls": False,
        "nav": [{unescape(first.languages[job.language]): _list_pages(job)} for job in jobs],
        "theme": {
            "name": "material",
            "language": first.language if len(first.language) == 2 else "en",
            "font": False,
            "palette": {"primary": "custom", "accent": "custom"},
            "features": ["navigation.tabs", "navigation.indexes", "navigation.prune", "navigation.footer"],
        },
        "plugins": [{"search": {"lang": "en"}}],
        "markdown_extensions": ["attr_list", "tables", {"toc": {"permalink": False}}],
        "extra": {
            "alternate": [
                {"name": unescape(name), "link": f"./{code}/index.html", "lang": code}
                for code, name in first.languages.items()
            ]
        },
        "extra_css": ["colours.css"],
    }


def _list_pages(job: SiteJob) -> list[Any]:
    """The navigation of a language; a page alone stands between the sections."""
    parts: list[Any] = []
    for title, pages in job.navigation:
        addresses = [f"{job.language}/{uri}" for uri, _ in pages]
        named = [{unescape(name): address} for (_, name), address in zip(pages, addresses, strict=True)]
        parts.append({unescape(title): named} if title else named[0])
    return parts
