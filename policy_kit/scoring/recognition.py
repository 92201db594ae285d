"""Recognises the language in which a text is written, by its letters and by the small words that every text has."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice

from policy_kit.languages.phrases import list_languages, read_language_file
from policy_kit.scoring.reading import Reading

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH_WORDS = 200
"""So many tell as much as all."""
_FOREIGN_LETTERS = 2
"""So many small words a word must outweigh that has letters which a language lacks."""
_CLEAR = 3
"""By so many small words a language must be ahead of the next one; names and numbers are of no language."""
_OWN_SHARE = 0.2
"""The share of joining words from which on a text is surely in its language; to weigh all languages takes longer."""
_SPOKEN = 2
"""So many small words of another language there must be: names alone are of none."""
_SURE = 5
"""By so many, before we say that a text is not in the language that was given for it."""


@dataclass(frozen=True)
class _Signs:
    letters: re.Pattern[str]
    """Any letter that the language does not have."""
    words: frozenset[str]
    """Small words that no other language has."""


def recognise_language(text: str) -> str | None:
    """The language of a text, of those that we speak; None where it could be several, or none of them."""
    (first, best), (_, next_best), *_ = sorted(_weigh(text).items(), key=lambda pair: -pair[1])
    return first if best - next_best >= _CLEAR else None


def is_foreign(reading: Reading, language: str) -> bool:
    """Whether a text that was read as one in `language` is plainly in another."""
    joining = sum("function" in word.marks for word in reading.words)
    if joining > _OWN_SHARE * len(reading.words):
        return False
    weights = _weigh(reading.text.original)
    best = max(weights.values())
    return best >= _SPOKEN and best - weights[language] >= _SURE


def _weigh(text: str) -> dict[str, int]:
    """What speaks for each language, in small words."""
    words = [match[0] for match in islice(_WORD.finditer(text.casefold()), _ENOUGH_WORDS)]
    return {
        language: sum(word in signs.words for word in words)
        - _FOREIGN_LETTERS * sum(signs.letters.search(word) is not None for word in words)
        for language, signs in _read_signs().items()
    }


@cache
def _read_signs() -> Mapping[str, _Signs]:
    files = {language: read_language_file(language, "recognition") for language in list_languages()}
    words = {language: frozenset(file["words"]) for language, file in files.items()}
    return {
        language: _Signs(
            re.compile(f"[^{file['letters']}]"),
            words[language].difference(*(other for name, other in words.items() if name != language)),
        )
        for language, file in files.items()
    }
