"""The folder of the built handbook: replaced as a whole or not at all, and never one that is not ours."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from policy_kit.errors import StorageError, UsageError
from policy_kit.handbook.site.start_page import MARKER
from policy_kit.languages import Phrases

_STALE = 3600
"""After so many seconds, what an interrupted build has left may go."""


@contextmanager
def replace_folder(out: Path, phrases: Phrases) -> Iterator[Path]:
    """An empty folder beside `out` to build into; when all went well it takes the place of `out`."""
    out = Path(os.path.realpath(out))
    try:
        _require_ours(out, phrases)
        out.parent.mkdir(parents=True, exist_ok=True)
        _sweep(out)
        draft = Path(tempfile.mkdtemp(prefix=_name_draft(out), dir=out.parent))
        try:
            yield draft
            draft.chmod(0o777 & ~_read_umask())
            _swap(draft, out)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StorageError(phrases("handbook.errors.disk", folder=out, reason=reason)) from error


def _require_ours(out: Path, phrases: Phrases) -> None:
    if out.exists() and not out.is_dir():
        raise UsageError(phrases("handbook.errors.not_a_folder", folder=out))
    if out.is_dir() and not (out / MARKER).is_file() and any(out.iterdir()):
        raise UsageError(phrases("handbook.errors.not_ours", folder=out))


def _swap(draft: Path, out: Path) -> None:
    """Two renames; between them there is no handbook for an instant, but never a half one."""
    old = Path(tempfile.mkdtemp(prefix=_name_draft(out), dir=out.parent))
    try:
        if out.exists():
            out.replace(old / out.name)
        try:
            draft.replace(out)
        except OSError:
            if (old / out.name).exists():
                (old / out.name).replace(out)
            raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _sweep(out: Path) -> None:
    """Removes what builds have left that were killed; a build that is under way is younger."""
    for rest in out.parent.glob(f"{_name_draft(out)}*"):
        if rest.is_dir() and time.time() - rest.stat().st_mtime > _STALE:
            shutil.rmtree(rest, ignore_errors=True)


def _name_draft(out: Path) -> str:
    return f".{out.name}.building-"


def _read_umask() -> int:
    umask = os.umask(0)
    os.umask(umask)
    return umask
