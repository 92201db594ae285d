"""Built pages, remembered from one build to the next, under a digest of everything that they are made of.

What is remembered lies in the user's own cache folder and never in the kit: a kit may come from a stranger. Each page
carries a seal that only this user can make; what is broken, cut off or not ours is as good as not remembered.
"""

import hashlib
import os
import secrets
import sqlite3
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path

_FORGOTTEN = 30 * 24 * 3600
"""After so many seconds without a build, what is remembered of a handbook goes."""
_TABLE = "CREATE TABLE IF NOT EXISTS page (key BLOB PRIMARY KEY, seal BLOB, content BLOB) WITHOUT ROWID"


def digest(*parts: bytes | str) -> bytes:
    """A digest of parts, in which no part can run into the next."""
    made = hashlib.blake2b(digest_size=20)
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(len(content).to_bytes(8, "little") + content)
    return made.digest()


class PageCache:
    """The pages remembered in one file. Whatever is wrong with the file, the worst that comes of it is more work."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._used: set[bytes] = set()
        self._new: list[tuple[bytes, bytes, bytes]] = []
        self._seal = read_seal(Path(path).parent) if path else b""
        self._db = self._open() if self._seal else None

    def find(self, key: bytes) -> bytes | None:
        """What is remembered under a key."""
        if self._db is None:
            return None
        try:
            row = self._db.execute("SELECT seal, content FROM page WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error:
            self._give_up()
            return None
        if not row or not isinstance(row[1], bytes) or row[0] != self._make_seal(key, row[1]):
            return None
        self._used.add(key)
        return row[1]

    @property
    def is_open(self) -> bool:
        """Whether anything is remembered at all."""
        return self._db is not None

    def use(self, key: bytes) -> None:
        """Says that what is remembered under a key is still of use, without reading it."""
        self._used.add(key)

    def keep(self, key: bytes, content: bytes) -> None:
        """Remembers a page, as soon as the cache is closed."""
        if self._db is not None:
            self._used.add(key)
            self._new.append((key, self._make_seal(key, content), content))

    def close(self) -> None:
        """Writes what is new and forgets what this build did not ask for. Another build at the same time does no harm:
        what stands under a key is the same, whoever wrote it."""
        if self._db is None:
            return
        try:
            with self._db:
                self._db.execute("BEGIN IMMEDIATE")
                known = {row[0] for row in self._db.execute("SELECT key FROM page")}
                self._db.executemany("DELETE FROM page WHERE key = ?", [(key,) for key in known - self._used])
                self._db.executemany("INSERT OR REPLACE INTO page VALUES (?, ?, ?)", self._new)
            self._db.close()
            os.utime(self._path)
        except (sqlite3.Error, OSError):
            self._give_up()

    def _open(self) -> sqlite3.Connection | None:
        with suppress(sqlite3.Error, OSError):
            return self._connect()
        with suppress(OSError):
            Path(self._path).unlink(missing_ok=True)
        with suppress(sqlite3.Error, OSError):
            return self._connect()
        return None

    def _connect(self) -> sqlite3.Connection:
        db = sqlite3.connect(self._path, timeout=5, isolation_level=None)
        try:
            db.execute("PRAGMA synchronous=OFF")
            db.execute(_TABLE)
            db.execute("SELECT key, seal, content FROM page LIMIT 1").fetchone()
        except sqlite3.Error:
            db.close()
            raise
        return db

    def _give_up(self) -> None:
        if self._db is not None:
            with suppress(sqlite3.Error):
                self._db.close()
            self._db = None
            with suppress(OSError):
                Path(self._path).unlink(missing_ok=True)

    def _make_seal(self, key: bytes, content: bytes) -> bytes:
        return hashlib.blake2b(key + content, key=self._seal, digest_size=20).digest()


def name_cache(kit: Path, variant: str) -> str:
    """The file that remembers a variant of a kit's handbook; empty where the user has no cache folder of their own."""
    folder = _find_folder()
    if folder is None:
        return ""
    name = digest(os.path.realpath(kit), variant).hex()
    return str(folder / f"{name}.sqlite")


def forget(cache: str) -> None:
    """Throws away what is remembered in a file."""
    if cache:
        with suppress(OSError):
            Path(cache).unlink(missing_ok=True)


def sweep_cache() -> None:
    """Throws away what is remembered of handbooks that nobody builds any more."""
    folder = _find_folder()
    with suppress(OSError):
        for path in folder.glob("*.sqlite") if folder else ():
            if time.time() - path.stat().st_mtime > _FORGOTTEN:
                path.unlink(missing_ok=True)


def _find_folder() -> Path | None:
    """The folder, made where it is missing; None where it is not the user's own, or cannot be."""
    try:
        folder = _find_top() / "policy-kit" / "handbooks"
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        status = folder.lstat()
    except (OSError, RuntimeError):
        return None
    is_own = not hasattr(os, "getuid") or (status.st_uid == os.getuid() and not status.st_mode & 0o022)
    return folder if stat.S_ISDIR(status.st_mode) and is_own else None


def _find_top() -> Path:
    if named := os.environ.get("XDG_CACHE_HOME"):
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")


def read_seal(folder: Path) -> bytes:
    """The user's secret in the cache folder, made where it is missing; empty where that cannot be."""
    path = folder / "seal"
    for _ in range(2):
        with suppress(OSError):
            content = path.read_bytes()
            if len(content) == 32:
                return content
            path.unlink()
        with suppress(OSError):
            draft = folder / f"seal-{secrets.token_hex(8)}"
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(secrets.token_bytes(32))
            try:
                os.link(draft, path)  # of two that make one at the same time, both take the first
            finally:
                draft.unlink()
    with suppress(OSError):
        content = path.read_bytes()
        return content if len(content) == 32 else b""
    return b""
