"""What stands where in a document: the fields on the way to a value, as the models of the kinds know them."""

import re
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

from policy_kit.documents import KINDS, Document
from policy_kit.kit import Way
from policy_kit.kit.describing import list_models
from policy_kit.kit.references import POST, REFERENCES, SIGNERS

LANGUAGE = re.compile(r"[a-z]{2}")
Sort = Literal["field", "entry", "language"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step on the way to a value."""

    step: str | int
    sort: Sort
    """A field of a group, an entry of a list, or the wording in a language."""
    model: type[Document] | None
    """The model of the group to which a field belongs, where it is known."""
    annotation: Any
    """The type of what stands there; None where no model knows it."""


def follow_way(kind: str, document: Any, way: Way) -> tuple[Step, ...]:
    """The steps of a way through a document of a `kind`; where the models do not know it, its data decide."""
    annotation: Any = KINDS.get(kind)
    steps = []
    for step in way:
        found = next((found for part in list_options(annotation) if (found := _step_into(part, step))), None)
        if found is None:
            is_entry = isinstance(document, list | tuple) or isinstance(step, int)
            found = Step(step, "entry" if is_entry else "field", None, None)
        annotation = found.annotation
        steps.append(found)
        document = document.get(step) if isinstance(document, Mapping) else None
    return tuple(steps)


def list_options(annotation: Any) -> Iterator[Any]:
    """What may stand there: the parts of `Id | None`, without what is only noted beside a type."""
    if get_origin(annotation) in (Union, types.UnionType):
        for part in get_args(annotation):
            yield from list_options(part)
    elif hasattr(annotation, "__metadata__"):
        yield from list_options(get_args(annotation)[0])
    elif annotation is not None:
        yield annotation


def is_language(key: object) -> bool:
    """Whether a key says in which language a text is; some fields (`do`, `by`) have names just as short."""
    return isinstance(key, str) and bool(LANGUAGE.fullmatch(key)) and key not in _list_short_fields()


@cache
def _list_short_fields() -> frozenset[str]:
    names = (name for kind in KINDS.values() for model in list_models(kind) for name in model.model_fields)
    return frozenset(name for name in names if LANGUAGE.fullmatch(name))


def is_text(annotation: Any) -> bool:
    """Whether it is a text that may be given in several languages."""
    return any(get_origin(part) is dict for part in list_options(annotation))


def find_main_field(model: type[Document] | None) -> str | None:
    """The field that says what a group is about: its first text."""
    if model is None:
        return None
    return next((name for name, field in model.model_fields.items() if is_text(field.annotation)), None)


def find_group(annotation: Any) -> type[Document] | None:
    """The model of the group that stands there."""
    groups = (part for part in list_options(annotation) if isinstance(part, type) and issubclass(part, Document))
    return next(groups, None)


def find_reference(kind: str, steps: tuple[Step, ...]) -> str | None:
    """What sort of thing a value names, if it names one: a post, a standard and so on."""
    place = ".".join(str(step.step) for step in steps if step.sort == "field")
    return POST if place == SIGNERS else _list_references(kind).get(place)


@cache
def _list_references(kind: str) -> Mapping[str, str]:
    places = REFERENCES.get(KINDS[kind], {}) if kind in KINDS else {}
    return {place: named for named, ways in places.items() for place in ways}


def _step_into(part: Any, step: str | int) -> Step | None:
    if isinstance(part, type) and issubclass(part, Document):
        field = part.model_fields.get(str(step))
        return Step(step, "field", part, field.annotation) if field else None
    if get_origin(part) is tuple:
        return Step(step, "entry", None, get_args(part)[0])
    if get_origin(part) is dict and isinstance(step, str):
        return Step(step, "language", None, get_args(part)[1])
    return None
