"""The only file that runs git: it reads what git knows of a kit, and records files when the user asked for it."""

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from policy_kit.errors import StorageError
from policy_kit.languages import Phrases

LARGEST = 1_000_000
"""Bytes of a file that is read; no document is larger."""
_PATIENCE = 60
"""Seconds: git waits for nobody here, neither for a password nor for another git."""
_FIELDS = ("%H", "%P", "%aN", "%aI", "%s")
_FORMAT = "--format=" + "%x00".join(_FIELDS)
_DIFFERENCES = ("--raw", "-z", "--no-abbrev", "--find-renames", "-l2000", "--diff-merges=first-parent")
"""Every commit beside its first parent, merges, too, and files that only moved known again under their new names."""
_ELSEWHERE = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_PREFIX",
    "GIT_NAMESPACE",
    "GIT_SHALLOW_FILE",
    "GIT_GRAFT_FILE",
    "GIT_LITERAL_PATHSPECS",
    "GIT_GLOB_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
    "GIT_EXTERNAL_DIFF",
    "GIT_DIFF_OPTS",
)
"""Inside a git hook these point to the hook's repository, which need not be the kit's; others bend our questions."""
_SETTINGS = (
    "core.fsmonitor=false",
    "core.quotepath=false",
    "color.ui=false",
    "diff.relative=false",
    "i18n.logOutputEncoding=UTF-8",
    "log.follow=false",
    "log.showRoot=true",
    "log.showSignature=false",
    "protocol.allow=never",
    "status.branch=false",
)
"""What the user may have set otherwise for the eye; and nothing is run or fetched that a repository asks for."""
_FAILURES = (OSError, subprocess.SubprocessError)


Silence = Literal["no-git", "not-in-git", "foreign"]
"""Git is missing; the kit lies in no repository; or the folder belongs to somebody else, and git does not trust it."""


@dataclass(frozen=True, slots=True)
class Repository:
    """What git knows of the place where a kit lies."""

    prefix: str
    """The way from the top of the repository to the kit, with a slash at its end; empty where the kit is the top."""
    edges: frozenset[str]
    """In a shallow clone: the commits behind which nothing is known."""
    has_commits: bool


def find_repository(folder: Path) -> Repository | None:
    """The repository in which the kit's `folder` lies; None where git is missing, or knows nothing of it."""
    try:
        answer = _run(folder, "rev-parse", "--show-prefix", "--git-path", "shallow").decode("utf-8", "surrogateescape")
        prefix, _, shallow = answer.removesuffix("\n").rpartition("\n")
        path = folder / shallow
        edges = path.read_text(encoding="ascii").split() if path.is_file() else []
    except (*_FAILURES, ValueError):
        return None
    try:
        _run(folder, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    except _FAILURES:
        return Repository(prefix, frozenset(edges), has_commits=False)
    return Repository(prefix, frozenset(edges), has_commits=True)


def explain_silence(folder: Path) -> Silence | None:
    """Why git tells nothing of the kit's `folder`; None where it does."""
    try:
        _run(folder, "rev-parse", "--show-prefix")
    except FileNotFoundError:
        return "no-git"
    except subprocess.CalledProcessError as refusal:
        return "foreign" if b"dubious ownership" in refusal.stderr else "not-in-git"
    except _FAILURES:
        return "not-in-git"
    return None


def read_log(folder: Path, paths: Sequence[str]) -> list[str]:
    """The log of these files and folders, named from the top of the repository, as its fields in git's own order.

    All sides of all merges are in it, with parents that leave out what does not touch the files. Raises `OSError` or
    `SubprocessError`.
    """
    shape = ("--full-history", "--parents", "--topo-order", *_DIFFERENCES, _FORMAT)
    return _split(_run(folder, "log", *shape, "HEAD", "--", *(f":(top,literal){path}" for path in paths)))


def read_commits(folder: Path, commits: Sequence[str], suffixes: Iterable[str]) -> list[str]:
    """The same of single commits, with all files of these suffixes that they touch anywhere in the repository."""
    paths = [f":(top,glob)**/*{suffix}" for suffix in suffixes]
    given = "".join(f"{commit}\n" for commit in commits).encode()
    return _split(
        _run(folder, "log", "--no-walk=unsorted", "--stdin", *_DIFFERENCES, _FORMAT, "--", *paths, given=given)
    )


def read_status(folder: Path, paths: Sequence[str]) -> list[str]:
    """What is not committed of these files and folders of the kit, in the form of `git status --porcelain -z`."""
    asked = ("--porcelain", "-z", "--untracked-files=all", "--find-renames", "--", *_name(paths))
    return _split(_run(folder, "status", *asked))


def read_blobs(folder: Path, blobs: Sequence[str]) -> dict[str, bytes]:
    """The contents of files by the names that git has for them; what is missing or beyond a megabyte is left out."""
    try:
        sizes = _run(folder, "cat-file", "--batch-check", given="".join(f"{blob}\n" for blob in blobs).encode())
        rows = (row.split() for row in sizes.decode("ascii", "replace").splitlines())
        small = [row[0] for row in rows if len(row) == 3 and row[1] == "blob" and int(row[2]) <= LARGEST]
        contents = _run(folder, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in small).encode())
    except _FAILURES:
        return {}
    return dict(_cut(small, contents))


