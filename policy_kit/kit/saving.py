"""Saves a document of a kit: whole or not at all, never over what somebody else has saved meanwhile.

The new text goes to a file beside the old one, is forced onto the disk and then takes the old one's name, in one step:
whoever reads, and whatever breaks off, there is the old text or the new one. Writers wait for each other at a lock, and
what a writer changes is the text as it finds it behind that lock.
"""

import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from policy_kit.errors import StorageError
from policy_kit.kit.files import LARGEST
from policy_kit.languages import Phrases

Change = Callable[[str | None], str]
"""From the text of a document, None where there is none yet, to its new text. It may be called again with another text;
what it raises stops the saving."""

Plan = Callable[[str | None], Mapping[str, str | None]]
"""The same for a document and files that belong to it: their paths and new texts; None for a file that is to go."""

OWN_FOLDER = ".policy-kit"
"""Holds the lock, and a note to git that nothing in there is of interest."""
PATIENCE = 20.0
"""So many seconds a writer waits for the others."""
ATTEMPTS = 5
"""So often we begin again when an editor, which knows no lock, has saved the file meanwhile."""
SUFFIX = ".policy-kit-draft"
MARK = b"\xef\xbb\xbf"
REASONS = {
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "permission"),
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), "space"),
    **dict.fromkeys((errno.ENOENT, errno.ENOTDIR, errno.EISDIR), "vanished"),
}


def save_document(folder: Path, path: str, change: Change, phrases: Phrases) -> None:
    """Change the document at `path` of the kit in `folder`, or make it, and return when it is on the disk.

    A byte order mark, the file's permissions and its owner stay. A text that does not change is not written.
    Raises `StorageError` where the disk refuses, and for links; the document is as it was then.
    """
    save_files(folder, path, lambda old: {path: change(old)}, phrases)


def save_files(folder: Path, path: str, plan: Plan, phrases: Phrases) -> None:
    """Change the document at `path` and, with it, files that belong to it; the rest is as with `save_document`.

    All new texts are on the disk before the first file takes its new name, and the document itself takes it last: so
    whoever finds the new document finds all that belongs to it.
    """
    try:
        _require_own(folder, path, phrases)
        with _lock(folder, phrases):
            for _ in range(ATTEMPTS):
                old = _read(folder / path)
                contents = _make_contents(old, path, plan, phrases)
                for other in contents:
                    _require_own(folder, other, phrases)
                if _replace(folder, path, old, contents):
                    return
    except OSError as error:
        reason = phrases(f"errors.saving.reasons.{REASONS.get(error.errno or 0, 'unknown')}")
        raise StorageError(phrases("errors.saving.failed", file=path, reason=reason)) from error
    raise StorageError(phrases("errors.saving.busy", file=path))


def _read(target: Path) -> bytes | None:
    return target.read_bytes() if target.exists() else None


def _make_contents(old: bytes | None, path: str, plan: Plan, phrases: Phrases) -> dict[str, bytes | None]:
    """The new contents of the files; all that is no text of the document is kept."""
    mark = MARK if old and old.startswith(MARK) else b""
    try:
        text = None if old is None else old.removeprefix(MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        raise StorageError(phrases("errors.not-utf8", file=path)) from error
    contents: dict[str, bytes | None] = {}
    for file, new in plan(text).items():
        content = None if new is None else (mark if file == path else b"") + new.encode("utf-8")
        if content is not None and len(content) > LARGEST:
            raise StorageError(phrases("errors.saving.too-large", file=file, most=LARGEST // 1_000_000))
        contents[file] = content
    return contents


def _replace(folder: Path, path: str, old: bytes | None, contents: Mapping[str, bytes | None]) -> bool:
    """Put the new contents in place of the old; not if the document holds something else by now."""
    present = {file: _read(folder / file) for file in contents}
    changed = [file for file in sorted(contents, key=lambda file: file == path) if contents[file] != present[file]]
    parents = dict.fromkeys((folder / file).parent for file in (path, *changed))
    for parent in parents:
        _make_folder(parent)
        _sweep(parent)
    drafts = {file: _name_draft(folder / file) for file in changed if contents[file] is not None}
    try:
        for file, draft in drafts.items():
            _write_draft(draft, folder / file if present[file] is not None else None, contents[file] or b"")
        if _read(folder / path) != old:
            return False
        for file in changed:
            if file in drafts:
                drafts[file].replace(folder / file)
            else:
                (folder / file).unlink(missing_ok=True)
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)
    for parent in parents:
        _force_folder(parent)
    return True


def _name_draft(target: Path) -> Path:
    return target.with_name(f".{target.name}{SUFFIX}")


def _write_draft(draft: Path, model: Path | None, content: bytes) -> None:
    """Write a file that is like `model` in everything but its content, down to the disk."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(draft, flags, 0o666 if model is None else 0o600), "wb") as file:
        if model is not None:
            _copy_rights(model, draft)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _copy_rights(model: Path, draft: Path) -> None:
    """Owner, group, permissions and other attributes of a file, as far as we may give them away."""
    if hasattr(os, "chown"):
        status = model.stat()
        for owner, group in ((-1, status.st_gid), (status.st_uid, -1)):
            with suppress(PermissionError):
                os.chown(draft, owner, group)
    shutil.copystat(model, draft)
    os.utime(draft)


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir()
        _force_folder(folder.parent)


def _force_folder(folder: Path) -> None:
    """Have the disk remember the new name as well; Windows does so by itself."""
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(folder: Path) -> None:
    """Throw away what killed writers left. Behind the lock nobody else writes, so all that is found is theirs."""
    for draft in folder.glob(f".*{SUFFIX}"):
        draft.unlink()


@contextmanager
def _lock(folder: Path, phrases: Phrases) -> Iterator[None]:
    from filelock import FileLock, Timeout  # slow to import, and most calls save nothing

    own = folder / OWN_FOLDER
    own.mkdir(exist_ok=True)
    if not (own / ".gitignore").exists():
        (own / ".gitignore").write_text("*\n", encoding="utf-8")
    # Whoever may write in the kit's folder may lock it.
    lock = FileLock(own / "lock", mode=stat.S_IMODE(folder.stat().st_mode) & 0o666)
    try:
        lock.acquire(PATIENCE, poll_interval=0.02)
    except Timeout as error:
        raise StorageError(phrases("errors.saving.busy", file=folder)) from error
    try:
        yield
    finally:
        lock.release()


def _require_own(folder: Path, path: str, phrases: Phrases) -> None:
    """Refuse to write where a link may lead elsewhere, and to write over a document that is read-only."""
    parts = PurePosixPath(path).parts
    if ".." in parts or PurePosixPath(path).is_absolute():
        raise ValueError(f"not a path inside a kit: {path}")
    for shown in (*(PurePosixPath(*parts[: n + 1]) for n in range(len(parts))), PurePosixPath(OWN_FOLDER)):
        if (folder / shown).is_symlink():
            raise StorageError(phrases("errors.saving.link", file=shown))
    target = folder / path
    if target.exists() and not target.is_file():
        raise IsADirectoryError(errno.EISDIR, "not a file")
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "read-only")
