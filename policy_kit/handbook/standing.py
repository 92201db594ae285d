"""Pages that stand in place from the last build: one that is still the same is linked into the new handbook.

To make a file is by far the dearest part of writing it, and a second name for one that is there costs next to nothing.
"""

import json
import stat
from contextlib import suppress
from pathlib import Path

from policy_kit.handbook.page_cache import PageCache, digest

_Look = tuple[int, int, int]
"""By what a file is known again: its number on the disk, when it was changed, and its size."""


class StandingPages:
    """What the last build has put into `folder`, as far as nobody has touched it since; nothing if that is empty."""

    def __init__(self, folder: str, cache: PageCache) -> None:
        self._folder = folder
        self._cache = cache
        self._key = digest("standing", folder)
        self._known: dict[str, tuple[str, _Look]] = {}
        self._now: dict[str, tuple[str, _Look]] = {}
        if folder and (kept := cache.find(self._key)):
            self._known = {place: (key, tuple(look)) for place, (key, look) in json.loads(kept).items()}

    def link(self, place: str, key: bytes, goal: Path) -> bool:
        """Gives the page that stands at `place` and is made of `key` a second name, if there is such a page."""
        known = self._known.get(place)
        if known is None or known[0] != key.hex():
            return False
        path = Path(self._folder, place)
        with suppress(OSError):
            if _look(path) == known[1]:
                goal.hardlink_to(path)
                self._now[place] = known
                return True
        return False

    def note(self, place: str, key: bytes, goal: Path) -> None:
        """Remembers a page that has been written anew."""
        if self._folder and (look := _look(goal)):
            self._now[place] = (key.hex(), look)

    def close(self) -> None:
        """Hands what stands now to the cache."""
        if self._folder:
            self._cache.keep(self._key, json.dumps(self._now).encode())


def _look(path: Path) -> _Look | None:
    """How a file looks; None for what is no plain file."""
    status = path.lstat()
    return (status.st_ino, status.st_mtime_ns, status.st_size) if stat.S_ISREG(status.st_mode) else None
