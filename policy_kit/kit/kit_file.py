"""A valid document in the file in which it stands, and what is known of it by itself.

Who reads a kit again and again has the same object as long as the file's text is the same: so what is worked out of it
is worked out once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from policy_kit.documents import AnyDocument
from policy_kit.kit.hashing import hash_values
from policy_kit.kit.links import Link, list_links
from policy_kit.kit.places import Place, Way
from policy_kit.kit.references import Reference, list_references


@dataclass(frozen=True)
class KitFile:
    """A valid document and the file in which it stands."""

    path: str
    """Relative to the kit's folder, with forward slashes."""
    document: AnyDocument
    find_place: Callable[[Way, int | None], Place]
    """Where a value stands; with an offset, where that character of a text stands."""
    read_line: Callable[[int], str] = field(default=lambda _: "", repr=False)
    """A line of the file by its number, counted from 1, without its end."""
    data: Mapping[str, object] = field(default_factory=dict, repr=False)
    """The plain values of the document as the file gives them, without defaults: what is hashed and compared."""

    @cached_property
    def hash(self) -> str:
        """The content hash of the document."""
        return hash_values(self.data)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Everything that the document names."""
        return tuple(list_references(self.document))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The document and its parts, with what they name."""
        return tuple(list_links(self.document, self.references))
