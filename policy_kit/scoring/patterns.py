"""Short patterns of words, compiled from the entries of a language, and those of them that may begin with a word."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern: the mark that the word there must carry."""

    mark: str
    optional: bool
    gap: int
    """How many other words may stand before it."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A short sequence of marks that belongs to a rule."""

    rule: str
    elements: tuple[Element, ...]
    second: str
    """The mark that the very next word must carry; empty where another word may stand there."""
    last: str
    """The last mark that must come, by which most are ruled out at a glance; empty where all may be left out."""


@dataclass(frozen=True, slots=True)
class Starts:
    """The patterns that may begin with a word, by what must follow, so that most are never looked at."""

    pairs: Mapping[str, list[str]]
    """The rules of patterns of two words, by the mark of the second."""
    by_next: Mapping[str, list[Pattern]]
    """Longer patterns by the mark of the very next word."""
    by_last: Mapping[str, list[Pattern]]
    """By a mark that some word of the sentence must carry; under "" those that ask for none."""
    next_marks: frozenset[str]
    """The marks that the very next word must carry in `pairs` and `by_next`."""
    last_marks: frozenset[str]


def compile_pattern(rule: str, entry: str, name_mark: Callable[[str], str]) -> Pattern:
    """The pattern that `entry` describes; `name_mark` names the mark of each of its places."""
    elements: list[Element] = []
    gap = 0
    for part in entry.split():
        if part.startswith(".."):
            gap = int(part[2:])
            continue
        mark = part.removesuffix("?")
        elements.append(Element(name_mark(mark), part.endswith("?"), gap))
        gap = 0
    fixed = len(elements) > 1 and not elements[1].optional and not elements[1].gap
    last = next((element.mark for element in reversed(elements[1:]) if not element.optional), "")
    return Pattern(rule, tuple(elements), elements[1].mark if fixed else "", last)


def sort_patterns(patterns: Iterable[Pattern]) -> Starts:
    """The patterns by what must follow their first word."""
    pairs: dict[str, list[str]] = {}
    by_next: dict[str, list[Pattern]] = {}
    by_last: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        if not pattern.second:
            by_last.setdefault(pattern.last, []).append(pattern)
        elif len(pattern.elements) == 2:
            pairs.setdefault(pattern.second, []).append(pattern.rule)
        else:
            by_next.setdefault(pattern.second, []).append(pattern)
    return Starts(pairs, by_next, by_last, frozenset((*pairs, *by_next)), frozenset(by_last))
