"""JSON Schemas: an editor accepts what the check accepts, and explains every field in the reader's language."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from policy_kit.actions.locating import load_kit
from policy_kit.actions.schemas import make_kit_schema, make_schema, write_schemas
from policy_kit.actions.starting import init_kit
from policy_kit.documents import KINDS
from policy_kit.documents.text import ID_PATTERN
from policy_kit.kit import list_problem_codes, load_problem_rule
from policy_kit.kit.describing import describe_field, describe_model, find_owner, list_models
from policy_kit.kit.rules import GOOD_KIT
from policy_kit.languages import list_languages, read_language_file
from policy_kit.languages.phrases import ORIGIN

ROOT = Path(__file__).parents[2]
FILES = [*ROOT.glob("standards/**/*.yml"), *ROOT.glob("questionnaires/**/*.yml"), *GOOD_KIT.rglob("*.yml")]
SHAPES = [code for code in list_problem_codes() if "PK030" <= code <= "PK043"]
"""The codes of what is wrong with a document by itself, whatever stands in others."""
OTHERS = [language for language in list_languages() if language != ORIGIN]
MODELS = {model for kind in KINDS.values() for model in list_models(kind)}


class EditorLoader(yaml.CSafeLoader):
    """YAML 1.2, as editors read it: dates and “no” are texts, and 012 is twelve."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012  PyYAML's own form


