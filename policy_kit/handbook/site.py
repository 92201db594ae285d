"""The pages of one language → its site, by MkDocs and its Material theme. The only file that knows them.

`python -m policy_kit.handbook.site` reads a job as JSON and writes the warnings as JSON: so several languages are built
at the same time, each in a process of its own.
"""

import gc
import json
import logging
import os
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.commands.build import build
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_theme_dir
from mkdocs.utils.templates import TemplateContext

from policy_kit.errors import PolicyKitError
from policy_kit.handbook.gate import clean_page
from policy_kit.handbook.job import SiteJob
from policy_kit.handbook.search import write_search_index
from policy_kit.handbook.start_page import write_start_page
from policy_kit.handbook.template_cache import open_template_cache

THEME = Path(__file__).parent / "theme"
_LOG = logging.getLogger("mkdocs.policy_kit")
_FROM_ELSEWHERE = re.compile(r"<img\b[^>]*?\bsrc\s*=\s*[\"']?((?:[a-z][a-z0-9+.-]*:)?//[^\s\"'>]+)", re.IGNORECASE)
_NOT_NEEDED = re.compile(r".*\.map|assets/javascripts/lunr/.*|assets/images/.*|sitemap\.xml")
"""What Material brings that this site never asks for: source maps, and stemmers of languages that we do not use."""


def build_site(job: SiteJob) -> list[str]:
    """Builds the site of one language into its folder; the warnings of MkDocs are returned, not printed."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    with tempfile.TemporaryDirectory() as empty, _collect_warnings() as warnings:
        config = _configure(job, empty)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    return warnings


class _NoSettings(Config):  # type: ignore[no-untyped-call]
    """Our plugin has none: what may be set is in site/mkdocs.yml."""


class _HandbookPlugin(BasePlugin[_NoSettings]):  # type: ignore[no-untyped-call]
    """Hands our pages to MkDocs and looks after what goes onto them."""

    def __init__(self, job: SiteJob) -> None:
        self.job = job

    def on_files(self, files: Files, config: MkDocsConfig, **_: Any) -> Files:
        for file in list(files):
            if _NOT_NEEDED.fullmatch(file.src_uri):
                files.remove(file)
        contents = self.job.pages | {"assets/colours.css": self.job.colours}
        for uri, content in contents.items():
            _add(files, File.generated(config, uri, content=content))
        for uri, path in (self.job.papers | self.job.theme).items():
            _add(files, File.generated(config, uri, abs_src_path=path))
        return files

    def on_page_markdown(self, markdown: str, page: Page, **_: Any) -> str:
        """Title and description are safe HTML; marked as such, no part of the theme escapes them once more."""
        for key in ("title", "description"):
            if key in page.meta:
                page.meta[key] = Markup(page.meta[key])  # noqa: S704
        return markdown

    def on_page_content(self, html: str, page: Page, **_: Any) -> str:
        for address in _FROM_ELSEWHERE.findall(html):
            _LOG.warning(self.job.labels["picture"].format(page=page.file.src_uri, address=address))
        return clean_page(html)

    def on_env(self, env: Environment, **_: Any) -> Environment:
        env.bytecode_cache = open_template_cache()
        return env

    def on_page_context(self, context: TemplateContext, page: Page, **_: Any) -> TemplateContext:
        """The same page in the other languages: addresses are the same in all of them."""
        way = "../" * (1 + page.url.count("/"))
        switch = [(code, name, f"{way}{code}/{page.url}") for code, name in self.job.languages.items()]
        context["switch"] = switch  # type: ignore[typeddict-unknown-key]
        return context

    def on_post_build(self, config: MkDocsConfig, **_: Any) -> None:
        write_search_index(Path(config.site_dir, "search"))


class KitPlugin(BasePlugin[_NoSettings]):  # type: ignore[no-untyped-call]
    """Lets `mkdocs build` itself, run with a kit's site/mkdocs.yml, make the same handbook as we do.

    It builds all languages but the first and hands MkDocs the settings of the first in place of those it came with.
    """

    def make_jobs(self, kit: Path, out: Path) -> Iterable[SiteJob]:
        """What the sites are made of; whoever knows how a kit is read and scored says it."""
        raise NotImplementedError

    def on_startup(self, **_: Any) -> None:
        self.empty = tempfile.TemporaryDirectory()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        out = Path(config.site_dir)
        try:
            jobs = list(self.make_jobs(Path(str(config.config_file_path)).parents[1], out))
        except PolicyKitError as error:
            raise PluginError(str(error)) from error
        first, *others = (_configure(job, self.empty.name) for job in jobs)
        for one in (*others, first):
            one.plugins.on_startup(command="build", dirty=False)
        for other in others:
            build(other)
        write_start_page(out, jobs)
        return first.plugins.on_config(first)

    def on_shutdown(self) -> None:
        self.empty.cleanup()


def _add(files: Files, file: File) -> None:
    """A file of ours takes the place of one of the theme's with the same address."""
    if other := files.get_file_from_path(file.src_uri):
        files.remove(other)
    files.append(file)


