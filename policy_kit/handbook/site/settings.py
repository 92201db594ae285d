"""What MkDocs and its Material theme are told about the site of one language, as plain data."""

import re
from typing import Any

from markupsafe import Markup

from policy_kit.handbook.site.job import SiteJob

SEPARATOR = r"[\s\-–—,.:;!?()\[\]«»„“”\"'’/]+"
NOT_NEEDED = re.compile(r".*\.map|assets/javascripts/lunr/.*|assets/images/.*|sitemap\.xml")
"""What Material brings that this site never asks for: source maps, and stemmers of languages that we do not use."""
PLAIN_MARKDOWN = ["attr_list"]
"""What pages that we write need of Markdown."""
FULL_MARKDOWN = [*PLAIN_MARKDOWN, "admonition", "md_in_html"]
"""What hand-written pages may use besides."""


def make_settings(job: SiteJob, docs: str, theme: str, language: str) -> dict[str, Any]:
    """The settings of MkDocs for a job whose pages come from the folder `docs`, or from our plugin.

    `theme` is the folder of our own part of the theme; `language` is one that the theme speaks.
    """
    return {
        "site_name": Markup(job.name),  # noqa: S704
        "site_description": Markup(job.description),  # noqa: S704
        "copyright": Markup(job.copyright),  # noqa: S704
        "docs_dir": docs,
        "site_dir": job.out,
        "use_directory_urls": False,
        "not_in_nav": "/packs/",
        "nav": [_name_pages(title, pages) for title, pages in job.navigation],
        "theme": _make_theme(job, theme, language),
        "plugins": [{"material/search": {"lang": "en", "pipeline": ["stopWordFilter"], "separator": SEPARATOR}}],
        "markdown_extensions": FULL_MARKDOWN if job.own_pages else PLAIN_MARKDOWN,
        "extra_css": ["assets/handbook.css", "assets/colours.css", *(uri for uri in job.theme if uri.endswith(".css"))],
        "extra": {
            "generator": False,
            "language": job.language,
            "initial": job.initial,
            "labels": job.labels,
            "frame": {"language": job.language, **{key: job.labels[key] for key in ("header", "footer", "toc")}},
            "links": job.links,
            "polyfills": ["assets/iframe-worker.js", "assets/search.js"],
        },
        "validation": {
            "nav": {"omitted_files": "warn", "not_found": "warn", "absolute_links": "warn"},
            "links": {"not_found": "warn", "absolute_links": "warn", "unrecognized_links": "warn", "anchors": "warn"},
        },
    }


def _name_pages(title: str, pages: list[tuple[str, str]]) -> dict[str, Any]:
    """A part of the navigation. Titles are safe HTML; marked as such, no part of the theme escapes them again."""
    named: list[dict[str, Any]] = [{Markup(name): uri} for uri, name in pages]  # noqa: S704
    return {Markup(title): named} if title else named[0]  # noqa: S704


def _make_theme(job: SiteJob, folder: str, language: str) -> dict[str, Any]:
    theme: dict[str, Any] = {
        "name": "material",
        "custom_dir": folder,
        "language": language,
        "font": False,
        "favicon": job.icon,
        "features": [
            "content.tooltips",
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
    if job.logo:
        theme["logo"] = job.logo
    return theme


def _make_palette(media: str, scheme: str, icon: str, label: str) -> dict[str, Any]:
    """A colour scheme; the label says what a click leads to."""
    colours = {"primary": "custom", "accent": "custom"}
    return {"media": media, "scheme": scheme, **colours, "toggle": {"icon": icon, "name": Markup(label)}}  # noqa: S704
