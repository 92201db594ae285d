"""A paper as a PDF for the archive and for screen readers (PDF/A-2a, PDF/UA-1), set by Typst from our own template.

The paper goes in as JSON and is never read as Typst's language. The page is set with the fonts that Typst brings, so
that the same paper is the same file on every machine; only for letters that they lack, those of the system are asked.
"""

import json
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import typst

from policy_kit.handbook.papers.paper import Paper

TEMPLATE = Path(__file__).parent / "paper.typ"
LONGEST_WORD = 32
"""Longer words are broken wherever the line ends; no hyphenation knows them."""
BREAK = "\u200b"


def render_pdf(paper: Paper) -> bytes:
    """The PDF of a paper; the same paper gives the same bytes. Raises a `RuntimeError` of Typst's if it has none."""
    text = json.dumps(_to_plain(paper), ensure_ascii=False)
    moment = int(datetime.combine(paper.day, time(12), UTC).timestamp())
    try:
        return _set(text, moment)
    except RuntimeError:  # a letter that our fonts do not have; or one that no font here has
        try:
            return _set(text, moment, own_fonts_only=False)
        except RuntimeError:
            return _set(text, moment, own_fonts_only=False, to_standards=False)


def _set(text: str, moment: int, *, own_fonts_only: bool = True, to_standards: bool = True) -> bytes:
    compiler = typst.Compiler(
        TEMPLATE.read_bytes(),
        root=str(TEMPLATE.parent),
        ignore_system_fonts=own_fonts_only,
        sys_inputs={"paper": text},
    )
    made = compiler.compile(format="pdf", timestamp=moment, pdf_standards=["a-2a", "ua-1"] if to_standards else [])
    if not isinstance(made, bytes):
        raise RuntimeError("no PDF")
    return made


def _to_plain(value: Any) -> Any:
    """A paper as plain data; each part says what it is."""
    if is_dataclass(value):
        own = {field.name: _to_plain(getattr(value, field.name)) for field in fields(value)}
        return {"part": type(value).__name__.lower(), **own}
    if isinstance(value, tuple):
        return [_to_plain(one) for one in value]
    if isinstance(value, str):
        return _let_break(value)
    if isinstance(value, date):
        return [value.year, value.month, value.day]
    if isinstance(value, bytes):
        return list(value)
    return value


def _let_break(text: str) -> str:
    if len(text) <= LONGEST_WORD:
        return text
    return " ".join(
        word if len(word) <= LONGEST_WORD else BREAK.join(_cut(word, LONGEST_WORD)) for word in text.split(" ")
    )


def _cut(word: str, length: int) -> list[str]:
    return [word[at : at + length] for at in range(0, len(word), length)]
