"""The PDF: read back as a reader, a printer and an archive would."""

import io
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from policy_kit.handbook.papers import Logo, is_ours, render_paper
from policy_kit.handbook.papers.words import clean
from tests.handbook.papers.papers import (
    HASH,
    HOSTILE,
    JOB,
    LETTERS,
    make_hostile_job,
    make_paper,
    make_release,
    read_pages,
)

SQUARE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#800000"/></svg>'


def read_root(pdf: bytes) -> Any:
    """What a PDF says of itself as a whole."""
    return PdfReader(io.BytesIO(pdf)).root_object


def render(document: dict[str, Any], language: str = "en", **standing: Any) -> bytes:
    return render_paper(make_paper(document, language, **standing), "pdf")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Clerk", "Answers every letter.", "1.2 Answers it.", "Signature", "2 days", "Čopova 1"]),
        ("ru", ["Секретарь", "Отвечает на каждое письмо.", "1.1 Вскрывает почту.", "Подпись", "Мебель", "2 дня"]),
        (
            "sl",
            ["Tajnica", "Odgovori na vsako pismo.", "1.1 Odpira pošto.", "Podpis", "Pohištvo", "2 dneva", "Spraševati"],
        ),
    ],
)
def test_its_text_can_be_read_in_every_language(language: str, words: list[str]) -> None:
    pdf = render(JOB, language)
    text = " ".join(read_pages(pdf))
    assert [word for word in words if word not in text] == []
    assert read_root(pdf)["/Lang"] == language


def test_every_page_has_its_number_and_the_state_of_the_text() -> None:
    long = {**JOB, "general": [f"Provision {number}. " + "A sentence of many words. " * 12 for number in range(40)]}
    pages = read_pages(render(long, hash=HASH, release=make_release(), is_changed=True))
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        assert (
            page.endswith(f"Changed since release 3; nobody has signed this · 0123456789ab {number} / {len(pages)}")
            or f"{number} / {len(pages)}" in page
        )
        assert "Changed since release 3; nobody has signed this · 0123456789ab" in page
    assert "Lipa d.o.o." in pages[1]
    assert "Clerk" in pages[1]


def test_signatures_are_never_torn_nor_alone() -> None:
    """However long the text is, the whole block stands on one page, with some of the text above it."""
    for count in range(0, 24, 4):
        pages = read_pages(render({**JOB, "general": ["A sentence of some words. " * 14] * count, "measures": []}))
        last = pages[-1]
        assert "Signatures" in last
        assert last.count("Signature") == 3, "the heading and two lines to sign on"
        assert "To ask" in last


def test_its_fonts_are_inside_it() -> None:
    pages: list[Any] = [*PdfReader(io.BytesIO(render(JOB, "ru"))).pages]
    fonts = [font.get_object() for page in pages for font in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        inner: DictionaryObject = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert inner.keys() & {"/FontFile", "/FontFile2", "/FontFile3"}


def test_it_is_fit_for_the_archive_and_for_screen_readers() -> None:
    reader = PdfReader(io.BytesIO(render(JOB)))
    root = read_root(render(JOB))
    about = root["/Metadata"].get_object().get_data().decode()
    assert "pdfaid:part" in about
    assert "pdfuaid:part" in about
    assert "/StructTreeRoot" in root
    assert reader.metadata
    assert reader.metadata.title == "Clerk"


def test_the_same_paper_is_the_same_file() -> None:
    assert render(JOB, "sl") == render(JOB, "sl")
    assert render(JOB, "sl") != render(JOB, "sl", hash=HASH, release=make_release())


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_are_shown_and_never_obeyed(text: str) -> None:
    pdf = render(make_hostile_job(text))
    pages = read_pages(pdf)
    shown = "".join("".join(pages).split())
    expected = "".join(clean(text).split())
    assert expected[:30] in shown, "in a list item every sign stands as it was written"
    links = [
        annotation.get_object()["/A"]["/URI"]
        for page in PdfReader(io.BytesIO(pdf)).pages
        for annotation in page.get("/Annots", [])
    ]
    assert all(link.startswith(("http://", "https://", "mailto:")) for link in links)


def test_a_duty_of_ten_thousand_words_is_printed_to_its_end() -> None:
    duty = {"id": "long", "text": " ".join(f"word{number}" for number in range(10_000))}
    pages = read_pages(render({**JOB, "duties": [duty], "rights": [], "measures": []}))
    text = " ".join(pages)
    assert "word0 " in text
    assert "word9999" in text
    assert "Signatures" in pages[-1]


def test_letters_that_our_fonts_lack_stop_nothing() -> None:
    pdf = render({**JOB, "title": "漢字 \U0001f600 \ue000 \u0e01"})
    assert pdf.startswith(b"%PDF")


def test_a_word_without_end_stays_on_the_page() -> None:
    pages = read_pages(render({**JOB, "general": ["Ж" * 3000]}))
    assert sum(page.count("Ж") for page in pages) == 3000


def test_a_logo_stands_at_the_head() -> None:
    from dataclasses import replace

    paper = replace(make_paper(JOB), logo=Logo("svg", SQUARE), colour="#800000")
    assert render_paper(paper, "pdf") != render_paper(make_paper(JOB), "pdf")
    assert "Lipa d.o.o." in read_pages(render_paper(paper, "pdf"))[0]


def test_only_an_untouched_export_is_ours() -> None:
    pdf = render(LETTERS)
    assert is_ours(pdf)
    assert not is_ours(pdf + b"\n1 0 obj <</Type /Sig>> endobj\nstartxref\n1\n%%EOF\n"), "somebody has signed it"
    assert not is_ours(b"%PDF-1.4 of somebody else %%EOF")
    assert not is_ours(b"Dear colleague")
