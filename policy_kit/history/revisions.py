"""The revisions of a kit's documents, in git and not committed yet, and their texts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from subprocess import SubprocessError

from policy_kit.history.git import (
    Repository,
    find_repository,
    read_blobs,
    read_commits,
    read_log,
    read_status,
)
from policy_kit.history.walk import Files, Revision, Step, list_back, read_steps, walk

FOLDERS = ("questionnaires", "standards")
"""Where the documents of a kit lie."""
WORKING = "working"
"""Stands for git's name of a content that git has not got."""
ROUNDS = 10
"""So often a file may have come from outside of what was looked at before."""


@dataclass(frozen=True, slots=True)
class Revisions:
    """The revisions of a document, newest first."""

    revisions: tuple[Revision, ...] = ()
    is_complete: bool = True
    """False in a shallow clone: what came before is not known here."""
    is_known: bool = True
    """False without git, and outside of a repository: nothing is known at all."""


@dataclass(frozen=True)
class History:
    """What git knows of a kit."""

    folder: Path
    repository: Repository | None
    files: Files = field(default_factory=Files)
    uncommitted: dict[str, str] = field(default_factory=dict)
    """Files that differ from the last commit, with their names in it; empty for new ones."""

    @property
    def is_known(self) -> bool:
        """Whether the kit lies in a repository that git can read."""
        return self.repository is not None

    def list_revisions(self, path: str) -> Revisions:
        """The revisions of the file at `path` in the kit, which need not be there any more."""
        if self.repository is None:
            return Revisions(is_known=False, is_complete=False)
        source = self.uncommitted.get(path) or path
        last = self.files.here.get(self.repository.prefix + source)
        known = list_back(last) if last else []
        sure = [each for each in known if not each.is_edge]
        if path in self.uncommitted:
            sure.insert(0, self._describe_working_file(path, last))
        return Revisions(tuple(sure), len(known) == len(sure) - (path in self.uncommitted))

    def find_successor(self, path: str) -> str | None:
        """Where a file of the kit is today that once stood at `path`; None where it was not renamed or left the kit."""
        prefix = self.repository.prefix if self.repository else ""
        found = self.files.follow(prefix + path)
        return found.removeprefix(prefix) if found != prefix + path and found.startswith(prefix) else None

    def _describe_working_file(self, path: str, last: Revision | None) -> Revision:
        prefix = self.repository.prefix if self.repository else ""
        blob = WORKING if (self.folder / path).is_file() else ""
        number = last.number + 1 if last else 1
        return Revision("", "", None, "", prefix + path, blob, (last,) if last else (), number)

    def read_texts(self, revisions: Iterable[Revision]) -> dict[Revision, bytes]:
        """The files as they were; those that were deleted, that are gone from git or too large are left out."""
        wanted = list(revisions)
        blobs = dict.fromkeys(each.blob for each in wanted if each.blob and each.blob != WORKING)
        contents = read_blobs(self.folder, list(blobs)) if blobs else {}
        prefix = self.repository.prefix if self.repository else ""
        for each in wanted:
            if each.blob == WORKING:
                contents[WORKING] = (self.folder / each.path.removeprefix(prefix)).read_bytes()
        return {each: contents[each.blob] for each in wanted if each.blob in contents}


def read_history(folder: Path, places: Sequence[str] = FOLDERS) -> History:
    """All that git knows of the documents of a kit: one walk, renames followed. Nothing that git does raises.

    `places` are the folders (or files) in which the documents lie. A bare repository has a history, too.
    """
    repository = find_repository(folder)
    if repository is None:
        return History(folder, None)
    try:
        uncommitted = dict(_read_uncommitted(folder, repository.prefix, places))
        if not repository.has_commits:
            return History(folder, repository, uncommitted=uncommitted)
        steps = _read_steps(folder, [repository.prefix + path for path in places], repository)
        return History(folder, repository, walk(steps, repository.edges), uncommitted)
    except (OSError, SubprocessError, ValueError):
        return History(folder, None)


def _read_steps(folder: Path, names: list[str], repository: Repository) -> list[Step]:
    """The commits that touch these files, and what they were called before, wherever that was."""
    checked: set[tuple[str, str]] = set()
    for _ in range(ROUNDS):
        steps = list(read_steps(read_log(folder, names)))
        births = {
            (step.commit, entry.path)
            for step in steps
            for entry in step.entries
            if entry.is_new and step.commit not in repository.edges
        }
        fresh = births - checked
        if not fresh:
            break
        checked |= fresh
        commits = list(dict.fromkeys(commit for commit, _ in sorted(fresh)))
        suffixes = sorted({PurePosixPath(path).suffix for _, path in fresh} - {""})
        sources = [
            entry.source
            for step in read_steps(read_commits(folder, commits, suffixes))
            for entry in step.entries
            if entry.source != entry.path and (step.commit, entry.path) in fresh
        ]
        if not sources:
            break
        names = _widen(names, sources)
    return steps


def _widen(names: Sequence[str], sources: Iterable[str]) -> list[str]:
    """The same places, and the folders from which files came: git is quick with few places, and slow with many."""
    folders = (source.rpartition("/")[0] or source for source in sources)
    every = sorted(dict.fromkeys((*names, *folders)), key=len)
    return [name for place, name in enumerate(every) if not any(name.startswith(f"{top}/") for top in every[:place])]


def _read_uncommitted(folder: Path, prefix: str, places: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Files of the kit that differ from the last commit, with what they are called there."""
    try:
        rows = iter(read_status(folder, places))
    except SubprocessError:  # a bare repository has no files
        return
    for row in rows:
        state, path = row[:2], row[3:]
        source = next(rows, "") if "R" in state or "C" in state else path
        if path.startswith(prefix):
            is_new = state == "??" or state.startswith("A") or "C" in state
            yield path.removeprefix(prefix), "" if is_new else source.removeprefix(prefix)
