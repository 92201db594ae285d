"""A page of the site as it was built, and all that the build must know of it later."""

import json
import zlib
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class BuiltPage:
    """A page of the site."""

    html: str
    entries: str
    """What the search finds on it, as it stands in the index."""
    warnings: list[str]
    anchors: list[str]
    """The places on the page that a link can lead to."""
    links: list[tuple[str, str, str]]
    """Links to places: address of the page, place, and the link as it was written."""

    def to_bytes(self) -> bytes:
        """As bytes, to be remembered."""
        about = json.dumps([self.entries, self.warnings, self.anchors, self.links])
        return zlib.compress(f"{about}\n{self.html}".encode("utf-8", "xmlcharrefreplace"), 1)

    @classmethod
    def from_bytes(cls, content: bytes) -> "BuiltPage":
        """From those bytes."""
        about, _, html = zlib.decompress(content).decode("utf-8").partition("\n")
        values: list[Any] = json.loads(about)
        entries, warnings, anchors, links = values
        return cls(html, entries, warnings, anchors, [(goal, place, said) for goal, place, said in links])
