"""The Markdown: clean to read as it is, and harmless wherever it is rendered."""

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from policy_kit.handbook.papers import render_paper
from policy_kit.handbook.papers.markdown import escape
from policy_kit.handbook.papers.words import clean
from tests.conftest import Snapshot
from tests.handbook.papers.papers import HASH, HOSTILE, JOB, LETTERS, make_hostile_job, make_paper, make_release

SNAPSHOTS = Path(__file__).parent / "snapshots"
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


@pytest.mark.parametrize(("document", "language"), [(JOB, "en"), (JOB, "ru"), (JOB, "sl"), (LETTERS, "sl")])
def test_it_reads_well_as_it_is(document: dict[str, object], language: str, snapshot: Snapshot) -> None:
    paper = make_paper(document, language, hash=HASH, release=make_release(2))
    snapshot(SNAPSHOTS / f"{document['id']}-{language}.md", render_paper(paper, "md").decode())


@pytest.mark.parametrize("text", [*HOSTILE, "a #", "+ a", "1. a", "1986) b", "- c", "= d", ": e", "&copy; &#9; & c"])
def test_an_escaped_text_reads_as_it_was_written(text: str) -> None:
    text = " ".join(clean(text).split())
    html = READER.render(f"x {escape(text)}\n\n# {escape(text)}\n\n| {escape(text)} |\n| - |\n\n- {escape(text)}")
    tags = set(re.findall(r"<([a-z]+[0-9]?)", html))
    assert tags <= {"p", "h1", "table", "thead", "tbody", "tr", "th", "td", "ul", "li"}
    assert "<a" not in html
    shown = "".join(token.content for token in READER.parse(escape(text))[1].children or ())
    assert shown.replace("\u200b", "") == text


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_out_of_its_place(text: str) -> None:
    html = READER.render(render_paper(make_paper(make_hostile_job(text)), "md").decode())
    assert "<script" not in html
    assert "<img" not in html
    assert "javascript:" not in re.findall(r'href="([^"]*)"', html)
    assert html.count("<h1") == 1
    assert html.count("<h2") == 5, "four sections and the signatures"
    assert html.count("<table") == 1
