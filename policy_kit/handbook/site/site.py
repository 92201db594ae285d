"""The pages of one language → its site, by MkDocs and its Material theme. The only file that knows them."""

import json
import logging
import os
import posixpath
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_theme_dir
from mkdocs.utils.templates import TemplateContext

from policy_kit.handbook.page_cache import digest
from policy_kit.handbook.site.built_page import BuiltPage, PageFacts
from policy_kit.handbook.site.gate import clean_page, list_foreign_pictures
from policy_kit.handbook.site.job import SiteJob
from policy_kit.handbook.site.markdown_pages import Content
from policy_kit.handbook.site.own_parts import OwnParts
from policy_kit.handbook.site.quick_blocks import QuickBlocks
from policy_kit.handbook.site.search import SEARCH, write_entries, write_search_index, write_search_script
from policy_kit.handbook.site.settings import FULL_MARKDOWN, NOT_NEEDED, PLAIN_MARKDOWN, make_settings
from policy_kit.handbook.site.terms import TermMarker
from policy_kit.handbook.site.theme_shelf import ThemeShelf
from policy_kit.handbook.site.warnings import collect_warnings
from policy_kit.handbook.template_cache import open_template_cache

THEME = Path(__file__).parent / "theme"
MOST_NEAR = 12
"""So many pages before and after the open one the navigation shows of a long section; its own page lists them all."""
_LOG = logging.getLogger("mkdocs.policy_kit")


class Site:
    """The site of one language, ready to make its pages. Raises `MkDocsException` where MkDocs refuses."""

    def __init__(self, job: SiteJob) -> None:
        os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
        self.job = job
        with tempfile.TemporaryDirectory() as empty, collect_warnings() as self.warnings:
            self._config = configure(job, empty)
            self._config.plugins.on_startup(command="build", dirty=False)
            self._config = self._config.plugins.on_config(self._config)
            env = self._config.theme.get_env()
            env.loader = ThemeShelf(self._config.theme.dirs)
            self._files = Files([])
            self._files.add_files_from_theme(env, self._config)
            self._files = self._config.plugins.on_files(self._files, config=self._config)
            set_exclusions(self._files, self._config)
            self._nav = get_navigation(self._files, self._config)
            self._config.plugins.on_nav(self._nav, config=self._config, files=self._files)
            self._env = self._config.plugins.on_env(env, config=self._config, files=self._files)
        self._plugin: _HandbookPlugin = self._config.plugins["policy-kit"]  # type: ignore[assignment]
        self._pages = self._files.documentation_pages()
        self._by_uri = {file.src_uri: file.page for file in self._pages if file.page}
        self._index = self._config.plugins["material/search"].search_index  # type: ignore[attr-defined]
        self._key = digest(job.making, self._describe())
        self._addresses = digest(*sorted(file.src_uri for file in self._files))

    def build_page(self, uri: str) -> BuiltPage:
        """The page at an address: from its Markdown, in the frame that all pages share."""
        page = self._find(uri)
        self._config._current_page = page
        self._index.entries.clear()
        try:
            with collect_warnings() as warnings:
                self._read(page)
                page.active = True
                context = get_context(self._nav, self._pages, self._config, page)
                context = self._config.plugins.on_page_context(context, page=page, config=self._config, nav=self._nav)
                html = self._env.get_template("main.html").render(context)
            links = [
                (file.src_uri, anchor, said)
                for file, found in (page.links_to_anchors or {}).items()
                for anchor, said in found.items()
            ]
            entries = write_entries(self._index.entries)
            facts = PageFacts(entries, warnings, sorted(page.present_anchor_ids or ()), links)
            return BuiltPage(html.encode("utf-8", "xmlcharrefreplace"), facts)
        finally:
            page.active = False
            page.content = page.markdown = None
            page.toc = []  # type: ignore[assignment]
            self._config._current_page = None

    def read_content(self, uri: str) -> str:
        """What stands on a page within its frame, as HTML that has passed the gate."""
        page = self._find(uri)
        self._read(page)
        return page.content or ""

    def make_key(self, uri: str, content: Content) -> bytes:
        """A digest of all that the page at an address is made of, with this for its Markdown."""
        page = self._find(uri)
        beside = [*self._plugin.near.get(uri, ()), page.previous_page, page.next_page]
        names = json.dumps([[one.file.src_uri, one.title] if one else None for one in beside])
        addresses = self._addresses if content.has_links else b""
        return digest(self._key, uri, names, content.digest, addresses)

    def validate_links(self, built: Mapping[str, PageFacts]) -> list[str]:
        """What is wrong with links to anchors, when all pages are built."""
        with collect_warnings() as warnings:
            for uri, facts in built.items():
                self._find(uri).present_anchor_ids = set(facts.anchors)
            for uri, facts in built.items():
                page = self._find(uri)
                page.links_to_anchors = {}
                for goal, anchor, said in facts.links:
                    if file := self._files.get_file_from_path(goal):
                        page.links_to_anchors.setdefault(file, {})[anchor] = said
                page.validate_anchor_links(files=self._files, log_level=logging.WARNING)
        return warnings

    def write_files(self, entries: Iterable[str]) -> None:
        """Writes what is no page: style sheets, scripts, pictures, and the search index."""
        self._files.copy_static_files()
        write_search_index(Path(self.job.out, "search"), self.search_settings, entries)

    @property
    def search_settings(self) -> dict[str, Any]:
        """What the search must know beside its entries."""
        return {key: self._index.config[key] for key in ("lang", "separator", "pipeline", "fields")}

    def place(self, uri: str) -> str:
        """Where the page at an address stands in the site."""
        return self._find(uri).file.dest_uri

    def take(self, job: SiteJob) -> bool:
        """Goes on with the pages of another job, if it differs from this one in nothing else."""
        if replace(job, pages=self.job.pages) != self.job:
            return False
        self.job = self._plugin.job = job
        return True

    def read_file(self, place: str) -> bytes | None:
        """The content of a file that is no page, by its place in the site."""
        file = next((one for one in self._files if one.dest_uri == place), None)
        return None if file is None or file.is_documentation_page() else file.content_bytes

    def _find(self, uri: str) -> Page:
        return self._by_uri[uri]

    def _read(self, page: Page) -> None:
        plugins = self._config.plugins
        page.read_source(self._config)
        page.markdown = plugins.on_page_markdown(page.markdown or "", page=page, config=self._config, files=self._files)
        page.render(self._config, self._files)
        page.content = plugins.on_page_content(page.content or "", page=page, config=self._config, files=self._files)

    def _describe(self) -> str:
        """The settings and the top of the navigation, which are on every page."""
        job = self.job
        settings = make_settings(job, "", "", job.language) | {"nav": None, "site_dir": None}
        tops = [[title, pages[0]] for title, pages in job.navigation]
        whole = job.navigation if job.partials else None
        return json.dumps(
            [settings, tops, whole, job.languages, job.partials, job.terms, sorted(job.own_pages), sorted(job.theme)]
        )


