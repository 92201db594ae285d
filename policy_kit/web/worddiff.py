"""The difference of two texts in words, as a reader sees it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

TOKEN = re.compile(r"\w+|\n|[^\S\n]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that stayed, was removed or was added."""

    kind: Literal["same", "removed", "added"]
    text: str


def compare_words(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of `old` and `new`, in reading order; blanks between two changed words belong to the change."""
    return tuple(_merge(_compare(TOKEN.findall(old), TOKEN.findall(new))))


def count_changes(old: str, new: str) -> int:
    """How many words differ."""
    removed = added = 0
    for piece in compare_words(old, new):
        words = len(re.findall(r"\w+", piece.text))
        removed += words if piece.kind == "removed" else 0
        added += words if piece.kind == "added" else 0
    return max(removed, added) or int(old.strip() != new.strip())


def _compare(old: list[str], new: list[str]) -> Iterator[tuple[str, str, str]]:
    """(same, removed, added) in order; a lone blank between two changes is given to both sides."""
    changes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for index, (tag, i, j, k, end) in enumerate(changes):
        same = "".join(old[i:j])
        if tag != "equal":
            yield "", same, "".join(new[k:end])
        elif same.isspace() and "\n" not in same and 0 < index < len(changes) - 1:
            yield "", same, same
        else:
            yield same, "", ""


def _merge(changes: Iterator[tuple[str, str, str]]) -> Iterator[Piece]:
    removed = added = ""
    for same, gone, come in changes:
        removed, added = removed + gone, added + come
        if same:
            yield from _change(removed, added)
            removed = added = ""
            yield Piece("same", same)
    yield from _change(removed, added)


def _change(removed: str, added: str) -> Iterator[Piece]:
    if removed:
        yield Piece("removed", removed)
    if added:
        yield Piece("added", added)
