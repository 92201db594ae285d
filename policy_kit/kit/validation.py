"""A tree → its document: the kind chooses the model, and the model decides."""

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails, to_json

from policy_kit.documents import KINDS, AnyDocument
from policy_kit.kit.causes import Cause
from policy_kit.kit.nodes import Mapping, Scalar, find_span
from policy_kit.kit.refusals import follow_error, list_refusals
from policy_kit.kit.source import Source
from policy_kit.kit.suggestions import find_nearest
from policy_kit.kit.syntax import Tree

TEXT_WANTED = frozenset({"string_type", "model_type", "enum", "literal_error"})

FIELDS = frozenset(name for model in KINDS.values() for name in model.model_fields)
KINDS_BY_PLACE = {
    "standards/company": "company",
    "standards/people": "people",
    "standards/accepted": "accepted",
    "standards/records/signatures/": "signature",
    "standards/records/": "record",
    "standards/moral-code": "moral-code",
    "standards/role-matrix": "role-matrix",
    "standards/toolkit": "toolkit",
    "standards/motivation": "motivation",
    "standards/glossary": "glossary",
    "standards/process/": "process",
    "standards/guide": "guide",
    "standards/clients/typology": "typology",
    "standards/clients/segments": "segments",
    "standards/clients/channels": "channels",
    "standards/jobs/": "job-description",
    "standards/service/": "standard",
    "questionnaires/answers/": "answers",
    "questionnaires/": "questionnaire",
}
"""Which kind usually lives where; only for advice."""


def read_document(source: Source, tree: Tree) -> tuple[AnyDocument | None, list[Cause]]:
    """The document of a file, or the causes why there is none."""
    root = tree.root
    if not tree.complete:
        return None, []
    if root is None or (isinstance(root, Scalar) and root.data is None):
        return None, [Cause(source, 0, "PK005")]
    if not isinstance(root, Mapping):
        index, width = find_span(root, source)
        return None, [Cause(source, index, "PK030", width=width)]
    model = KINDS.get(str(root.data.get("kind")))
    if model is None:
        return None, _refuse_kind(source, tree, root)
    document, errors = _validate(model, root)
    return document, [*list_refusals(source, tree, model, errors)]


def _refuse_kind(source: Source, tree: Tree, root: Mapping) -> list[Cause]:
    kinds = tuple(KINDS)
    if "kind" in root.values:
        node = root.values["kind"]
        if node in tree.doubtful:
            return []
        word = node.text if isinstance(node, Scalar) else ""
        index, width = find_span(node, source)
        return [Cause(source, index, "PK032", {"kind": word, "kinds": kinds}, width, (word, kinds))]
    for name, index in root.keys.items():
        if name not in FIELDS and find_nearest(name, ("kind",)):
            return [Cause(source, index, "PK033", {"key": name, "keys": ("kind",)}, len(name), (name, ("kind",)))]
    usual = next((kind for place, kind in KINDS_BY_PLACE.items() if source.path.startswith(place)), kinds[0])
    index, width = find_span(root, source)
    return [Cause(source, index, "PK031", {"kind": usual, "kinds": kinds}, width)]


def _validate(model: type[AnyDocument], root: Mapping) -> tuple[AnyDocument | None, list[ErrorDetails]]:
    """Ask the model; where it refuses values that can only be meant otherwise, read them so and ask once more."""
    document, errors = _ask(model, root)
    if errors and _read_otherwise(root, errors):
        document, errors = _ask(model, root)
    return document, errors


def _ask(model: type[AnyDocument], root: Mapping) -> tuple[AnyDocument | None, list[ErrorDetails]]:
    try:
        return model.model_validate_json(to_json(root.data), strict=True), []
    except ValidationError as refusal:
        return None, refusal.errors(include_url=False, include_input=False)


def _read_otherwise(root: Mapping, errors: list[ErrorDetails]) -> bool:
    """Read digits as text where a text is wanted (`title: 2024`), and leave out entries without a value."""
    changed = False
    for error in errors:
        way, node, _ = follow_error(root, error["loc"])
        if not isinstance(node, Scalar) or isinstance(node.data, str) or error["type"] == "extra_forbidden":
            continue
        holder: Any = root.data
        for step in way[:-1]:
            holder = holder[step]
        if node.data is not None and error["type"] in TEXT_WANTED:
            holder[way[-1]] = node.text
            changed = True
        elif node.data is None and isinstance(holder, dict) and way[-1] in holder:
            del holder[way[-1]]
            changed = True
    return changed
