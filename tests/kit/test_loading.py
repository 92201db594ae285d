"""A folder becomes a kit: its documents, and its problems in the right language."""

from datetime import date
from pathlib import Path

import pytest

from policy_kit.kit import load_kit, read_kit_language
from tests.kit.kits import COMPANY, FILES, load_files, write_files

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("company", "asked", "language"),
    [
        (COMPANY, None, "en"),
        (COMPANY.replace("[en, ru, sl]", "[sl, en]"), None, "sl"),
        (COMPANY.replace("[en, ru, sl]", "[sl, en]"), "ru", "ru"),
        (COMPANY.replace("[en, ru, sl]", "[de, sl]"), None, "en"),
        (COMPANY.replace("[en, ru, sl]", "[ru, russian]"), None, "ru"),
        (COMPANY.replace("[en, ru, sl]", "ru"), None, "en"),
        (COMPANY.replace("[en, ru, sl]", "[[ru]]"), None, "en"),
        (COMPANY.replace("[en, ru, sl]", "[ru]").replace("name: Acme", "nam: Acme"), None, "ru"),
        ("languages: [ru]\nname: A: B\n", None, "ru"),
        ("[", None, "en"),
        ("", None, "en"),
    ],
)
def test_problems_are_told_in_the_language_asked_for_or_the_kits_own(
    company: str, asked: str | None, language: str, tmp_path: Path
) -> None:
    kit = load_files(tmp_path, {"standards/company.yml": company}, asked)
    assert kit.language == language
    if asked is None:
        assert read_kit_language(tmp_path) in (language, "")


def test_a_kit_offers_its_documents_by_kind_and_id(tmp_path: Path) -> None:
    kit = load_files(tmp_path, {})
    assert kit.folder == tmp_path
    assert kit.company is not None
    assert kit.company.name == "Acme"
    assert kit.languages == ("en", "ru", "sl")
    assert list(kit.jobs) == ["clerk"]
    assert list(kit.standards) == ["letters"]
    assert kit.questionnaires == {}
    assert kit.answers == ()
    assert kit.moral_code is None


def test_a_broken_document_is_not_among_the_files(tmp_path: Path) -> None:
    kit = load_files(tmp_path, {"standards/company.yml": COMPANY + "colour: red\n"})
    assert kit.company is None
    assert kit.languages == ("en",)
    assert "standards/company.yml" not in {file.path for file in kit.files}


def test_today_is_the_day_of_the_call(tmp_path: Path) -> None:
    question = "kind: questionnaire\nid: q\ntitle: Q\nquestions: [{id: a, text: A, needs: [time]}]\n"
    answers = "kind: answers\nquestionnaire: q\nanswers: [{question: a, answer: A, answered_on: 2026-03-01}]\n"
    write_files(tmp_path, {**FILES, "questionnaires/q.yml": question, "questionnaires/answers/q.yml": answers})
    assert len(load_kit(tmp_path, today=date(2026, 2, 28)).problems) == 1
    assert load_kit(tmp_path, today=date(2026, 3, 1)).problems == ()
    answers = answers.replace("2026-03-01", date.today().isoformat())
    write_files(tmp_path, {"questionnaires/answers/q.yml": answers})
    assert load_kit(tmp_path).problems == ()


def test_the_example_kit_has_no_problem() -> None:
    assert load_kit(ROOT).problems == ()
