"""Who backs whom: the documents of a kit and their parts, joined by the names that they give one another."""

from collections.abc import Iterable

from policy_kit.documents import Text
from policy_kit.kit.kit_file import KitFile
from policy_kit.kit.links import Node


class Connections:
    """The links between nodes, in both directions, each once and in the order of the files."""

    def __init__(self, files: Iterable[KitFile]) -> None:
        self._titles: dict[Node, Text] = {}
        self._named: dict[Node, dict[Node, None]] = {}
        self._naming: dict[Node, dict[Node, None]] = {}
        for link in (link for file in files for link in file.links):
            if link.title is not None:
                self._titles.setdefault(link.node, link.title)
            if link.target is not None:
                self._named.setdefault(link.node, {})[link.target] = None
                self._naming.setdefault(link.target, {})[link.node] = None

    def list_named(self, node: Node) -> tuple[Node, ...]:
        """What a node names itself: what backs it."""
        return tuple(self._named.get(node, ()))

    def list_naming(self, node: Node) -> tuple[Node, ...]:
        """What names a node: what it backs."""
        return tuple(self._naming.get(node, ()))

    def find_title(self, node: Node) -> Text | None:
        """What a reader calls a document, or a part of one that names something; None for other parts."""
        return self._titles.get(node)
