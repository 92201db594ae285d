"""JSON Schemas of every kind of document: an editor completes keys with them and explains each in words."""

import json
from pathlib import Path
from typing import Any

from policy_kit.documents import KINDS

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def make_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of one kind of document."""
    return {"$schema": DIALECT, **KINDS[kind].model_json_schema()}


def make_kit_schema() -> dict[str, Any]:
    """One schema for every document of a kit: what `kind` says decides what else may stand there."""
    definitions: dict[str, Any] = {}
    for kind, model in KINDS.items():
        schema = model.model_json_schema(ref_template="#/$defs/{model}")
        definitions |= schema.pop("$defs", {})
        definitions[kind] = schema
    choice = [{"if": {"properties": {"kind": {"const": kind}}}, "then": {"$ref": f"#/$defs/{kind}"}} for kind in KINDS]
    kinds = {"enum": list(KINDS), "description": "What kind of document this is."}
    return {
        "$schema": DIALECT,
        "title": "A document of a policy kit",
        "type": "object",
        "properties": {"kind": kinds},
        "required": ["kind"],
        "allOf": choice,
        "$defs": definitions,
    }


def write_schemas(folder: Path) -> list[Path]:
    """Write `<kind>.json` for every kind, and `kit.json` for all of them together, into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    schemas = {"kit": make_kit_schema(), **{kind: make_schema(kind) for kind in KINDS}}
    written = []
    for name, schema in schemas.items():
        path = folder / f"{name}.json"
        path.write_text(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        written.append(path)
    return written
