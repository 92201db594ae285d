"""What every kind of document and every field of it is for, in the reader's language.

In English the models say it themselves; every other language says it in its `fields.yml`.
"""

from collections.abc import Iterator

from policy_kit.documents import Document
from policy_kit.kit.shapes import find_model
from policy_kit.languages import load_phrases
from policy_kit.languages.phrases import ORIGIN


def describe_model(model: type[Document], language: str) -> str:
    """What a document, or a group of fields inside one, is."""
    phrases = load_phrases(language)
    if phrases.language == ORIGIN:
        return (model.__doc__ or "").strip()
    return phrases(f"fields.{model.__name__}.about")


def describe_field(model: type[Document], name: str, language: str) -> str:
    """What is to be written into a field."""
    phrases = load_phrases(language)
    if phrases.language == ORIGIN:
        return " ".join((model.model_fields[name].description or "").split())
    return phrases(f"fields.{find_owner(model, name).__name__}.{name}")


def find_owner(model: type[Document], name: str) -> type[Document]:
    """The model that brings a field in: what several kinds inherit is described once."""
    return [each for each in model.__mro__ if issubclass(each, Document) and name in each.model_fields][-1]


def list_models(model: type[Document]) -> Iterator[type[Document]]:
    """A model and all models inside it; one that stands in two places comes twice."""
    yield model
    for name in model.model_fields:
        if part := find_model(model, (name,)):
            yield from list_models(part)