class NoSettings(Config):  # type: ignore[no-untyped-call]
    """Our plugin has none: what may be set is in site/mkdocs.yml."""


class _HandbookPlugin(BasePlugin[NoSettings]):  # type: ignore[no-untyped-call]
    """Hands our pages to MkDocs and looks after what goes onto them."""

    def __init__(self, job: SiteJob) -> None:
        self.job = job
        self.own_pages = frozenset(job.own_pages)
        self._parts = OwnParts(job) if job.partials else None
        self.terms = TermMarker(job.terms, job.search["endings"], job.language)
        self._blocks = QuickBlocks()

    def on_files(self, files: Files, config: MkDocsConfig, **_: Any) -> Files:
        for file in list(files):
            if NOT_NEEDED.fullmatch(file.src_uri):
                files.remove(file)
        _add(files, File.generated(config, "assets/colours.css", content=self.job.colours))
        _add(files, File.generated(config, SEARCH, content=write_search_script(self.job.search)))
        for uri, content in self.job.feeds.items():
            _add(files, File.generated(config, uri, content=content))
        for uri in self.job.pages:
            _add(files, File.generated(config, uri, content=""))
        for uri, path in (self.job.papers | self.job.theme).items():
            _add(files, File.generated(config, uri, abs_src_path=path))
        return files

    def on_nav(self, nav: Navigation, **_: Any) -> Navigation:
        self.near = _find_near(nav)
        return nav

    def on_page_read_source(self, page: Page, **_: Any) -> str:
        return self.job.pages[page.file.src_uri]

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
        """Title and description are safe HTML; marked as such, no part of the theme escapes them once more."""
        for key in ("title", "description"):
            if key in page.meta:
                page.meta[key] = Markup(page.meta[key])  # noqa: S704
        is_own = page.file.src_uri in self.own_pages
        self._blocks = QuickBlocks()
        more = FULL_MARKDOWN if is_own else [*PLAIN_MARKDOWN, self._blocks]
        config["markdown_extensions"] = [*_ALWAYS, *more]
        return markdown

    def on_page_content(self, html: str, page: Page, **_: Any) -> str:
        page.present_anchor_ids = (page.present_anchor_ids or set()) | self._blocks.anchors
        for address in list_foreign_pictures(html):
            _LOG.warning(self.job.labels["picture"].format(page=page.file.src_uri, address=address))
        way = posixpath.relpath("glossary.html", posixpath.dirname(page.file.src_uri) or ".")
        cleaned = clean_page(html)
        return cleaned if page.file.src_uri == "glossary.md" else self.terms.mark(cleaned, way)

    def on_env(self, env: Environment, **_: Any) -> Environment:
        env.bytecode_cache = open_template_cache()
        if self._parts and env.loader:
            env.loader = self._parts.wrap(env.loader)
        return env

    def on_page_context(self, context: TemplateContext, page: Page, **_: Any) -> TemplateContext:
        """The same page in the other languages, with the same address in all of them; and the pages near by."""
        way = "../" * (1 + page.url.count("/"))
        switch = [(code, name, f"{way}{code}/{page.url}") for code, name in self.job.languages.items()]
        near = self.near.get(page.file.src_uri, [])
        is_long = page.parent is not None and len(near) < len(page.parent.children) - 1
        all_pages = self.job.labels["all_pages"] if is_long else ""
        more = {"switch": switch, "near": near, "all_pages": all_pages, "own_parts": self._parts}
        context.update(more)  # type: ignore[typeddict-item]
        return context

    def on_post_build(self, config: MkDocsConfig, **_: Any) -> None:
        folder = Path(config.site_dir, "search")
        index = json.loads((folder / "search_index.json").read_text(encoding="utf-8"))
        write_search_index(folder, index["config"], [write_entries(index["docs"])])


