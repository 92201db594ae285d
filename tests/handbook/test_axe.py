"""Every component of the handbook, by day and night, wide and narrow: axe-core finds nothing."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.handbook.built_pages import choose_pages, list_components

AXE = (Path(__file__).parents[1] / "web/axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""All that can differ by night."""

Scheme = Literal["light", "dark"]
SCHEMES: dict[Scheme, str] = {"light": "default", "dark": "slate"}
VIEWS: list[tuple[Scheme, int, object]] = [
    ("light", 1280, TAGS),
    ("dark", 1280, COLOURS),
    ("dark", 320, COLOURS),
    ("light", 320, TAGS),  # and the next page begins by day
]

pytestmark = pytest.mark.browser


def test_axe_finds_nothing_in_the_example(browser: Browser, example_site: Path) -> None:
    assert _examine_pages(browser, example_site, _choose(example_site)) == {}


def test_axe_finds_nothing_in_what_only_another_kit_shows(
    browser: Browser, example_site: Path, sample_site: Path
) -> None:
    seen = list_components(example_site, *_choose(example_site))
    names = choose_pages(sample_site, "en", beyond=seen)
    assert names
    assert _examine_pages(browser, sample_site, ["en/index.html", *names]) == {}


def _choose(site: Path) -> list[str]:
    return choose_pages(site, "en", packs=False)  # the example's packs are very long


def _examine_pages(browser: Browser, site: Path, names: list[str]) -> dict[str, list[str]]:
    """What axe finds on these pages: each fault with the pages and widths that have it."""
    page = browser.new_page(bypass_csp=True, color_scheme="light")
    found: dict[str, list[str]] = {}
    for name in names:
        page.goto(f"{site.as_uri()}/{name}")
        page.evaluate(AXE)
        for scheme, width, rules in VIEWS:
            page.set_viewport_size({"width": width, "height": 900})
            _paint(page, scheme)
            for fault in _examine(page, rules):
                found.setdefault(fault, []).append(f"{name} {width}")
    page.close()
    return found


def _paint(page: Page, scheme: Scheme) -> None:
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function("scheme => document.body.dataset.mdColorScheme === scheme", arg=SCHEMES[scheme])
    page.evaluate("document.getAnimations().forEach(one => one.finish())")  # colours that fade are no colours yet


def _examine(page: Page, rules: object) -> list[str]:
    """What axe finds: each rule with the first part of the page that breaks it."""
    told = page.evaluate("rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", rules)
    return [f"{fault['id']}: {fault['nodes'][0]['html'][:200]}" for fault in told["violations"]]
