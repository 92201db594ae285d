"""JSON Schemas of every kind of document: an editor completes keys with them and explains each in words."""

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from policy_kit.actions.editor_help import help_editors
from policy_kit.actions.known_names import offer_names
from policy_kit.documents import KINDS
from policy_kit.kit import Kit
from policy_kit.kit.describing import describe_field, describe_model, list_models
from policy_kit.languages import load_phrases

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]


class _Plain(GenerateJsonSchema):
    """What Pydantic knows of a model, as an editor needs it."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002  Pydantic's own signature
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        """An editor would write an empty default (`until: null`) into the document."""
        found = super().default_schema(schema)
        return found if found.get("default") else {key: found[key] for key in found if key != "default"}

    def dict_schema(self, schema: core_schema.DictSchema) -> Schema:
        """The models refuse keys of another pattern; the schema says so, too."""
        return super().dict_schema(schema) | {"additionalProperties": False}


def make_schema(kind: str, language: str = "en", kit: Kit | None = None) -> Schema:
    """The JSON Schema of one kind of document, described in `language`; it offers the short names that `kit` has."""
    schema = help_editors(_describe_kind(kind, language), language)
    if kit:
        offer_names({kind: schema}, schema.setdefault("$defs", {}), kit, language)
    return {"$schema": DIALECT, **schema}


def make_kit_schema(language: str = "en", kit: Kit | None = None) -> Schema:
    """One schema for every document of a kit: what `kind` says decides what else may stand there.

    It offers the short names that `kit` has; others that it does not have yet may stand there as well.
    """
    phrases = load_phrases(language)
    definitions: Schema = {}
    for kind in KINDS:
        schema = _describe_kind(kind, language)
        definitions |= schema.pop("$defs", {})
        schema["properties"]["kind"]["description"] = schema["description"]
        definitions[kind] = schema
    help_editors(definitions, language)
    if kit:
        offer_names({kind: definitions[kind] for kind in KINDS}, definitions, kit, language)
    kinds = {
        "enum": list(KINDS),
        "enumDescriptions": [describe_model(model, language) for model in KINDS.values()],
        "description": phrases("commands.schema.kind"),
    }
    return {
        "$schema": DIALECT,
        "description": phrases("commands.schema.document"),
        "type": "object",
        "properties": {"kind": kinds},
        "required": ["kind"],
        "allOf": [_choose_kind(kind) for kind in KINDS],
        "$defs": definitions,
    }


def write_schemas(folder: Path, language: str = "en", kit: Kit | None = None) -> list[Path]:
    """Write `<kind>.json` for every kind, and `kit.json` for all of them together, into `folder`.

    They offer the short names that `kit` has now.
    """
    folder.mkdir(parents=True, exist_ok=True)
    schemas = {
        "kit": make_kit_schema(language, kit),
        **{kind: make_schema(kind, language, kit) for kind in KINDS},
    }
    written = []
    for name, schema in schemas.items():
        path = folder / f"{name}.json"
        path.write_text(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        written.append(path)
    return written


def _describe_kind(kind: str, language: str) -> Schema:
    """Names of models and of choices, which Pydantic adds for programmers, make way for descriptions."""
    schema = KINDS[kind].model_json_schema(schema_generator=_Plain)
    parts = {KINDS[kind].__name__: schema, **schema.get("$defs", {})}
    for part in parts.values():
        del part["title"]
        part.pop("description", None)
    for model in list_models(KINDS[kind]):
        part = parts[model.__name__]
        part["description"] = describe_model(model, language)
        for name, value in part["properties"].items():
            value["description"] = describe_field(model, name, language)
    return schema


def _choose_kind(kind: str) -> Schema:
    """Where no `kind` stands yet, no kind is chosen, and an editor asks for that alone."""
    asked = {"properties": {"kind": {"const": kind}}, "required": ["kind"]}
    return {"if": asked, "then": {"$ref": f"#/$defs/{kind}"}}
