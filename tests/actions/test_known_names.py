"""An editor offers the short names that a kit has, and accepts those that it does not have yet."""

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from policy_kit.actions.locating import load_kit
from policy_kit.actions.schemas import make_kit_schema, make_schema
from policy_kit.actions.starting import init_kit
from policy_kit.documents import KINDS
from policy_kit.documents.text import ID_PATTERN
from policy_kit.kit import Kit
from policy_kit.kit.references import POST, SIGNERS, STANDARD, list_places
from policy_kit.languages import load_phrases
from tests.actions.test_schemas import FILES, ROOT, list_refusals
from tests.actions.test_schemas import STANDARD as DOCUMENT

Schema = dict[str, Any]


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit(ROOT)


@pytest.fixture(scope="module")
def whole(kit: Kit) -> Schema:
    return make_kit_schema("en", kit)


def follow(schema: Schema, part: Schema, *keys: str) -> list[Schema]:
    """What may stand at the end of a way, read as a validator reads it."""
    if "$ref" in part:
        part = schema["$defs"][part["$ref"].removeprefix("#/$defs/")]
    forms = [form for found in part.get("anyOf", ()) for form in follow(schema, found, *keys)]
    forms += follow(schema, part["items"], *keys) if "items" in part else []
    if keys and keys[0] in part.get("properties", {}):
        forms += follow(schema, part["properties"][keys[0]], *keys[1:])
    return forms if keys else [*forms, part]


def find_offers(schema: Schema, part: Schema, *keys: str) -> dict[str, str]:
    forms = [form for form in follow(schema, part, *keys) if "enum" in form]
    return {name: title for form in forms for name, title in zip(form["enum"], form["enumDescriptions"], strict=True)}


def test_posts_are_offered_with_their_titles(kit: Kit) -> None:
    offers = find_offers(schema := make_schema("standard", "sl", kit), schema, "owner")
    assert offers["quality-manager"] == "Vodja kakovosti"
    assert offers["secretariat"] == "Tajništvo"
    assert offers.keys() == {*kit.jobs, *(role.id for role in kit.company.roles if kit.company)}  # type: ignore[union-attr]


def test_whoever_signs_may_also_be_everybody(kit: Kit) -> None:
    schema = make_schema("standard", "ru", kit)
    assert find_offers(schema, schema, SIGNERS)["all"] == load_phrases("ru")("owner.schema.all")
    assert "all" not in find_offers(schema, schema, "owner")


def test_answers_are_offered_the_questions(kit: Kit) -> None:
    offers = find_offers(schema := make_schema("answers", "en", kit), schema, "answers", "question")
    assert next(iter(offers)) == "policy-exists"
    assert offers["complaints"] == "How do we handle client complaints?"


@pytest.mark.parametrize("kind", KINDS)
def test_every_place_that_names_something_offers_it(kind: str, kit: Kit, whole: Schema) -> None:
    alone = make_schema(kind, "en", kit)
    for named, keys in list_places(KINDS[kind]):
        offers = find_offers(alone, alone, *keys)
        assert offers == find_offers(whole, whole["$defs"][kind], *keys)
        assert offers, f"{kind}: {keys}"
        expected = {POST: {"secretariat"}, STANDARD: {"complaint-handling"}}.get(named, set())
        assert expected <= offers.keys()


def test_a_name_that_is_not_there_yet_may_stand_in_a_document(kit: Kit, whole: Schema) -> None:
    for schema in (whole, make_schema("standard", "en", kit)):
        assert list_refusals(DOCUMENT.replace("owner: b", "owner: head-of-tomorrow"), schema) == []
        (refusal,) = list_refusals(DOCUMENT.replace("owner: b", "owner: Head of tomorrow"), schema)
        assert refusal.startswith("['owner']: ")


def test_every_fault_of_a_name_is_told_in_words(kit: Kit) -> None:
    """An editor that reads “one of these” would say that nothing else may stand there."""
    schema = make_kit_schema("sl", kit)
    offers = [part for name, part in schema["$defs"].items() if name.startswith("known-")]
    assert len(offers) > 10
    assert {part["errorMessage"] for part in offers} == {load_phrases("sl")("owner.schema.id")}


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
def test_an_editor_accepts_what_it_accepted_before(file: Path, whole: Schema) -> None:
    assert list_refusals(file.read_text(encoding="utf-8"), whole) == []


def test_a_kit_that_has_none_of_a_sort_is_offered_none(tmp_path: Path) -> None:
    kit = load_kit(init_kit(tmp_path / "bare", bare=True))
    schema = make_kit_schema("en", kit)
    Draft202012Validator.check_schema(schema)
    offers = {name for name in schema["$defs"] if name.startswith("known-")}
    assert offers == {"known-questionnaire", "known-questionnaire-questions", "known-signer"}
    schema = make_schema("standard", "en", kit)
    assert [form["pattern"] for form in follow(schema, schema, "owner")] == [ID_PATTERN]


def test_without_a_kit_nothing_is_offered() -> None:
    assert not [name for name in make_kit_schema()["$defs"] if name.startswith("known-")]
