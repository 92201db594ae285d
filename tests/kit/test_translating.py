"""What is not translated: counted by document and language, without what needs no translation."""

from pathlib import Path

import pytest

from policy_kit.kit import load_kit
from tests.kit.kits import load_files

ROOT = Path(__file__).parents[2]
COMPANY = "kind: company\nname: Acme\nlanguages: [{languages}]\nchanges: hr@acme.example\naddress: Street 1\n"
STANDARD = "kind: standard\nid: letters\ntitle: {title}\neffective: 2026-01-01\nowner: clerk\nstatement: {statement}\n"
MEASURE = "measure: {what: {en: Letters, sl: Pisma}, target: 90, unit: UNIT, every: month}\n"
JOB = (
    "kind: job-description\nid: clerk\ntitle: {en: Clerk, sl: Pisar}\neffective: 2026-01-01\npurpose: {en: A, sl: B}\n"
)
ANSWERS = "kind: answers\nquestionnaire: q\nlanguage: {language}\nanswers:\n  - {{question: {question}, answer: A}}\n"


def count(folder: Path, files: dict[str, str], languages: str = "en, sl") -> dict[str, dict[str, int]]:
    own = {"standards/company.yml": COMPANY.format(languages=languages), "standards/jobs/clerk.yml": JOB}
    kit = load_files(folder, own | files)
    return {row.document.kind: dict(row.missing) for row in kit.untranslated}


def write(title: str, statement: str, more: str = "") -> dict[str, str]:
    return {"standards/service/letters.yml": STANDARD.format(title=title, statement=statement) + more}


@pytest.mark.parametrize(
    ("title", "statement", "missing"),
    [
        ("{en: L, sl: P}", "{en: A, sl: B}", {}),
        ("{en: L}", "{en: A, sl: B}", {"standard": {"sl": 1}}),
        ("L", "{sl: B}", {"standard": {"sl": 1, "en": 1}}),
        ("L", "A", {"standard": {"sl": 2}}),
        ("{en: 24/7}", "{en: A, sl: B}", {"standard": {"sl": 1}}),
        ("24/7", "{en: A, sl: B}", {}),
    ],
)
def test_texts_are_counted_by_language(title: str, statement: str, missing: object, tmp_path: Path) -> None:
    assert count(tmp_path, write(title, statement)) == missing


@pytest.mark.parametrize(("unit", "missing"), [("percent", {}), ("letters", {"standard": {"sl": 1}})])
def test_usual_units_and_periods_need_no_translation(unit: str, missing: object, tmp_path: Path) -> None:
    sound = write("{en: L, sl: P}", "{en: A, sl: B}", MEASURE.replace("UNIT", unit))
    assert count(tmp_path, sound) == missing


def test_what_stands_in_a_list_is_counted_too(tmp_path: Path) -> None:
    steps = "steps:\n  - {id: a, do: {en: A, sl: B}}\n  - {id: b, do: A, within: {en: 1 hour}}\n"
    assert count(tmp_path, write("{en: L, sl: P}", "{en: A, sl: B}", steps)) == {"standard": {"sl": 2}}


def test_answers_in_several_files_belong_together(tmp_path: Path) -> None:
    asked = "".join(f"  - {{id: {id}, text: {{en: A, sl: B}}, needs: [time]}}\n" for id in ("a", "b"))
    files = {
        "questionnaires/q.yml": f"kind: questionnaire\nid: q\ntitle: {{en: Q, sl: V}}\nquestions:\n{asked}",
        "questionnaires/answers/en.yml": ANSWERS.format(language="en", question="a"),
        "questionnaires/answers/sl.yml": ANSWERS.format(language="sl", question="b"),
        "questionnaires/answers/more.yml": ANSWERS.format(language="sl", question="a"),
    }
    assert count(tmp_path, write("{en: L, sl: P}", "{en: A, sl: B}") | files) == {"answers": {"en": 1}}


def test_in_one_language_nothing_is_missing(tmp_path: Path) -> None:
    assert (
        count(
            tmp_path,
            write("L", "A") | {"standards/jobs/clerk.yml": JOB.replace(", sl: Pisar", "").replace(", sl: B", "")},
            "en",
        )
        == {}
    )


def test_the_example_is_translated() -> None:
    assert load_kit(ROOT, "en").untranslated == []
