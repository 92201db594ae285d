"""Pages whose Markdown goes from the process that writes it to the one that builds the site.

The Markdown goes through a file, so that the writer never waits, and its lengths through a pipe: so the other can build
the first page while the next are being written. Only those pages go this way that the site asks for.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import IO

from policy_kit.handbook.markdown_pages import MarkdownPages


def send_pages(pages: Iterable[str], path: Path, lengths: IO[bytes]) -> None:
    """Hands over the Markdown of pages, one after the other."""
    with path.open("wb") as file:
        for markdown in pages:
            content = markdown.encode("utf-8", "replace")
            file.write(content)
            file.flush()
            lengths.write(b"%d\n" % len(content))
            lengths.flush()


class SentPages(MarkdownPages):
    """Address → Markdown, each read once, in the order in which they were asked for."""

    def __init__(
        self, keys: Mapping[str, str], path: Path, lengths: IO[bytes], ask: Callable[[list[str]], None]
    ) -> None:
        self._keys = keys
        self._path = path
        self._lengths = lengths
        self._ask = ask
        self._coming: deque[str] = deque()
        self._last = ("", "")

    def expect(self, uris: list[str]) -> None:
        self._coming.extend(uris)
        self._ask(uris)

    @cached_property
    def _file(self) -> IO[bytes]:
        return self._path.open("rb")

    def make_key(self, uri: str) -> bytes:
        return bytes.fromhex(self._keys[uri])

    def __getitem__(self, uri: str) -> str:
        while self._last[0] != uri:
            length = int(self._lengths.readline())
            self._last = (self._coming.popleft(), self._file.read(length).decode("utf-8"))
        return self._last[1]

    def __contains__(self, uri: object) -> bool:
        return uri in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)
