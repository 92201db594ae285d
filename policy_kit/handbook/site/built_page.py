"""A page of the site as it was built, and all that the build must know of it later."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class PageFacts:
    """What the rest of the build must know of a page."""

    entries: str
    """What the search finds on it, as it stands in the index."""
    warnings: list[str]
    anchors: list[str]
    """The places on the page that a link can lead to."""
    links: list[tuple[str, str, str]]
    """Links to places: address of the page, place, and the link as it was written."""

    def to_list(self) -> list[Any]:
        """For JSON."""
        return [self.entries, self.warnings, self.anchors, self.links]

    @classmethod
    def from_list(cls, values: list[Any]) -> "PageFacts":
        """From JSON."""
        entries, warnings, anchors, links = values
        return cls(entries, warnings, anchors, [(goal, place, said) for goal, place, said in links])


@dataclass(frozen=True)
class BuiltPage:
    """A page of the site."""

    html: bytes
    """The page as it stands in its file."""
    facts: PageFacts
