"""Whatever a text holds, it gets a score, soon, and with a reason."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_kit.documents import Question
from policy_kit.scoring import score_text
from tests.scoring.samples import LANGUAGES, RETURNS, SUPPLIERS, check_sums

MEGABYTE = 1_000_000
PIECES = st.sampled_from(
    [
        "within two days",
        "as soon as possible",
        "не",
        "в течение",
        "čim prej",
        "…",
        "24/7",
        "#",
        "<unit>",
        "not ",
        "\n",
        "__",
    ]
)
ANYTHING = st.text(st.characters(), max_size=300)
"""Any characters, lone surrogates and NUL among them."""

HUGE = {
    "one token": "a" * MEGABYTE,
    "one number": "1" * MEGABYTE,
    "spaces": " " * MEGABYTE,
    "lines": "\r\n" * (MEGABYTE // 2),
    "signs": ".,;:!?" * (MEGABYTE // 6),
    "accents": "e" + "\u0301" * (MEGABYTE - 1),
    "apostrophes": "a'" * (MEGABYTE // 2),
    "numbers": "1,2:3/" * (MEGABYTE // 6),
    "patterns": "within within not as soon as possible no no " * (MEGABYTE // 43),
    "quotes": '"a" ' * (MEGABYTE // 4),
    "surrogates": "\ud800" * MEGABYTE,
    "words": " ".join(f"word{number}x" for number in range(MEGABYTE // 12)),
    "cyrillic": "жалоба в течение двух " * (MEGABYTE // 40),
}


@settings(max_examples=150, deadline=None)
@given(ANYTHING, st.sampled_from(LANGUAGES), st.sampled_from([RETURNS, SUPPLIERS, None]))
def test_any_text(text: str, language: str, question: Question | None) -> None:
    check_sums(text, score_text(text, question, language))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=40), st.sampled_from(LANGUAGES))
def test_any_mixture_of_what_rules_look_for(pieces: list[str], language: str) -> None:
    text = " ".join(pieces)
    check_sums(text, score_text(text, RETURNS, language))


@pytest.mark.parametrize("name", HUGE)
def test_a_megabyte_takes_under_two_seconds(name: str) -> None:
    text = HUGE[name]
    for language in LANGUAGES:
        started = time.perf_counter()
        result = score_text(text, RETURNS, language)
        assert time.perf_counter() - started < 15
        check_sums(text, result)
