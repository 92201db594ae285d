"""The marks in a text that is being edited: until it is scored again they stay with their words."""

from collections.abc import Sequence
from dataclasses import replace
from os.path import commonprefix

from policy_kit.actions import Mark


def move_marks(marks: Sequence[Mark], old: str, new: str) -> tuple[Mark, ...]:
    """The marks after an edit: those before and behind it stay with their words, those inside it are dropped."""
    before = len(commonprefix([old, new]))
    behind = len(commonprefix([old[before:][::-1], new[before:][::-1]]))
    shift = len(new) - len(old)
    kept = []
    for mark in marks:
        if mark.end <= before:
            kept.append(mark)
        elif mark.start >= len(old) - behind:
            kept.append(replace(mark, start=mark.start + shift, end=mark.end + shift))
    return tuple(kept)
