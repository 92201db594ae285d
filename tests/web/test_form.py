"""The form in a real browser, as a director uses it: by keyboard, without JavaScript, with a second window open."""

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from policy_kit.actions.locating import load_kit
from policy_kit.actions.scores import score_kit
from tests.patience import wait_until
from tests.web.conftest import ANSWERS, VAGUE, Served, serve, visiting

pytestmark = pytest.mark.browser

HOME = "/en/service-policy/en/"
QUESTION = f"{HOME}questions/complaints"
CONCRETE = (
    "The secretariat records every complaint in the register within one hour. The operations manager calls the client "
    "within one working day and names the date by which the fault is repaired."
)


def open_question(page: Page, served: Served) -> None:
    page.goto(served.origin + QUESTION)


def read_version(served: Served) -> str:
    return served.client.get(QUESTION).text.partition('name="version" value="')[2].partition('"')[0]


def test_the_overview_tells_how_far_one_is(browser: Browser, kit: Path) -> None:
    with serve(kit) as served, visiting(browser, served) as page:
        expect(page.locator(".tally-main")).to_have_text("0 of 10 answers concrete")
        row = page.locator(".row").nth(7)
        expect(row).to_contain_text("How do we handle client complaints?")
        expect(row).to_contain_text("vague")
        expect(row).to_contain_text("Missing:")
        expect(row).to_contain_text("Director, 7 September 2026")
        last = page.locator(".row").last
        expect(last).to_contain_text("cannot start yet")
        expect(last).to_contain_text("opens when the other 10 answers are concrete. So far 0 are.")
        page.get_by_role("link", name="Continue with question 1").click()
        expect(page.get_by_text("Question 1 of 11")).to_be_visible()


def test_coaching_comes_while_one_writes(browser: Browser, kit: Path) -> None:
    with serve(kit) as served, visiting(browser, served) as page:
        open_question(page, served)
        before = int(page.locator("[data-score]").inner_text())
        page.fill("#answer", CONCRETE)
        expect(page.locator("[data-score]")).not_to_have_text(str(before))
        assert int(page.locator("[data-score]").inner_text()) > before
        expect(page.locator("[data-trend]")).to_contain_text("more than when you began")
        expect(page.locator("[data-status]")).to_contain_text("of 100")
        expect(page.locator(".need--met").nth(1)).to_be_attached()


def test_at_most_three_marks_lie_under_their_words(browser: Browser, kit: Path) -> None:
    text = (
        "🙂 As soon as possible, always, quality first. " * 4 + "\nWe try to do everything properly 🙂 for everybody."
    )
    with serve(kit) as served, visiting(browser, served) as page:
        open_question(page, served)
        page.fill("#answer", text)
        expect(page.locator("[data-status]")).not_to_be_empty()
        marks = page.locator(".mirror mark").all_inner_texts()
        assert 0 < len(marks) <= 3
        reasons = page.locator("[data-marks] li").all_inner_texts()
        assert all(any(mark in reason for reason in reasons) for mark in marks), (marks, reasons)
        assert (page.locator(".mirror").text_content() or "").rstrip("\u200b") == text
        same = "const [a, b] = document.querySelectorAll('.box > *');"
        same += " const r = one => JSON.stringify(one.getBoundingClientRect());"
        same += " return r(a) === r(b) && a.clientWidth === b.clientWidth && a.scrollHeight === b.scrollHeight"
        assert page.evaluate(f"(() => {{ {same} }})()"), "the mirror and the box have the same size inside and out"


def test_marks_follow_the_words_and_can_be_paused(browser: Browser, kit: Path) -> None:
    with serve(kit) as served, visiting(browser, served) as page:
        page.route("**/score", lambda _: None)  # the coach is silent, so it is the page itself that keeps the marks
        open_question(page, served)
        marks = page.locator(".mirror mark")
        before = marks.all_inner_texts()
        assert before
        page.locator("#answer").press("Control+Home")
        page.keyboard.type("Indeed: ")
        expect(page.locator(".mirror")).to_contain_text("Indeed: We")
        expect(marks).to_have_text(before)
        switch = page.get_by_role("switch", name="Underline vague words")
        switch.click()
        expect(switch).to_have_attribute("aria-checked", "false")
        expect(marks).to_have_count(0)
        page.reload()
        expect(marks).to_have_count(0)
        page.get_by_role("switch").press("Space")
        expect(marks).not_to_have_count(0)


