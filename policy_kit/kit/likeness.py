"""Whether two texts speak of the same thing: their words compared whatever their endings, and what says the same."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from policy_kit.languages import list_languages
from policy_kit.languages.phrases import read_language_file

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_STEM = 4
_LONG_STEM = 6
NEVER = re.compile(r"(?!)")
"""Finds nothing: what we know of a language that we do not speak, or that has no such thing."""


def split_words(text: str) -> list[str]:
    """The words of a text in small letters."""
    return _WORD.findall(fold(text))


def fold(text: str) -> str:
    """A text in small letters, as its words are compared; no letter moves."""
    small = text.lower()
    if len(small) != len(text):  # as “İ”, whose small letter is two
        small = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return small.replace("ё", "е")


class Beginnings:
    """Groups of words by how they begin: an entry that ends in “.” is a whole word, and it may be two words."""

    def __init__(self, groups: Sequence[Sequence[str]]) -> None:
        """The groups are numbered from 1."""
        self._whole: dict[str, int] = {}
        self._begin: dict[str, int] = {}
        for number, group in enumerate(groups, start=1):
            for entry in group:
                known = self._whole if entry.endswith(".") else self._begin
                known.setdefault(entry.removesuffix("."), number)
        self._lengths = sorted({len(entry) for entry in self._begin}, reverse=True)
        self._starts = {entry[:2] for entry in (*self._whole, *self._begin)}
        self._first = {entry.split(" ")[0] for entry in (*self._whole, *self._begin) if " " in entry}

    def find(self, word: str) -> int:
        """The number of the group of a word; 0 where there is none."""
        if word[:2] not in self._starts:  # as of most words
            return 0
        if word in self._whole:
            return self._whole[word]
        return next((self._begin[word[:n]] for n in self._lengths if word[:n] in self._begin), 0)

    def find_all(self, words: Sequence[str]) -> frozenset[int]:
        """The numbers of the groups that have a word among some."""
        found = {self.find(word) for word in words}
        found |= {self.find(f"{one} {two}") for one, two in pairwise(words) if one in self._first}
        return frozenset(found - {0})


@dataclass(frozen=True)
class _Words:
    """What one must know of the words of a language."""

    empty: frozenset[str]
    alike: Beginnings
    endings: re.Pattern[str]
    prefixes: re.Pattern[str]
    verb_endings: re.Pattern[str]


@lru_cache(maxsize=65_536)  # a kit speaks of the same things throughout
def is_same_word(one: str, other: str) -> bool:
    """Whether two words are forms of one: they begin alike, and only their ends differ."""
    if one == other:
        return True
    shorter, longer = sorted((len(one), len(other)))
    alike = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), shorter)
    if alike >= _SHORTEST_STEM and alike >= shorter - 2 and alike >= 0.55 * longer:
        return True
    return alike >= _LONG_STEM and alike >= shorter - _SHORTEST_STEM and alike >= 0.6 * longer


@lru_cache(maxsize=4096)  # steps and titles are compared with many texts
def choose_words(text: str, language: str) -> tuple[str, ...]:
    """The words of a text that tell what it is about."""
    return keep_telling(split_words(text), language)


def keep_telling(words: Iterable[str], language: str) -> tuple[str, ...]:
    """Those of some words that tell one thing from another, each once."""
    empty = _load_words(language).empty
    return tuple(dict.fromkeys(word for word in words if word not in empty and len(word) > 1))


def find_keys(words: Iterable[str], language: str) -> frozenset[str]:
    """Words by their beginnings, to see at once that two texts have nothing in common."""
    return frozenset(_find_key(word, language) for word in words)


def count_like(some: Iterable[str], others: Sequence[str], language: str) -> int:
    """How many of some words have their like among others."""
    return sum(has_like(word, others, language) for word in some)


def has_like(word: str, words: Iterable[str], language: str) -> bool:
    """Whether a word or one that says the same is among others."""
    return any(word == other or _is_like(word, other, language) for other in words)


@lru_cache(maxsize=65_536)
def _is_like(one: str, other: str, language: str) -> bool:
    group = _find_alike(one, language)
    if (group and group == _find_alike(other, language)) or is_same_word(one, other):
        return True
    known = _load_words(language)
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) > 2 and longer.startswith(shorter) and known.endings.fullmatch(longer, len(shorter)):
        return True
    bare, other_bare = (known.prefixes.sub("", word) for word in (one, other))
    if (bare, other_bare) != (one, other) and is_same_word(bare, other_bare):
        return True
    return _is_same_verb(bare, other_bare, known.verb_endings)


def _is_same_verb(one: str, other: str, endings: re.Pattern[str]) -> bool:
    """Whether two verbs differ in their endings only, with which languages tell lasting acts from single ones."""
    stem, other_stem = endings.sub("", one), endings.sub("", other)
    if len(stem) == len(one) or len(other_stem) == len(other):
        return False
    shorter, longer = sorted((stem, other_stem), key=len)
    return len(shorter) >= _SHORTEST_STEM and longer.startswith(shorter) and len(longer) < len(shorter) + 2


def _find_key(word: str, language: str) -> str:
    group = _find_alike(word, language)
    return str(group) if group else _load_words(language).prefixes.sub("", word)[:3]


@lru_cache(maxsize=16_384)
def _find_alike(word: str, language: str) -> int:
    """The number of the words that say the same as this one; 0 where there are no others."""
    return _load_words(language).alike.find(word)


@cache
def _load_words(language: str) -> _Words:
    """What one must know of a language; of one that we do not speak, nothing."""
    if language not in list_languages():
        return _Words(frozenset(), Beginnings([]), NEVER, NEVER, NEVER)
    data: dict[str, Any] = read_language_file(language, "claims")
    prefixes = re.compile(rf"^{data['prefixes']}") if data["prefixes"] else NEVER
    verbs = re.compile(data["verb-endings"]) if data["verb-endings"] else NEVER
    return _Words(frozenset(data["empty"]), Beginnings(data["alike"]), re.compile(data["endings"]), prefixes, verbs)
