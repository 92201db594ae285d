"""`schema`: editors learn the kinds of documents, in the words of HR people."""

import json
from pathlib import Path

from policy_kit.documents import KINDS
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