def test_the_skeleton_never_overwrites(browser: Browser, kit: Path) -> None:
    with serve(kit) as served, visiting(browser, served) as page:
        open_question(page, served)
        box = page.locator("#answer")
        skeleton = page.locator("[data-insert]").get_attribute("data-skeleton") or ""
        assert skeleton
        box.press("Control+a")
        page.get_by_role("button", name="Insert these words").click()
        expect(box).to_have_value(f"{VAGUE} {skeleton}")
        assert box.evaluate("box => box.value.slice(box.selectionStart, box.selectionEnd)") == "__"
        page.keyboard.press("Control+z")
        expect(box).to_have_value(VAGUE)


@pytest.mark.parametrize("way", ["All questions", "RU", "Вектор", "Save and continue", "Earlier versions"])
def test_it_saves_on_every_way_out(browser: Browser, kit: Path, way: str) -> None:
    with serve(kit) as served, visiting(browser, served) as page:
        open_question(page, served)
        page.fill("#answer", CONCRETE)
        page.get_by_role("button", name=way, exact=False).first.click()
        expect(page).not_to_have_url(served.origin + QUESTION)
        served.await_answer("names the date")
        assert served.read_answers().startswith("# Ours; mind the wording.\n")


@pytest.mark.parametrize("leave", ["reload", "close", "address"])
def test_it_saves_when_the_page_goes_away(browser: Browser, kit: Path, leave: str) -> None:
    with serve(kit) as served, visiting(browser, served) as page:
        page.context.new_page()  # the browser stays when the page is closed
        open_question(page, served)
        page.fill("#answer", CONCRETE)
        if leave == "reload":
            page.reload()
        elif leave == "close":
            page.close()
        else:
            page.goto(served.origin + HOME)
        served.await_answer("names the date")


def test_it_saves_by_itself(browser: Browser, kit: Path) -> None:
    with serve(kit) as served, visiting(browser, served) as page:
        page.clock.install()
        open_question(page, served)
        page.clock.pause_at(datetime.now() + timedelta(hours=1))  # from here on, time passes when we say so
        saving = page.locator("[data-saving]")
        page.fill("#answer", CONCRETE)
        expect(saving).to_have_text("Not saved yet")
        page.clock.run_for(2400)
        expect(saving).to_have_text("Not saved yet")
        assert "names the date" not in served.read_answers()
        page.clock.run_for(100)
        expect(saving).to_have_text(re.compile(r"Saved at \d\d:\d\d"))
        assert "names the date" in served.read_answers()
        page.keyboard.press("Control+End")
        page.locator("#answer").press_sequentially(" Always.")
        expect(saving).to_have_text("Not saved yet")
        page.clock.run_for(2500)
        expect(saving).to_have_text(re.compile(r"Saved at"))
        assert "Always." in served.read_answers(), "the second save names the version of the first"


def test_a_closed_form_is_told_and_keeps_the_text(browser: Browser, kit: Path) -> None:
    with serve(kit) as served, visiting(browser, served) as page:
        open_question(page, served)
        page.route("**/api/**", lambda route: route.abort())
        page.fill("#answer", CONCRETE)
        expect(page.locator("[data-saving]")).to_contain_text("The form no longer answers")
        expect(page.locator("#answer")).to_have_value(CONCRETE)
        page.unroute("**/api/**")


