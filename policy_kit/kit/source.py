"""The text of one file of a kit: its lines, and where a character of it stands."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from policy_kit.kit.places import Place

LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True)
class Source:
    """The text of one file, without a byte order mark. A place in it is the index of a character."""

    path: str
    """Relative to the kit's folder, with forward slashes."""
    text: str

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *(end.end() for end in LINE_END.finditer(self.text))]

    def find_line(self, index: int) -> int:
        """The number of the line in which a character stands, counted from 1."""
        return bisect_right(self._starts, index)

    def find_place(self, index: int) -> Place:
        """The place of a character, as people count it."""
        return Place(self.path, self.find_line(index), index - self.find_line_start(index) + 1)

    def find_line_start(self, index: int) -> int:
        """Where the line of a character begins."""
        return self._starts[self.find_line(index) - 1]

    def read_line(self, number: int) -> str:
        """A line without its end."""
        start = self._starts[number - 1]
        end = LINE_END.search(self.text, start)
        return self.text[start : end.start() if end else None]

    def read_line_at(self, index: int) -> str:
        """The line in which a character stands."""
        return self.read_line(self.find_line(index))

    def find_words_above(self, index: int) -> int | None:
        """Where the last line above, that holds more than a comment, has its first word."""
        for number in range(self.find_line(index) - 1, 0, -1):
            line = self.read_line(number)
            words = line.lstrip(" \t")
            if words and not words.startswith("#"):
                return self._starts[number - 1] + len(line) - len(words)
        return None
