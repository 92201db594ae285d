"""The catalogue: every code has its reason and its examples in every language, and its examples are its tests."""

import pytest

from policy_kit.documents import NeedKind
from policy_kit.errors import UsageError
from policy_kit.scoring import list_finding_codes, load_finding_rule, score_text
from policy_kit.scoring.codes import EVIDENCE, MISSING, VAGUE
from tests.scoring.samples import LANGUAGES, list_codes

EXAMPLES = [
    (code, language, text, is_bad)
    for code in list_finding_codes()
    for language in LANGUAGES
    for is_bad in (True, False)
    for text in (load_finding_rule(code, language).bad if is_bad else load_finding_rule(code, language).good)
]
COMPARED = {"PK212", "PK213", "PK256", "PK257", "PK306", "PK307", "PK308", "PK309", "PK250"}
"""Codes that need a question to show; they have tests of their own."""


def test_codes_are_unique_and_in_their_hundreds() -> None:
    codes = [*VAGUE.values(), *EVIDENCE.values(), *MISSING.values()]
    assert len(codes) == len(set(codes))
    assert all(code.startswith("PK2") for code in (*VAGUE.values(), *EVIDENCE.values()))
    assert all(code.startswith("PK3") for code in MISSING.values())
    assert set(EVIDENCE) == set(MISSING) == set(NeedKind)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", list_finding_codes())
def test_rule_is_complete(code: str, language: str) -> None:
    rule = load_finding_rule(code, language)
    assert rule.title
    assert rule.why
    assert rule.reason
    origin = load_finding_rule(code, "en")
    assert ("{text}" in rule.reason) == ("{text}" in origin.reason)
    assert bool(rule.next_step) == bool(origin.next_step)
    if rule.next_step:
        assert "{skeleton}" in rule.next_step
        assert "__" in rule.skeleton
    assert (len(rule.bad), len(rule.good)) == (len(origin.bad), len(origin.good))
    assert code in COMPARED or (rule.bad and rule.good)


@pytest.mark.parametrize(("code", "language", "text", "is_bad"), EXAMPLES)
def test_examples(code: str, language: str, text: str, is_bad: bool) -> None:
    assert (code in list_codes(score_text(text, None, language))) == is_bad


def test_unknown_code() -> None:
    with pytest.raises(UsageError):
        load_finding_rule("PK299", "en")


def test_language_that_we_do_not_speak() -> None:
    assert load_finding_rule("PK201", "de") == load_finding_rule("PK201", "en")
