"""Reads shares out of texts: “nine out of ten guests”, “ninety percent” → 90, with the words around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from policy_kit.kit.durations import read_number_before
from policy_kit.kit.likeness import NEVER, Beginnings, choose_words, fold, split_words
from policy_kit.kit.sentences import is_past, list_sentences
from policy_kit.languages import list_languages
from policy_kit.languages.phrases import read_language_file


@dataclass(frozen=True, slots=True)
class Share:
    """A share in percent that a sentence names, and the words around it."""

    start: int
    quotation: str
    number: float
    words: tuple[str, ...]


def is_percent(unit: str, language: str) -> bool:
    """Whether a unit of measure is percent."""
    return unit == "percent" or bool(_load_signs(language)[0].fullmatch(fold(unit)))


def find_shares(text: str, language: str) -> Iterator[Share]:
    """The shares in percent that hold today; a sentence with two of them says nothing here."""
    folded = fold(text)
    percent, parts_of = _load_signs(language)
    if not percent.search(folded) and not parts_of.search(folded):
        return
    for start, end in list_sentences(text):
        if is_past(folded[start:end], language):
            continue
        found = list(_read_shares(folded, start, end, language))
        if len(found) == 1 and not _is_of_price(folded[found[0][0] : end], language):
            begin, behind, number = found[0]
            words = choose_words(f"{text[start:begin]} {text[behind:end]}", language)
            yield Share(begin, text[begin:behind], number, words)


def _read_shares(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int, float]]:
    percent, parts_of = _load_signs(language)
    for match in percent.finditer(text, start, end):
        if number := read_number_before(text, match.start(), language):
            yield max(number[0], start), match.end(), number[1]
    for match in parts_of.finditer(text, start, end):
        whole = read_number_before(text, match.end(), language)
        part = read_number_before(text, match.start(), language)
        if (
            whole
            and part
            and whole[0] >= match.start("whole")
            and 0 < part[1] < whole[1]
            and whole[1] in (5, 10, 20, 100)
        ):
            yield max(part[0], start), match.end(), round(part[1] / whole[1] * 100, 2)


def _is_of_price(text: str, language: str) -> bool:
    """Whether a percentage is of a price or a mixture, by the words beside it: a discount, a tax, a solution."""
    return bool(_load_others(language).find_all(split_words(text)[:4]))


@cache
def _load_others(language: str) -> Beginnings:
    known = language in list_languages()
    return Beginnings([read_language_file(language, "claims")["not-shares"]] if known else [])


@cache
def _load_signs(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a share in percent ends with, and what stands between the two numbers of “nine out of ten”."""
    if language not in list_languages():
        return NEVER, NEVER
    data: dict[str, Any] = read_language_file(language, "claims")
    percent = "|".join(map(re.escape, data["percent"]))
    return (
        re.compile(rf"(?:(?<!\w)|(?<=\d))(?:{percent})(?!\w)"),
        re.compile(rf"(?<=\w)\s+(?:{'|'.join(data['out-of'])})\s+(?P<whole>\w+)"),
    )