YAML = "tag:yaml.org,2002:"
EditorLoader.add_implicit_resolver(f"{YAML}null", re.compile(r"(~|null|Null|NULL|)$"), ["~", "n", "N", ""])
EditorLoader.add_implicit_resolver(f"{YAML}bool", re.compile(r"(true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
EditorLoader.add_implicit_resolver(f"{YAML}int", re.compile(r"[-+]?[0-9]+$"), list("-+0123456789"))
EditorLoader.add_implicit_resolver(f"{YAML}float", re.compile(r"[-+]?[0-9]*\.[0-9]+$"), list("-+.0123456789"))
EditorLoader.add_constructor(f"{YAML}int", lambda _, node: int(node.value))


def list_refusals(text: str, schema: dict[str, Any]) -> list[str]:
    """What an editor would underline in a document."""
    document = yaml.load(text, Loader=EditorLoader)  # noqa: S506  a safe loader with other resolvers
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [f"{list(error.path)}: {error.message}" for error in validator.iter_errors(document)]


def walk(tree: Any) -> Iterator[dict[str, Any]]:
    """Every mapping inside a schema."""
    if isinstance(tree, dict):
        yield tree
    for value in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from walk(value)


def list_descriptions(language: str) -> list[str]:
    schemas = [make_kit_schema(language), *(make_schema(kind, language) for kind in KINDS)]
    found = (part.get("description") for schema in schemas for part in walk(schema))
    return [text for text in found if isinstance(text, str)]


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
def test_an_editor_accepts_every_document_that_we_hand_out(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert list_refusals(text, make_kit_schema()) == []
    kind = re.search(r"^kind: (.+)$", text, re.MULTILINE)
    assert kind
    assert list_refusals(text, make_schema(kind[1])) == []


@pytest.mark.parametrize("language", list_languages())
def test_an_editor_accepts_the_examples_of_every_kind(language: str) -> None:
    examples = read_language_file(language, "examples")
    assert list(examples) == list(KINDS)
    for kind, files in examples.items():
        text = next(iter(files.values()))
        assert list_refusals(text, make_kit_schema(language)) == []
        assert list_refusals(text, make_schema(kind, language)) == []


@pytest.mark.parametrize("code", SHAPES)
def test_an_editor_underlines_what_the_check_calls_a_problem(code: str) -> None:
    rule = load_problem_rule(code)
    assert [text for text in rule.bad.values() if not list_refusals(text, make_kit_schema())] == []
    assert [text for text in rule.good.values() if list_refusals(text, make_kit_schema())] == []


STANDARD = "kind: standard\nid: a\ntitle: A\neffective: 2026-01-01\nowner: b\nstatement: C\n"
QUESTION = "kind: questionnaire\nid: a\ntitle: A\nquestions:\n  - {id: b, text: C, needs: "


@pytest.mark.parametrize(
    "text",
    [
        STANDARD + "steps:\n  - {id: a, do: A, then: [b, {step: c, when: D}]}\n  - {id: d, do: A, then: []}\n",
        STANDARD + "until:\nmeasure: {what: {en: A, sl: B}, target: 99.5, unit: percent, every: month}\n",
        QUESTION + "[actor, {need: time, prompt: When?}], topic: {en: [late, soon]}}\n",
    ],
)
def test_an_editor_knows_the_short_forms(text: str) -> None:
    assert list_refusals(text, make_kit_schema()) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (STANDARD + "steps:\n  - {id: a, do: A, whom: b}\n", "['steps', 0]"),
        (STANDARD + "steps:\n  - {id: a, do: A, then: [Not a name]}\n", "['steps', 0, 'then', 0]"),
        (STANDARD.replace("title: A", "title: {english: A}"), "['title']"),
        (STANDARD.replace("title: A", "title: {}"), "['title']"),
        (STANDARD.replace("title: A", "title: [A]"), "['title']"),
        (STANDARD + "measure: {what: A, target: many, unit: count, every: day}\n", "['measure']"),
        (QUESTION + "[]}\n", "['questions', 0, 'needs']"),
        (QUESTION + "[weather]}\n", "['questions', 0, 'needs', 0]"),
        (QUESTION + "[time], topic: {english: [late]}}\n", "['questions', 0, 'topic']"),
    ],
)
def test_an_editor_underlines_the_place(text: str, place: str) -> None:
    (refusal,) = list_refusals(text, make_kit_schema())
    assert refusal.startswith(f"{place}: ")


@pytest.mark.parametrize("text", ["{}", "title: A\nowner: b\n"])
def test_without_a_kind_an_editor_asks_for_that_alone(text: str) -> None:
    assert list_refusals(text, make_kit_schema()) == ["[]: 'kind' is a required property"]


@pytest.mark.parametrize("language", list_languages())
def test_the_schemas_are_schemas_and_hold_nothing_for_programmers(language: str) -> None:
    for schema in (make_kit_schema(language), *(make_schema(kind, language) for kind in KINDS)):
        Draft202012Validator.check_schema(schema)
        assert not [part for part in walk(schema) if isinstance(part.get("title"), str)]
        assert [part["default"] for part in walk(schema) if not part.get("default", True)] == []


@pytest.mark.parametrize("language", list_languages())
def test_every_model_and_field_is_described_in_every_language(language: str) -> None:
    for model in MODELS:
        assert describe_model(model, language).endswith(".")
        for name in model.model_fields:
            assert re.search(r"[.»\])?]$", describe_field(model, name, language)), f"{model.__name__}.{name}"


@pytest.mark.parametrize("language", OTHERS)
def test_no_language_describes_what_is_not_there(language: str) -> None:
    described = {(model, key) for model, texts in read_language_file(language, "fields").items() for key in texts}
    fields = {(find_owner(model, name).__name__, name) for model in MODELS for name in model.model_fields}
    assert described == fields | {(model.__name__, "about") for model in MODELS}


@pytest.mark.parametrize("language", OTHERS)
def test_the_schemas_explain_in_one_language_alone(language: str) -> None:
    explained = list_descriptions(language)
    assert len(explained) == len(list_descriptions(ORIGIN)) > 100
    assert set(explained).isdisjoint(list_descriptions(ORIGIN))


def test_a_field_is_explained_in_the_words_of_its_language() -> None:
    def explain(language: str) -> Any:
        return make_schema("job-description", language)["properties"]["duties"]["description"]

    assert explain("en") == "The duties, in the order of their weight."
    assert explain("ru") == "Обязанности, начиная с самых важных."
    assert explain("sl") == "Naloge, od najpomembnejše naprej."
    assert explain("de") == explain(ORIGIN)


def test_the_files_are_in_the_language_that_was_asked_for(tmp_path: Path) -> None:
    for path in write_schemas(tmp_path / "schemas", "ru"):
        schema = json.loads(path.read_text(encoding="utf-8"))
        assert schema == (make_kit_schema("ru") if path.stem == "kit" else make_schema(path.stem, "ru"))


def test_a_new_kit_explains_itself_in_its_own_language(tmp_path: Path) -> None:
    kit = init_kit(tmp_path / "lipa", languages=("sl", "en"))
    written = json.loads((kit / ".vscode/schemas/kit.json").read_text(encoding="utf-8"))
    assert written == make_kit_schema("sl", load_kit(kit, "sl"))


@pytest.mark.parametrize("language", list_languages())
def test_an_editor_says_of_each_kind_what_it_is(language: str) -> None:
    schema = make_kit_schema(language)
    told = dict(zip(*(schema["properties"]["kind"][key] for key in ("enum", "enumDescriptions")), strict=True))
    for kind, model in KINDS.items():
        assert told[kind] == describe_model(model, language)
        assert schema["$defs"][kind]["properties"]["kind"]["description"] == told[kind]


def test_an_editor_offers_the_languages_of_a_text() -> None:
    texts = [part for part in walk(make_kit_schema("ru")) if "patternProperties" in part]
    assert len(texts) > 10
    assert all([*part["properties"]] == [*list_languages()] for part in texts)
    assert {part["properties"]["sl"]["description"] for part in texts} == {"словенский"}


@pytest.mark.parametrize("language", list_languages())
def test_an_editor_tells_of_a_fault_in_words(language: str) -> None:
    schema = make_kit_schema(language)
    said = {part.get("errorMessage") for part in walk(schema) if part.get("format") == "date"}
    said |= {part.get("patternErrorMessage") for part in walk(schema) if part.get("pattern") == ID_PATTERN}
    assert len(said) == 2
    assert None not in said
    assert all("2026-03-01" in str(text) or "complaint-handling" in str(text) for text in said)


def test_an_editor_can_tell_the_forms_of_a_value_apart() -> None:
    """Forms of which none is described, and that are all alike to an editor, spoil what it shows of the field."""
    for part in walk(make_kit_schema()):
        forms = [form for form in part.get("anyOf", ()) if "const" not in form]
        shown = [(form.get("description"), str(form.get("properties")), form.get("$ref")) for form in forms]
        assert len(shown) < 2 or len(set(shown)) > 1, part
