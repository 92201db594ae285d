"""The difference of two texts in words, as a reader sees it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from policy_kit.history.alignment import align

TOKEN = re.compile(r"([^\S\n]*)(\w+|\n|[^\w\s]|\Z)")
"""Blanks, and the word, the sign or the end of the line behind them; at the end there may be blanks alone."""
LETTERS = re.compile(r"\w")
FEW = 20
"""What is longer than so many letters means something, however much changed around it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that stayed, was removed or was added."""

    kind: Literal["same", "removed", "added"]
    text: str


@dataclass(slots=True)
class _Run:
    """What stayed, or was replaced: `removed` by `added`."""

    same: str = ""
    removed: str = ""
    added: str = ""

    def join(self, other: "_Run") -> None:
        """Take in the next run."""
        self.same += other.same
        self.removed += other.removed
        self.added += other.added


def compare_words(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of `old` and `new`, in reading order.

    What lies between two changes and is no longer than both (a blank, a comma, an “of”) belongs to the change: a reader
    sees one phrase give way to another and not a patchwork.
    """
    return tuple(_cut(_join(_compare(old, new))))


def count_changes(old: str, new: str) -> int:
    """How many words differ."""
    removed = added = 0
    for piece in compare_words(old, new):
        words = len(re.findall(r"\w+", piece.text))
        removed += words if piece.kind == "removed" else 0
        added += words if piece.kind == "added" else 0
    return max(removed, added) or int(old.strip() != new.strip())


def _compare(old: str, new: str) -> Iterator[_Run]:
    """Runs that stayed and runs that were replaced, alternately; words are compared without the white space before."""
    ones, twos = TOKEN.findall(old), TOKEN.findall(new)
    pairs = align([word for _, word in ones], [word for _, word in twos])
    run = _Run()
    start = begin = 0
    for one, two in [*pairs, (len(ones), len(twos))]:
        run.removed += "".join(map("".join, ones[start:one]))
        run.added += "".join(map("".join, twos[begin:two]))
        start, begin = one + 1, two + 1
        if one == len(ones):
            break
        (blank, word), (other, _) = ones[one], twos[two]
        if run.removed or run.added or blank != other:
            shared = blank if blank == other else ""
            yield _Run(removed=run.removed + blank[len(shared) :], added=run.added + other[len(shared) :])
            run = _Run()
            word = shared + word
        else:
            word = blank + word
        if word:  # at the end of the texts there is none
            yield _Run(same=word)
    if run.removed or run.added:
        yield run


def _join(runs: Iterator[_Run]) -> list[_Run]:
    """Neighbours of a kind as one, and between two changes nothing that means nothing."""
    whole: list[_Run] = []
    for run in runs:
        if whole and bool(whole[-1].same) == bool(run.same):
            whole[-1].join(run)
        else:
            whole.append(run)
    joined: list[_Run] = []
    weights: list[int] = []
    for run in whole:
        joined.append(run)
        weights.append(_weigh(run))
        while len(joined) > 2 and not joined[-1].same and weights[-2] <= min(weights[-3], weights[-1], FEW):
            after, between = joined.pop(), joined.pop()
            joined[-1].join(_Run(removed=between.same + after.removed, added=between.same + after.added))
            weights[-3:] = [sum(weights[-3:])]
    return joined


def _weigh(run: _Run) -> int:
    """Letters and digits on the side that has more of them; an end of a line means something, too."""
    if "\n" in run.same:
        return FEW + 1
    return max(len(LETTERS.findall(text)) for text in (run.same, run.removed, run.added))


def _cut(runs: list[_Run]) -> Iterator[Piece]:
    """Runs as pieces; white space with which both sides of a change begin goes to what stands before it."""
    same = ""
    for run in runs:
        if run.same:
            same += run.same
            continue
        lead = len(_find_lead(run))
        same += run.removed[:lead]
        if same:
            yield Piece("same", same)
        same = ""
        if len(run.removed) > lead:
            yield Piece("removed", run.removed[lead:])
        if len(run.added) > lead:
            yield Piece("added", run.added[lead:])
    if same:
        yield Piece("same", same)


def _find_lead(run: _Run) -> str:
    blank, other = (re.match(r"\s*", text) for text in (run.removed, run.added))
    lead = blank[0] if blank else ""
    return lead if other and lead == other[0] else ""
