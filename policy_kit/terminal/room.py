"""How the rows of a small or large window are shared out between the question, the text and what is said of it."""

from dataclasses import dataclass

LEAST_TEXT = 5
"""Rows that the text always keeps, as long as there are any."""


@dataclass(frozen=True, slots=True)
class Room:
    """How many rows each part of the screen gets."""

    question: int
    text: int
    coach: int


def share_rows(rows: int, question: int, coach: int) -> Room:
    """Share out `rows`; `question` and `coach` are how many those two would like, and the text takes the rest."""
    free = max(rows - LEAST_TEXT, 0)
    question = min(question, max(free - min(coach, free // 2), min(free, 1)))
    coach = min(coach, free - question)
    return Room(question, max(rows - question - coach, 0), coach)
