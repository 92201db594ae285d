"""The difference of two versions of a document, change by change: what was added, removed, changed or moved.

The versions are plain data, as read from YAML. Entries of lists are matched by their ids, and where they have none, by
their words. The changes are complete: applied to the old version they give the new one.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from policy_kit.history.alignment import align, find_longest_rise
from policy_kit.history.likeness import match_values
from policy_kit.kit import Way

NAMES = ("id", "question")
"""The keys by which the entries of a list are called, if all are different: an answer has the id of its question."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two versions of a document."""

    way: Way
    """Where it is, through lists by the ids of entries: ("duties", "complaints", "text", "en").

    An entry without an id is called by its number in the new version, a removed one by that in the old; () is all.
    """
    kind: Literal["added", "removed", "changed", "moved"]
    old: Any = None
    """What stood there; of something added None."""
    new: Any = None
    """What stands there now; of something removed None. If what moved has changed, too, that is told extra."""
    was: int | None = None
    """Of an entry of a list: its number in the old list, counted from 0; None where it is not in it."""
    now: int | None = None
    """Of an entry of a list: its number in the new list."""


def compare_documents(old: Any, new: Any) -> tuple[Change, ...]:
    """The changes from `old` to `new`, in the order of the document; none where they say the same.

    The order of keys says nothing, and 1 and 1.0 are the same number; true and 1 are not.
    """
    return tuple(_compare(old, new, ()))


def freeze(value: Any) -> Any:
    """`value` as something to be compared and looked up: equal exactly where two versions say the same."""
    if isinstance(value, Mapping):
        return frozenset((key, freeze(each)) for key, each in value.items())
    if isinstance(value, list | tuple):
        return tuple(map(freeze, value))
    return (type(value).__name__, value) if isinstance(value, bool) or value is None else value


def find_name(entry: Any) -> str | None:
    """The id by which an entry of a list is called, if it has one."""
    if isinstance(entry, Mapping):
        return next((entry[key] for key in NAMES if isinstance(entry.get(key), str)), None)
    return None


def _compare(old: Any, new: Any, way: Way) -> Iterator[Change]:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        yield from _compare_groups(old, new, way)
    elif isinstance(old, list | tuple) and isinstance(new, list | tuple):
        yield from _compare_lists(old, new, way)
    elif freeze(old) != freeze(new):
        yield Change(way, "changed", old, new)


def _compare_groups(old: Mapping[str, Any], new: Mapping[str, Any], way: Way) -> Iterator[Change]:
    for key in dict.fromkeys((*old, *new)):
        if key not in new:
            yield Change((*way, key), "removed", old=old[key])
        elif key not in old:
            yield Change((*way, key), "added", new=new[key])
        else:
            yield from _compare(old[key], new[key], (*way, key))


def _compare_lists(old: Sequence[Any], new: Sequence[Any], way: Way) -> Iterator[Change]:
    names = _Names(old, new)
    partners = dict(_match(old, new, names))
    stayed = set(_find_stayed(partners))
    taken = {two: one for one, two in partners.items()}
    for one, entry in enumerate(old):
        if one not in partners:
            yield Change((*way, names.call(entry, one)), "removed", old=entry, was=one)
    for two, entry in enumerate(new):
        here, before = (*way, names.call(entry, two)), taken.get(two)
        if before is None:
            yield Change(here, "added", new=entry, now=two)
            continue
        if before not in stayed:
            yield Change(here, "moved", old[before], entry, before, two)
        yield from _compare_entries(old[before], entry, here, before, two)


def _compare_entries(old: Any, new: Any, way: Way, was: int, now: int) -> Iterator[Change]:
    """One entry in both lists. Where itself or its id is another, the numbers tell which entry is meant."""
    for change in _compare(old, new, way):
        is_own = change.way == way or (len(change.way) == len(way) + 1 and change.way[-1] in NAMES)
        yield replace(change, was=was, now=now) if is_own else change


class _Names:
    """The names of the entries of two lists, as far as they are unmistakable."""

    def __init__(self, old: Sequence[Any], new: Sequence[Any]) -> None:
        self.old = Counter(map(find_name, old))
        self.new = Counter(map(find_name, new))

    def call(self, entry: Any, number: int) -> str | int:
        """The name of an entry, or else its number."""
        name = find_name(entry)
        return number if name is None or max(self.old[name], self.new[name]) > 1 else name


def _match(old: Sequence[Any], new: Sequence[Any], names: _Names) -> Iterator[tuple[int, int]]:
    """Which entry became which: by name, else the same ones, else those most alike."""
    places = {names.call(entry, two): two for two, entry in enumerate(new)}
    called = {one: names.call(entry, one) for one, entry in enumerate(old)}
    pairs = {one: places[name] for one, name in called.items() if isinstance(name, str) and name in places}
    yield from pairs.items()
    left = [one for one in range(len(old)) if one not in pairs]
    free = sorted(set(range(len(new))) - set(pairs.values()))
    same = _match_same([freeze(old[one]) for one in left], [freeze(new[two]) for two in free])
    yield from ((left[one], free[two]) for one, two in same.items())
    left = [one for number, one in enumerate(left) if number not in same]
    taken = set(same.values())
    free = [two for number, two in enumerate(free) if number not in taken]
    if left and free:
        alike = match_values([old[one] for one in left], [new[two] for two in free])
        yield from ((left[one], free[two]) for one, two in alike)


def _match_same(old: Sequence[Any], new: Sequence[Any]) -> dict[int, int]:
    """Entries that say the same: first those that kept their order, then the others, in the order of the lists."""
    pairs = dict(align(old, new))
    taken = set(pairs.values())
    waiting: dict[Any, list[int]] = {}
    for two in range(len(new) - 1, -1, -1):
        if two not in taken:
            waiting.setdefault(new[two], []).append(two)
    for one, entry in enumerate(old):
        if one not in pairs and waiting.get(entry):
            pairs[one] = waiting[entry].pop()
    return pairs


def _find_stayed(partners: Mapping[int, int]) -> Iterator[int]:
    """The entries that need not be told as moved: as many as can be."""
    ones = sorted(partners)
    return (ones[number] for number in find_longest_rise([partners[one] for one in ones]))
