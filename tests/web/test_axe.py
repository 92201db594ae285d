"""Every screen in every state, by day and by night, wide and narrow: axe-core finds nothing, and nothing overflows."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.conftest import AXE, Served, serve, visiting

pytestmark = pytest.mark.browser

HOME = "/en/service-policy/en/"
QUESTION = f"{HOME}questions/complaints"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""All that can differ by night."""
VIEWS: list[tuple[Literal["light", "dark"], int, object]] = [
    ("light", 1280, TAGS),
    ("light", 320, TAGS),
    ("dark", 320, COLOURS),
    ("dark", 1280, COLOURS),
]


def go_to(path: str) -> Callable[[Page, Served], None]:
    def go(page: Page, served: Served) -> None:
        page.goto(served.origin + path)

    return go


def unfold(page: Page, served: Served) -> None:
    page.goto(served.origin + QUESTION)
    for summary in page.locator("summary").all():
        summary.click()


def write_vaguely(page: Page, served: Served) -> None:
    page.goto(served.origin + QUESTION)
    page.fill("#answer", "We try to do our best as soon as possible for everybody, always.")
    expect(page.locator("[data-status]")).not_to_be_empty()  # the coach has spoken
    page.locator(".mirror mark").first.wait_for()


def pause_marks(page: Page, served: Served) -> None:
    write_vaguely(page, served)
    page.get_by_role("switch").click()
    expect(page.locator(".mirror mark")).to_have_count(0)


def meet_another(page: Page, served: Served) -> None:
    """Somebody else saves while this page is open; the script notices."""
    page.goto(served.origin + QUESTION)
    other = served.client.get(QUESTION).text.partition('name="version" value="')[2].partition('"')[0]
    served.post(QUESTION, {"text": "The secretary calls back.", "by": "", "version": other})
    page.fill("#answer", "The director answers within a day.")
    page.get_by_role("button", name="See both").wait_for()


def compare_both(page: Page, served: Served) -> None:
    meet_another(page, served)
    page.get_by_role("button", name="See both").click()
    page.get_by_role("heading", name="The difference").wait_for()


def refuse_a_sign(page: Page, served: Served) -> None:
    page.goto(served.origin + QUESTION)
    page.fill("#answer", "The director answers \u202e within a day.")
    page.get_by_role("button", name="Save and see all questions").click()
    page.get_by_role("alert").wait_for()


def show_version(page: Page, served: Served) -> None:
    compare_both(page, served)
    page.get_by_role("button", name="Leave the saved one").click()
    page.get_by_role("button", name="Earlier versions").click()
    page.locator(".versions a").first.click()
    page.get_by_role("button", name="Bring this version back").wait_for()


def show_versions(page: Page, served: Served) -> None:
    show_version(page, served)
    page.get_by_role("link", name="All versions").click()
    page.locator(".versions").wait_for()


def build(page: Page, served: Served) -> None:
    served.form.work.is_running, served.form.work.languages = True, ("en", "ru")
    served.form.work.ready.add("en")
    page.goto(f"{served.origin}{HOME}build")


def fail_to_build(page: Page, served: Served) -> None:
    served.form.work.is_running, served.form.work.error = False, "The disk is full."
    page.goto(f"{served.origin}{HOME}build")


def finish_build(page: Page, served: Served) -> None:
    served.form.work.is_running, served.form.work.error = False, ""
    served.form.handbook.mkdir(parents=True, exist_ok=True)
    (served.form.handbook / "index.html").write_text("<!doctype html>", encoding="utf-8")
    page.goto(f"{served.origin}{HOME}build")


def close(page: Page, served: Served) -> None:
    closing, served.form.close = served.form.close, lambda: None
    page.goto(served.origin + HOME)
    page.get_by_role("button", name="Close the form").click()
    page.get_by_role("heading", name="The form is closed").wait_for()
    served.form.close = closing


def show_refusal(page: Page, served: Served) -> None:
    page.context.clear_cookies()
    page.goto(served.origin + HOME)


SCREENS: dict[str, Callable[[Page, Served], None]] = {
    "overview": go_to(HOME),
    "overview in Russian": go_to("/ru/service-policy/en/"),
    "question, empty": go_to(f"{HOME}questions/aim"),
    "question, vague": go_to(QUESTION),
    "question in Slovenian, answered in Russian": go_to("/sl/service-policy/ru/questions/complaints"),
    "question, unfolded": unfold,
    "question, marked": write_vaguely,
    "question, marks paused": pause_marks,
    "question, notice": go_to(f"{QUESTION}?notice=restored"),
    "question, refused": refuse_a_sign,
    "question, changed elsewhere": meet_another,
    "conflict": compare_both,
    "version": show_version,
    "versions": show_versions,
    "no versions": go_to(f"{HOME}questions/aim/versions"),
    "locked": go_to(f"{HOME}questions/lost-clients"),
    "review": go_to(f"{HOME}review"),
    "nothing built": go_to(f"{HOME}build"),
    "building": build,
    "build failed": fail_to_build,
    "built": finish_build,
    "not found": go_to(f"{HOME}nothing"),
    "closed": close,
    "refused": show_refusal,
}


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
def test_axe_finds_nothing(browser: Browser, kit: Path, screen: Callable[[Page, Served], None]) -> None:
    with serve(kit) as served, visiting(browser, served) as page:
        screen(page, served)
        page.wait_for_load_state()
        page.evaluate(AXE)
        for scheme, width, rules in VIEWS:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.set_viewport_size({"width": width, "height": 800})
            found = page.evaluate(
                "rules => axe.run({runOnly: rules, resultTypes: ['violations']}).then(found => found.violations.map("
                "one => `${one.id}: ${one.help}: ${one.nodes.map(node => node.html + ' ' + node.failureSummary)}`))",
                rules,
            )
            assert found == [], (scheme, width)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (scheme, width)


def test_axe_would_find_something(browser: Browser, kit: Path) -> None:
    """The run above is no run unless it sees what is wrong."""
    with serve(kit) as served, visiting(browser, served) as page:
        page.goto(served.origin + QUESTION)
        page.evaluate("document.querySelector('h1').remove()")
        page.evaluate(AXE)
        assert page.evaluate("tags => axe.run({runOnly: tags}).then(found => found.violations.length)", TAGS) > 0
