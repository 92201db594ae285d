"""What texts promise: by when an act is done, and by whom, so that two promises of the same act can be compared.

It would rather miss a contradiction than invent one: a part of a sentence with two deadlines says nothing here, and two
promises are of the same act only where most of their words are the same.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import ceil, inf
from typing import Any

from policy_kit.kit.durations import DAY, FoundDuration, TimeSpan, find_durations
from policy_kit.languages import list_languages
from policy_kit.languages.phrases import read_language_file

_SENTENCE_END = re.compile(r"[.!?…]+(?=\s+[^\W\d_a-zа-яёčšž])|[;\n]+")
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Claim:
    """One promise of a text: an act, and by when it is done."""

    start: int
    """Where in the text its time stands."""
    quotation: str
    """The time as it is written."""
    span: TimeSpan
    words: tuple[str, ...]
    """The words that tell the act."""
    posts: tuple[str, ...]
    """The posts that are named with it, by their short names; who does it is among them."""
    keys: frozenset[str]
    """The same words by their beginnings, to see at once that two promises have nothing in common."""
    before: float = 0
    """Of a step: the minutes that the steps before it may take. Whoever counts from the first of them adds those."""

    def contradicts(self, other: "Claim") -> bool:
        """Whether this promise cannot be the same as another by its time; the other may be that of a step."""
        if not self.span.differs_from(other.span):
            return False
        (least, most), (low, high) = self.span.count_minutes(), other.span.count_minutes()
        together = high + other.before
        if together > DAY:  # nobody counts days to the hour
            together = together if together == inf else ceil(together / DAY) * DAY
        return not (other.before and low <= most and least <= together)


@dataclass(frozen=True, slots=True)
class Share:
    """A share in percent that a sentence names, and the words around it."""

    start: int
    quotation: str
    number: float
    words: tuple[str, ...]


@dataclass(frozen=True)
class _Speech:
    joints: re.Pattern[str]
    percent: re.Pattern[str]
    empty: frozenset[str]
    alike: Sequence[tuple[str, ...]]


class PostNames:
    """The names of the posts in one language, to be found in texts whatever their endings."""

    def __init__(self, titles: Iterable[tuple[str, str]]) -> None:
        """`titles` are the short names of posts, each with its name."""
        names: dict[tuple[str, ...], str] = {}
        for id, title in titles:
            names.setdefault(tuple(split_words(title)), id)
        self._first: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for words in sorted(filter(None, names), key=len, reverse=True):
            self._first.setdefault(words[0][:3], []).append((names[words], words))

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """Every post that is named: its first word, the word behind its last, and its short name."""
        at = 0
        while at < len(words):
            for id, name in self._first.get(words[at][:3], ()):
                if all(map(is_same_word, name, words[at : at + len(name)])) and at + len(name) <= len(words):
                    yield at, at + len(name), id
                    at += len(name) - 1
                    break
            at += 1


@lru_cache(maxsize=16)  # so that what was found with them is known again when the kit is read once more
def read_post_names(titles: tuple[tuple[str, str], ...]) -> PostNames:
    """The names of posts, from their short names and titles."""
    return PostNames(titles)


def split_words(text: str) -> list[str]:
    """The words of a text in small letters."""
    return [match[0] for match in _WORD.finditer(text.casefold().replace("ё", "е"))]


@lru_cache(maxsize=65_536)  # a kit speaks of the same things throughout
def is_same_word(one: str, other: str) -> bool:
    """Whether two words are forms of one: they begin alike, and only their ends differ."""
    if one == other:
        return True
    shorter, longer = sorted((len(one), len(other)))
    alike = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), shorter)
    return alike >= _SHORTEST_STEM and alike >= shorter - 2 and alike >= 0.55 * longer


def find_deadlines(text: str, language: str) -> list[FoundDuration]:
    """The deadlines in a text, whatever has to be done by then."""
    return [found for found in find_durations(text, language) if found.is_deadline]


@lru_cache(maxsize=4096)
def find_claims(text: str, language: str, posts: PostNames) -> tuple[Claim, ...]:
    """The promises with a deadline in a text."""
    deadlines = find_deadlines(text, language)
    return tuple(_list_claims(text, language, posts, deadlines)) if deadlines else ()


def find_shares(text: str, language: str) -> Iterator[Share]:
    """The shares in percent; a sentence with two of them says nothing here."""
    speech = load_speech(language)
    if not speech.percent.search(text):
        return
    for start, end in _cut(text, 0, len(text), _SENTENCE_END, ()):
        found = list(speech.percent.finditer(text, start, end))
        if len(found) == 1:
            words = choose_words(text[start:end], language)
            yield Share(found[0].start(), found[0][0], float(found[0][1].replace(",", ".")), words)


def make_claim(
    act: str, language: str, quotation: str, span: TimeSpan, posts: tuple[str, ...], before: float = 0
) -> Claim:
    """The promise of a step, whose act, time and post stand apart. Its first sentence tells the act."""
    words, keys = _read_act(act, language)
    return Claim(0, quotation, span, words, posts, keys, before)


@lru_cache(maxsize=4096)
def _read_act(act: str, language: str) -> tuple[tuple[str, ...], frozenset[str]]:
    end = _SENTENCE_END.search(act)
    words = choose_words(act[: end.start()] if end else act, language)
    return words, _find_keys(words, language)


@lru_cache(maxsize=4096)  # steps and titles are compared with many texts
def choose_words(text: str, language: str) -> tuple[str, ...]:
    """The words of a text that tell what it is about."""
    return _choose_words(split_words(text), language)


def count_like(some: Iterable[str], others: Sequence[str], language: str) -> int:
    """How many of some words have their like among others."""
    return sum(_has_like(word, others, language) for word in some)


def weigh_likeness(one: Claim, other: Claim, title: Iterable[str], language: str) -> float:
    """How surely two promises are of the same act: 0 where they need not be, else more than 0.

    `title` are the words of the document to which the other belongs: they tell what it is about throughout.
    """
    if not one.keys & other.keys:
        return 0
    if one.posts and other.posts and not set(one.posts) & set(other.posts):
        return 0
    about = tuple(title)
    shared = [word for word in one.words if _has_like(word, other.words, language)]
    known = [word for word in one.words if word in shared or _has_like(word, about, language)]
    if not any(not _has_like(word, about, language) for word in shared):
        return 0  # only the subject of the whole document is the same
    kept = [word for word in other.words if _has_like(word, (*one.words, *about), language)]
    covered, back = len(known) / len(one.words), len(kept) / len(other.words)
    enough = len(known) > 1 and covered >= 0.6 and back >= 0.34
    return covered + back if enough or (covered == 1 and back >= 0.5) else 0


@cache
def load_speech(language: str) -> _Speech:
    """What one must know of a language; of one that we do not speak, nothing."""
    if language not in list_languages():
        nothing = re.compile(r"(?!)")
        return _Speech(nothing, nothing, frozenset(), ())
    data: dict[str, Any] = read_language_file(language, "claims")
    joints = re.compile(rf"(?:,\s*)?(?<![^\W\d_])(?:{'|'.join(data['joints'])})(?![^\W\d_])|[:–—]", re.IGNORECASE)
    percent = re.compile(rf"(?<![\d.,])(\d+(?:[.,]\d+)?)\s*(?:{'|'.join(data['percent'])})(?![^\W\d_])", re.IGNORECASE)
    return _Speech(joints, percent, frozenset(data["empty"]), [tuple(group) for group in data["alike"]])


def _list_claims(text: str, language: str, posts: PostNames, deadlines: list[FoundDuration]) -> Iterator[Claim]:
    for start, end in _cut(text, 0, len(text), _SENTENCE_END, ()):
        inside = [found for found in deadlines if start <= found.start < end]
        if not inside:
            continue
        subject: tuple[str, ...] = ()
        for first, last in _cut(text, start, end, load_speech(language).joints, inside):
            words = split_words(_blank(text[first:last], [(f.start - first, f.end - first) for f in inside]))
            named = list(posts.find(words))
            subject = tuple(dict.fromkeys(id for _, _, id in named)) or subject
            here = [found for found in inside if first <= found.start < last]
            taken = {at for begin, behind, _ in named for at in range(begin, behind)}
            rest = _choose_words([word for at, word in enumerate(words) if at not in taken], language)
            if len(here) == 1 and rest:
                said, keys = text[here[0].start : here[0].end], _find_keys(rest, language)
                yield Claim(here[0].start, said, here[0].span, rest, subject, keys)


def _cut(
    text: str, start: int, end: int, at: re.Pattern[str], whole: Sequence[FoundDuration]
) -> Iterator[tuple[int, int]]:
    """The parts of a text between separators; what is `whole` is not cut."""
    for match in at.finditer(text, start, end):
        if not any(found.start < match.end() and match.start() < found.end for found in whole):
            yield start, match.start()
            start = match.end()
    yield start, end


def _blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        start, end = max(start, 0), max(end, 0)
        text = text[:start] + " " * len(text[start:end]) + text[end:]
    return text


def _choose_words(words: Iterable[str], language: str) -> tuple[str, ...]:
    empty = load_speech(language).empty
    return tuple(dict.fromkeys(word for word in words if word not in empty and len(word) > 1))


def _find_keys(words: Iterable[str], language: str) -> frozenset[str]:
    return frozenset((_find_alike(word, language) or (word[:_SHORTEST_STEM],))[0] for word in words)


def _has_like(word: str, words: Iterable[str], language: str) -> bool:
    group = _find_alike(word, language)
    return any(is_same_word(word, other) or (group and other.startswith(group)) for other in words)


@lru_cache(maxsize=16_384)
def _find_alike(word: str, language: str) -> tuple[str, ...]:
    """The beginnings of all words that say the same as this one; nothing where there are no others."""
    return next((group for group in load_speech(language).alike if word.startswith(group)), ())
