"""Words of the glossary are explained where they first stand on a page, in whatever form, and nowhere in the way."""

import pytest

from policy_kit.handbook.site.terms import TermMarker
from policy_kit.languages import load_phrases


def mark(html: str, *forms: str, language: str = "en") -> str:
    endings = load_phrases(language).find("search.endings")
    entries = [([form], f"what {form} is", f"term-{at}") for at, form in enumerate(forms)]
    return TermMarker(entries, endings, language).mark(html, "../glossary.html")


def words_of(html: str) -> list[str]:
    return [piece.split("</a>")[0].rpartition(">")[2] for piece in html.split('<a class="pk-term"')[1:]]


@pytest.mark.parametrize(
    ("language", "term", "text", "found"),
    [
        ("en", "waybill", "Two waybills are missing.", "waybills"),
        ("en", "bill of lading", "Send the bill of lading first.", "bill of lading"),
        ("ru", "накладная", "Водитель сверяет номер накладной.", "накладной"),
        ("ru", "коносамент", "Без коносамента груз не отдают.", "коносамента"),
        ("sl", "tovorni list", "Voznik podpiše dva tovorna lista.", "tovorna lista"),
        ("sl", "carinjenje", "Pred carinjenjem pokličemo stranko.", "carinjenjem"),
    ],
)
def test_a_term_is_found_in_its_inflected_forms(language: str, term: str, text: str, found: str) -> None:
    assert words_of(mark(f"<p>{text}</p>", term, language=language)) == [found]


def test_only_the_first_of_a_page_is_marked() -> None:
    assert words_of(mark("<p>A waybill.</p><p>Waybills again.</p>", "waybill")) == ["waybill"]


def test_the_longer_term_comes_before_the_shorter_in_it() -> None:
    assert words_of(mark("<p>The sea waybill and a waybill.</p>", "waybill", "sea waybill")) == [
        "sea waybill",
        "waybill",
    ]


def test_an_abbreviation_is_not_a_small_word() -> None:
    assert words_of(mark("<p>It is with IT.</p>", "IT")) == ["IT"]


@pytest.mark.parametrize(
    "html",
    [
        '<h2 id="a">Waybill</h2>',
        '<p><a href="x.html" title="a &gt; b">The <b>waybill</b></a></p>',
        '<p><a href="x.html" title="a > b">waybill</a></p>',
        "<svg><text>waybill</text></svg>",
        "<pre><code>waybill</code></pre>",
        '<p data-search-exclude="">waybill</p>',
        '<p lang="ru"><span>waybill</span></p>',
        '<p title="waybill">bill</p>',
        "<p>way<br>bill way, bill</p>",
    ],
)
def test_where_a_link_would_be_in_the_way_there_is_none(html: str) -> None:
    assert mark(html, "waybill", "way bill") == html


def test_after_such_a_place_marking_goes_on() -> None:
    html = '<p><a href="x.html">waybill<br></a> and <img src="x.png" alt="waybill">waybill</p>'
    assert words_of(mark(html, "waybill")) == ["waybill"]


def test_meanings_are_data() -> None:
    marker = TermMarker([(["waybill"], '"><script>alert(1)</script>', "term-w")], [], "en")
    told = marker.mark("<p>waybill &amp; co</p>", "../glossary.html")
    assert told == (
        '<p><a class="pk-term" href="../glossary.html#term-w" '
        'title="&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;">waybill</a> &amp; co</p>'
    )


def test_an_entity_is_no_word() -> None:
    assert mark("<p>a &amp; b</p>", "amp") == "<p>a &amp; b</p>"
