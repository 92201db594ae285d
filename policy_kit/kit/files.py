"""The files of a kit, and their text. Whatever the disk holds, the worst that comes of it is a cause."""

import errno
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from policy_kit.kit.causes import Cause, Wording
from policy_kit.kit.source import Source

FOLDERS = ("questionnaires", "standards")
RECORDS = "standards/records"
"""Releases and signatures, and beside them the kept texts of releases, which are no documents."""
KEPT = re.compile(r"[1-9][0-9]{0,8}\.json", re.ASCII)
"""How the kept text of a release is called: by its number."""
SUFFIXES = (".yml", ".yaml")
LARGEST = 1_000_000
REASONS = {
    errno.ENOENT: "vanished",
    errno.EACCES: "permission",
    errno.EPERM: "permission",
    errno.EISDIR: "folder",
    errno.EXDEV: "outside",
}


def read_sources(folder: Path) -> list[tuple[Source, Cause | None]]:
    """Every document file of the kit in the order of paths, with the cause why its text could not be read."""
    found = sorted((_show_path(path), path) for top in FOLDERS for path in _list_files(folder, top))
    return [read_source(folder, path, shown) for shown, path in found]


def _list_files(folder: Path, top: str) -> Iterator[str]:
    """Document files below `top`, and folders that cannot be listed or that lie outside of the kit."""
    waiting = [top] if (folder / top).is_dir() else []
    while waiting:
        parent = waiting.pop()
        try:
            with os.scandir(folder / parent) as entries:
                found = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError:
            yield parent
            continue
        for entry in found:
            path = f"{parent}/{entry.name}"
            if path.endswith(SUFFIXES):
                yield path
            elif entry.is_dir():
                if not entry.is_symlink():
                    waiting.append(path)
                elif _leads_out(folder, path):
                    yield path  # a link that stays inside shows what is read in its own place


def _leads_out(folder: Path, path: str) -> bool:
    root = os.path.realpath(folder)
    return os.path.commonpath([root, os.path.realpath(folder / path)]) != root


def read_kept_texts(folder: Path) -> dict[str, str]:
    """The kept texts of all releases, by path. What cannot be read is an empty text, which is that of no release."""
    texts = {}
    for path in sorted((folder / RECORDS).glob("*/*.json")):
        if KEPT.fullmatch(path.name):
            shown = _show_path(path.relative_to(folder).as_posix())
            source, cause = read_source(folder, shown, shown)
            texts[shown] = "" if cause else source.text.rstrip("\r\n")  # some editors end every file with a line end
    return texts


def _show_path(path: str) -> str:
    """A path that can be printed, whatever bytes the disk has for it."""
    return os.fsencode(path).decode("utf-8", "replace")


def read_source(folder: Path, path: str, shown: str) -> tuple[Source, Cause | None]:
    """The text of the file at `path`, which messages call `shown`, or the cause why it could not be read."""
    empty = Source(shown, "")
    try:
        if (folder / path).is_symlink() and _leads_out(folder, path):
            raise OSError(errno.EXDEV, "leads out of the kit")
        content = _read_bytes(folder / path)
    except OSError as error:
        reason = Wording(f"reasons.{REASONS.get(error.errno or 0, 'refused')}")
        return empty, Cause(empty, 0, "PK001", {"reason": reason})
    if len(content) > LARGEST:
        return empty, Cause(empty, 0, "PK003", {"most": LARGEST // 1_000_000})
    return decode_source(content, shown)


def _read_bytes(path: Path) -> bytes:
    """At most one byte more than we accept. Never waits: a pipe or a device is refused as unreadable."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        mode = os.fstat(handle).st_mode
        if not stat.S_ISREG(mode):
            raise OSError(errno.EISDIR if stat.S_ISDIR(mode) else errno.EINVAL, "not a file")
        return file.read(LARGEST + 1)


def decode_source(content: bytes, shown: str) -> tuple[Source, Cause | None]:
    """The text in the bytes of a file, which messages call `shown`; or the cause why there is none."""
    content = content.removeprefix(b"\xef\xbb\xbf")
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in content[:2]:
        source = Source(shown, "")
        return source, Cause(source, 0, "PK002", advice="advice.utf-16")
    try:
        return Source(shown, content.decode("utf-8")), None
    except UnicodeDecodeError as error:
        source = Source(shown, content.decode("utf-8", "replace"))
        return source, Cause(source, len(content[: error.start].decode("utf-8")), "PK002")
