"""Filling the holes of a broken document, so that its other mistakes are told in the same run.

What a model refuses is left out, or where it cannot be left out, replaced by a filler that no check takes offence at.
The document that comes of it is for the checks alone; nobody else ever sees it.
"""

from datetime import date
from enum import Enum
from itertools import count
from typing import Any, Literal, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails, to_json

from policy_kit.documents import KINDS, AnyDocument, Document
from policy_kit.kit.nodes import Listing, Mapping
from policy_kit.kit.places import Way
from policy_kit.kit.refusals import follow_error
from policy_kit.kit.shapes import find_annotation, find_model, flatten
from policy_kit.kit.syntax import Tree

HOLE = "what-could-not-be-read-"
"""With this begin the ids and texts that stand in for unreadable ones; none is like another."""
_NUMBERS = count()
MOST_ERRORS = 1000
"""A document with more of them is not worth guessing at."""
ROUNDS = 3
"""What replaces one value may leave a group empty, and so on; deeper than this no document is worth it."""


def guess_document(tree: Tree) -> AnyDocument | None:
    """What a broken document says, with its holes filled; None where too little of it is left."""
    root = tree.root
    if not tree.complete or not isinstance(root, Mapping):
        return None
    model = KINDS.get(str(root.data.get("kind")))
    if model is None:
        return None
    for _ in range(ROUNDS):
        try:
            return model.model_validate_json(to_json(root.data), strict=True)
        except ValidationError as refusal:
            if refusal.error_count() > MOST_ERRORS:
                return None
            _fill_holes(model, root, refusal.errors(include_url=False, include_input=False))
    return None


def is_hole(text: str) -> bool:
    """Whether a text or an id only stands in for one that could not be read."""
    return text.startswith(HOLE)


def _fill_holes(model: type[Document], root: Mapping, errors: list[ErrorDetails]) -> None:
    """Change the plain data of a tree so that these errors vanish."""
    for error in errors:
        way, node, beyond = follow_error(root, error["loc"])
        if error["type"] == "too_short" and isinstance(node, Listing) and node.items:
            continue  # only because its entries are wrong, and they are filled one by one
        if error["type"] == "missing":
            way = (*way, *beyond)
        holder: Any = root.data
        try:
            for step in way[:-1]:
                holder = holder[step]
            _fill(model, holder, way)
        except (KeyError, IndexError, TypeError):
            continue  # what held it is a filler by now


def _fill(model: type[Document], holder: Any, way: Way) -> None:
    group = find_model(model, way[:-1])
    field = group.model_fields.get(str(way[-1])) if group else None
    if isinstance(holder, dict) and (field is None or not field.is_required()):
        del holder[way[-1]]
    else:
        holder[way[-1]] = _make_filler(find_annotation(model, way))


def _make_filler(annotation: Any) -> Any:
    """The plainest value of a type."""
    kind = get_origin(annotation) or annotation
    if isinstance(kind, type) and issubclass(kind, Document):
        fields = {name: field for name, field in kind.model_fields.items() if field.is_required()}
        return {name: _make_filler(field.annotation) for name, field in fields.items()}
    if kind is tuple:
        return [_make_filler(get_args(annotation)[0])]
    if kind is Literal:
        return get_args(annotation)[0]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind)).value
    if kind is date:
        return date.min.isoformat()
    if float in flatten(annotation):
        return 0
    return f"{HOLE}{next(_NUMBERS)}"
