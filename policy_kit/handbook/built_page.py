"""A page of the site as it was built, and all that the build must know of it later."""

import json
import zlib
from dataclasses import dataclass
from typing import Any

_QUICK = 1
"""The level of compression: a page is remembered to save time."""


@dataclass(frozen=True)
class BuiltPage:
    """A page of the site. It is held compressed: most pages are put in place without being looked at."""

    packed: bytes
    """The page itself."""
    entries: str
    """What the search finds on it, as it stands in the index."""
    warnings: list[str]
    anchors: list[str]
    """The places on the page that a link can lead to."""
    links: list[tuple[str, str, str]]
    """Links to places: address of the page, place, and the link as it was written."""

    @classmethod
    def make(
        cls, html: str, entries: str, warnings: list[str], anchors: list[str], links: list[tuple[str, str, str]]
    ) -> "BuiltPage":
        """A page from its HTML."""
        return cls(zlib.compress(html.encode("utf-8", "xmlcharrefreplace"), _QUICK), entries, warnings, anchors, links)

    @property
    def html(self) -> bytes:
        """The page itself, as it stands in the file."""
        return zlib.decompress(self.packed)

    def to_bytes(self) -> bytes:
        """As bytes, to be remembered."""
        about = json.dumps([self.entries, self.warnings, self.anchors, self.links])
        return about.encode() + b"\n" + self.packed

    @classmethod
    def from_bytes(cls, content: bytes) -> "BuiltPage":
        """From those bytes."""
        about, _, packed = content.partition(b"\n")
        values: list[Any] = json.loads(about)
        entries, warnings, anchors, links = values
        return cls(packed, entries, warnings, anchors, [(goal, place, said) for goal, place, said in links])
