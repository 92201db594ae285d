"""What the YAML parser stumbled over, in the terms of whoever wrote the file.

The parser says where it could not go on, which is often not where the mistake is: an unclosed quote is noticed lines
later. So we look at the text around the place as well, and at what was read last.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from policy_kit.kit.causes import Cause
from policy_kit.kit.events import Event, SyntaxFault
from policy_kit.kit.source import START, Mark, Source

COLON = re.compile(r":(?=\s|$)")
LONGEST_KEY = 1024
"""YAML itself refuses longer ones, in words about something else."""


def diagnose_error(error: SyntaxFault, source: Source, last: Event | None) -> Cause:
    """The cause behind an error of the parser; `last` is what it had read before."""
    mark: Mark = getattr(error, "problem_mark", None) or START
    opening: Mark = getattr(error, "context_mark", None) or mark
    said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    stumble = _Stumble(source, mark, opening, last)
    if tab := stumble.find_tab():
        return tab
    for words, diagnose in DIAGNOSES.items():
        if words in said:
            return diagnose(stumble)
    return stumble.blame("PK018", mark)


@dataclass(frozen=True)
class _Stumble:
    source: Source
    mark: Mark
    """Where the parser could not go on."""
    opening: Mark
    """Where that began which it was reading."""
    last: Event | None

    def blame(self, code: str, mark: Mark, width: int = 1, advice: str = "", **values: object) -> Cause:
        return Cause(self.source, mark, code, values, width, advice=advice)

    def sign_at(self, mark: Mark) -> str:
        return self.source.text[mark.index : mark.index + 1]

    def find_tab(self) -> Cause | None:
        if self.sign_at(self.mark) == "\t":
            return self.blame("PK010", self.mark)
        line = self.source.read_line(self.mark)
        column = line.find("\t", 0, len(line) - len(line.lstrip(" \t")))
        if column < 0:
            return None
        return self.blame("PK010", self.source.find_spot(self.mark.index - self.mark.column + column))

    def in_escape(self) -> Cause:
        return self.blame("PK016", self.mark)

    def in_quotes(self) -> Cause:
        return self.blame("PK011", self.opening, sign=self.sign_at(self.opening))

    def in_brackets(self) -> Cause:
        return self.blame("PK012", self.opening, sign=self.sign_at(self.opening))

    def at_opening(self) -> Cause:
        return self.blame("PK017", self.opening, sign=self.sign_at(self.opening))

    def at_mark(self) -> Cause:
        return self.blame("PK017", self.mark, sign=self.sign_at(self.mark))

    def without_colon(self) -> Cause:
        line = self.source.read_line(self.opening)[self.opening.column :]
        return self._blame_line(self.opening, line)

    def at_colon(self) -> Cause:
        """A second colon in its line; or the first, in a line that the parser took for more of the text above."""
        before = self.source.read_line(self.mark)[: self.mark.column]
        if COLON.search(before):
            return self.blame("PK014", self.mark)
        if self.mark.column > LONGEST_KEY:
            return self.blame("PK025", self.mark)
        above = self.source.read_line_before(self.mark)
        if above is None:
            return self.blame("PK018", self.mark)
        if not COLON.search(above[1]):
            return self._blame_line(*above)
        indent = len(before) - len(before.lstrip())
        return self.blame("PK015", self.source.find_spot(self.mark.index - len(before) + indent))

    def at_misfit(self) -> Cause:
        """Something after the end of a quoted text, or a line that is indented like nothing above it."""
        last = self.last
        if last is not None and last.end_mark.line == self.mark.line:
            closing = self.source.text[last.end_mark.index - 1]
            if closing in "\"'" and last.start_mark.line < last.end_mark.line:
                return self.blame("PK011", last.start_mark, sign=closing)
            if closing in "\"']}":
                return self.blame("PK027", self.mark, sign=closing)
        if self.sign_at(self.mark) == ":":
            return self.blame("PK025", self.mark)
        return self.blame("PK015", self.mark)

    def _blame_line(self, mark: Mark, words: str) -> Cause:
        advice = "advice.space-after-colon" if ":" in words else ""
        return self.blame("PK013", mark, width=len(words.rstrip()), advice=advice, line=words)


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
