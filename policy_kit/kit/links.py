"""What a document and its parts are called, and what they name: so a link leads from one part of a kit to another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from policy_kit.documents import Answers, AnyDocument, JobDescription, Text
from policy_kit.kit.places import Way
from policy_kit.kit.references import POST, Reference

SINGLE_NAMES = ("id", "question", "post", "pillar")
"""By what the parts of a document are told apart."""
TITLES = ("title", "principle", "text", "do", "term")
"""By what a reader knows a part."""
PARTLESS = ("times",)
"""Lists whose entries are no nodes of their own: they belong to the part in which they stand."""


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """A document, or a part of one that has a short name: an answer, a duty, a step, an activity."""

    kind: str
    """The kind of the document; of a job description and of every other post “post”."""
    id: str
    """Its short name; of answers that of the questionnaire, whatever their language."""
    field: str = ""
    """The list in which the part stands; empty for the whole document."""
    part: str = ""

    @property
    def whole(self) -> "Node":
        """The document to which the part belongs."""
        return Node(self.kind, self.id)


@dataclass(frozen=True, slots=True)
class Link:
    """A node of a document, with one of the names that it gives; the document itself stands there once without any."""

    node: Node
    title: Text | None
    """What a reader calls it; None for a part without a name or words."""
    target: Node | None = None
    """What it names."""


def list_links(document: AnyDocument, references: Iterable[Reference]) -> Iterator[Link]:
    """The document, and every one of its `references` at the innermost part in which it stands."""
    yield Link(_name_document(document), read_title(document))
    for reference in references:
        node, part = _follow(document, reference.way)
        yield Link(node, read_title(part), find_named(reference))


def read_title(part: object) -> Text | None:
    """What a reader calls a document or a part of one; None for a part without a name or words."""
    title: Text | None = _read(part, TITLES)
    return title


def find_node_of(document: AnyDocument, way: Way = ()) -> Node:
    """The innermost part with a short name in which the value at `way` stands, or else the document."""
    return _follow(document, way)[0]


def find_title_of(document: AnyDocument, way: Way) -> Text | None:
    """What a reader calls that part, or the document; None where it has no words."""
    return read_title(_follow(document, way)[1])


def _follow(document: AnyDocument, way: Way) -> tuple[Node, object]:
    """The node, and the document or the part of it that it stands for."""
    whole = node = _name_document(document)
    value: object = document
    part: object = document
    field = ""
    for step in way:
        value = value[step] if isinstance(value, tuple) and isinstance(step, int) else getattr(value, str(step), None)
        field = step if isinstance(step, str) else field
        if isinstance(step, int):
            name = _read(value, SINGLE_NAMES)
            if name and field not in PARTLESS:
                node, part = Node(whole.kind, whole.id, field, str(name)), value
    return node, part


def _read(part: object, keys: tuple[str, ...]) -> Any:
    """What stands in the first of the fields that a part of a document has; None for a plain text."""
    kind: Any = type(part)
    key = _find_field(kind, keys)
    return getattr(part, key, None) if key else None


@cache
def _find_field(kind: type, keys: tuple[str, ...]) -> str:
    return next((key for key in keys if key in getattr(kind, "model_fields", ())), "")


def find_named(reference: Reference) -> Node:
    """What a reference names. Of kinds of which there is only one document, the kind is its name."""
    kind, _, fields = reference.named.partition("/")
    field = fields.rpartition(".")[2]
    return Node(kind, kind, field, reference.name) if field else Node(kind, reference.name)


def _name_document(document: AnyDocument) -> Node:
    if isinstance(document, Answers):
        return Node(document.kind, document.questionnaire)
    if isinstance(document, JobDescription):
        return Node(POST, document.id)
    field = type(document).model_fields.get("id")
    if field is None or not field.is_required():  # there is only one document of this kind
        return Node(document.kind, document.kind)
    return Node(document.kind, getattr(document, "id"))  # noqa: B009
