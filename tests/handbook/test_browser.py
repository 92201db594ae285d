"""The built handbook in a real browser: it opens, finds, switches languages and stays silent, whatever it holds."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, Request, Response, expect

from policy_kit.handbook.escaping import rich
from tests.handbook.built_pages import choose_pages, list_pages
from tests.handbook.kits import make_hostile_kit
from tests.patience import wait_until

pytestmark = pytest.mark.browser

SEARCHES = {
    "en": ("complaint", "complaints", "confiden"),
    "ru": ("жалоба", "жалобами", "конфиденц"),
    "sl": ("pritožba", "pritožbami", "čas", "škod"),
}


@contextmanager
def opened(browser: Browser, home: str, width: int = 1280, java_script_enabled: bool = True) -> Iterator[Page]:
    """A page that must not say a word: no message on its console, no request beyond `home`, no dialog."""
    page = browser.new_page(viewport={"width": width, "height": 900}, java_script_enabled=java_script_enabled)
    said: list[str] = []

    def refuse(dialog: Dialog) -> None:
        said.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def weigh_request(request: Request) -> None:
        if not _is_home(request.url, home):
            said.append(f"request: {request.url}")

    def weigh_failure(request: Request) -> None:
        # A request that was given up only because the next page was opened is no failure.
        if request.failure != "net::ERR_ABORTED":
            said.append(f"failed: {request.url}")

    def weigh_response(response: Response) -> None:
        if response.status >= 400:
            said.append(f"status {response.status}: {response.url}")

    page.on("console", lambda message: said.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"error: {error}"))
    page.on("dialog", refuse)
    page.on("request", weigh_request)
    page.on("requestfailed", weigh_failure)
    page.on("response", weigh_response)
    try:
        yield page
    finally:
        page.close()
    assert said == []


def _is_home(url: str, home: str) -> bool:
    return url.startswith((f"{home}/", "data:", "blob:"))


def test_every_kind_of_page_opens_in_silence_and_fits_every_screen(browser: Browser, example_site: Path) -> None:
    with opened(browser, example_site.as_uri(), width=320) as page:
        for name in choose_pages(example_site, "en", packs=False):
            page.goto(f"{example_site.as_uri()}/{name}")
            for width in (320, 390, 1280):
                page.set_viewport_size({"width": width, "height": 900})
                await_fit(page, f"{name} to fit {width}")
            page.set_viewport_size({"width": 320, "height": 900})


def test_every_page_opens_in_silence_and_fits_a_telephone(browser: Browser, example_site: Path) -> None:
    """Without scripts, which are the same on all pages of a kind: that is quicker."""
    english = [name for name in list_pages(example_site, "en") if "/packs/" not in name]
    russian, slovenian = (choose_pages(example_site, language, packs=False) for language in ("ru", "sl"))
    with opened(browser, example_site.as_uri(), width=320, java_script_enabled=False) as page:
        for name in (*english, *russian, *slovenian):
            page.goto(f"{example_site.as_uri()}/{name}")
            await_fit(page, f"{name} to fit")
        page.set_viewport_size({"width": 1280, "height": 900})
        for name in russian:  # whose words are the longest
            page.goto(f"{example_site.as_uri()}/{name}")
            await_fit(page, f"{name} to fit a wide screen")


def await_fit(page: Page, what: str) -> None:
    """Wait until nothing is wider than the screen: what slides to its place may be, for a moment."""
    assert page.locator("h1").count() == 1, what
    wait_until(lambda: page.evaluate("document.documentElement.scrollWidth <= innerWidth"), what)


def test_every_drawing_holds_its_words(browser: Browser, example_site: Path) -> None:
    """All drawings of a language are put on one page: that is quicker than to open their own pages."""
    page = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900}).new_page()
    for language in ("en", "ru", "sl"):
        names = [name for name in list_pages(example_site, language) if "/packs/" not in name]
        drawings = [one for name in names for one in _DRAWING.findall((example_site / name).read_text("utf-8"))]
        assert len(drawings) > 20
        page.goto(f"{example_site.as_uri()}/{language}/standards/complaint-handling.html")
        page.locator("article").evaluate("(article, drawings) => { article.innerHTML = drawings }", "".join(drawings))
        assert page.locator("article svg.pk-flow").count() == len(drawings)
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(_SPILL) == [], (language, width)
    page.context.close()


_DRAWING = re.compile(r'<svg class="pk-drawing pk-flow[ "].*?</svg>', re.DOTALL)


def test_it_opens_in_the_company_s_own_language(browser: Browser, example: str) -> None:
    with opened(browser, example) as page:
        page.goto(f"{example}/index.html")
        page.wait_for_url(f"{example}/en/index.html")
        expect(page.locator("html")).to_have_attribute("lang", "en")
        expect(page.locator(".pk-brand-name")).to_have_text("Meridian Forwarding")


def test_it_opens_without_javascript(browser: Browser, example_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{example_site.as_uri()}/index.html")
    page.wait_for_url("**/en/index.html")
    page.get_by_role("link", name="Standards").first.click()
    expect(page).to_have_url(re.compile(r"/en/standards/index\.html$"))
    context.close()


@pytest.mark.parametrize("language", SEARCHES)
def test_search_finds(browser: Browser, example: str, language: str) -> None:
    with opened(browser, example) as page:
        page.goto(f"{example}/{language}/index.html")
        for query in SEARCHES[language]:
            page.locator(".md-search__input").fill(query)
            first = page.locator(".md-search-result__item").first
            expect(first).to_contain_text(re.compile(query[:5], re.IGNORECASE))
        page.locator(".md-search-result__item a").first.click()
        page.wait_for_url(re.compile(rf"/{language}/.+\.html"))


QUESTIONS = {
    "en": {
        "A client shouts at me on the phone: what do I do?": "standards/conflict.html",
        "client yelling at me": "standards/conflict.html",
        "what do I wear": "standards/appearance.html",
        "an email waits": "standards/phone-and-email.html",
        "dress code": "standards/appearance.html",
    },
    "ru": {
        "Клиент кричит на меня по телефону: что делать, кому сказать?": "standards/conflict.html",
        "клиент орёт на меня": "standards/conflict.html",
        "срок ответа": "standards/response-times.html",
        "как одеваться на работу": "standards/appearance.html",
    },
    "sl": {
        "Stranka kriči name po telefonu: kaj storim, komu povem, do kdaj?": "standards/conflict.html",
        "kaj naredim, ko stranka vpije name?": "standards/conflict.html",
        "jezna stranka": "standards/conflict.html",
        "vrste strank": "clients/typology.html",
        "odgovor na e-pošto": "standards/phone-and-email.html",
    },
}


@pytest.mark.parametrize("language", QUESTIONS)
def test_a_whole_question_finds_what_to_do(browser: Browser, example: str, language: str) -> None:
    """Neither words that stand on every page nor the words that people use instead of ours hide the page that tells."""
    with opened(browser, example) as page:
        page.goto(f"{example}/{language}/index.html")
        for query, name in QUESTIONS[language].items():
            page.locator(".md-search__input").fill(query)
            first = page.locator(".md-search-result__item:first-child .md-search-result__link").first
            expect(first, query).to_have_attribute("href", re.compile(re.escape(name)))


def test_missing_words_are_told_as_they_were_typed(browser: Browser, example: str) -> None:
    with opened(browser, example) as page:
        page.goto(f"{example}/en/index.html")
        page.locator(".md-search__input").fill("complaints about dragonflies")
        expect(page.locator(".md-search-result__terms").first).to_have_text("Missing: dragonflies")


def test_search_says_when_there_is_nothing(browser: Browser, example: str) -> None:
    with opened(browser, example) as page:
        page.goto(f"{example}/en/index.html")
        page.locator(".md-search__input").fill("zyzzyva")
        expect(page.locator(".md-search-result__meta")).to_have_text("No matching documents")


def test_the_language_switch_keeps_the_page(browser: Browser, example: str) -> None:
    with opened(browser, example) as page:
        page.goto(f"{example}/en/standards/complaint-handling.html")
        for language in ("ru", "sl", "en"):
            page.get_by_role("link", name=language.upper(), exact=True).click()
            page.wait_for_url(f"{example}/{language}/standards/complaint-handling.html")
            expect(page.locator("html")).to_have_attribute("lang", language)
            expect(page.locator(".pk-languages [aria-current]")).to_have_text(language.upper())


@pytest.mark.parametrize("name", ["work/role-matrix", "clients/segments"])
def test_a_mark_in_a_matrix_is_drawn_whole(browser: Browser, example_site: Path, name: str) -> None:
    with opened(browser, example_site.as_uri()) as page:
        page.goto(f"{example_site.as_uri()}/en/{name}.html")
        drawn = page.evaluate(
            "[...document.querySelectorAll('td svg')].map(svg => {"
            " const whole = svg.getBoundingClientRect(), mark = svg.firstElementChild.getBoundingClientRect();"
            " return mark.top >= whole.top && mark.bottom <= whole.bottom && mark.width > 8; })"
        )
        assert drawn
        assert all(drawn)


@pytest.mark.parametrize("language", ["en", "ru", "sl"])
def test_the_menu_at_the_top_shows_every_section(browser: Browser, example_site: Path, language: str) -> None:
    with opened(browser, example_site.as_uri(), width=1220) as page:
        page.goto(f"{example_site.as_uri()}/{language}/index.html")
        menu = page.locator(".md-tabs__list")
        assert menu.evaluate("list => list.scrollWidth <= list.clientWidth")
        gaps = menu.evaluate(
            "list => [...list.querySelectorAll('a')].map(one => one.getBoundingClientRect())"
            ".map((one, at, all) => at ? one.left - all[at - 1].right : 99)"
        )
        assert min(gaps) >= (8 if language == "ru" else 14)
        menu.evaluate("list => list.append(...[...list.children].map(one => one.cloneNode(true)))")
        assert menu.evaluate("list => list.scrollWidth > list.clientWidth")
        assert menu.evaluate("list => getComputedStyle(list).overflowX") == "auto"


@pytest.mark.parametrize(("width", "shown", "hidden"), [(320, "narrow", "wide"), (1280, "wide", "narrow")])
def test_the_flow_chart_fits_the_screen(
    browser: Browser, example_site: Path, width: int, shown: str, hidden: str
) -> None:
    with opened(browser, example_site.as_uri(), width) as page:
        for language in ("en", "ru", "sl"):
            page.goto(f"{example_site.as_uri()}/{language}/standards/complaint-handling.html")
            expect(page.locator(f".pk-flow--{shown}")).to_be_visible()
            expect(page.locator(f".pk-flow--{hidden}")).to_be_hidden()
            assert page.evaluate(_SPILL) == [], language


_SPILL = """
() => [...document.querySelectorAll(".pk-flow g, .pk-flow rect.pk-flow-label")].filter(one => one.checkVisibility())
  .flatMap(one => {
    const box = (one.matches("rect") ? one : one.querySelector("rect")).getBBox()
    const texts = one.matches("rect") ? [one.nextElementSibling] : [...one.querySelectorAll("text")]
    return texts.filter(text => {
      const { x, width } = text.getBBox()
      return x < box.x || x + width > box.x + box.width
    }).map(text => text.textContent)
  })
