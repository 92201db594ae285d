"""Which entries of two sequences stay, in order: the heart of every difference, quick for long ones, too."""

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from itertools import pairwise

Pair = tuple[int, int]
"""The number of an entry in the old sequence, and in the new one."""

EFFORT = 1_000_000
"""Steps in all, less than a second; what is not compared by then counts as replaced."""
LONG = 600
"""From so many entries on, both sides together, what occurs once on each side is looked for first."""
RUNS = (5, 2, 1)
"""What is looked for: runs of so many entries. Long runs first, for single ones meet by chance."""


def align(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Pairs of equal entries that rise on both sides: as many as can be, or nearly so where both are very long."""
    pairs: list[Pair] = []
    waiting = [(0, len(old), 0, len(new))]
    effort = EFFORT
    while waiting:
        start, end, begin, stop = waiting.pop()
        while start < end and begin < stop and old[start] == new[begin]:
            pairs.append((start, begin))
            start, begin = start + 1, begin + 1
        while start < end and begin < stop and old[end - 1] == new[stop - 1]:
            end, stop = end - 1, stop - 1
            pairs.append((end, stop))
        if start == end or begin == stop:
            continue
        part, other = old[start:end], new[begin:stop]
        anchors = _find_anchors(part, other) if len(part) + len(other) > LONG else []
        if anchors:
            found = [(start + one, begin + two) for one, two in anchors]
            pairs += found
            edges = [(start - 1, begin - 1), *found, (end, stop)]
            gaps = pairwise(edges)
            waiting += [(a + 1, c, b + 1, d) for (a, b), (c, d) in gaps if c - a > 1 and d - b > 1]
            continue
        common = {*part} & {*other}
        ones, twos = ([at for at, entry in enumerate(side) if entry in common] for side in (part, other))
        found, spent = _walk([part[one] for one in ones], [other[two] for two in twos], effort // 2)
        effort -= spent
        pairs += [(start + ones[one], begin + twos[two]) for one, two in found]
    return sorted(pairs)


def find_longest_rise(numbers: Sequence[int]) -> list[int]:
    """The places of a longest rising series in `numbers`, all of which differ."""
    tails: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        at = bisect_left(tails, number)
        before.append(places[at - 1] if at else -1)
        tails[at : at + 1] = [number]
        places[at : at + 1] = [place]
    series: list[int] = []
    place = places[-1] if places else -1
    while place >= 0:
        series.append(place)
        place = before[place]
    return series[::-1]


def _find_anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Entries of runs that occur once on each side and keep their order (the “patience” difference)."""
    for length in RUNS:
        once = _find_singles(new, length)
        pairs = [(place, once[run]) for run, place in _find_singles(old, length).items() if run in once]
        if pairs:
            return [pairs[number] for number in find_longest_rise([two for _, two in pairs])]
    return []


def _find_singles(entries: Sequence[Hashable], length: int) -> dict[Hashable, int]:
    """Runs of `length` entries that occur once, with the places of their first entries, in order."""
    places: dict[Hashable, int] = {}
    for place, run in enumerate(zip(*(entries[start:] for start in range(length)), strict=False)):
        places[run] = -1 if run in places else place
    return {run: place for run, place in places.items() if place >= 0}


def _walk(old: Sequence[Hashable], new: Sequence[Hashable], effort: int) -> tuple[list[Pair], int]:
    """The pairs on the shortest way between both (Myers 1986), and the steps it took; none where it is too far."""
    height, width = len(old), len(new)
    reach = {1: 0}
    trail: list[dict[int, int]] = []
    spent = 0
    for edits in range(height + width + 1):
        spent += edits + 1
        if spent > effort:
            break
        trail.append(reach)
        step: dict[int, int] = {}
        for diagonal in range(-edits, edits + 1, 2):
            if diagonal == -edits or (diagonal != edits and reach[diagonal - 1] < reach[diagonal + 1]):
                one = reach[diagonal + 1]  # by adding an entry
            else:
                one = reach[diagonal - 1] + 1  # by removing one
            two = one - diagonal
            while one < height and two < width and old[one] == new[two]:
                one, two = one + 1, two + 1
            step[diagonal] = one
            if one >= height and two >= width:
                return _walk_back(trail, height, width), spent
        reach = step
    return [], spent


def _walk_back(trail: list[dict[int, int]], one: int, two: int) -> list[Pair]:
    """The pairs on the way that `_walk` has found, from its end."""
    pairs: list[Pair] = []
    for edits in range(len(trail) - 1, -1, -1):
        reach, diagonal = trail[edits], one - two
        added = diagonal == -edits or (diagonal != edits and reach[diagonal - 1] < reach[diagonal + 1])
        entered = reach[diagonal + 1] if added else reach[diagonal - 1] + 1
        while one > entered:
            one, two = one - 1, two - 1
            pairs.append((one, two))
        one, two = (one, two - 1) if added else (one - 1, two)
    return pairs
