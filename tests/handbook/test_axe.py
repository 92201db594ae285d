"""Every component of the handbook, by day and night, wide and narrow: axe-core finds nothing."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.handbook.built_pages import choose_pages

AXE = (Path(__file__).parents[1] / "web/axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""All that can differ by night."""

SCHEMES = {"light": "default", "dark": "slate"}

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("axe")]


@pytest.mark.parametrize("site", ["example_site", "sample_site"])
def test_axe_finds_nothing(browser: Browser, site: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(site)
    page = browser.new_page(bypass_csp=True)
    found: dict[str, list[str]] = {}
    for name in choose_pages(folder, "en", packs=site == "sample_site"):  # the example's packs are very long
        page.emulate_media(color_scheme="light")
        page.goto(f"{folder.as_uri()}/{name}")
        page.evaluate(AXE)
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 900})
            _paint(page, "light")
            faults = _examine(page, TAGS)
            _paint(page, "dark")
            for fault in faults + _examine(page, COLOURS):
                found.setdefault(fault, []).append(f"{name} {width}")
    page.close()
    assert found == {}


def _paint(page: Page, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMES[scheme])
    page.evaluate("document.getAnimations().forEach(one => one.finish())")  # colours that fade are no colours yet


def _examine(page: Page, rules: object) -> list[str]:
    """What axe finds: each rule with the first part of the page that breaks it."""
    told = page.evaluate("rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", rules)
    return [f"{fault['id']}: {fault['nodes'][0]['html'][:200]}" for fault in told["violations"]]
