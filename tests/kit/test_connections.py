"""Who names whom in a kit, in both directions; the table of references is complete for every kind of document."""

from pathlib import Path

import pytest

from policy_kit.documents import KINDS, Document
from policy_kit.kit import load_kit
from policy_kit.kit.links import Node, find_node_of
from policy_kit.kit.references import REFERENCES, list_references
from policy_kit.kit.shapes import flatten

ROOT = Path(__file__).parents[2]


def test_the_example_is_joined_in_both_directions() -> None:
    connections = load_kit(ROOT, "en").connections
    complaints, standard = (
        Node("answers", "service-policy", "answers", "complaints"),
        Node("standard", "complaint-handling"),
    )
    assert standard in connections.list_named(complaints)
    naming = connections.list_naming(standard)
    assert complaints in naming
    assert Node("post", "client-manager", "duties", "feedback") in naming
    assert naming.count(complaints) == 1  # once, although three files hold the answer
    assert {node.kind for node in naming} >= {"answers", "post", "moral-code", "typology", "toolkit"}
    for node in naming:
        assert standard in connections.list_named(node)


def test_a_part_inside_a_part_is_told_by_the_one_that_readers_know() -> None:
    kit = load_kit(ROOT, "en")
    assert kit.segments
    way = ("levels", 0, "times", 0, "standard")
    assert find_node_of(kit.segments, way) == Node("segments", "segments", "levels", kit.segments.levels[0].id)
    assert kit.typology
    node = find_node_of(kit.typology, ("criteria", 0, "types", 1, "standards", 0))
    assert node.part == kit.typology.criteria[0].types[1].id


def test_the_table_names_only_fields_that_there_are() -> None:
    for kind, named in REFERENCES.items():
        ways = [".".join(way) for way in _list_ways(kind)]
        for places in named.values():
            assert set(places) <= set(ways), kind.__name__


@pytest.mark.parametrize("kind", KINDS)
def test_a_field_that_is_called_like_a_standard_or_a_post_stands_in_the_table(kind: str) -> None:
    """Whoever adds a kind and forgets its line finds it here."""
    telling = {"standard", "standards", "owner", "posts", "post", "decided_by", "served_by"}
    places = {place for named in REFERENCES.get(KINDS[kind], {}).values() for place in named}
    assert {".".join(way) for way in _list_ways(KINDS[kind]) if way[-1] in telling} <= places


def _list_ways(model: type[Document], way: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    ways = []
    for name, field in model.model_fields.items():
        parts = [part for part in flatten(field.annotation) if isinstance(part, type) and issubclass(part, Document)]
        ways += [each for part in parts for each in _list_ways(part, (*way, name))] or [(*way, name)]
    return ways


def test_what_is_left_out_names_nothing() -> None:
    kit = load_kit(ROOT, "en")
    assert kit.company is not None
    assert list(list_references(kit.company)) == []
