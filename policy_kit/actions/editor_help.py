"""What editors make of a JSON Schema beyond its meaning: languages to choose from, and faults said in words."""

from typing import Any

from policy_kit.documents.text import ID_PATTERN, LANGUAGE_PATTERN
from policy_kit.languages import list_languages, load_phrases
from policy_kit.languages.naming import name_language

Schema = dict[str, Any]


def help_editors(schema: Schema, language: str) -> Schema:
    """`schema` with what an editor needs to help in `language`; it accepts the same documents as before."""
    for part in reversed(list(_walk(schema))):
        if LANGUAGE_PATTERN in part.get("patternProperties", {}):
            said = part["patternProperties"][LANGUAGE_PATTERN]
            part["properties"] = {one: said | {"description": name_language(one, language)} for one in list_languages()}
        if part.get("pattern") == ID_PATTERN:
            part["patternErrorMessage"] = load_phrases(language)("owner.schema.id")
        if part.get("format") == "date":
            part["errorMessage"] = load_phrases(language)("problems.advice.date")
        if "anyOf" in part:
            _tell_apart(part)
    return schema


def _tell_apart(part: Schema) -> None:
    """Forms that look alike to an editor: it would show the description of each, and all that are empty."""
    forms: list[Schema] = part["anyOf"]
    types = [form.get("type") for form in forms]
    if set(types) <= {"integer", "number", "null"}:
        del part["anyOf"]
        part["type"] = ["number", "null"] if "null" in types else "number"
    elif len(forms) == 2 and types[1] == "null" and types[0] and not {"enum", "const"} & forms[0].keys():
        del part["anyOf"]
        part.update(forms[0] | {"type": [types[0], "null"]})
    for form in forms:
        if form.get("type") == "array":
            form.setdefault("properties", {})


def _walk(tree: Any) -> Any:
    """Every mapping inside a schema."""
    if isinstance(tree, dict):
        yield tree
    for value in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from _walk(value)
