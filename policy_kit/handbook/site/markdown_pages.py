"""The Markdown of a site's pages by address, and for each page a key by which one knows that it is still the same."""

from abc import abstractmethod
from collections.abc import Mapping
from typing import NamedTuple

from policy_kit.handbook.page_cache import digest


class Content(NamedTuple):
    """What tells the Markdown of a page from any other."""

    digest: str
    has_links: bool
    """Whether it may link to other pages: every link of Markdown has a bracket."""

    @classmethod
    def of(cls, markdown: str) -> "Content":
        """That of a page's Markdown."""
        return cls(digest(markdown).hex(), "]" in markdown)


class MarkdownPages(Mapping[str, str]):
    """Address → Markdown."""

    @abstractmethod
    def make_key(self, uri: str) -> bytes:
        """A digest of all that the Markdown of a page is made of."""

    def expect(self, uris: list[str]) -> None:
        """Hears, before any page is read, which ones will be, and in which order."""
