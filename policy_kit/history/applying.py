"""Applies changes to the old version of a document; that this gives the new one is what makes a comparison complete."""

from collections.abc import Mapping, Sequence
from typing import Any

from policy_kit.history.changes import Change, find_name


def apply_changes(old: Any, changes: Sequence[Change]) -> Any:
    """The version that `changes` make of `old`, which stays as it is. They must be changes of just this version."""
    return _apply(old, [(change, 0) for change in changes])


Part = tuple[Change, int]
"""A change, and how many steps of its way have been gone."""


def _apply(value: Any, parts: Sequence[Part]) -> Any:
    for change, gone in parts:
        if len(change.way) == gone and change.kind == "changed":
            return change.new
    if not parts:
        return value
    if isinstance(value, Mapping):
        return _apply_to_group(value, parts)
    return _apply_to_list(value, parts)


def _apply_to_group(group: Mapping[str, Any], parts: Sequence[Part]) -> dict[str, Any]:
    new = dict(group)
    inner: dict[Any, list[Part]] = {}
    for change, gone in parts:
        key = change.way[gone]
        if len(change.way) == gone + 1 and change.kind == "removed":
            del new[str(key)]
        elif len(change.way) == gone + 1 and change.kind == "added":
            new[str(key)] = change.new
        else:
            inner.setdefault(key, []).append((change, gone + 1))
    return new | {key: _apply(new[key], below) for key, below in inner.items()}


def _apply_to_list(entries: Sequence[Any], parts: Sequence[Part]) -> list[Any]:
    own = [change for change, gone in parts if len(change.way) == gone + 1]
    new = _arrange(entries, own)
    places: dict[Any, int] = {find_name(entry): place for place, entry in enumerate(new)}
    for change, gone in parts:
        if len(change.way) <= gone + 2 and change.now is not None:
            places[change.way[gone]] = change.now  # it gets a new id, by which it is called already
    inner: dict[int, list[Part]] = {}
    for change, gone in parts:
        if len(change.way) > gone + 1 or change.kind == "changed":
            step = change.way[gone]
            place = step if isinstance(step, int) else places[step]
            inner.setdefault(place, []).append((change, gone + 1))
    return [_apply(entry, inner.get(place, [])) for place, entry in enumerate(new)]


def _arrange(entries: Sequence[Any], own: Sequence[Change]) -> list[Any]:
    """The entries in their new order, with the added and without the removed ones."""
    gone = {change.was for change in own if change.kind in ("removed", "moved")}
    come = {change.now: change.new for change in own if change.kind == "added"}
    for change in own:
        if change.kind == "moved" and change.was is not None:
            come[change.now] = entries[change.was]
    stayed = iter([entry for place, entry in enumerate(entries) if place not in gone])
    length = len(entries) - len(gone) + len(come)
    return [come[place] if place in come else next(stayed) for place in range(length)]