"""


@pytest.mark.parametrize("language", ["en", "sl"])
def test_hostile_texts_read_as_written_and_do_nothing(browser: Browser, hostile_site: Path, language: str) -> None:
    answers = {answer.question: str(answer.answer) for answer in make_hostile_kit().answers[0].answers}
    with opened(browser, hostile_site.as_uri()) as page:
        for name in choose_pages(hostile_site, language):
            page.goto(f"{hostile_site.as_uri()}/{name}?h=script")  # as one comes from the search, which marks words
            question = Path(name).stem
            if question in answers:
                assert page.locator(".pk-answer-text").evaluate("one => one.textContent") == answers[question], name
            assert (
                page.locator("article :is(script, iframe, object, embed, style, form, [onclick], [onerror])").count()
                == 0
            )
            links = page.locator("a").evaluate_all("all => all.map(one => one.href.baseVal ?? one.href)")
            assert [
                link for link in links if not re.match(r"file:|https://evil\.example/$|#[\w-]+$|[\w/-]+\.html", link)
            ] == [], name


@pytest.mark.parametrize(
    ("name", "at"),
    [
        ("standards/s.html", 3),
        ("jobs/clerk.html", 4),
        ("moral-code.html", 5),
        ("work/role-matrix.html", 7),
        ("work/process-p.html", 8),
        ("work/toolkit.html", 9),
        ("work/motivation.html", 10),
        ("guide.html", 11),
        ("clients/typology.html", 12),
        ("clients/segments.html", 13),
        ("clients/channels.html", 14),
    ],
)
def test_every_hostile_text_stands_on_its_page(browser: Browser, hostile_site: Path, name: str, at: int) -> None:
    with opened(browser, hostile_site.as_uri()) as page:
        page.goto(f"{hostile_site.as_uri()}/en/{name}")
        shown = _squeeze(page.locator("article").evaluate("one => one.textContent"))
        document = make_hostile_kit().files[at].document.model_dump()
        packed = shown.replace(" ", "")
        missing = (text for text in _walk(document) if _squeeze(text) not in shown and _read_rich(text) not in packed)
        assert list(missing) == []
        assert _squeeze(document["title"])[:40] in _squeeze(page.title())


def test_search_results_of_hostile_pages_do_nothing(browser: Browser, hostile_site: Path) -> None:
    with opened(browser, hostile_site.as_uri()) as page:
        page.goto(f"{hostile_site.as_uri()}/en/index.html")
        told = page.locator(".md-search-result__meta")
        for query in (
            "script",
            "alert",
            "onerror",
            "evil",
            "<img src=x onerror=alert(9)>",
            '"><script>alert(10)</script>',
            "*",
            ":~^",
        ):
            page.locator(".md-search__input").fill("")
            expect(told).to_have_text("Type to start searching")
            page.locator(".md-search__input").fill(query)
            expect(told).not_to_have_text("Type to start searching")
        page.locator(".md-search__input").fill("evil")
        page.locator(".md-search-result__item a").first.click()
        expect(page).not_to_have_url(re.compile(r"/en/index\.html"))
        page.wait_for_load_state()


def _walk(value: object) -> Iterator[str]:
    if isinstance(value, str) and re.search(r" t\d+t$", value):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _walk(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _walk(part)


def _read_rich(text: str) -> str:
    """What a reader sees of a long text, in which lists, emphasis and links are allowed; without its gaps."""
    return re.sub(r"\s+", "", unescape(re.sub(r"<[^>]*>", "", rich(text))))


def _squeeze(words: str) -> str:
    return re.sub(r"\s+", " ", words)
