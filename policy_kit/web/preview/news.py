"""Tells those who wait that there is something new."""

import asyncio
import contextlib

PATIENCE = 25.0
"""After so many seconds a browser that waits is answered all the same; it asks again."""


class News:
    """The number of the last change, and who waits for the next one."""

    def __init__(self) -> None:
        self._version = 0
        self._loop: asyncio.AbstractEventLoop | None = None
        self._changed: asyncio.Event | None = None

    def tell(self, version: int) -> None:
        """There is something new; called from the thread that watches the files."""
        self._version = version
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake)

    async def wait(self, since: int) -> int:
        """The number of the last change, as soon as that is not `since`."""
        self._loop = asyncio.get_running_loop()
        if self._changed is None:
            self._changed = asyncio.Event()
        changed = self._changed
        if self._version == since:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(changed.wait(), PATIENCE)
        return self._version

    def _wake(self) -> None:
        if self._changed is not None:
            self._changed.set()
            self._changed = None
