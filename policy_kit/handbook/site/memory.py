"""What the last build of a site has left: its pages, remembered in the user's cache, and their files where they stand.

To make a file is by far the dearest part of writing it, and a second name for one that is there costs next to nothing.
So a page that is still the same, and whose file nobody has touched, is linked into the new handbook.
"""

import json
import os
import stat
import zlib
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from policy_kit.handbook.page_cache import PageCache, digest
from policy_kit.handbook.site.built_page import BuiltPage, PageFacts
from policy_kit.handbook.site.job import SiteJob
from policy_kit.handbook.site.markdown_pages import Content

_QUICK = 1
"""The level of compression: a page is remembered to save time."""
_Look = list[int]
"""By what a file is known again: its number on the disk, when it was changed, and its size."""


@dataclass(frozen=True)
class KnownPage:
    """A page as it was at the last build."""

    source: str
    """A digest of what its Markdown was made of."""
    content: Content
    key: str
    """A digest of all that the page was made of."""
    look: _Look
    facts: PageFacts

    def to_list(self) -> list[Any]:
        """For JSON."""
        return [self.source, self.content, self.key, self.look, self.facts.to_list()]

    @classmethod
    def from_list(cls, values: list[Any]) -> "KnownPage":
        """From JSON."""
        source, content, key, look, facts = values
        return cls(source, Content(*content), key, look, PageFacts.from_list(facts))


class SiteMemory:
    """The pages of a job's site from one build to the next; without a cache, nothing is remembered."""

    def __init__(self, job: SiteJob) -> None:
        self._cache = PageCache(job.cache)
        self._before = job.before
        self._record = digest("record", job.making)
        self._known: dict[str, KnownPage] = {}
        self._now: dict[str, KnownPage] = {}
        self._is_standing = False
        if kept := self._cache.find(self._record):
            folder, pages = json.loads(kept)
            self._is_standing = bool(job.before) and folder == job.before
            self._known = {uri: KnownPage.from_list(page) for uri, page in pages.items()}

    def find(self, uri: str) -> KnownPage | None:
        """The page that was at an address."""
        return self._known.get(uri)

    def restore(self, uri: str, source: str, place: str, goal: str) -> bool:
        """Puts the page that was at `uri`, and stood at `place`, into the file `goal`; whether that could be done."""
        known = self._known[uri]
        key = bytes.fromhex(known.key)
        if self._link(f"{self._before}/{place}", known.look, goal):
            self._cache.use(key)
            self._now[uri] = replace(known, source=source)
            return True
        packed = self._cache.find(key)
        if packed is None:
            return False
        _write(goal, zlib.decompress(packed))
        self._now[uri] = replace(known, source=source, look=_look(goal))
        return True

    def keep(self, uri: str, page: BuiltPage, goal: str, *, source: str, content: Content, key: str) -> None:
        """Writes a page into the file `goal` and remembers it."""
        _write(goal, page.html)
        if self._cache.is_open:
            self._cache.keep(bytes.fromhex(key), zlib.compress(page.html, _QUICK))
            self._now[uri] = KnownPage(source, content, key, _look(goal), page.facts)

    def close(self) -> None:
        """Hands what was kept to the cache."""
        pages = {uri: page.to_list() for uri, page in self._now.items()}
        self._cache.keep(self._record, json.dumps([self._before, pages]).encode())
        self._cache.close()

    def _link(self, path: str, look: _Look, goal: str) -> bool:
        with suppress(OSError):
            if self._is_standing and _look(path) == look:
                os.link(path, goal)
                return True
        return False


def _write(path: str, content: bytes) -> None:
    with open(path, "wb") as file:
        file.write(content)


def _look(path: str) -> _Look:
    """How a file looks; what is no plain file looks like none."""
    status = os.lstat(path)
    return [status.st_ino, status.st_mtime_ns, status.st_size] if stat.S_ISREG(status.st_mode) else []
