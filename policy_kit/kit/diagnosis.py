"""What the YAML parser stumbled over, in the terms of whoever wrote the file.

The parser says where it could not go on, which is often not where the mistake is: an unclosed quote is noticed lines
later. So we look at the text around the place as well, and at what was read last.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from policy_kit.kit.causes import Cause
from policy_kit.kit.events import DOCUMENT_END, Event, SyntaxFault
from policy_kit.kit.source import Source

COLON = re.compile(r":(?=\s|$)")
LONGEST_QUOTED = 70
"""Of a longer line the advice would not show the end, and so not where the second quote stands."""
LONGEST_KEY = 1024
"""YAML itself refuses longer ones, in words about something else."""


def diagnose_error(error: SyntaxFault, source: Source, last: Event | None) -> Cause:
    """The cause behind an error of the parser; `last` is what it had read before."""
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None) or mark
    said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    stumble = _Stumble(source, mark.index if mark else 0, context.index if context else 0, last)
    if tab := stumble.find_tab():
        return tab
    for words, diagnose in DIAGNOSES.items():
        if words in said:
            return diagnose(stumble)
    return stumble.blame("PK018", stumble.index)


@dataclass(frozen=True)
class _Stumble:
    source: Source
    index: int
    """Where the parser could not go on."""
    opening: int
    """Where that began which it was reading."""
    last: Event | None

    def blame(self, code: str, index: int, width: int = 1, **values: object) -> Cause:
        return Cause(self.source, index, code, values, width)

    def sign_at(self, index: int) -> str:
        return self.source.text[index : index + 1]

    @property
    def line_start(self) -> int:
        return self.source.find_line_start(self.index)

    @property
    def line(self) -> str:
        return self.source.read_line_at(self.index)

    def find_tab(self) -> Cause | None:
        if self.sign_at(self.index) == "\t":
            return self.blame("PK010", self.index)
        column = self.line.find("\t", 0, len(self.line) - len(self.line.lstrip(" \t")))
        return None if column < 0 else self.blame("PK010", self.line_start + column)

    def in_escape(self) -> Cause:
        return self.blame("PK016", self.index)

    def in_quotes(self) -> Cause:
        return self.blame("PK011", self.opening, sign=self.sign_at(self.opening))

    def in_brackets(self) -> Cause:
        return self.blame("PK012", self.opening, sign=self.sign_at(self.opening))

    def at_opening(self) -> Cause:
        return self.blame("PK017", self.opening, sign=self.sign_at(self.opening))

    def at_mark(self) -> Cause:
        return self.blame("PK017", self.index, sign=self.sign_at(self.index))

    def without_colon(self) -> Cause:
        return self._blame_line(self.opening)

    def at_colon(self) -> Cause:
        """A second colon in its line; or the first, in a line that the parser took for more of the text above."""
        before = self.line[: self.index - self.line_start]
        if first := COLON.search(before):
            return self._advise_quotes(first.start())
        if len(before) > LONGEST_KEY:
            return self.blame("PK025", self.index)
        above = self.source.find_words_above(self.index)
        if above is None:
            return self.blame("PK018", self.index)
        line_above = self.source.read_line_at(above)
        if not COLON.search(line_above) and not line_above.lstrip().startswith("- "):
            return self._blame_line(above)
        return self.blame("PK015", self.index - len(before.lstrip()))

    def _advise_quotes(self, colon: int) -> Cause:
        """The field of the line and its text, as they can stand; where the text is long or has quotes, an example."""
        field = self.line[:colon].lstrip().removeprefix("- ").strip()
        text = self.line[colon + 1 :].strip()
        advice = "" if len(field) + len(text) > LONGEST_QUOTED or '"' in text or "\\" in text else "advice.quotes"
        return Cause(self.source, self.index, "PK014", {"quoted": f'{field}: "{text}"'}, advice=advice)

    def at_misfit(self) -> Cause:
        """Something after the end of a quoted text, or a line that is indented like nothing above it."""
        if type(self.last) is DOCUMENT_END:
            return self.blame("PK008", self.index)
        if self.last is not None and self.last.end_mark.index > self.line_start:
            start, end = self.last.start_mark.index, self.last.end_mark.index
            closing = self.source.text[end - 1]
            if closing in "\"'" and start < self.line_start:
                return self.blame("PK011", start, sign=closing)
            if closing in "\"']}":
                return self.blame("PK027", self.index, sign=closing)
        if self.sign_at(self.index) == ":":
            return self.blame("PK025", self.index)
        return self.blame("PK015", self.index)

    def _blame_line(self, index: int) -> Cause:
        words = self.source.read_line_at(index)[index - self.source.find_line_start(index) :]
        if ":" in words:
            return self.blame("PK028", index + words.index(":"))
        return self.blame("PK013", index, len(words.rstrip()), line=words)


DIAGNOSES: dict[str, Callable[[_Stumble], Cause]] = {
    # what libyaml or PyYAML says, or while doing what → what it means; the first that fits counts
    "escape": _Stumble.in_escape,
    "hexdec": _Stumble.in_escape,
    "quoted scalar": _Stumble.in_quotes,
    "an alias": _Stumble.at_opening,
    "an anchor": _Stumble.at_opening,
    "tag": _Stumble.at_opening,
    "block scalar": _Stumble.at_opening,
    "cannot start any token": _Stumble.at_mark,
    "entries are not allowed": _Stumble.at_mark,
    "keys are not allowed": _Stumble.at_mark,
    "node content": _Stumble.at_mark,
    "values are not allowed": _Stumble.at_colon,
    "simple key": _Stumble.without_colon,
    "flow": _Stumble.in_brackets,
    "block mapping": _Stumble.at_misfit,
    "block collection": _Stumble.at_misfit,
    "document start": _Stumble.at_misfit,
}
