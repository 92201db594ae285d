"""What the short names in a document stand for: the posts, standards and other parts of the kit by their titles."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from policy_kit.documents import Document, Text
from policy_kit.documents.text import ID_PATTERN
from policy_kit.handbook.edition import Edition
from policy_kit.kit.shapes import flatten

NAMES = ("title", "principle", "text", "when", "do", "what", "action", "question", "post", "pillar")
"""The fields by which a part of a document is called, the best first."""
STANDARDS = ("standard", "standards")
"""Fields whose short names are those of standards, even where a post or a part has the same."""


class References:
    """The titles behind the short names of one document."""

    def __init__(self, edition: Edition, document: Document) -> None:
        self._edition = edition
        self._document = document

    def find_title(self, field: str, id: str) -> Text:
        """The title of what `id` stands for in `field`; the short name itself where nothing has it."""
        standards = self._edition.kit.standards
        if field in STANDARDS and id in standards:
            return standards[id].title
        if id in self._own:
            return self._own[id]
        post = self._edition.find_role_title(id)
        if post != id:
            return post
        return standards[id].title if id in standards else self._others.get(id, id)

    @cached_property
    def _own(self) -> Mapping[str, Text]:
        return dict(_list_titles(self._document))

    @cached_property
    def _others(self) -> Mapping[str, Text]:
        documents = (file.document for file in self._edition.kit.files)
        return {id: title for document in documents for id, title in (*_list_titles(document), *_list_title(document))}


def find_name(part: Document) -> str | None:
    """The field by which a part is called."""
    return next((name for name in NAMES if getattr(part, name, None) and name in type(part).model_fields), None)


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


def _list_title(part: Document) -> Iterator[tuple[str, Text]]:
    name = find_name(part)
    if name and isinstance(id := getattr(part, "id", None), str):
        yield id, getattr(part, name)


def _list_titles(document: Document) -> Iterator[tuple[str, Text]]:
    """Every part inside a document that has a short name, with what it is called."""
    for field in type(document).model_fields:
        value = getattr(document, field)
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Document):
                yield from _list_title(inner)
                yield from _list_titles(inner)
