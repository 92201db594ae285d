"""The Markdown of a site's pages on the disk, so that a handbook of thousands of pages does not fill the memory."""

import mmap
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

Span = tuple[int, int]


class Spool(Mapping[str, str]):
    """Address → Markdown, read from one file page by page."""

    def __init__(self, path: Path, spans: Mapping[str, Span]) -> None:
        self._path = path
        self._spans = spans

    @classmethod
    def write(cls, path: Path, pages: Iterable[tuple[str, str]]) -> "Spool":
        """Writes pages into a new file; the last of two with the same address counts."""
        spans: dict[str, Span] = {}
        with path.open("wb") as file:
            for uri, markdown in pages:
                content = markdown.encode("utf-8", "replace")
                spans[uri] = (file.tell(), len(content))
                file.write(content)
        return cls(path, spans)

    def describe(self) -> tuple[str, dict[str, Span]]:
        """What another process needs to open the same pages."""
        return str(self._path), dict(self._spans)

    def __getitem__(self, uri: str) -> str:
        start, length = self._spans[uri]
        return self._content[start : start + length].decode("utf-8")

    @cached_property
    def _content(self) -> mmap.mmap:
        with self._path.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def __contains__(self, uri: object) -> bool:
        return uri in self._spans

    def __iter__(self) -> Iterator[str]:
        return iter(self._spans)

    def __len__(self) -> int:
        return len(self._spans)
