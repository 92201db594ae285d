"""Every language folder holds all that the scorer needs, so that a new language is a new folder and nothing else."""

import re
from typing import Any

import pytest

from policy_kit.languages.phrases import list_languages, read_language_file
from policy_kit.scoring import list_finding_codes
from policy_kit.scoring.lexicon import RULES, load_lexicon
from policy_kit.scoring.vagueness import WORDING
from policy_kit.scoring.weights import PROOFS

ORIGIN = "en"


def read_classes(language: str) -> dict[str, list[str]]:
    """All lists of a language: its classes and its rules."""
    classes: dict[str, list[str]] = dict(read_language_file(language, "lexicon")["words"])
    for name in RULES:
        classes |= read_language_file(language, name)
    return classes


@pytest.mark.parametrize("language", list_languages())
def test_same_lists_in_every_language(language: str) -> None:
    optional = {"action-noun", "action-formed", "verb-form"}  # some languages need them, some do not
    assert set(read_classes(language)) - optional == set(read_classes(ORIGIN)) - optional
    assert set(read_language_file(language, "lexicon")["themes"]) == set(
        read_language_file(ORIGIN, "lexicon")["themes"]
    )


@pytest.mark.parametrize("language", list_languages())
def test_lists_are_texts(language: str) -> None:
    """`no`, `on` and `true` without quotes are no texts in YAML."""
    for name, entries in read_classes(language).items():
        assert entries, name
        wrong: list[Any] = [entry for entry in entries if not isinstance(entry, str) or not entry.strip()]
        assert not wrong, (name, wrong)


@pytest.mark.parametrize("language", list_languages())
def test_patterns_name_classes_that_exist(language: str) -> None:
    classes = read_classes(language)
    for name, entries in classes.items():
        for entry in entries:
            for group in re.findall(r"<([^>]*)>", entry):
                assert any(part in classes for part in group.split("|")), (name, entry)
            assert entry.count("<") == entry.count(">"), (name, entry)


@pytest.mark.parametrize("language", list_languages())
def test_findings_are_complete(language: str) -> None:
    assert set(read_language_file(language, "findings")) == set(list_finding_codes())


def test_the_engine_uses_what_the_origin_holds() -> None:
    classes = read_classes(ORIGIN)
    assert set(WORDING) <= set(classes)
    assert set(PROOFS) - {"action-noun", "action-clipped", "action-change", "actor-unlisted", "means-unlisted"} <= set(
        classes
    )


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "complaints", "complaint"),
        ("en", "registers", "registered"),
        ("ru", "жалобами", "жалобу"),
        ("ru", "регистрирует", "регистрируем"),
        ("ru", "приём", "прием"),
        ("sl", "pritožbo", "pritožbami"),
        ("sl", "zabeleži", "zabelezi"),
    ],
)
def test_forms_of_a_word_share_their_stem(language: str, first: str, second: str) -> None:
    lexicon = load_lexicon(language)
    assert lexicon.cut_stem(first) == lexicon.cut_stem(second)


@pytest.mark.parametrize(
    ("form", "expected"),
    [("logs", True), ("logged", True), ("logging", True), ("replied", True), ("wrote", True), ("logistics", False)],
)
def test_english_verbs_are_known_in_all_forms(form: str, expected: bool) -> None:
    assert ("action-clear" in load_lexicon("en").read(form).marks) == expected
