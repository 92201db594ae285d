"""The text of one file of a kit: its lines, and where a character of it stands."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

LINE_END = re.compile(r"\r\n|\n|\r")


class Mark(Protocol):
    """A place in the text as the YAML parser gives it; everything counts from 0, in characters."""

    @property
    def index(self) -> int: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the text, counted like a `Mark`, where we found something without the parser."""

    index: int
    line: int
    column: int


START = Spot(0, 0, 0)


@dataclass(frozen=True)
class Source:
    """The text of one file, without a byte order mark."""

    path: str
    """Relative to the kit's folder, with forward slashes."""
    text: str

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *(end.end() for end in LINE_END.finditer(self.text))]

    def find_spot(self, index: int) -> Spot:
        """The line and column of the character at `index`."""
        line = bisect_right(self._starts, index) - 1
        return Spot(index, line, index - self._starts[line])

    def read_line(self, mark: Mark) -> str:
        """The whole line in which `mark` stands, without its end."""
        end = LINE_END.search(self.text, mark.index)
        return self.text[mark.index - mark.column : end.start() if end else None]

    def read_line_number(self, number: int) -> str:
        """A line by its number, counted from 1."""
        return self.read_line(Spot(self._starts[number - 1], number - 1, 0))

    def read_line_before(self, mark: Mark) -> tuple[Spot, str] | None:
        """The last line above `mark` that holds more than a comment, and where its first word stands."""
        for line in range(mark.line - 1, -1, -1):
            start = self._starts[line]
            text = self.read_line(Spot(start, line, 0))
            words = text.lstrip(" \t")
            if words and not words.startswith("#"):
                indent = len(text) - len(words)
                return Spot(start + indent, line, indent), words
        return None