_ALWAYS = ("toc", "tables", "fenced_code")
"""What MkDocs itself adds to the extensions of Markdown."""


def _add(files: Files, file: File) -> None:
    """A file of ours takes the place of one of the theme's with the same address."""
    if other := files.get_file_from_path(file.src_uri):
        files.remove(other)
    files.append(file)


def _find_near(nav: Navigation) -> dict[str, list[Page]]:
    """For each page those beside it in its section: all of them, or of a long section those around it."""
    near: dict[str, list[Page]] = {}
    most = 2 * MOST_NEAR + 1
    for section in nav.items:
        children = [child for child in section.children or () if isinstance(child, Page)]
        pages = [child for child in children if not child.is_index]
        for at, page in enumerate(pages):
            start = max(0, min(at - MOST_NEAR, len(pages) - most))
            near[page.file.src_uri] = pages[start : start + most]
        near |= {child.file.src_uri: pages[:most] for child in children if child.is_index}
    return near


def configure(job: SiteJob, empty: str) -> MkDocsConfig:
    """The configuration of MkDocs for a job; its pages come from our plugin, and the folder `empty` stays empty.

    Raises `MkDocsException` where MkDocs refuses.
    """
    config = MkDocsConfig()
    config.load_dict(describe_settings(job, empty))
    errors, warnings = config.validate()
    for _key, reason in (*errors, *warnings):
        raise MkDocsException(str(reason))
    config.plugins["policy-kit"] = _HandbookPlugin(job)
    config.theme.static_templates -= {"404.html", "sitemap.xml"}
    return config


def describe_settings(job: SiteJob, docs: str) -> dict[str, Any]:
    """The settings of MkDocs for a job whose pages come from the folder `docs`, or from our plugin."""
    return make_settings(job, docs, str(THEME), _find_theme_language(job.language))


def _find_theme_language(language: str) -> str:
    """The language of the theme's own words; English where it does not speak ours."""
    spoken = Path(get_theme_dir("material"), "partials", "languages", f"{language}.html").is_file()
    return language if spoken else "en"
