"""`explain`: every kind of document with its fields, and each code with its reason, a bad and a good example."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import ValidationError

from policy_kit import load_kit
from policy_kit.actions.explaining import FieldExplanation, explain_kind, list_codes
from policy_kit.documents import KINDS
from policy_kit.errors import UsageError
from policy_kit.languages import list_languages
from tests.cli.conftest import Call

EVERY = [(kind, language) for kind in KINDS for language in list_languages()]


def test_kinds_and_codes_are_listed_in_order(call: Call) -> None:
    listed = [line.split()[0] for line in call("explain").out.splitlines() if line.startswith("  ") and line[2] != " "]
    assert listed == [*KINDS, *list_codes()]
    codes = listed[len(KINDS) :]
    assert codes == sorted(set(codes))


@pytest.mark.parametrize("language", list_languages())
def test_every_code_is_explained_in_every_language(call: Call, language: str) -> None:
    for code in list_codes():
        called = call("explain", code, "--language", language)
        assert called.status == 0
        title, *rest = called.out.splitlines()
        assert title.startswith(code)
        assert title != code
        assert len("\n".join(rest)) > 20


def test_a_code_may_be_typed_in_small_letters(call: Call) -> None:
    assert call("explain", list_codes()[0].lower()).status == 0


@pytest.mark.parametrize(("typed", "meant"), [("pl001", "PK001"), ("Job-Descripton", "job-description")])
def test_what_is_not_there_is_answered_with_the_nearest(call: Call, typed: str, meant: str) -> None:
    called = call("explain", typed)
    assert called.status == 2
    assert typed in called.err
    assert f"Did you mean {meant}?" in called.err


def flatten(fields: tuple[FieldExplanation, ...]) -> Iterator[FieldExplanation]:
    for field in fields:
        yield field
        yield from flatten(field.fields)


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_every_kind_is_explained_with_all_its_fields(call: Call, kind: str, language: str) -> None:
    called = call("explain", kind, "--language", language)
    assert called.status == 0
    explanation = explain_kind(kind, language)
    assert called.out.splitlines()[0] == kind
    said = " ".join(called.out.split())
    assert explanation.about in said
    for field in flatten(explanation.fields):
        assert f"{field.name} " in said
        assert field.about in said
    path = next(iter(explanation.example))
    assert path in said


def test_a_field_says_whether_it_must_be_there_and_where_it_stands(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "90")
    lines = call("explain", "standard", "--language", "en").out.splitlines()
    assert "  kind          Required. Always “standard”." in lines
    assert "  why           Why the standard exists." in lines
    assert "    - id        Required. The short name of the step, unique within the standard." in lines
    assert "      do        Required. What is done." in lines
    assert "        - step  Required. The short name of the step that follows." in lines
    assert "    what        Required. What is counted or measured, for example “complaints answered in" in lines
    assert "                time”." in lines


def test_no_line_is_wider_than_the_terminal_and_no_path_is_broken(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    out = call("explain").out
    assert max(map(len, out.splitlines())) <= 60
    assert "standards/moral-code.yml." in out.split()


@pytest.mark.parametrize("typed", ["MORAL-CODE", " moral-code "])
def test_a_kind_may_be_typed_as_one_likes(call: Call, typed: str) -> None:
    assert call("explain", typed).out == call("explain", "moral-code").out


def test_a_kind_is_explained_in_the_language_of_the_kit(call: Call, tmp_path: Path) -> None:
    call("init", tmp_path / "lipa", "--language", "sl")
    assert "Obvezno. Vedno »answers«." in call("explain", "answers", folder=tmp_path / "lipa").out


@pytest.mark.parametrize("language", list_languages())
def test_the_examples_together_are_a_kit_without_problems(tmp_path: Path, language: str) -> None:
    for kind in KINDS:
        for path, text in explain_kind(kind, language).example.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    kit = load_kit(tmp_path)
    assert kit.problems == ()
    assert kit.languages == (language,)
    assert {file.document.kind for file in kit.files} == set(KINDS)


HEART = {"standard": {"steps"}, "toolkit": {"tools"}, "motivation": {"bonuses"}}
"""What a document of a kind may leave out, though without it there is little to read."""


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_an_example_holds_only_what_it_must(tmp_path: Path, kind: str, language: str) -> None:
    (path, text), *_ = explain_kind(kind, language).example.items()
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_text(text, encoding="utf-8")
    (document,) = [file.document for file in load_kit(tmp_path).files]
    content = document.model_dump(mode="json", exclude_unset=True)
    for name in content.keys() - HEART.get(kind, set()):
        with pytest.raises(ValidationError):
            KINDS[kind].model_validate({key: value for key, value in content.items() if key != name})
    assert HEART.get(kind, set()) <= content.keys()


@pytest.mark.parametrize("language", list_languages())
def test_for_a_program_a_kind_that_is_not_there_is_a_usage_error(language: str) -> None:
    with pytest.raises(UsageError, match=r"memo.*job-description"):
        explain_kind("memo", language)