def resolve_commit(folder: Path, revision: str) -> str | None:
    """The full name of the commit that a revision means; None where git knows none."""
    try:
        asked = ("--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        return _run(folder, "rev-parse", *asked).decode().strip() or None
    except (*_FAILURES, ValueError):  # a name with a null byte is none
        return None


def read_tree_at(folder: Path, revision: str) -> dict[str, bytes] | None:
    """Every file below the kit's `folder` as it was at a revision, by its path in the kit with forward slashes.

    None where git is missing, or knows no such revision, or not all of it; a folder that did not exist then is empty.
    Files beyond a megabyte, links and submodules are left out: no document of a kit is one.
    """
    try:
        commit = resolve_commit(folder, revision)
        found = dict(_list_blobs(_run(folder, "ls-tree", "-r", "-z", "--long", commit))) if commit else {}
    except _FAILURES:
        return None
    contents = read_blobs(folder, list(dict.fromkeys(found.values())))
    if commit is None or not contents.keys() >= set(found.values()):
        return None
    return {path: contents[blob] for path, blob in found.items()}


def list_tree_at(folder: Path, commit: str) -> dict[str, str]:
    """The files below the kit's `folder` at a commit, with git's names for their contents; none where git fails."""
    try:
        return dict(_list_blobs(_run(folder, "ls-tree", "-r", "-z", "--long", commit)))
    except _FAILURES:
        return {}


def commit_files(folder: Path, paths: Sequence[str], message: str, phrases: Phrases) -> str | None:
    """Record exactly these files of the kit in a commit of their own, and return its short name.

    None where nothing in them has changed. What else is staged stays staged, and nothing is sent anywhere. Raises
    `StorageError` with git's own reason when it refuses.
    """
    if shutil.which("git") is None:
        raise StorageError(phrases("errors.no-git"))
    try:
        if not paths or not _run(folder, "status", "--porcelain", "-z", "--untracked-files=all", "--", *_name(paths)):
            return None
        _run(folder, "add", "--intent-to-add", "--", *_name(paths))
        _run(folder, "commit", "--quiet", "--only", f"--message={message}", "--", *_name(paths))
        return _run(folder, "rev-parse", "--short", "HEAD").decode().strip()
    except subprocess.CalledProcessError as refusal:
        reason = refusal.stderr.decode("utf-8", "replace").strip() or str(refusal.returncode)
        raise StorageError(phrases("errors.git-refused", reason=reason.partition("\n")[0])) from None
    except (OSError, subprocess.SubprocessError) as error:
        raise StorageError(phrases("errors.git-refused", reason=str(error))) from None


def _list_blobs(listed: bytes) -> Iterator[tuple[str, str]]:
    """Paths and names of contents, from the long form of `ls-tree`."""
    for row in listed.split(b"\0"):
        about, _, path = row.partition(b"\t")
        mode, _, blob, size = about.decode().split() if about else ("", "", "", "")
        if mode.startswith("100") and int(size) <= LARGEST:
            yield os.fsdecode(path), blob


def _cut(names: Sequence[str], contents: bytes) -> Iterator[tuple[str, bytes]]:
    """The contents that `cat-file --batch` tells one behind the other, each behind a line with its length."""
    start = 0
    for name in names:
        end = contents.index(b"\n", start)
        size = int(contents[start:end].rpartition(b" ")[2])
        yield name, contents[end + 1 : end + 1 + size]
        start = end + size + 2


def _name(paths: Sequence[str]) -> list[str]:
    """Paths in the kit as names and nothing else, whatever signs are in them."""
    return [f":(literal){path}" for path in paths]


def _split(answer: bytes) -> list[str]:
    return answer.decode("utf-8", "surrogateescape").split("\0")


def _run(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git says; it may not ask, page, or start a helper that the repository names for its own reading."""
    environment = _find_environment(folder)
    environment |= {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C.UTF-8"}
    settings = (part for setting in _SETTINGS for part in ("-c", setting))
    command = ["git", "-C", str(folder), "--no-pager", *settings, *arguments]
    # The arguments are ours, the paths stand behind `--`, and which git it is, is the user's own choice.
    done = subprocess.run(command, input=given, capture_output=True, env=environment, timeout=_PATIENCE, check=True)  # noqa: S603
    return done.stdout


def _find_environment(folder: Path) -> dict[str, str]:
    """Our environment without what points to another repository.

    A checkout that has its repository elsewhere says so in just these names: where the kit lies in that checkout, and
    in no repository of its own, they stay.
    """
    kept = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    place, tree = os.environ.get("GIT_DIR"), os.environ.get("GIT_WORK_TREE")
    if not place or not tree:
        return kept
    root, kit = Path(tree).resolve(), folder.resolve()
    between = [kit, *kit.parents]
    if root not in between or any((each / ".git").exists() for each in between[: between.index(root) + 1]):
        return kept
    return kept | {"GIT_DIR": str(Path(place).resolve()), "GIT_WORK_TREE": str(root)}
