"""The Word document: opened as Word would, and looked at from inside."""

import io
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree

from policy_kit.handbook.papers import Logo, is_ours, render_paper
from policy_kit.handbook.papers.words import clean
from tests.handbook.papers.papers import HASH, HOSTILE, JOB, LETTERS, make_hostile_job, make_paper, make_release
from tests.handbook.papers.test_pdf import SQUARE


def render(document: dict[str, Any], language: str = "en", **standing: Any) -> bytes:
    return render_paper(make_paper(document, language, **standing), "docx")


def open_word(content: bytes) -> WordDocument:
    return Document(io.BytesIO(content))


def read_text(word: WordDocument) -> str:
    """All the text of the body, those of tables too."""
    return "\n".join(node.text or "" for node in word.element.body.iter(qn("w:t")))


@pytest.mark.parametrize(
    ("language", "tag", "words"),
    [
        ("en", "en-GB", ("Clerk", "Answers it.", "Director", "Signature")),
        ("ru", "ru-RU", ("Секретарь", "Вскрывает почту.", "Директор", "Подпись", "2 дня")),
        ("sl", "sl-SI", ("Tajnica", "Odpira pošto.", "Direktorica", "Podpis", "2 dneva")),
    ],
)
def test_it_says_everything_and_its_spelling_is_checked_in_its_language(
    language: str, tag: str, words: tuple[str, ...]
) -> None:
    word = open_word(render(JOB, language))
    text = read_text(word)
    assert [each for each in words if each not in text] == []
    assert word.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}").get(qn("w:val")) == tag
    assert word.core_properties.language == language


def test_its_headings_are_headings_with_numbers_of_their_own() -> None:
    word = open_word(render(JOB))
    assert [line.text for line in word.paragraphs if line.style and line.style.name == "Title"] == ["Clerk"]
    headings = [line for line in word.paragraphs if line.style and line.style.name == "Heading 1"]
    assert [line.text for line in headings] == ["Duties", "Rights", "How the work is measured", "Signatures"]
    numbered = [line._p.pPr.numPr is not None for line in headings if line._p.pPr is not None]
    assert numbered == [True, True, True, False]


def test_pages_count_themselves_and_tell_the_state_of_the_text() -> None:
    word = open_word(render(JOB, hash=HASH, release=make_release(2)))
    section = word.sections[0]
    for footer in (section.footer, section.first_page_footer):
        xml = etree.tostring(footer._element, encoding="unicode")
        assert " PAGE " in xml
        assert " NUMPAGES " in xml
        assert "Release 2 · 0123456789ab" in xml
    assert "Lipa d.o.o." in section.header.paragraphs[0].text
    assert section.different_first_page_header_footer


def test_rows_are_not_torn_and_signatures_stay_together() -> None:
    word = open_word(render(JOB))
    signatures = word.tables[-1]
    for table in word.tables:
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows if row._tr.trPr is not None)
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in signatures.rows]
    assert kept == [True] * (len(kept) - 1) + [None]
    measures = word.tables[-2]
    assert all(row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in measures.rows), (
        "nor are they alone"
    )


def test_what_is_not_translated_is_marked_with_its_language() -> None:
    word = open_word(render(LETTERS, "sl"))
    languages = {run.get(qn("w:val")) for run in word.element.body.iter(qn("w:lang"))}
    assert languages == {"en-GB"}


def test_the_same_paper_is_the_same_file() -> None:
    first, second = render(JOB), render(JOB)
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_are_data_in_every_part_of_the_file(text: str) -> None:
    content = render(make_hostile_job(text))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(parts.read(name))
    word = open_word(content)
    shown = "".join(read_text(word).split())
    assert "".join(clean(text).split()) in shown
    targets = [link.target_ref for link in word.part.rels.values() if link.is_external]
    assert all(target.startswith(("http://", "https://", "mailto:")) for target in targets)
    assert {node.tag for node in word.element.body.iter(qn("w:instrText"))} == set(), "no field comes from a text"


def test_a_logo_is_a_picture_with_words_for_those_who_cannot_see_it() -> None:
    word = open_word(render_paper(replace(make_paper(JOB), logo=Logo("svg", SQUARE)), "docx"))
    assert len(word.inline_shapes) == 1
    assert word.inline_shapes[0]._inline.docPr.get("descr") == "Lipa d.o.o."


def test_only_an_untouched_export_is_ours() -> None:
    content = render(JOB)
    assert is_ours(content)
    edited = io.BytesIO()
    open_word(content).save(edited)
    assert not is_ours(edited.getvalue())
