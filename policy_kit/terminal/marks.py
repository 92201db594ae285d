"""The marks in a text that is being edited: until it is scored again they stay with their words."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from policy_kit.actions.coaching import Mark


def move_marks(marks: Sequence[Mark], old: str, new: str) -> tuple[Mark, ...]:
    """The marks after an edit: those before and behind it stay with their words, those inside it are dropped."""
    before = _count_same(old, new)
    behind = _count_same(reversed(old[before:]), reversed(new[before:]))
    shift = len(new) - len(old)
    kept = []
    for mark in marks:
        if mark.end <= before:
            kept.append(mark)
        elif mark.start >= len(old) - behind:
            kept.append(replace(mark, start=mark.start + shift, end=mark.end + shift))
    return tuple(kept)


def _count_same(one: Iterable[str], other: Iterable[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
