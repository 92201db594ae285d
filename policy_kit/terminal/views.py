"""What fills the screen besides the text field: rows that fit the window, made of what is told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policy_kit.actions.coaching import Coaching
from policy_kit.languages import Phrases
from policy_kit.terminal.room import share_rows
from policy_kit.terminal.sitting import Sitting
from policy_kit.terminal.telling import (
    KEYS,
    Paragraph,
    tell_coaching,
    tell_place,
    tell_progress,
    tell_question,
    tell_score,
)
from policy_kit.terminal.wrapping import measure, wrap_text

Fragment = tuple[str, str]
Row = list[Fragment]

ON_BAR = ("next", "leave", "example", "skeleton", "back", "later", "overview", "help", "editor", "marks")
"""The keys that the last row of a window names, as many as fit; the most needed ones first."""
MORE = "…"
LOW = 8
"""In a window of fewer rows the text stands almost alone."""


@dataclass(frozen=True)
class Surroundings:
    """The rows around the text field."""

    above: tuple[Row, ...]
    text: int
    """How many rows are left for the text."""
    below: tuple[Row, ...]


def lay_out(
    sitting: Sitting,
    size: tuple[int, int],
    coaching: Coaching | None,
    *,
    before: int | None,
    shows_marks: bool,
    status: Paragraph,
) -> Surroundings:
    """Everything around the text of an answer, in a window of `size` rows and columns."""
    rows, width = size
    phrases = sitting.phrases
    head = _spread(tell_place(sitting), tell_progress(sitting, coaching), width)
    question = wrap(tell_question(sitting), width)
    told = list(tell_coaching(coaching, sitting, shows_marks=shows_marks)) if coaching else []
    score: list[Fragment] = []
    if coaching:
        part = tell_score(coaching, phrases, before)
        score = [(f"class:{part.style}", part.text)]
    state = _join(score, (f"class:{status.style}", status.text), width)
    if status.text and status.text not in state[-1]:
        told.insert(0, status)
    said = wrap(told, width)
    line: Row = [("class:line", "─" * width)]
    if rows < LOW:
        return Surroundings((), max(rows - 1, 1), (state,) if rows > 1 else ())
    room = share_rows(rows - 5, len(question), len(said))
    above = (head, *cut(question, room.question, width), line)
    below = (line, state, *cut(said, room.coach, width), make_bar(phrases, width))
    return Surroundings(above, room.text, below)


def wrap(paragraphs: Iterable[Paragraph], width: int) -> list[Row]:
    """Paragraphs as rows of a window."""
    return [
        [(f"class:{paragraph.style}" if paragraph.style else "", line)]
        for paragraph in paragraphs
        for line in wrap_text(paragraph.text, width) or [""]
    ]


def cut(rows: Sequence[Row], most: int, width: int) -> list[Row]:
    """At most so many rows; a sign at the end tells that there is more."""
    if len(rows) <= most:
        return list(rows)
    if most < 1:
        return []
    style, text = rows[most - 1][0]
    while text and measure(f"{text} {MORE}") > width:
        text = text[:-1]
    return [*rows[: most - 1], [(style, f"{text} {MORE}")]]


def make_bar(phrases: Phrases, width: int) -> Row:
    """The keys, as many as fit into a row, in the order of their numbers."""
    menu = phrases("interview.keys.menu")
    free = width - measure(menu)
    named = []
    for key in ON_BAR:
        label = phrases(f"interview.keys.{key}")
        number = KEYS.index(key) + 1
        free -= measure(f"  F{number} {label}")
        if free < 0:
            break
        named.append((number, label))
    escape, _, label = menu.partition(" ")
    row: Row = [("class:key", escape), ("", f" {label}")]
    for number, label in sorted(named):
        row += [("", "  "), ("class:key", f"F{number}"), ("", f" {label}")]
    return row


def _spread(left: str, right: str, width: int) -> Row:
    """Two texts at the two ends of a row; the right one goes where both do not fit."""
    gap = width - measure(left) - measure(right)
    return [("class:head", left + " " * gap + right if gap > 0 else left)]


def _join(score: Row, status: Fragment, width: int) -> Row:
    """The score, and what has become of the text, if there is room for both."""
    gap = width - sum(measure(text) for _, text in (*score, status))
    return [*score, ("", " " * gap), status] if gap > 0 or not score else score