def test_the_keyboard_reaches_everything(browser: Browser, kit: Path) -> None:
    with serve(kit) as served, visiting(browser, served) as page:
        open_question(page, served)
        reached = []
        for _ in range(16):
            page.keyboard.press("Tab")
            reached.append(page.evaluate("(document.activeElement.innerText || document.activeElement.name).trim()"))
        assert reached[0] == "Skip to the content"
        wanted = [
            "All questions",
            "Why we ask",
            "A good example",
            "text",
            "Insert these words",
            "by",
            "Earlier versions",
        ]
        places = [next(n for n, name in enumerate(reached) if words in name) for words in wanted]
        assert places == sorted(places)
        page.focus("#answer")
        page.keyboard.press("Control+End")
        page.keyboard.press("Enter")
        expect(page.locator("#answer"), "Enter is a new line").to_have_value(f"{VAGUE}\n")
        page.fill("#by", "Head of service")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status").filter(has_text="Saved")).to_be_visible()
        served.await_answer("answered_by: Head of service")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_works_without_javascript(browser: Browser, kit: Path, scheme: str) -> None:
    with serve(kit) as served, visiting(browser, served, java_script_enabled=False, color_scheme=scheme) as page:
        open_question(page, served)
        page.get_by_role("button", name="Insert these words").click()
        expect(page.locator("#answer")).to_have_value(re.compile(rf"^{re.escape(VAGUE)}\s+\S"))
        page.fill("#answer", CONCRETE)
        page.get_by_role("button", name="SL").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Kako obravnavamo pritožbe strank?")
        expect(page.locator("#answer"), "the form speaks another language, the answer stays").to_have_value(CONCRETE)
        expect(page.locator(".need--met").nth(1)).to_be_attached()
        page.get_by_role("button", name="Shrani in pojdi na vsa vprašanja").click()
        page.get_by_role("link", name="Preverite odgovore").click()
        expect(page.locator(".answers")).to_contain_text("names the date")


def test_two_windows_lose_nothing(browser: Browser, kit: Path) -> None:
    with serve(kit) as served, visiting(browser, served) as page:
        open_question(page, served)
        served.post(
            QUESTION, {"text": "Theirs: the secretary calls.", "by": "Secretary", "version": read_version(served)}
        )
        page.fill("#answer", CONCRETE)
        page.get_by_role("button", name="Save and continue").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("This answer was changed meanwhile")
        expect(page.locator(".two")).to_contain_text("Theirs: the secretary calls.")
        expect(page.locator(".two")).to_contain_text("names the date")
        expect(page.locator("del")).not_to_have_count(0)
        page.get_by_role("button", name="Put both into the box").click()
        expect(page.get_by_role("heading", level=1)).not_to_have_text("This answer was changed meanwhile")
        box = page.locator("#answer")
        expect(box).to_have_value(re.compile("Theirs: the secretary calls\\."))
        expect(box).to_have_value(re.compile(re.escape(CONCRETE)))
        box.fill(CONCRETE)
        page.get_by_role("button", name="Save and continue").click()
        expect(page).to_have_url(re.compile("/questions/(?!complaints)"))
        served.await_answer("names the date")
        open_question(page, served)
        page.get_by_role("button", name="Earlier versions").click()
        expect(page.locator(".versions")).to_contain_text("Theirs: the secretary calls.")
        expect(page.locator(".versions")).to_contain_text(VAGUE)


def test_mine_can_be_saved_over_theirs_and_theirs_kept(browser: Browser, kit: Path) -> None:
    with serve(kit) as served, visiting(browser, served) as page:
        for button, stays, kept in (("Save mine", "Mine", "Theirs"), ("Leave the saved one", "Theirs", "Mine")):
            open_question(page, served)
            served.post(QUESTION, {"text": f"Theirs {button}.", "by": "", "version": read_version(served)})
            page.fill("#answer", f"Mine: {CONCRETE} {button}")
            page.get_by_role("button", name="Save and see all questions").click()
            page.get_by_role("button", name=button).click()
            expect(page.locator("#answer")).to_have_value(re.compile(f"^{stays}"))
            page.get_by_role("button", name="Earlier versions").click()
            expect(page.locator(".versions")).to_contain_text(kept)


