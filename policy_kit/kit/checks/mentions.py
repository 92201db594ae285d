"""Posts of which a text speaks and that nobody knows: no job description and no role of the company has their name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from policy_kit.documents import Answers, JobDescription, Standard, Text, has_language, pick_text
from policy_kit.kit.claims import is_same_word, split_words
from policy_kit.kit.draft import Draft
from policy_kit.kit.drafts import Drafts
from policy_kit.kit.gaps import Gap
from policy_kit.kit.places import Way
from policy_kit.languages import list_languages
from policy_kit.languages.phrases import read_language_file


@dataclass(frozen=True)
class _Speech:
    post: re.Pattern[str]
    empty: frozenset[str]


def find_unknown_posts(drafts: Drafts) -> Iterator[Gap]:
    """Every post that an answer or a standard names and nobody knows; in one document each once."""
    first = drafts.company.languages[0] if drafts.company else ""
    if any(
        draft.broken is not None and draft.look_up("kind") in (None, "company", "job-description")
        for draft in drafts.all
    ):
        return
    titles: dict[str, list[list[str]]] = {}
    for draft in drafts.all:
        told: list[list[str]] = []
        for way, text, language in _list_texts(draft, first):
            if language not in titles:
                titles[language] = _list_titles(drafts, language, first)
            for start, name, words in _find_posts(text, language):
                if not any(map(_is_like, told, [words] * len(told))) and not _is_known(words, titles[language]):
                    told.append(words)
                    yield Gap("PK154", draft, way, {"mine": name}, start)


def _list_texts(draft: Draft, first: str) -> Iterator[tuple[Way, str, str]]:
    """The texts that say who does what, each with its language."""
    document = draft.document
    if isinstance(document, Answers):
        for number, answer in enumerate(document.answers):
            way: Way = ("answers", number, "answer")
            if isinstance(answer.answer, str):
                yield way, answer.answer, document.language or first
            else:
                yield from (((*way, each), text, each) for each, text in answer.answer.items())
    elif isinstance(document, Standard):
        texts: list[tuple[Way, Text]] = [(("statement",), document.statement)]
        texts += [(("steps", at, "do"), step.do) for at, step in enumerate(document.steps)]
        texts += [(("requirements", at, "text"), each.text) for at, each in enumerate(document.requirements)]
        texts += [(("exceptions", at, "do"), each.do) for at, each in enumerate(document.exceptions)]
        for way, text in texts:
            if has_language(text, first, first):
                yield (way if isinstance(text, str) else (*way, first)), pick_text(text, first, first), first


def _list_titles(drafts: Drafts, language: str, first: str) -> list[list[str]]:
    titles = [job.title for _, job in drafts.of(JobDescription)]
    titles += [role.title for role in (drafts.company.roles if drafts.company else ())]
    speech = _load_speech(language)
    empty = speech.empty if speech else frozenset()
    return [[word for word in split_words(pick_text(title, language, first)) if word not in empty] for title in titles]


def _find_posts(text: str, language: str) -> Iterator[tuple[int, str, list[str]]]:
    speech = _load_speech(language)
    for match in speech.post.finditer(text) if speech else ():
        words = [word for word in split_words(match[1]) if word not in speech.empty] if speech else []
        if words:
            yield match.start(1), match[1], words


def _is_known(words: Sequence[str], titles: Sequence[Sequence[str]]) -> bool:
    """Whether all that is said of a post is in one title, or a whole title is in it."""
    return any(_is_within(words, title) or _is_within(title, words) for title in titles if title)


def _is_within(some: Sequence[str], others: Sequence[str]) -> bool:
    return all(any(is_same_word(word, other) for other in others) for word in some)


def _is_like(one: Sequence[str], other: Sequence[str]) -> bool:
    return _is_within(one, other) and _is_within(other, one)


@cache
def _load_speech(language: str) -> _Speech | None:
    """How posts are named in a language; of one that we do not speak we know nothing."""
    if language not in list_languages():
        return None
    data: dict[str, Any] = read_language_file(language, "posts")
    alone, led = "|".join(data["alone"]), "|".join(data["led"])
    if data["before"]:  # what tells one post from another stands before its name
        named = rf"(?<![\w’'])({data['before']}(?:{alone})|{data['before'].replace('{0,2}', '{1,2}')}(?:{led}))"
    else:
        named = rf"(?<!\w)((?:{alone})(?:{data['behind']})?|(?:{led}){data['behind']})"
    return _Speech(re.compile(rf"{named}(?!\w)(?!{data['foreign']})", re.IGNORECASE), frozenset(data["empty"]))
