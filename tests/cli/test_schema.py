"""`schema`: editors learn the kinds of documents, in the words of HR people."""

import json
from pathlib import Path

import pytest

from policy_kit.actions.locating import load_kit
from policy_kit.actions.schemas import make_kit_schema, make_schema
from policy_kit.documents import KINDS
from policy_kit.languages import list_languages
from tests.cli.conftest import Call


def test_a_schema_is_printed_for_all_kinds_at_once(call: Call) -> None:
    schema = json.loads(call("schema").out)
    assert schema["properties"]["kind"]["enum"] == list(KINDS)
    assert {branch["then"]["$ref"].rpartition("/")[2] for branch in schema["allOf"]} <= schema["$defs"].keys()


def test_a_schema_is_written_for_every_kind(call: Call, tmp_path: Path) -> None:
    call("schema", "--out", tmp_path)
    assert {path.stem for path in tmp_path.iterdir()} == {*KINDS, "kit"}
    job = json.loads((tmp_path / "job-description.json").read_text(encoding="utf-8"))
    assert job["properties"]["effective"]["format"] == "date"
    assert job["properties"]["duties"]["description"] == "The duties, in the order of their weight."


@pytest.mark.parametrize("language", list_languages())
def test_the_schemas_speak_the_language_of_the_call(call: Call, tmp_path: Path, language: str) -> None:
    assert json.loads(call("schema", "--language", language, folder=tmp_path).out) == make_kit_schema(language)
    call("schema", "--out", tmp_path, "--language", language)
    written = json.loads((tmp_path / "answers.json").read_text(encoding="utf-8"))
    assert written == make_schema("answers", language)


def test_a_kit_s_own_language_is_spoken_unless_another_is_asked_for(call: Call, tmp_path: Path) -> None:
    call("init", tmp_path / "lipa", "--language", "sl")
    described = make_kit_schema("sl")["description"]
    assert json.loads(call("schema", folder=tmp_path / "lipa").out)["description"] == described


def test_a_kit_s_own_names_are_offered_from_the_next_time_on(call: Call, kit: Path) -> None:
    post = "  - {id: night-shift, title: {en: Night shift}}\n"
    company = kit / "standards/company.yml"
    company.write_text(company.read_text(encoding="utf-8").replace("roles:\n", f"roles:\n{post}"), encoding="utf-8")
    schemas = kit / ".vscode/schemas"
    assert "Night shift" not in (schemas / "kit.json").read_text(encoding="utf-8")
    assert call("schema", "--kit", kit, "--out", schemas).status == 0
    assert "Night shift" in (schemas / "kit.json").read_text(encoding="utf-8")
    assert json.loads((schemas / "kit.json").read_text(encoding="utf-8")) == make_kit_schema("en", load_kit(kit))
