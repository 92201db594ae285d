"""Writing a file that is made from a kit: whole or not at all, and never over what somebody else has written."""

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from policy_kit.errors import StorageError, UsageError
from policy_kit.kit.saving import REASONS
from policy_kit.languages import Phrases


def replace_file(path: Path, content: bytes, is_ours: Callable[[bytes], bool], phrases: Phrases) -> None:
    """Write `content` to `path`; a file that is there already is replaced in one step.

    Raises `UsageError`, and writes nothing, where `is_ours` says that what is there was not made by us; `StorageError`
    where the disk refuses. What stood there before is unharmed then.
    """
    path = Path(os.path.realpath(path))
    try:
        if path.exists() and not _may_go(path, content, is_ours):
            raise UsageError(phrases("papers.errors.not-our-file", file=path))
        _write(path, content)
    except OSError as error:
        reason = phrases(f"errors.saving.reasons.{REASONS.get(error.errno or 0, 'unknown')}")
        raise StorageError(phrases("errors.saving.failed", file=path, reason=reason)) from error


def _may_go(path: Path, content: bytes, is_ours: Callable[[bytes], bool]) -> bool:
    if not path.is_file():
        return False
    old = path.read_bytes()
    return old == content or not old or is_ours(old)


def _write(path: Path, content: bytes) -> None:
    handle, draft = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).chmod(0o666 & ~_read_umask())
        Path(draft).replace(path)
    finally:
        with suppress(FileNotFoundError):
            Path(draft).unlink()


def _read_umask() -> int:
    umask = os.umask(0)
    os.umask(umask)
    return umask
