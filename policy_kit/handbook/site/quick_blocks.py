"""Lets Markdown pass by the HTML of which our own pages mostly consist: it would read it letter by letter, twice.

What comes of a page is the same with and without.
"""

import re
from html import unescape

from markdown import Extension, Markdown  # type: ignore[import-untyped]
from markdown.preprocessors import Preprocessor  # type: ignore[import-untyped]

_START = re.compile(r"^<([a-z][a-z0-9]*)(?=[ >])", re.MULTILINE)
_ANCHOR = re.compile(r'<[^>]*?\s(?:id="([^"]*)"|(?<=<a )name="([^"]*)")')
_BLANK_LINE = re.compile(r"( *\n){2}")
_BEFORE_HTML = 25
"""The priority: after white space has been tidied, before anybody looks for HTML."""


class QuickBlocks(Extension):  # type: ignore[misc]
    """For pages that we write ourselves: whole elements at the start of a line, every tag closed, all text escaped."""

    def __init__(self) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        """The anchors in what was passed by."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  the name that Markdown calls
        """Called by Markdown."""
        md.preprocessors.register(_Stash(md, self.anchors), "policy-kit-blocks", _BEFORE_HTML)


class _Stash(Preprocessor):  # type: ignore[misc]
    """Puts elements where Markdown itself would put them, had it found them."""

    def __init__(self, md: Markdown, anchors: set[str]) -> None:
        super().__init__(md)
        self._anchors = anchors

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        kept: list[str] = []
        at = 0
        while found := _START.search(text, at):
            end = self._find_end(text, found)
            if not end:
                kept.append(text[at : found.end()])
                at = found.end()
                continue
            element = text[found.start() : end]
            self._anchors.update(unescape(one or other) for one, other in _ANCHOR.findall(element))
            stored = self.md.htmlStash.store(element + "\n" if _BLANK_LINE.match(text, end) else element)
            kept += [text[at : found.start()], "\n", stored, "\n\n"]
            at = end
        return "".join([*kept, text[at:]]).split("\n")

    def _find_end(self, text: str, start: re.Match[str]) -> int:
        """Where the element ends that begins at `start`; 0 where something follows in its last line."""
        tag = start[1]
        if not self.md.is_block_level(tag):
            return 0
        depth = 0
        for found in re.compile(rf"<(/?){tag}(?=[ >])[^>]*>").finditer(text, start.start()):
            depth += -1 if found[1] else 1
            if depth == 0:
                return found.end() if text[found.end() : found.end() + 1] == "\n" else 0
        return 0
