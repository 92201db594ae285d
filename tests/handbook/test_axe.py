"""The pages on the common work and on who backs what, by day and night, wide and narrow: axe-core finds nothing."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

AXE = (Path(__file__).parents[1] / "web/axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VIEWS: list[tuple[Literal["light", "dark"], int]] = [("light", 1280), ("dark", 1280), ("light", 320), ("dark", 320)]
PAGES = (
    "work/index",
    "work/role-matrix",
    "work/process-orders",
    "work/toolkit",
    "work/motivation",
    "jobs/office",
    "policy/complaints",
    "standards/complaint-handling",
    "health/traceability",
)

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.mark.parametrize(("scheme", "width"), VIEWS)
def test_axe_finds_nothing(browser: Browser, sample_site: Path, scheme: Literal["light", "dark"], width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for name in PAGES:
        page.goto(f"{sample_site.as_uri()}/en/{name}.html")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        page.evaluate(AXE)
        told = page.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)
        for fault in told["violations"]:
            found.setdefault(fault["id"], []).append((name, [node["html"][:200] for node in fault["nodes"]][:2]))
    page.close()
    assert found == {}
