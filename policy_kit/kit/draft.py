"""A file of the kit as it was read: a document, or what could be made out of one."""

from dataclasses import dataclass

from policy_kit.documents import AnyDocument
from policy_kit.kit.causes import NOTHING, Cause, Meant
from policy_kit.kit.nodes import Mapping, Node, Scalar, find_character, find_key, find_node, measure_node
from policy_kit.kit.places import Place, Way
from policy_kit.kit.source import START, Mark, Source


@dataclass(frozen=True)
class Draft:
    """A file with its tree, as far as there is one, and its document, if it is valid."""

    source: Source
    root: Node | None
    document: AnyDocument | None
    complete: bool
    """Whether the file could be read to its end."""

    @property
    def path(self) -> str:
        """The file, relative to the kit's folder."""
        return self.source.path

    def look_up(self, *way: str | int) -> object:
        """The plain value at `way`, also in a broken document; None where there is none."""
        node = self.root
        for step in way:
            if isinstance(node, Mapping) and step in node.entries:
                node = node.entries[str(step)][1]
            else:
                return None
        return node.data if node is not None else None

    def find_place(self, way: Way, offset: int | None = None) -> Place:
        """Where a value stands; with `offset`, where that character of a text stands."""
        mark: Mark = START
        if self.root is not None:
            node = find_node(self.root, way)
            mark = node.start
            if offset is not None and isinstance(node, Scalar):
                mark = find_character(node, offset, self.source)
        return Place(self.path, mark.line + 1, mark.column + 1)

    def blame(
        self,
        code: str,
        way: Way,
        *,
        at_key: bool = False,
        meant: Meant = NOTHING,
        advice: str = "",
        **values: object,
    ) -> Cause:
        """The cause of a problem with the value at `way`, or with its key."""
        if self.root is None:
            return Cause(self.source, START, code, values, meant=meant, advice=advice)
        key = find_key(self.root, way) if at_key else None
        node = key or find_node(self.root, way)
        return Cause(self.source, node.start, code, values, measure_node(node), meant, advice)
