"""The short names that a kit has, offered by editors where a document names something: suggestions, never a limit."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from policy_kit.documents import EVERYBODY, KINDS, Answers, Text, pick_text
from policy_kit.documents.text import ID_PATTERN
from policy_kit.kit import Kit
from policy_kit.kit.links import read_title
from policy_kit.kit.references import POST, SIGNERS, list_places
from policy_kit.languages import load_phrases

Schema = dict[str, Any]

QUESTIONNAIRE, QUESTION, SIGNER = "questionnaire", "questionnaire/questions", "signer"
_ASKED = ((QUESTIONNAIRE, ("questionnaire",)), (QUESTION, ("answers", "question")))
"""What answers name beside posts and standards; whether it is there, is looked at by a check of its own."""
_DASHES = str.maketrans("/.", "--")


def offer_names(kinds: Mapping[str, Schema], definitions: Schema, kit: Kit, language: str) -> None:
    """Let each place in the schemas of `kinds` that names something offer what `kit` has of it.

    `definitions` are what the schemas refer to; they get one more for each sort of name. What is not there yet may
    stand in a document all the same: the check tells it.
    """
    used: Schema = {}
    fault = load_phrases(language)("owner.schema.id")  # else an editor would say that nothing but these may stand there
    offers: dict[int, tuple[Schema, str]] = {}  # several kinds share a part, and each leads to it
    for kind, schema in kinds.items():
        for named, keys in (*list_places(KINDS[kind]), *(_ASKED if KINDS[kind] is Answers else ())):
            named = SIGNER if keys[0] == SIGNERS else named
            name = f"known-{named.translate(_DASHES)}"
            if known := _list_known(kit, named, language):
                used[name] = {"enum": [*known], "enumDescriptions": [*known.values()], "errorMessage": fault}
                offers |= {id(part): (part, name) for part in _find_parts(schema, keys, definitions)}
    for part, name in offers.values():
        form = {key: part.pop(key) for key in [*part] if key != "description"}
        part["anyOf"] = [{"$ref": f"#/$defs/{name}"}, form]
    definitions |= used


def _list_known(kit: Kit, named: str, language: str) -> dict[str, str]:
    """What a kit has of a sort of thing: short name → title."""
    if named == SIGNER:
        return {EVERYBODY: load_phrases(language)("owner.schema.all"), **_list_known(kit, POST, language)}
    found: dict[str, Text]
    if named == POST:
        posts = kit.company.roles if kit.company else ()
        found = {post.id: post.title for post in posts} | {id: job.title for id, job in kit.jobs.items()}
    else:
        kind, _, fields = named.partition("/")
        documents = [file.document for file in kit.files if file.document.kind == kind]
        parts = (part for one in documents for part in _find_values(one, fields.split(".") if fields else ()))
        found = {part.id: read_title(part) or part.id for part in parts}
    first = kit.languages[0]
    return {id: " ".join(pick_text(title, language, first).split()) for id, title in found.items()}


def _find_values(value: Any, fields: Sequence[str]) -> Iterator[Any]:
    """What stands at the end of the way along `fields`, each of which is a list."""
    if not fields:
        yield value
        return
    for part in getattr(value, fields[0]):
        yield from _find_values(part, fields[1:])


def _find_parts(schema: Schema, keys: Sequence[str], definitions: Schema) -> Iterator[Schema]:
    """The parts of a schema that say what may stand at the end of the way along `keys`, through lists and choices."""
    if "$ref" in schema:
        yield from _find_parts(definitions.get(schema["$ref"].rpartition("/")[2], {}), keys, definitions)
    for form in (schema.get("items"), *schema.get("anyOf", ())):
        if form:
            yield from _find_parts(form, keys, definitions)
    if keys and keys[0] in schema.get("properties", {}):
        yield from _find_parts(schema["properties"][keys[0]], keys[1:], definitions)
    elif not keys and schema.get("pattern") == ID_PATTERN:
        yield schema
