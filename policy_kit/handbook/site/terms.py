"""Explains the words of the glossary on every page: where one stands first, it leads to its meaning."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

Entry = tuple[list[str], str, str]
"""A term in one language: the forms in which it is written, its meaning, and its anchor on the glossary's page."""

_WORD = re.compile(r"(?<!&)\b\w+(?:['’]\w+)*")
_GLUE = re.compile(r"(?:[ \t\r\n\u00a0\-–]|&nbsp;)+")
"""What may stand between the words of one term."""
_TAG = re.compile(r"""<(/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>""")
"""A tag as the last gate writes it: small letters, values in double quotes."""
_SHORTEST_STEM = 3
_NO_TERMS = {"a", "h1", "h2", "h3", "h4", "h5", "h6", "svg", "code", "pre", "summary", "nav", "th", "dt", "abbr", "dfn"}
"""Where a link would stand inside a link, or be in the way."""
_VOID = {"br", "hr", "img", "wbr", "col"}
_LINK = Markup('<a class="pk-term" href="{way}" title="{meaning}">{words}</a>')


@dataclass(frozen=True, slots=True)
class _Known:
    stems: tuple[str, ...]
    number: int


class TermMarker:
    """Marks terms on the pages of one language."""

    def __init__(self, entries: Sequence[Entry], endings: Sequence[str], language: str) -> None:
        self._entries = entries
        self._language = language
        self._endings = sorted(endings, key=len, reverse=True)
        self._known: dict[str, list[_Known]] = {}
        for number, (forms, _meaning, _anchor) in enumerate(entries):
            for form in forms:
                if stems := tuple(self._cut(word) for word in _WORD.findall(form)):
                    self._known.setdefault(stems[0], []).append(_Known(stems, number))
        for known in self._known.values():
            known.sort(key=lambda one: -len(one.stems))

    def mark(self, html: str, way: str) -> str:
        """The content of a page, as the last gate left it; `way` leads from the page to that of the glossary."""
        if not self._known:
            return html
        told: set[int] = set()
        return "".join(
            self._mark_text(piece, way, told) if is_text else piece for piece, is_text in self._list_pieces(html)
        )

    def _list_pieces(self, html: str) -> Iterator[tuple[str, bool]]:
        """The page in pieces, and whether each is a text in which terms may be marked."""
        shut: list[str] = []
        at = 0
        for tag in _TAG.finditer(html):
            if tag.start() > at:
                yield html[at : tag.start()], not shut
            yield tag.group(), False
            at = tag.end()
            closes, name, attributes = tag.groups()
            if name in _VOID:
                continue
            if not closes and (shut or self._is_shut(name, attributes)):
                shut.append(name)
            elif closes and shut:
                shut.pop()
        yield html[at:], not shut

    def _is_shut(self, name: str, attributes: str) -> bool:
        foreign = ' lang="' in attributes and f' lang="{self._language}"' not in attributes
        return name in _NO_TERMS or foreign or "data-search-exclude" in attributes

    def _mark_text(self, text: str, way: str, told: set[int]) -> str:
        words = [*_WORD.finditer(text)]
        out: list[str] = []
        done = at = 0
        while at < len(words):
            known = self._match(text, words[at:], told)
            if known is None:
                at += 1
                continue
            start, end = words[at].start(), words[at + len(known.stems) - 1].end()
            _forms, meaning, anchor = self._entries[known.number]
            link = _LINK.format(way=f"{way}#{anchor}", meaning=meaning, words=Markup(text[start:end]))  # noqa: S704
            out += [text[done:start], link]
            told.add(known.number)
            done, at = end, at + len(known.stems)
        return "".join((*out, text[done:]))

    def _match(self, text: str, words: Sequence[re.Match[str]], told: set[int]) -> _Known | None:
        """The longest term with which `words` begin, unless the page has explained it already."""
        for known in self._known.get(self._cut(words[0].group()), ()):
            here = words[: len(known.stems)]
            same = tuple(self._cut(word.group()) for word in here) == known.stems
            if known.number not in told and same and _belong_together(text, here):
                return known
        return None

    def _cut(self, word: str) -> str:
        """A word without its ending; an abbreviation in capitals stays what it is, so that “IT” is not “it”."""
        if word.isupper() and len(word) > 1:
            return word
        small = word.casefold().replace("ё", "е")
        for ending in self._endings:
            if small.endswith(ending) and len(small) - len(ending) >= _SHORTEST_STEM:
                return small[: -len(ending)]
        return small


def _belong_together(text: str, words: Sequence[re.Match[str]]) -> bool:
    return all(_GLUE.fullmatch(text, one.end(), other.start()) for one, other in pairwise(words))
