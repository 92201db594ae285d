"""What the short names in a document stand for: the posts, standards and other parts of the kit by their titles."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, get_origin

from policy_kit.documents import Document, Text
from policy_kit.documents.text import ID_PATTERN, Translations
from policy_kit.handbook.edition import Edition
from policy_kit.kit.references import POST, REFERENCES, STANDARD
from policy_kit.kit.shapes import flatten

NAMES = ("title", "principle", "term", "text", "when", "do", "what", "action", "question", "post", "pillar")
"""The fields by which a part of a document is called, the best first."""
STANDARDS, STEP = ("standard", "standards"), "step"
"""Fields that name standards, and the one that names a step of a standard, in whichever document."""


class References:
    """The titles behind the short names of one document."""

    def __init__(self, edition: Edition, document: Document) -> None:
        self._edition = edition
        self._document = document

    def find_title(self, part: Document, field: str, id: str) -> Text:
        """The title of what `id` stands for in a field of a part; the short name itself where nothing has it."""
        named = self._named.get(field, "")
        if named == POST:
            return self._edition.find_role_title(id)
        if named == STANDARD or field in STANDARDS:
            return self._find_standard(id)
        if field == STEP:
            return self._find_step(part, id)
        if "/" in named:
            return self._others(named.partition("/")[0]).get(id, id)
        post = self._own.get(id) or self._edition.find_role_title(id)
        return post if post != id else self._find_standard(id)

    def _find_standard(self, id: str) -> Text:
        standard = self._edition.kit.standards.get(id)
        return standard.title if standard else id

    def _find_step(self, part: Document, id: str) -> Text:
        """A step of the standard that the part names, or else the document."""
        name = getattr(part, "standard", None) or getattr(self._document, "standard", None)
        standard = self._edition.kit.standards.get(str(name))
        return next((step.do for step in standard.steps if step.id == id), id) if standard else id

    @cached_property
    def _named(self) -> Mapping[str, str]:
        """What is named in which field of the document's kind."""
        ways = next((ways for kind, ways in REFERENCES.items() if isinstance(self._document, kind)), {})
        return {place.rpartition(".")[2]: named for named, places in ways.items() for place in places}

    @cached_property
    def _own(self) -> Mapping[str, Text]:
        return dict(_list_titles(self._document))

    def _others(self, kind: str) -> Mapping[str, Text]:
        """The parts of the documents of a kind."""
        documents = (file.document for file in self._edition.kit.files if file.document.kind == kind)
        return dict(title for document in documents for title in _list_titles(document))


def find_name(part: Document) -> str | None:
    """The field by which a part is called: one of the usual ones, else the first of its texts."""
    held = [name for name in type(part).model_fields if getattr(part, name, None)]
    usual = (name for name in NAMES if name in held)
    return next(usual, next((name for name in held if holds_text(type(part), name)), None))


def holds_text(model: type[Document], field: str) -> bool:
    """Whether people write a field in words of their own, perhaps in several languages."""
    kinds = [*flatten(model.model_fields[field].annotation)]
    return Translations in kinds and not any(get_origin(kind) is tuple for kind in kinds)


def is_reference(model: type[Document], field: str) -> bool:
    """Whether a field holds short names of something else, one or several."""
    about = model.model_fields[field]
    kinds: tuple[Any, ...] = (*flatten(about.annotation), *about.metadata)
    found = any(getattr(kind, "pattern", None) == ID_PATTERN for kind in _open(kinds))
    return found and field != "id"


def _open(kinds: tuple[Any, ...]) -> Iterator[Any]:
    """The kinds, and what has been said of them in an `Annotated`."""
    for kind in kinds:
        yield kind
        yield from getattr(kind, "__metadata__", ())


def _list_titles(document: Document) -> Iterator[tuple[str, Text]]:
    """Every part inside a document that has a short name, with what it is called."""
    for field in type(document).model_fields:
        value = getattr(document, field)
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Document):
                name, id = find_name(inner), getattr(inner, "id", None)
                if name and isinstance(id, str):
                    yield id, getattr(inner, name)
                yield from _list_titles(inner)
