"""How alike two values of a list are, and which value of one list became which of another."""

import heapq
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from policy_kit.history.fields import is_language

WORD = re.compile(r"\w+")
STEM = 5
"""So many letters of a word are compared: what comes after is mostly an ending."""
SMALL_WORD = 3
LIKE = 0.5
"""From so much on (0 nothing in common, 1 the same words), one text is told as a new wording of the other."""
RENAMED = 0.75
"""So alike must two groups with different ids be, to be told as one that has a new id."""
REFERENCE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
WHOLE = 60
"""Up to so many values on either side every pair is compared, and the best assignment is found."""
COMPANIONS = 20
"""In longer lists: so many values that share rare words are compared with each, …"""
NEIGHBOURS = 4
"""… and so many that stand about where it stood."""

Words = dict[tuple[str, str], float]
"""Every word with the field in which it stands, and how often it stands there; small words count half."""


class Value:
    """A value of a list, prepared for comparing."""

    def __init__(self, data: Any) -> None:
        self.data = data
        self.wordings = _list_wordings(data)
        self.name = data.get("id") if isinstance(data, Mapping) else None
        self.words = _weigh_words(data)
        self.weight = sum(self.words.values())


def measure_likeness(old: Value, new: Value) -> float:
    """From 0 (no word in common) to 1 (the same words). References and numbers are never alike, only the same."""
    if old.wordings and new.wordings and (len(old.wordings) == 1 or len(new.wordings) == 1):
        # A plain text became a text in several languages, or the other way round.
        return max(_share(one, two) for one in old.wordings for two in new.wordings)
    if isinstance(old.data, Mapping) != isinstance(new.data, Mapping):
        return 0.0
    likeness = _share((old.words, old.weight), (new.words, new.weight))
    if old.name != new.name and old.name is not None and new.name is not None and likeness < RENAMED:
        return 0.0
    return likeness


def match_values(olds: Sequence[Any], news: Sequence[Any]) -> list[tuple[int, int]]:
    """Which of the `olds` became which of the `news`: pairs of their numbers, as alike in all as can be."""
    ones, twos = [Value(data) for data in olds], [Value(data) for data in news]
    likeness: dict[tuple[int, int], float] = {}
    for one, two in _list_candidates(ones, twos):
        found = measure_likeness(ones[one], twos[two])
        if found >= LIKE:
            # Of two equally like ones the one that stands where it stood.
            likeness[one, two] = found - abs(one - two) * 1e-6
    return sorted(_assign(likeness))


def _list_wordings(data: Any) -> list[tuple[Words, float]]:
    """A text, or a text in several languages, wording by wording."""
    if isinstance(data, str):
        texts = [] if REFERENCE.fullmatch(data) else [data]
    elif isinstance(data, Mapping) and data and all(_is_wording(*entry) for entry in data.items()):
        texts = list(data.values())
    else:
        texts = []
    return [(words, sum(words.values())) for words in map(_weigh_words, texts)]


def _is_wording(key: Any, value: Any) -> bool:
    return isinstance(value, str) and is_language(key)


def _weigh_words(data: Any) -> Words:
    words: Counter[tuple[str, str]] = Counter()
    _count_words(data, "", words)
    return {word: count * _weigh(word[1]) for word, count in words.items()}


def _count_words(data: Any, field: str, words: Counter[tuple[str, str]]) -> None:
    """Ids say nothing about likeness."""
    if isinstance(data, str):
        if REFERENCE.fullmatch(data) and (field or "-" in data):
            words[field, data] += 1
        else:
            words.update(
                (field, word if word.isdecimal() else word[:STEM])
                for word in WORD.findall(data.lower().replace("ё", "е"))
            )
    elif isinstance(data, Mapping):
        for key, value in data.items():
            if key != "id":
                _count_words(value, f"{field}.{key}", words)
    elif isinstance(data, list | tuple):
        for value in data:
            _count_words(value, field, words)
    elif data is not None:
        words[field, repr(data)] += 1


def _weigh(word: str) -> float:
    return 0.5 if len(word) <= SMALL_WORD and not word.isdecimal() else 1.0


def _share(old: tuple[Words, float], new: tuple[Words, float]) -> float:
    """The words in common against all words (Dice's coefficient)."""
    (ones, weight), (twos, other) = old, new
    if not weight or not other:
        return 0.0
    few, many = (ones, twos) if len(ones) <= len(twos) else (twos, ones)
    common = 0.0
    for word in few.keys() & many.keys():
        common += min(few[word], many[word])
    return 2 * common / (weight + other)


