"""The Markdown of a site's pages, each written when it is asked for."""

from collections.abc import Iterable, Iterator

from policy_kit.handbook.describing import IndescribableError
from policy_kit.handbook.page_cache import digest
from policy_kit.handbook.pages import Page
from policy_kit.handbook.site.markdown_pages import MarkdownPages


class WrittenPages(MarkdownPages):
    """Pages that are written when they are asked for."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._pages = {page.uri: page for page in pages}

    def make_key(self, uri: str) -> bytes:
        page = self._pages[uri]
        try:
            return page.make_key()
        except IndescribableError:
            return digest(page.markdown)

    def __getitem__(self, uri: str) -> str:
        return self._pages[uri].markdown

    def __contains__(self, uri: object) -> bool:
        return uri in self._pages

    def __iter__(self) -> Iterator[str]:
        return iter(self._pages)

    def __len__(self) -> int:
        return len(self._pages)
