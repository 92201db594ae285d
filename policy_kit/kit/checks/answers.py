"""Each question is answered once in a language, and what one answer names another describes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from policy_kit.documents import Answer, Answers, Standard, has_language, pick_text
from policy_kit.kit.causes import Cause
from policy_kit.kit.draft import Draft
from policy_kit.kit.drafts import Drafts
from policy_kit.kit.places import Way

NAMED_IN = "standards-list"
DESCRIBED_IN = "standards-described"
WORD = re.compile(r"\w+")
STEM = 4
"""Titles are recognised by the beginnings of their words, because Russian and Slovenian words change their ends."""


@dataclass(frozen=True)
class _Wording:
    """The text of an answer in one language."""

    draft: Draft
    way: Way
    answer: Answer
    text: str


def check_answers(drafts: Drafts) -> Iterator[Cause]:
    """Questions answered twice, and standards that are named but not described."""
    first = drafts.company.languages[0] if drafts.company else ""
    wordings: dict[tuple[str, str], dict[str, _Wording]] = {}
    for draft, answers in drafts.of(Answers):
        for language, wording in _list_wordings(draft, answers, first):
            group = wordings.setdefault((answers.questionnaire, language), {})
            other = group.setdefault(wording.answer.question, wording)
            if other is not wording:
                place = other.draft.find_place((*other.way[:2], "question"))
                way = (*wording.way[:2], "question")
                question = wording.answer.question
                yield draft.blame("PK113", way, id=question, file=place.file, line=place.line)
    for (_, language), group in wordings.items():
        if NAMED_IN in group and DESCRIBED_IN in group and group[DESCRIBED_IN].draft.document is not None:
            yield from _check_described(drafts, group[NAMED_IN], group[DESCRIBED_IN], language, first)


def _list_wordings(draft: Draft, answers: Answers, first: str) -> Iterator[tuple[str, _Wording]]:
    for number, answer in enumerate(answers.answers):
        way: Way = ("answers", number, "answer")
        if isinstance(answer.answer, str):
            yield answers.language or first, _Wording(draft, way, answer, answer.answer)
        else:
            for language, text in answer.answer.items():
                yield language, _Wording(draft, (*way, language), answer, text)


def _check_described(
    drafts: Drafts, named: _Wording, described: _Wording, language: str, first: str
) -> Iterator[Cause]:
    """The answer that describes the standards must leave out none that the other one names."""
    left_out: list[str] = []
    for _, standard in drafts.of(Standard):
        title = pick_text(standard.title, language, first) if has_language(standard.title, language, first) else ""
        is_named = standard.id in named.answer.standards or _mentions(named.text, title)
        if is_named and standard.id not in described.answer.standards and not _mentions(described.text, title, STEM):
            left_out.append(title or standard.id)
    if left_out:
        yield described.draft.blame("PK114", described.way, titles=tuple(left_out))


def _mentions(text: str, title: str, stem: int | None = None) -> bool:
    """Whether the words of a title stand in a text, one after another; with `stem`, only the beginnings of words."""
    words = _split_words(title, stem)
    return bool(words.strip()) and words in _split_words(text, stem)


@lru_cache(maxsize=8)  # the same two answers are searched for every standard
def _split_words(text: str, stem: int | None) -> str:
    return f" {' '.join(word[:stem] for word in WORD.findall(text.casefold()))} "
