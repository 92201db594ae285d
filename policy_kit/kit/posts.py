"""Finds the names of posts in texts, whatever their endings: those that a kit knows, and what looks like one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from policy_kit.kit.likeness import NEVER, is_same_word, split_words
from policy_kit.languages import list_languages
from policy_kit.languages.phrases import read_language_file


@dataclass(frozen=True)
class _Speech:
    post: re.Pattern[str]
    led: re.Pattern[str]
    """The words that do not name a post without more of them."""
    person: re.Pattern[str]
    outsiders: re.Pattern[str]
    ranks: re.Pattern[str]
    empty: frozenset[str]


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


def find_posts(text: str, language: str) -> Iterator[tuple[int, str, list[str]]]:
    """What looks like the name of one of our posts: where, as it is written, and the words that tell which."""
    speech = _load_speech(language)
    for match in speech.post.finditer(text):
        words = keep_title(match[1], language)
        is_bare = len(words) == 1 and len(match[1].split()) > 1 and speech.led.fullmatch(words[0])
        if words and not is_bare and not speech.outsiders.match(match[1]):
            yield match.start(1), match[1], words


def keep_title(title: str, language: str) -> list[str]:
    """The words that tell one post from another."""
    empty = _load_speech(language).empty
    return [word for word in split_words(title) if word not in empty]


def is_leader(word: str, language: str) -> bool:
    """Whether a word only says that somebody leads: head, manager …"""
    return bool(_load_speech(language).ranks.fullmatch(word))


def list_persons(text: str, language: str) -> list[tuple[int, int]]:
    """Where whoever does the work is named, whether or not it is a post: “the class teacher”, “a mechanic”."""
    return [match.span() for match in _load_speech(language).person.finditer(text)]


@cache
def _load_speech(language: str) -> _Speech:
    """How posts are named in a language; of one that we do not speak we know nothing."""
    if language not in list_languages():
        return _Speech(NEVER, NEVER, NEVER, NEVER, NEVER, frozenset())
    data: dict[str, Any] = read_language_file(language, "posts")
    alone, led = "|".join(data["alone"]), "|".join(data["led"])
    if data["before"]:  # what tells one post from another stands before its name
        named = rf"(?<![\w’'])({data['before']}(?:{alone})|{data['before'].replace('{0,2}', '{1,2}')}(?:{led}))"
    else:
        named = rf"(?<!\w)((?:{alone})(?:{data['behind']})?|(?:{led}){data['behind']})"
    persons = f"{alone}|{led}|{'|'.join(data['persons'])}"
    return _Speech(
        re.compile(rf"{named}(?!\w)(?!{data['foreign']})", re.IGNORECASE),
        re.compile(led, re.IGNORECASE),
        re.compile(rf"(?<!\w){data['person-before']}(?:{persons})(?:{data['behind'] or '(?!)'})?(?!\w)", re.IGNORECASE),
        re.compile("|".join(data["outsiders"]), re.IGNORECASE),
        re.compile("|".join(data["ranks"]), re.IGNORECASE),
        frozenset(data["empty"]),
    )
