"""One walk through git's log → the revisions of every document, through renames and merges.

git tells of every commit how it differs from its first parent. From this, oldest first, follows what stood in every
file at every commit, and so on each side of a merge. A merge is a revision of its own only where it says something that
no side said, or where it drops what one side said: both are easily overlooked, for `git log` shows the one only when
asked for combined differences (`-c`), and the other never.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

NOTHING = "0"
"""git writes zeros where there is no file."""


@dataclass(frozen=True, slots=True, eq=False)
class Revision:
    """A document at a commit."""

    commit: str
    """The full name of the commit; empty for what is not committed yet."""
    author: str
    when: datetime | None
    """When the author committed it; None for what is not committed yet."""
    summary: str
    path: str
    """Where the file stood then, from the top of the repository."""
    blob: str
    """git's name for the content; empty where the file was deleted."""
    before: tuple["Revision", ...] = field(default=(), repr=False)
    """The revisions that it changed: none where the document began, several where a merge brings them together."""
    number: int = 0
    """Later revisions have greater numbers."""
    is_edge: bool = False
    """In a shallow clone: the text was there already, and nobody here knows since when, nor who wrote it."""

    @property
    def is_deletion(self) -> bool:
        """Whether the file was deleted."""
        return not self.blob


@dataclass(frozen=True, slots=True)
class Step:
    """A commit as the log tells it."""

    commit: str
    parents: tuple[str, ...]
    author: str
    when: datetime
    summary: str
    entries: tuple["Entry", ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """How a commit differs from its first parent in one file."""

    path: str
    blob: str
    """Empty where the file was deleted."""
    source: str
    """What the file was called before; the same as `path` unless it was renamed."""
    is_new: bool


@dataclass(slots=True)
class Files:
    """What stands in every file at a commit."""

    here: dict[str, Revision] = field(default_factory=dict)
    """By path; a deleted file keeps its last revision, which says so."""
    moved: dict[str, Revision] = field(default_factory=dict)
    """Paths from which a file has gone, with the revision in which it went."""
    ended: dict[Revision, None] = field(default_factory=dict)
    """The last revisions of deleted files whose names other files took, on any side of any merge."""

    def copy(self) -> "Files":
        """The same, to be changed."""
        return Files(self.here.copy(), self.moved.copy(), self.ended)

    def follow(self, path: str) -> str:
        """Where the file is now that once stood at `path`."""
        seen = set()
        while path not in self.here and path in self.moved and path not in seen:
            seen.add(path)
            path = self.moved[path].path
        return path


def read_steps(fields: Sequence[str]) -> Iterator[Step]:
    """The commits of a log, in its order, from its fields."""
    at = 0
    while at + 5 <= len(fields) and fields[at].strip("\n"):
        commit, parents, author, when, summary = fields[at : at + 5]
        at += 5
        entries: list[Entry] = []
        while at < len(fields) and fields[at].lstrip("\n").startswith(":"):
            _, _, _, blob, status = fields[at].lstrip("\n").split(" ")
            moved = status[0] in "RC"
            source, path = fields[at + 1], fields[at + 2 if moved else at + 1]
            at += 3 if moved else 2
            entries.append(_make_entry(path, blob, source, status))
        yield Step(commit.strip("\n"), tuple(parents.split()), author, _read_moment(when), summary, tuple(entries))


def _make_entry(path: str, blob: str, source: str, status: str) -> Entry:
    is_new = status[0] in "AC"
    return Entry(path, blob.strip(NOTHING) and blob, path if is_new else source, is_new)


def _read_moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:  # a clock beyond all calendars
        return datetime.fromtimestamp(0).astimezone()


def walk(steps: Iterable[Step], edges: frozenset[str]) -> Files:
    """What stands in every file at the first of `steps`, each file with all its revisions. Newest come first."""
    ordered = list(steps)[::-1]
    waiting = Counter(parent for step in ordered for parent in step.parents)
    states: dict[str, Files] = {}
    state = Files()
    ended = state.ended
    for number, step in enumerate(ordered, 1):
        sides = []
        for parent in step.parents:
            waiting[parent] -= 1
            side = states.get(parent) or Files(ended=ended)
            if not waiting[parent]:
                states.pop(parent, None)
            sides.append(side if not waiting[parent] else side.copy())
        state = sides[0] if sides else Files(ended=ended)
        others = sides[1:]
        _Writer(step, number, step.commit in edges).write(state, others)
        states[step.commit] = state
    return state


class _Writer:
    """Writes one commit into the state of its first parent."""

    def __init__(self, step: Step, number: int, is_edge: bool) -> None:
        self.step = step
        self.number = number
        self.is_edge = is_edge

    def write(self, state: Files, others: Sequence[Files]) -> None:
        """`state` is what stood at the first parent, and becomes what stands at the commit."""
        found = self._find_sides(state, others)
        before = {entry.path: state.here.get(entry.source) for entry in self.step.entries}
        taken = {entry.path for entry in self.step.entries if entry.source != entry.path}
        overwritten = [state.here[path] for path in taken if path in state.here]
        state.ended.update(dict.fromkeys(each for each in overwritten if each.is_deletion))
        for entry in self.step.entries:
            if entry.source != entry.path:
                state.here.pop(entry.source, None)
        for entry in self.step.entries:
            own = before[entry.path]
            state.moved.pop(entry.path, None)
            sides = found.pop(entry.path, [])
            state.here[entry.path] = self._decide(entry.path, entry.blob, own, sides)
        for entry in self.step.entries:
            if entry.source != entry.path and entry.source not in state.here:
                state.moved[entry.source] = state.here[entry.path]
        for path, sides in found.items():
            self._keep(path, state, sides)

    def _find_sides(self, state: Files, others: Sequence[Files]) -> dict[str, list[Revision]]:
        """What the other sides of a merge say otherwise than the first, by the path at which it would stand."""
        found: dict[str, list[Revision]] = {}
        renamed = {entry.source: entry.path for entry in self.step.entries if entry.source != entry.path}
        named = {entry.path for entry in self.step.entries if entry.blob}
        for other in others:
            for path, revision in other.here.items():
                if state.here.get(path) is not revision:
                    place = state.follow(path)
                    place = path if path in named else renamed.get(place, place)
                    found.setdefault(place, []).append(revision)
            for path, revision in other.moved.items():
                state.moved.setdefault(path, revision)
        return found

    def _keep(self, path: str, state: Files, sides: Sequence[Revision]) -> None:
        """A file in which a merge does not differ from its first side."""
        own = state.here.get(path)
        state.here[path] = self._decide(path, own.blob if own else "", own, sides)

    def _decide(self, path: str, blob: str, own: Revision | None, sides: Sequence[Revision]) -> Revision:
        """The revision that stands at `path`: one that a side of the merge has already, or a new one of this commit."""
        voices = [each for each in (own, *sides) if each is not None]
        same = [each for each in voices if each.blob == blob and (sides or each.path == path)]
        if not sides or not same:
            return self._make(path, blob, voices)
        kept = same[0]
        for each in same[1:]:
            kept = each if _descends(each, kept) else kept
        others = [each for each in voices if not _descends(kept, each)]
        if not others and kept.path == path:
            return kept
        return self._make(path, blob, [kept, *others])

    def _make(self, path: str, blob: str, before: Sequence[Revision]) -> Revision:
        step = self.step
        is_edge = self.is_edge and not before
        return Revision(
            step.commit, step.author, step.when, step.summary, path, blob, tuple(before), self.number, is_edge
        )


def _descends(later: Revision, earlier: Revision) -> bool:
    """Whether a revision goes back to another, or is it."""
    waiting, seen = [later], set()
    while waiting:
        revision = waiting.pop()
        if revision is earlier:
            return True
        if revision.number > earlier.number and id(revision) not in seen:
            seen.add(id(revision))
            waiting += revision.before
    return False


def list_back(revision: Revision) -> list[Revision]:
    """A revision and all that it goes back to, newest first."""
    found: dict[int, Revision] = {}
    waiting = [revision]
    while waiting:
        each = waiting.pop()
        if id(each) not in found:
            found[id(each)] = each
            waiting += each.before
    return sorted(found.values(), key=lambda each: -each.number)
