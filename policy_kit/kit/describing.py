"""What every kind of document and every field of it is for, in the reader's language.

In English the models say it themselves; every other language says it in its `fields.yml`.
"""

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from textwrap import dedent

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
        return " ".join(_read_docstrings(find_owner(model, name)).get(name, "").split())
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


@cache
def _read_docstrings(model: type[Document]) -> dict[str, str]:
    """What stands below each field in the source of a model. Read when somebody asks: a build has no need of it."""
    (definition,) = ast.parse(dedent(inspect.getsource(model))).body
    return {
        field.target.id: below.value.value
        for field, below in pairwise(definition.body if isinstance(definition, ast.ClassDef) else ())
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant) and isinstance(below.value.value, str)
    }
