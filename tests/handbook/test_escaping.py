"""Texts of documents are data wherever they stand."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown  # type: ignore[import-untyped]

from policy_kit.handbook.escaping import plain, rich
from policy_kit.handbook.site.gate import clean_page
from tests.handbook.kits import HOSTILE

EXTENSIONS = ["admonition", "attr_list", "md_in_html", "tables", "toc"]
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\n"), min_size=1, max_size=60)
TRICKY = st.text(st.sampled_from("<>&\"'`*_{}[]()#+-.!|:=~^$\\/;%@\n\t aж1"), min_size=1, max_size=40)


class _Reader(HTMLParser):
    """What a browser shows of some HTML, and what else is in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words = ""
        self.tags: list[str] = []
        self.attributes: dict[str, str | None] = {}
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.update(attrs)


def read_page(markdown: str) -> _Reader:
    return _Reader(clean_page(Markdown(extensions=EXTENSIONS).convert(markdown)))


@given(text=TEXTS | TRICKY | st.sampled_from(HOSTILE))
def test_plain_reads_as_written_in_a_paragraph(text: str) -> None:
    page = read_page(f"Before {plain(text)} after\n")
    assert page.words == f"Before {text} after"
    assert page.tags == ["p"]


@given(text=TEXTS | TRICKY | st.sampled_from(HOSTILE))
def test_plain_reads_as_written_where_markdown_looks_first(text: str) -> None:
    page = read_page(f"{plain(text)}x\n")
    assert page.words.strip() == f"{text}x".strip()
    assert page.tags == ["p"]


@given(text=TEXTS | TRICKY | st.sampled_from(HOSTILE))
def test_plain_reads_as_written_in_a_heading(text: str) -> None:
    page = read_page(f"## x{plain(text)}x {{: #here }}\n")
    assert page.words == f"x{text}x"
    assert page.tags == ["h2"]
    assert page.attributes == {"id": "here"}


@given(text=TEXTS | TRICKY | st.sampled_from(HOSTILE))
def test_plain_reads_as_written_in_html_and_its_attributes(text: str) -> None:
    page = read_page(f'<div title="{plain(text)}">{plain(text)}</div>\n')
    assert page.words.strip("\n") == text.strip("\n")
    assert page.attributes == {"title": text}
    assert page.tags == ["div"]


def test_control_characters_do_not_reach_a_page() -> None:
    assert plain("\x02klzzwxh:1\x03\x00\x85") == "\ufffdklzzwxh&#58;1\ufffd\ufffd\ufffd"


@given(text=TEXTS | TRICKY | st.sampled_from(HOSTILE))
def test_rich_allows_paragraphs_lists_emphasis_and_outside_links_only(text: str) -> None:
    page = read_page(f"<div>{rich(text)}</div>\n")
    assert set(page.tags) <= {"div", "p", "ul", "ol", "li", "em", "strong", "a"}
    assert set(page.attributes) <= {"href", "title", "start"}
    assert re.match(r"https?:|mailto:", page.attributes.get("href") or "https:")


def test_rich_keeps_what_it_allows() -> None:
    text = "One *two* **three**.\n\n- [four](https://example.org/a?b=1&c)\n- five\n\n1. six"
    assert clean_page(rich(text)) == (
        "<p>One <em>two</em> <strong>three</strong>.</p>"
        '<ul><li><a href="https://example.org/a?b=1&amp;c">four</a></li><li>five</li></ul>'
        "<ol><li>six</li></ol>"
    )


@pytest.mark.parametrize(
    "text",
    [
        "![picture](https://example.org/p.png)",
        "<b>bold</b> &amp; &#60;",
        "[x](javascript:alert)",
        "# no heading",
        "`no code`",
        "https://example.org",
        "{{ x }} {: .y }",
    ],
)
def test_rich_shows_the_rest_as_written(text: str) -> None:
    page = read_page(f"<div>{rich(text)}</div>\n")
    assert page.words.strip("\n") == text
    assert page.tags == ["div", "p"]


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("<p onclick=x style=y>a</p>", "<p>a</p>"),
        ("<script>a</script><style>b</style>c", "c"),
        ("<iframe src=/x></iframe><form><input></form>", ""),
        ('<a href="javascript:x">a</a>', "<a>a</a>"),
        ('<img src="https://example.org/p.png" alt="p">', '<img alt="p">'),
        ('<img src="//example.org/p.png" alt="p">', '<img alt="p">'),
        ('<img src="\\\\example.org/p.png" alt="p">', '<img alt="p">'),
        ('<img src="pictures/p.png" alt="p">', '<img src="pictures/p.png" alt="p">'),
        (
            '<svg viewBox="0 0 1 1"><use href="#x"></use><path d="M0 0"></path></svg>',
            '<svg viewBox="0 0 1 1"><path d="M0 0"></path></svg>',
        ),
    ],
)
def test_the_last_gate(html: str, cleaned: str) -> None:
    assert clean_page(html) == cleaned
