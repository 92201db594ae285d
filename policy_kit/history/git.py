"""The only file that runs git: it reads the revisions of a document, and records files when the user asked for it."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from policy_kit.errors import StorageError
from policy_kit.languages import Phrases

MOST = 200
"""So many revisions of a document are read; who needs older ones asks git itself."""
LARGEST = 1_000_000
_PATIENCE = 30
"""Seconds: git waits for nobody here, neither for a password nor for another git."""
_FORMAT = "%H%x00%an%x00%aI%x00%s"
_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_NAMESPACE")
"""Inside a git hook these point to the hook's repository, which need not be the kit's."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A document at a commit."""

    commit: str
    author: str
    when: datetime
    summary: str
    text: str
    """The whole file as it was."""


@dataclass(frozen=True, slots=True)
class Revisions:
    """The revisions of a document, newest first."""

    revisions: tuple[Revision, ...]
    complete: bool
    """False in a shallow clone, and where there are more than we read: what came before is not known here."""


def list_revisions(folder: Path, path: str) -> Revisions:
    """The revisions of the file at `path` in the kit's `folder`; none where git is missing or knows nothing of it."""
    try:
        shallow = _run(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"
        log = _run(folder, "log", f"--max-count={MOST + 1}", "-z", f"--format={_FORMAT}", "--", path)
        fields = log.decode("utf-8", "replace").rstrip("\0").split("\0")
        rows = [fields[at : at + 4] for at in range(0, len(fields) - 3, 4)]
        texts = _read_files(folder, [f"{row[0]}:./{path}" for row in rows])
    except (OSError, subprocess.SubprocessError):
        return Revisions((), True)
    revisions = tuple(
        Revision(commit, author, datetime.fromisoformat(when), summary, text)
        for (commit, author, when, summary), text in zip(rows, texts, strict=True)
        if text is not None
    )
    return Revisions(revisions[:MOST], not shallow and len(rows) <= MOST)


def commit_files(folder: Path, paths: Sequence[str], message: str, phrases: Phrases) -> str | None:
    """Record exactly these files of the kit in a commit of their own, and return its short name.

    None where nothing in them has changed. What else is staged stays staged, and nothing is sent anywhere. Raises
    `StorageError` with git's own reason when it refuses.
    """
    if shutil.which("git") is None:
        raise StorageError(phrases("errors.no-git"))
    try:
        if not paths or not _run(folder, "status", "--porcelain", "-z", "--untracked-files=all", "--", *paths):
            return None
        _run(folder, "add", "--intent-to-add", "--", *paths)
        _run(folder, "commit", "--quiet", "--only", f"--message={message}", "--", *paths)
        return _run(folder, "rev-parse", "--short", "HEAD").decode().strip()
    except subprocess.CalledProcessError as refusal:
        reason = refusal.stderr.decode("utf-8", "replace").strip() or str(refusal.returncode)
        raise StorageError(phrases("errors.git-refused", reason=reason.partition("\n")[0])) from None
    except (OSError, subprocess.SubprocessError) as error:
        raise StorageError(phrases("errors.git-refused", reason=str(error))) from None


def read_tree_at(folder: Path, revision: str) -> dict[str, bytes] | None:
    """Every file below the kit's `folder` as it was at a revision, by its path in the kit with forward slashes.

    None where git is missing, or knows no such revision, or not all of it; a folder that did not exist then is empty.
    Files beyond a megabyte, links and submodules are left out: no document of a kit is one.
    """
    try:
        commit = _run(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        listed = _run(folder, "ls-tree", "-r", "-z", "--long", commit.decode().strip())
        found = dict(_list_blobs(listed))
        contents = _run(folder, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in found.values()).encode())
    except (OSError, subprocess.SubprocessError):
        return None
    tree: dict[str, bytes] = {}
    for path in found:
        head, _, contents = contents.partition(b"\n")
        size = head.rpartition(b" ")[2]
        if not size.isdigit():
            return None
        tree[path], contents = contents[: int(size)], contents[int(size) + 1 :]
    return tree


def _list_blobs(listed: bytes) -> Iterator[tuple[str, str]]:
    """Paths and names of contents, from the long form of `ls-tree`."""
    for row in listed.split(b"\0"):
        about, _, path = row.partition(b"\t")
        mode, _, blob, size = about.decode().split() if about else ("", "", "", "")
        if mode.startswith("100") and int(size) <= LARGEST:
            yield os.fsdecode(path), blob


def _read_files(folder: Path, names: Sequence[str]) -> Iterator[str | None]:
    """The content of each `commit:path`, by one process for all; None where it is absent, no text or too large."""
    out = _run(folder, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode())
    for _ in names:
        head, _, out = out.partition(b"\n")
        size = head.rpartition(b" ")[2]
        if not size.isdigit():
            yield None
            continue
        content, out = out[: int(size)], out[int(size) + 1 :]
        yield content.decode("utf-8", "replace") if len(content) <= LARGEST and b" blob " in head else None


def _run(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git says; it may not ask, page, or start a helper that the repository names for its own reading."""
    environment = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    environment |= {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C.UTF-8"}
    settings = ("--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", "core.quotepath=false")
    command = ["git", "-C", str(folder), *settings, *arguments]
    # The arguments are ours, the paths stand behind `--`, and which git it is, is the user's own choice.
    done = subprocess.run(command, input=given, capture_output=True, env=environment, timeout=_PATIENCE, check=True)  # noqa: S603
    return done.stdout
