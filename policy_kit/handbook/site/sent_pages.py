"""Pages whose Markdown goes from the process that writes it to the one that builds the site.

First go the keys of all pages, then the Markdown of those that the site asks for: through a file, so that the writer
never waits, while its lengths go through a pipe. So the first page is built while the next are being written.
"""

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import IO

from policy_kit.handbook.site.markdown_pages import MarkdownPages

_AT_ONCE = 50
"""So many keys go together: the site looks after the first pages while the keys of the next are made."""


def send_keys(pages: MarkdownPages, pipe: IO[bytes]) -> None:
    """Hands over the keys of all pages, in order."""
    uris = list(pages)
    for start in range(0, len(uris), _AT_ONCE):
        keys = [pages.make_key(uri).hex() for uri in uris[start : start + _AT_ONCE]]
        pipe.write(json.dumps(keys).encode() + b"\n")
        pipe.flush()


def send_pages(pages: Iterable[str], path: Path, pipe: IO[bytes]) -> None:
    """Hands over the Markdown of pages, one after the other."""
    with path.open("wb") as file:
        for markdown in pages:
            content = markdown.encode("utf-8", "replace")
            file.write(content)
            file.flush()
            pipe.write(b"%d\n" % len(content))
            pipe.flush()


class SentPages(MarkdownPages):
    """Address → Markdown, each read once, in the order in which `ask` has asked for them."""

    def __init__(self, uris: list[str], path: Path, pipe: IO[bytes], ask: Callable[[list[str]], None]) -> None:
        self._uris = uris
        self._keys: dict[str, str] = {}
        self._path = path
        self._pipe = pipe
        self._ask = ask
        self._coming: deque[str] = deque()
        self._last = ("", "")
        self._at = 0

    def expect(self, uris: list[str]) -> None:
        self._coming.extend(uris)
        self._ask(uris)

    def make_key(self, uri: str) -> bytes:
        while uri not in self._keys:
            keys = json.loads(self._pipe.readline())
            self._keys.update(zip(self._uris[len(self._keys) :], keys, strict=False))
        return bytes.fromhex(self._keys[uri])

    def __getitem__(self, uri: str) -> str:
        while self._last[0] != uri:
            self._last = (self._coming.popleft(), self._read(int(self._pipe.readline())))
        return self._last[1]

    def __contains__(self, uri: object) -> bool:
        return uri in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._uris)

    def __len__(self) -> int:
        return len(self._uris)

    @cached_property
    def _places(self) -> frozenset[str]:
        return frozenset(self._uris)

    def _read(self, length: int) -> str:
        """The next page of the file."""
        with self._path.open("rb") as file:
            file.seek(self._at)
            self._at += length
            return file.read(length).decode("utf-8")
