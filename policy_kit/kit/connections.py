"""Who backs whom: the documents of a kit and their parts, joined by the names that they give one another."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from policy_kit.documents import Answers, AnyDocument, JobDescription, Text
from policy_kit.kit.places import Way
from policy_kit.kit.references import POST, Reference, list_references

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


class Connections:
    """The links between nodes, in both directions, each once and in the order of the files."""

    def __init__(self, documents: Iterable[AnyDocument]) -> None:
        self._titles: dict[Node, Text] = {}
        self._named: dict[Node, dict[Node, None]] = {}
        self._naming: dict[Node, dict[Node, None]] = {}
        for document in documents:
            self._name(_name_document(document), document)
            for reference in list_references(document):
                node, part = _follow(document, reference.way)
                self._name(node, part)
                self._join(node, find_named(reference))

    def list_named(self, node: Node) -> tuple[Node, ...]:
        """What a node names itself: what backs it."""
        return tuple(self._named.get(node, ()))

    def list_naming(self, node: Node) -> tuple[Node, ...]:
        """What names a node: what it backs."""
        return tuple(self._naming.get(node, ()))

    def find_title(self, node: Node) -> Text | None:
        """What a reader calls a document, or a part of one that names something; None for other parts."""
        return self._titles.get(node)

    def _name(self, node: Node, part: object) -> None:
        title = read_title(part)
        if title is not None:
            self._titles.setdefault(node, title)

    def _join(self, source: Node, target: Node) -> None:
        self._named.setdefault(source, {})[target] = None
        self._naming.setdefault(target, {})[source] = None


def read_title(part: object) -> Text | None:
    """What a reader calls a document or a part of one; None for a part without a name or words."""
    title: Text | None = _read(part, TITLES)
    return title


def find_node_of(document: AnyDocument, way: Way = ()) -> Node:
    """The innermost part with a short name in which the value at `way` stands, or else the document."""
    return _follow(document, way)[0]


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