def test_an_earlier_version_comes_back_as_a_new_one(browser: Browser, kit: Path) -> None:
    with serve(kit) as served, visiting(browser, served) as page:
        open_question(page, served)
        page.fill("#answer", CONCRETE)
        page.get_by_role("button", name="Earlier versions").click()
        page.locator(".versions a").first.click()
        expect(page.locator("ins").filter(has_text="secretariat")).not_to_have_count(0)
        page.get_by_role("button", name="Bring this version back").click()
        expect(page.locator("#answer")).to_have_value(VAGUE)
        served.await_answer(VAGUE.split(",")[0])
        page.get_by_role("button", name="Earlier versions").click()
        expect(page.locator(".versions")).to_contain_text("names the date")


def test_the_goodbye_needs_no_server_any_more(browser: Browser, kit: Path) -> None:
    with serve(kit) as served, visiting(browser, served) as page:
        page.get_by_role("button", name="Close the form").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("The form is closed")
        expect(page.locator("h1")).to_have_css("font-family", re.compile('^"Iowan'))


def test_an_empty_box_deletes_nothing(browser: Browser, kit: Path) -> None:
    with serve(kit) as served, visiting(browser, served) as page:
        open_question(page, served)
        page.fill("#answer", "  \n ")
        page.get_by_role("button", name="Save and continue").click()
        expect(page.get_by_role("status").filter(has_text="The box is empty")).to_be_visible()
        expect(page.locator("#answer")).to_have_value(VAGUE)
        assert VAGUE in served.read_answers()


def test_pasted_signs_that_nobody_sees_do_no_harm(browser: Browser, kit: Path) -> None:
    with serve(kit) as served, visiting(browser, served) as page:
        open_question(page, served)
        page.fill("#answer", "The sec\u200bretariat calls\u2028within an hour.\ufeff")
        page.get_by_role("button", name="Save and see all questions").click()
        expect(page.locator(".rows")).to_be_visible()
        open_question(page, served)
        expect(page.locator("#answer")).to_have_value("The secretariat calls\nwithin an hour.")


def look_again(page: Page, wanted: Locator) -> bool:
    """What a person without scripts does now and then, until there is what they wait for."""
    page.wait_for_timeout(500)
    page.reload()
    return wanted.count() > 0


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_eleven_answers_from_an_empty_kit_to_the_handbook(browser: Browser, empty_kit: Path, scripts: bool) -> None:
    """As a new director would, in Russian, and without touching a file."""
    kit = load_kit(empty_kit)
    questions = kit.questionnaires["service-policy"].questions
    with serve(empty_kit, language="ru") as served, visiting(browser, served, java_script_enabled=scripts) as page:
        page.get_by_role("link", name="русский").click()
        page.get_by_role("link", name="Начать с вопроса 1").click()
        page.fill("#by", "Директор")
        for question in questions:
            assert question.example
            assert question.example.concrete
            heading = question.text if isinstance(question.text, str) else question.text["ru"]
            expect(page.get_by_role("heading", level=1)).to_have_text(heading)
            concrete = question.example.concrete
            page.fill("#answer", concrete if isinstance(concrete, str) else concrete["ru"])
            page.locator(".leaving .button").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Проверьте ответы")
        expect(page.locator(".answers > li")).to_have_count(11)
        page.get_by_role("button", name="Собрать справочник").click()
        opener = page.get_by_role("link", name="Открыть справочник")
        expect(page).to_have_url(re.compile("/build$"))
        if not scripts:
            wait_until(lambda: look_again(page, opener), "the way to the handbook")
        expect(opener).to_be_visible()
        with page.context.expect_page() as opened:
            opener.click()
        expect(opened.value.locator("body")).to_contain_text("Как мы работаем с клиентами")
    scores = score_kit(load_kit(empty_kit))
    assert [one.language for one in scores] == ["ru"] * 11
    text = (empty_kit / ANSWERS.replace(".yml", ".ru.yml")).read_text(encoding="utf-8")
    assert text.count("    answer: |\n") == 11, "as one writes it by hand"
    assert text.count("answered_by: Директор") == 11
    assert "\\u" not in text
