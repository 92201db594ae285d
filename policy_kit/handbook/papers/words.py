"""Texts of documents → runs and paragraphs of a paper, cleaned of every character that could act on the reader."""

import re
import unicodedata
from collections.abc import Iterator

from markdown_it.token import Token

from policy_kit.documents import Text, has_language
from policy_kit.handbook.escaping import open_reader
from policy_kit.handbook.papers.paper import Paragraph, Points, Run, Runs
from policy_kit.handbook.wording import Wording

REPLACEMENT = "\ufffd"
_LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# What turns the direction of reading makes a text look like another one: 1000 as 0001.
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SPACES = re.compile(r"[ \t]*\n[ \t]*")
_STANZA = re.compile(r"[ \t]*\n[ \t]*\n\s*")


def clean(text: str) -> str:
    """`text` without control characters and whatever no format can hold; one line feed ends a line."""
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return "".join(letter if _is_harmless(letter) else REPLACEMENT for letter in text)


def _is_harmless(letter: str) -> bool:
    if letter == "\n":
        return True
    number = ord(letter)
    if unicodedata.category(letter) in ("Cc", "Cs") or letter in _TURNS:
        return False
    return number & 0xFFFE != 0xFFFE and not 0xFDD0 <= number <= 0xFDEF


class PaperWords:
    """The words of one paper in its language; it remembers, with `wording`, what was not translated."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording

    def plain(self, text: Text) -> str:
        """A text in one line, without a look of its own."""
        return _join_lines(clean(self.wording.words(text)))

    def runs(self, text: Text, *, strong: bool = False) -> Runs:
        """A short text in the flow of the paper; blank lines in it become line ends."""
        return (Run(self.plain(text), strong=strong, language=self._find_language(text)),)

    def stanzas(self, text: str, language: str) -> tuple[Paragraph, ...]:
        """A text whose lines stay as they were written, one paragraph between two blank lines."""
        foreign = "" if language == self.wording.language else language
        if foreign:
            self.wording.note_foreign(foreign)
        stanzas = _STANZA.split(clean(text).strip())
        return tuple(Paragraph((Run(stanza.strip(), language=foreign),)) for stanza in stanzas)

    def paragraphs(self, text: Text) -> tuple[Paragraph | Points, ...]:
        """A long text with the little Markdown that documents may use: paragraphs, lists, emphasis and links."""
        language = self._find_language(text)
        return tuple(_read_blocks(open_reader().parse(clean(self.wording.words(text))), language))

    def _find_language(self, text: Text) -> str:
        """The language of what is shown of `text`, if that is not the paper's own."""
        wording = self.wording
        if has_language(text, wording.language, wording.first):
            return ""
        language = wording.first if isinstance(text, str) or wording.first in text else next(iter(text))
        wording.note_foreign(language)
        return language


def _join_lines(text: str) -> str:
    return "\n".join(_SPACES.sub(" ", stanza).strip() for stanza in _STANZA.split(text.strip()))


def _read_blocks(tokens: list[Token], language: str) -> Iterator[Paragraph | Points]:
    """Paragraphs and lists in their order; the points of a list in a list stand in the outer one."""
    points: list[Runs] = []
    depth, numbered, first = 0, False, 1
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            if depth == 0:
                points, numbered = [], token.type == "ordered_list_open"
                first = int(token.attrs.get("start", 1))
            depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
            if depth == 0 and points:
                yield Points(tuple(points), numbered, first=first)
        elif token.type == "inline":
            runs = tuple(_read_runs(token.children or [], language))
            if depth:
                points.append(runs)
            else:
                yield Paragraph(runs)


def _read_runs(tokens: list[Token], language: str) -> Iterator[Run]:
    strong = emphasis = 0
    link = ""
    for token in tokens:
        if token.type in ("strong_open", "strong_close"):
            strong += token.nesting
        elif token.type in ("em_open", "em_close"):
            emphasis += token.nesting
        elif token.type in ("link_open", "link_close"):
            link = str(token.attrs.get("href", ""))
        elif words := _SPACES.sub(" ", token.content):
            yield Run(words, strong > 0, emphasis > 0, link, language)
