"""What the models look like from outside: which keys a place allows, and where texts in several languages stand."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args, get_origin

from policy_kit.documents import Document, Text
from policy_kit.documents.text import Translations
from policy_kit.kit.places import Way


def find_annotation(model: type[Document], way: Way) -> Any:
    """The type of the value at `way` inside a `model`; None where no value belongs."""
    annotation: Any = model
    for step in way:
        annotation = next((inner for part in flatten(annotation) if (inner := _step_into(part, step))), None)
    return annotation


def _step_into(part: Any, step: str | int) -> Any:
    if isinstance(part, type) and issubclass(part, Document):
        field = part.model_fields.get(str(step))
        return field.annotation if field else None
    arguments = get_args(part)
    if get_origin(part) is tuple and isinstance(step, int):
        return arguments[0]
    return arguments[1] if get_origin(part) is dict else None


def find_model(model: type[Document], way: Way) -> type[Document] | None:
    """The model of the group of entries at `way` inside a `model`; None where no such group belongs."""
    return _find_part(find_annotation(model, way))


def walk_texts(document: Document) -> Iterator[tuple[Way, Mapping[str, str]]]:
    """Every text of a document that is given by language, with the way to it."""
    return ((way, text) for way, text in walk_all_texts(document) if isinstance(text, dict))


def walk_all_texts(document: Document, way: Way = ()) -> Iterator[tuple[Way, Text]]:
    """The same with those texts that are plain words, in the language of the document."""
    for name, is_text in _list_parts(type(document)):
        value = getattr(document, name)
        parts = enumerate(value) if isinstance(value, tuple) else ((None, value),)
        for number, part in parts:
            here = (*way, name) if number is None else (*way, name, number)
            if isinstance(part, Document):
                yield from walk_all_texts(part, here)
            elif is_text and isinstance(part, str | dict):
                yield here, part


@cache
def _list_parts(model: type[Document]) -> tuple[tuple[str, bool], ...]:
    """The fields that hold texts by language, themselves or in a part; and whether they do so themselves."""
    found = []
    for name, field in model.model_fields.items():
        is_text = Translations in flatten(field.annotation)
        if is_text or _find_part(field.annotation):
            found.append((name, is_text))
    return tuple(found)


def _find_part(annotation: Any) -> type[Document] | None:
    """The model inside an annotation such as `tuple[Step, ...] | None`."""
    models = (part for part in flatten(annotation) if isinstance(part, type) and issubclass(part, Document))
    return next(models, None)


def flatten(annotation: Any) -> Iterator[Any]:
    """An annotation and everything inside it."""
    yield annotation
    for argument in get_args(annotation):
        yield from flatten(argument)
