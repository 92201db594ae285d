"""What the program says: complete in every language, with that language's plurals and dates."""

import string
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from babel import Locale

from policy_kit.languages import list_languages, load_phrases, read_language_file
from policy_kit.languages.phrases import FOLDER, ORIGIN

DATA = (
    "claims", "durations", "examples", "findings", "lexicon", "posts", "recognition", "rules_evidence",
    "rules_subjects", "rules_topics", "rules_vague", "search", "subjects", "weight",
)  # fmt: skip
"""What the languages have of their own; other tests hold it."""
SPOKEN = sorted(path.stem for path in Path(FOLDER, ORIGIN).glob("*.yml") if path.stem not in DATA)
IN_MODELS = "fields.yml"
"""What the fields of documents are for: the origin says it in the models, held by the tests of the schemas."""
OTHERS = [language for language in list_languages() if language != ORIGIN]


def flatten(tree: Any, way: str = "") -> Iterator[tuple[str, Any]]:
    """Every phrase with its key; a mapping of plural categories is one phrase."""
    if isinstance(tree, dict) and "other" not in tree:
        for key, value in tree.items():
            yield from flatten(value, f"{way}.{key}" if way else str(key))
    else:
        yield way, tree


def gaps(phrase: Any) -> set[str]:
    """The names that a phrase lets one fill in."""
    wordings = phrase.values() if isinstance(phrase, dict) else [phrase]
    return {name for wording in wordings for _, name, _, _ in string.Formatter().parse(str(wording)) if name}


def test_the_first_language_is_the_origin() -> None:
    assert list_languages()[0] == ORIGIN
    assert set(list_languages()) >= {"en", "ru", "sl"}


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("topic", SPOKEN)
def test_every_phrase_is_there_in_every_language(language: str, topic: str) -> None:
    origin = dict(flatten(read_language_file(ORIGIN, topic)))
    other = dict(flatten(read_language_file(language, topic)))
    assert other.keys() == origin.keys()
    assert {key for key in origin if gaps(origin[key]) - {"n"} != gaps(other[key]) - {"n"}} == set()


@pytest.mark.parametrize("language", list_languages())
@pytest.mark.parametrize("topic", SPOKEN)
def test_plurals_have_every_category_of_their_language(language: str, topic: str) -> None:
    needed = {Locale.parse(language).plural_form(n) for n in range(200)}
    for key, phrase in flatten(read_language_file(language, topic)):
        if isinstance(phrase, dict):
            assert needed <= phrase.keys(), key


def test_every_language_has_the_same_files() -> None:
    def names(language: str) -> set[str]:
        return {path.name for path in Path(FOLDER, language).glob("*.yml")}

    assert IN_MODELS not in names(ORIGIN)
    for language in OTHERS:
        assert names(language) == names(ORIGIN) | {IN_MODELS}


@pytest.mark.parametrize(
    ("language", "n", "said"),
    [
        ("en", 1, "1 problem."),
        ("en", 2, "2 problems."),
        ("ru", 1, "1 ошибка."),
        ("ru", 2, "2 ошибки."),
        ("ru", 5, "5 ошибок."),
        ("ru", 21, "21 ошибка."),
        ("sl", 1, "1 težava."),
        ("sl", 2, "2 težavi."),
        ("sl", 3, "3 težave."),
        ("sl", 5, "5 težav."),
        ("sl", 101, "101 težava."),
    ],
)
def test_numbers_meet_nouns_as_a_native_would_say_it(language: str, n: int, said: str) -> None:
    assert load_phrases(language)("commands.check.problems", n=n) == said


@pytest.mark.parametrize(
    ("language", "said"), [("en", "1 March 2026"), ("ru", "1 марта 2026\u202fг."), ("sl", "1. marca 2026")]
)
def test_dates_read_as_in_a_letter(language: str, said: str) -> None:
    assert load_phrases(language).date(date(2026, 3, 1)).replace("\xa0", "\u202f") == said.replace("\xa0", "\u202f")


def test_a_day_that_ends_with_a_full_stop_ends_the_sentence() -> None:
    phrases = load_phrases("ru")
    day = phrases.date(date(2026, 3, 1))
    said = phrases("problems.PK414.message", day=day, today=day)
    assert said == "Под подписью дата 1 марта 2026\u202fг., а сегодня 1 марта 2026\u202fг."
    dots = phrases("problems.PK414.message", day="wait …..", today="{day}")
    assert dots == "Под подписью дата wait ….., а сегодня {day}."


def test_a_value_is_data_even_when_it_looks_like_a_phrase() -> None:
    assert "{n}" in load_phrases("en")("errors.no-folder", folder="{n}")


def test_an_unknown_language_is_answered_in_the_first() -> None:
    assert load_phrases("de").language == ORIGIN


@pytest.mark.parametrize("language", list_languages())
@pytest.mark.parametrize("topic", ["recognition", "search"])
def test_words_are_words(language: str, topic: str) -> None:
    """In YAML some of them are none: “on” is true."""
    for words in read_language_file(language, topic).values():
        for word in [words] if isinstance(words, str) else words:
            assert all(isinstance(one, str) for one in (word if isinstance(word, list) else [word])), word