def _configure(job: SiteJob, empty: str) -> MkDocsConfig:
    config = MkDocsConfig()
    config.load_dict(make_settings(job, empty))
    errors, warnings = config.validate()
    for _key, reason in (*errors, *warnings):
        raise MkDocsException(str(reason))
    config.plugins["policy-kit"] = _HandbookPlugin(job)
    config.theme.static_templates -= {"404.html", "sitemap.xml"}
    return config


def make_settings(job: SiteJob, docs: str) -> dict[str, Any]:
    """The settings of MkDocs for a job whose pages come from the folder `docs`, or from our plugin."""
    return {
        "site_name": Markup(job.name),  # noqa: S704
        "site_description": Markup(job.description),  # noqa: S704
        "copyright": Markup(job.copyright),  # noqa: S704
        "docs_dir": docs,
        "site_dir": job.out,
        "use_directory_urls": False,
        "nav": [{title: uris} if title else uris[0] for title, uris in job.navigation],
        "theme": _make_theme(job),
        "plugins": [{"material/search": {"lang": "en", "pipeline": ["stopWordFilter"], "separator": _SEPARATOR}}],
        "markdown_extensions": ["attr_list", "tables", *(["admonition", "md_in_html"] if job.has_own_pages else [])],
        "extra_css": ["assets/handbook.css", "assets/colours.css", *(uri for uri in job.theme if uri.endswith(".css"))],
        "extra": {
            "generator": False,
            "language": job.language,
            "initial": job.initial,
            "labels": job.labels,
            "frame": {"language": job.language, **{key: job.labels[key] for key in ("header", "footer", "toc")}},
            "links": job.links,
            "endings": " ".join(job.endings),
            "polyfills": ["assets/iframe-worker.js", "assets/search.js"],
        },
        "validation": {
            "nav": {"omitted_files": "warn", "not_found": "warn", "absolute_links": "warn"},
            "links": {"not_found": "warn", "absolute_links": "warn", "unrecognized_links": "warn", "anchors": "warn"},
        },
    }


_SEPARATOR = r"[\s\-–—,.:;!?()\[\]«»„“”\"'’/]+"


def _make_theme(job: SiteJob) -> dict[str, Any]:
    theme: dict[str, Any] = {
        "name": "material",
        "custom_dir": str(THEME),
        "language": _find_theme_language(job.language),
        "font": False,
        "favicon": job.icon,
        "features": [
            "navigation.footer",
            "navigation.indexes",
            "navigation.prune",
            "navigation.tabs",
            "navigation.tabs.sticky",
            "navigation.top",
            "search.highlight",
            "toc.follow",
        ],
        "palette": [
            _make_palette("(prefers-color-scheme)", "default", "material/brightness-auto", job.labels["scheme_light"]),
            _make_palette(
                "(prefers-color-scheme: light)", "default", "material/weather-sunny", job.labels["scheme_dark"]
            ),
            _make_palette("(prefers-color-scheme: dark)", "slate", "material/weather-night", job.labels["scheme_auto"]),
        ],
    }
    if logo := job.find_picture("logo"):
        theme["logo"] = logo
    return theme


def _make_palette(media: str, scheme: str, icon: str, label: str) -> dict[str, Any]:
    """A colour scheme; the label says what a click leads to."""
    colours = {"primary": "custom", "accent": "custom"}
    return {"media": media, "scheme": scheme, **colours, "toggle": {"icon": icon, "name": Markup(label)}}  # noqa: S704


def _find_theme_language(language: str) -> str:
    """The language of the theme's own words; English where it does not speak ours."""
    spoken = Path(get_theme_dir("material"), "partials", "languages", f"{language}.html").is_file()
    return language if spoken else "en"


@contextmanager
def _collect_warnings() -> Iterator[list[str]]:
    found: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: found.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield found
    finally:
        logger.removeHandler(handler)


def answer_job(job: SiteJob) -> dict[str, Any]:
    """The warnings of a build, or why there is no site: whatever a page holds, whoever asked for it gets an answer."""
    try:
        return {"warnings": build_site(job)}
    except Exception as error:
        return {"error": str(error) or type(error).__name__}


if __name__ == "__main__":
    gc.set_threshold(
        100_000
    )  # a short life with many lasting objects: looking for garbage would be a tenth of the time
    print(json.dumps(answer_job(SiteJob.from_json(sys.stdin.read()))))
