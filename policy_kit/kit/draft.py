"""A file of the kit as it was read: a document, or what could be made out of one."""

from collections.abc import Mapping as Values
from dataclasses import dataclass, field
from functools import cached_property

from policy_kit.documents import AnyDocument
from policy_kit.kit.causes import NOTHING, Cause, Meant
from policy_kit.kit.kit_file import KitFile
from policy_kit.kit.nodes import Mapping, Node, Scalar, find_character, find_node, find_span
from policy_kit.kit.places import Place, Way
from policy_kit.kit.references import Reference, list_references
from policy_kit.kit.shapes import find_model, walk_texts
from policy_kit.kit.source import Source
from policy_kit.kit.syntax import read_tree


@dataclass(frozen=True)
class Draft:
    """A file, and what is known of its document."""

    source: Source
    content: AnyDocument | None = None
    """What it says. In a broken document the holes are filled, so that the rest of it can be checked."""
    broken: Values[str, object] | None = None
    """The plain values of a broken document, as far as it could be read; None where it is sound."""
    data: Values[str, object] = field(default_factory=dict)
    """The plain values of a sound document, as the file gives them."""

    @property
    def document(self) -> AnyDocument | None:
        """The document, if it is sound."""
        return self.content if self.broken is None else None

    @cached_property
    def file(self) -> KitFile | None:
        """The file with its document, if that is sound."""
        if self.document is None:
            return None
        return KitFile(self.path, self.document, self.find_place, self.source.read_line, self.data)

    @property
    def path(self) -> str:
        """The file, relative to the kit's folder."""
        return self.source.path

    def look_up(self, key: str) -> object:
        """The value of a key, also in a broken document; None where there is none."""
        return getattr(self.content, key, None) if self.broken is None else self.broken.get(key)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Everything that the document names."""
        if self.file:
            return self.file.references
        return tuple(list_references(self.content)) if self.content is not None else ()

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages in which its texts are given, where they are given by language."""
        texts = walk_texts(self.content) if self.content is not None else ()
        return frozenset(language for _, text in texts for language in text)

    @cached_property
    def _root(self) -> Node | None:
        """The tree is read once more when somebody asks for a place: few files are asked, and keeping all is dear."""
        return read_tree(self.source).root

    def lacks(self, way: Way, key: str) -> bool:
        """Whether the group at `way` surely has nothing under `key`: an unknown key may be a slip for it."""
        if self.document is not None or self._root is None:
            return True
        group, model = find_node(self._root, way), find_model(type(self.content), way) if self.content else None
        keys = group.keys if isinstance(group, Mapping) else {}
        return key not in keys and model is not None and all(each in model.model_fields for each in keys)

    def find_place(self, way: Way, offset: int | None = None) -> Place:
        """Where a value stands; with `offset`, where that character of a text stands."""
        return self.source.find_place(self.find_index(way, offset))

    def find_index(self, way: Way, offset: int | None = None) -> int:
        """The same as the number of a character of the file."""
        if self._root is None:
            return 0
        node = find_node(self._root, way)
        if offset is not None and isinstance(node, Scalar):
            return find_character(node, offset, self.source)
        return node.start

    def blame(self, code: str, way: Way, meant: Meant = NOTHING, **values: object) -> Cause:
        """The cause of a problem with the value at `way`."""
        if self._root is None:
            return Cause(self.source, 0, code, values, meant=meant)
        index, width = find_span(find_node(self._root, way), self.source)
        return Cause(self.source, index, code, values, width, meant)

    def blame_key(self, code: str, way: Way, **values: object) -> Cause:
        """The cause of a problem with the key under which the value at `way` stands."""
        key = str(way[-1])
        group = find_node(self._root, way[:-1]) if self._root is not None else None
        if isinstance(group, Mapping) and key in group.keys:
            return Cause(self.source, group.keys[key], code, values, len(key))
        return self.blame(code, way, NOTHING, **values)
