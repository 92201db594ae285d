"""What a paper calls the fields of a document, and the values that are words of ours."""

from policy_kit.documents import Document
from policy_kit.kit.describing import describe_field
from policy_kit.languages import Phrases


def name_field(model: type[Document], field: str, phrases: Phrases) -> str:
    """The name of a field: our own for the kinds that we know, else what its description says it is for."""
    for owner in model.__mro__:
        if phrases.has(key := f"papers.fields.{owner.__name__}.{field}"):
            return phrases(key)
    if phrases.has(key := f"papers.fields.any.{field}"):
        return phrases(key)
    return _shorten(describe_field(model, field, phrases.language)) or field


def name_value(model: type[Document], field: str, value: str, phrases: Phrases) -> str:
    """One of the few words that may stand in a field, in the paper's language; the word itself where we have none."""
    for key in (f"papers.values.{model.__name__}.{field}.{value}", f"papers.values.any.{value}"):
        if phrases.has(key):
            return phrases(key)
    return value


def name_kind(document: Document, phrases: Phrases) -> str:
    """What kind of document it is; for a kind without a name of ours, nothing."""
    key = f"papers.kinds.{getattr(document, 'kind', '')}"
    return phrases(key) if phrases.has(key) else ""


def _shorten(about: str) -> str:
    """The first sentence of a description as a heading: without its full stop and without examples."""
    sentence = about.partition(". ")[0].partition(":")[0].partition(";")[0].partition("(")[0]
    return sentence.partition(", for example")[0].strip().rstrip(".")
