"""A page that covers the text field for a moment: menu, help, example, all questions, both sides of a conflict."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from policy_kit.terminal.telling import Paragraph
from policy_kit.terminal.views import Row, wrap

Kind = Literal["name", "menu", "reading", "overview", "clash"]


@dataclass
class Cover:
    """A page one can scroll; in `overview` one of its paragraphs is chosen."""

    kind: Kind
    paragraphs: Sequence[Paragraph]
    foot: str
    chosen: int = 0
    """In the overview: the paragraph that Enter opens, counted from 1 behind the title; else 0."""
    typed: str = ""
    """In the overview: the digits typed so far."""
    scroll: int = 0

    def show(self, size: tuple[int, int]) -> list[Row]:
        """The rows of the page in a window of `size` rows and columns."""
        width = size[1]
        foot = self.show_foot(width)
        height = max(size[0] - len(foot), 1)
        rows: list[Row] = []
        for index, paragraph in enumerate(self.paragraphs):
            if index and index == self.chosen:
                first = len(rows)
                rows += [[("class:chosen", text)] for row in wrap([paragraph], width) for _, text in row]
                self.scroll = min(max(self.scroll, len(rows) - height), first)
            else:
                rows += wrap([paragraph], width)
        self.scroll = max(min(self.scroll, len(rows) - height), 0)
        shown = rows[self.scroll : self.scroll + height]
        return [*shown, *[[("", "")]] * (height - len(shown)), *foot]

    def show_foot(self, width: int) -> list[Row]:
        """The last rows: which keys there are."""
        return wrap([Paragraph("label", self.foot)], width)

    def move(self, step: int) -> None:
        """Scroll, or choose the next paragraph."""
        self.typed = ""
        if self.kind == "overview":
            self.chosen = min(max(self.chosen + step, 1), len(self.paragraphs) - 1)
        else:
            self.scroll = max(self.scroll + step, 0)

    def type_digit(self, digit: str) -> None:
        """In the overview: choose by number; two digits make one number as long as there is such a question."""
        last = len(self.paragraphs) - 1
        for typed in (self.typed + digit, digit):
            if 1 <= int(typed) <= last:
                self.typed, self.chosen = typed, int(typed)
                return
