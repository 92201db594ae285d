"""The Markdown of a site's pages by address, each written when it is asked for, and remembered in a cache."""

import zlib
from collections.abc import Iterator, Mapping

from policy_kit.handbook.describing import IndescribableError
from policy_kit.handbook.page_cache import PageCache
from policy_kit.handbook.pages import Page

_QUICK = 1
"""The level of compression: what is remembered is read more often than it is carried about."""


class WrittenPages(Mapping[str, str]):
    """Address → Markdown."""

    def __init__(self, pages: Mapping[str, Page], cache: PageCache | None = None) -> None:
        self._pages = pages
        self._cache = cache

    def remember(self, cache: PageCache) -> "WrittenPages":
        """The same pages; what the cache remembers of them is not written again."""
        return WrittenPages(self._pages, cache)

    def __getitem__(self, uri: str) -> str:
        page = self._pages[uri]
        return page.markdown if self._cache is None else _recall(page, self._cache)

    def __contains__(self, uri: object) -> bool:
        return uri in self._pages

    def __iter__(self) -> Iterator[str]:
        return iter(self._pages)

    def __len__(self) -> int:
        return len(self._pages)


def _recall(page: Page, cache: PageCache) -> str:
    try:
        key = page.make_key()
    except IndescribableError:
        return page.markdown
    if kept := cache.find(key):
        return zlib.decompress(kept).decode("utf-8")
    cache.keep(key, zlib.compress(page.markdown.encode("utf-8", "replace"), _QUICK))
    return page.markdown