def _list_candidates(ones: Sequence[Value], twos: Sequence[Value]) -> Iterator[tuple[int, int]]:
    if max(len(ones), len(twos)) <= WHOLE:
        yield from ((one, two) for one in range(len(ones)) for two in range(len(twos)))
        return
    holders: dict[str, list[int]] = defaultdict(list)
    for two, value in enumerate(twos):
        for word in {word for _, word in value.words}:
            holders[word].append(two)
    for one, value in enumerate(ones):
        place = one * len(twos) // len(ones)
        companions = dict.fromkeys(range(max(0, place - NEIGHBOURS), min(len(twos), place + NEIGHBOURS + 1)))
        companions |= dict.fromkeys((one,) if one < len(twos) else ())
        most = len(companions) + COMPANIONS
        for word in sorted({word for _, word in value.words if word in holders}, key=lambda word: len(holders[word])):
            companions |= dict.fromkeys(holders[word][: most - len(companions)])
            if len(companions) >= most:
                break
        yield from ((one, two) for two in companions)


def _assign(likeness: Mapping[tuple[int, int], float]) -> Iterator[tuple[int, int]]:
    """The best assignment, group by group of values that compete for each other; in large groups a good one."""
    rivals: dict[tuple[str, int], list[tuple[str, int]]] = defaultdict(list)
    for one, two in likeness:
        rivals["old", one].append(("new", two))
        rivals["new", two].append(("old", one))
    seen: set[tuple[str, int]] = set()
    for start in list(rivals):
        group, waiting = set(), [start]
        while waiting:
            value = waiting.pop()
            if value not in seen:
                seen.add(value)
                group.add(value)
                waiting += rivals[value]
        ones = sorted(number for side, number in group if side == "old")
        twos = sorted(number for side, number in group if side == "new")
        if ones:
            small = max(len(ones), len(twos)) <= WHOLE
            yield from (_assign_best if small else _assign_nearest)(ones, twos, likeness)


def _assign_nearest(
    ones: Sequence[int], twos: Sequence[int], likeness: Mapping[tuple[int, int], float]
) -> Iterator[tuple[int, int]]:
    """The most alike pair first, and so on."""
    chosen = set(ones)
    heap = [(-value, pair) for pair, value in likeness.items() if pair[0] in chosen]
    heapq.heapify(heap)
    free, left = set(twos), chosen
    while heap:
        _, (one, two) = heapq.heappop(heap)
        if one in left and two in free:
            left.remove(one)
            free.remove(two)
            yield one, two


def _assign_best(
    ones: Sequence[int], twos: Sequence[int], likeness: Mapping[tuple[int, int], float]
) -> Iterator[tuple[int, int]]:
    """The pairs with the greatest likeness in all (the Hungarian method, by shortest ways)."""
    if len(ones) > len(twos):
        turned = {(two, one): value for (one, two), value in likeness.items()}
        yield from ((one, two) for two, one in _assign_best(twos, ones, turned))
        return
    size = len(twos)
    row_price, column_price = [0.0] * (len(ones) + 1), [0.0] * (size + 1)
    owner, way = [0] * (size + 1), [0] * (size + 1)
    for row in range(1, len(ones) + 1):
        owner[0], column = row, 0
        least, used = [float("inf")] * (size + 1), [False] * (size + 1)
        while owner[column]:
            used[column], current, step, following = True, owner[column], float("inf"), 0
            for other in range(1, size + 1):
                if used[other]:
                    continue
                cost = -likeness.get((ones[current - 1], twos[other - 1]), 0.0)
                cost -= row_price[current] + column_price[other]
                if cost < least[other]:
                    least[other], way[other] = cost, column
                if least[other] < step:
                    step, following = least[other], other
            for other in range(size + 1):
                if used[other]:
                    row_price[owner[other]] += step
                    column_price[other] -= step
                else:
                    least[other] -= step
            column = following
        while column:
            owner[column], column = owner[way[column]], way[column]
    pairs = ((ones[row - 1], twos[column - 1]) for column, row in enumerate(owner[1:], 1) if row)
    yield from (pair for pair in pairs if pair in likeness)
