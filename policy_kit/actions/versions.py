"""The versions of one document: which document is meant, and what it said at a release, at a revision, and today."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from policy_kit.actions.finding import find_document, find_nameless
from policy_kit.documents import KINDS, Record, Signature, pick_text
from policy_kit.errors import PolicyKitError, UsageError
from policy_kit.history import History, Revision, list_tree_at, read_history, resolve_commit
from policy_kit.history.git import read_blobs
from policy_kit.kit import Kit, KitFile
from policy_kit.kit.keys import find_id, list_names
from policy_kit.kit.releases import ReleaseState
from policy_kit.kit.versions import Version, read_file_version, read_version
from policy_kit.languages import Phrases, load_phrases

COMPARED = tuple(kind for kind in KINDS.values() if kind not in (Record, Signature))
"""Kinds whose changes are told; records and signatures have commands of their own."""
IDENTITY = ("kind", "id", "questionnaire", "language")
"""What makes a document the same one under another file name."""
DELETED = 200
"""So many deleted files are looked into for a document that is not there any more."""


@dataclass(frozen=True, slots=True)
class VersionName:
    """Which version of a document is meant."""

    label: str
    """In words: “release 3”, “commit 1a2b3c4”, “the working file”."""
    release: int | None = None
    commit: str = ""


@dataclass(frozen=True)
class Subject:
    """The document of which one asks."""

    kit: Kit
    path: str
    """Its file today; of a deleted document its last one."""
    kind: str
    id: str
    title: str
    past: History
    state: ReleaseState | None
    """Its releases, if it can have any."""
    phrases: Phrases

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Where its file stood in the kit, today and before."""
        prefix = self.past.repository.prefix if self.past.repository else ""
        found = (each.path.removeprefix(prefix) for each in self.past.list_revisions(self.path).revisions)
        return tuple(dict.fromkeys((self.path, *found)))


def find_subject(kit: Kit, name: str) -> Subject:
    """The document called `name`: an id, `kind/id`, or a path; also one that is broken or was deleted.

    Raises `UsageError` where there never was one.
    """
    phrases, past = load_phrases(kit.language), read_history(kit.folder)
    file = find_nameless(kit, name, COMPARED)
    try:
        file = file or find_document(kit, name, COMPARED)
    except PolicyKitError as error:
        path = next(_list_lost(kit, name, past, phrases), None)
        if path is None:
            raise error
        return _describe_lost(kit, path, past, phrases)
    document: Any = file.document
    id_ = next(list_names(document, file.path, kit.languages[0]), "")
    past = _follow_uncommitted(past, file, phrases)
    state = kit.release_states.get((document.kind, id_))
    state = state if state and state.path == file.path else None
    title = state.title if state else getattr(document, "title", None) or getattr(document, "name", None)
    shown = pick_text(title, kit.language, kit.languages[0]) if title else file.path
    return Subject(kit, file.path, document.kind, id_, shown, past, state, phrases)


def _follow_uncommitted(past: History, file: KitFile, phrases: Phrases) -> History:
    """The same past, in which a new file is known as one that was renamed in the file manager, not with git."""
    if past.uncommitted.get(file.path) != "":
        return past
    for former, source in past.uncommitted.items():
        known = past.list_revisions(former).revisions
        if former == source and known and known[0].is_deletion and known[0].before:
            content = past.read_texts(known[0].before).get(known[0].before[0], b"")
            values = read_version(content, former, phrases).values or {}
            if all(values.get(key) == file.data.get(key) for key in IDENTITY):
                return replace(past, uncommitted={**past.uncommitted, file.path: former})
    return past


def _list_lost(kit: Kit, name: str, past: History, phrases: Phrases) -> Iterator[str]:
    """Files that may be meant: broken ones on the disk, then deleted ones, by path, by name, and by the id in them."""
    wanted = PurePosixPath(name.replace("\\", "/"))
    for place in (kit.folder / name, Path(name)):
        found = place.absolute()
        if found.is_relative_to(kit.folder.absolute()):
            path = found.relative_to(kit.folder.absolute()).as_posix()
            if (path.endswith((".yml", ".yaml")) and found.is_file()) or past.list_revisions(path).revisions:
                yield path
    broken = dict.fromkeys(problem.place.file for problem in kit.problems)
    yield from (path for path in broken if PurePosixPath(path).stem == wanted.name)
    prefix = past.repository.prefix if past.repository else ""
    ends = {path: last for path, last in past.files.here.items() if last.is_deletion and path.startswith(prefix)}
    lost = {path.removeprefix(prefix): last for path, last in sorted(ends.items(), key=lambda end: -end[1].number)}
    yield from (path for path in lost if PurePosixPath(path).stem == wanted.name)
    befores = {path: last.before[0] for path, last in [*lost.items()][:DELETED] if last.before}
    texts = past.read_texts(befores.values())
    for path, before in befores.items():
        values = read_version(texts.get(before, b""), path, phrases).values or {}
        if find_id(values.get, kit.languages[0]) == wanted.name and wanted.parent.name in ("", values.get("kind")):
            yield path


def _describe_lost(kit: Kit, path: str, past: History, phrases: Phrases) -> Subject:
    """A document of which today nothing, or nothing sound, is there: its last sound text says what it is."""
    known = past.list_revisions(path).revisions
    texts = past.read_texts(known[:DELETED])
    versions = (read_version(texts[each], path, phrases).values for each in known[:DELETED] if each in texts)
    values = next((each for each in versions if each and isinstance(each.get("kind"), str)), {})
    title = values.get("title")
    if isinstance(title, dict):
        title = title.get(kit.language) or next(iter(title.values()), "")
    return Subject(
        kit,
        path,
        str(values.get("kind", "")),
        find_id(values.get, kit.languages[0]),
        str(title or path),
        past,
        None,
        phrases,
    )


def name_version(subject: Subject, given: str | None, *, is_old: bool) -> VersionName:
    """Which version `given` means: a release's number, else a revision of git's.

    Left out, it is the last release (where there is none, the last commit) for the old one, and the working file for
    the new one. Raises `UsageError` for what is neither a release nor a revision.
    """
    phrases, releases = subject.phrases, subject.state.releases if subject.state else ()
    if given is None and not is_old:
        return VersionName(phrases("changes.working"))
    if given is None and releases:
        return _name_release(releases[-1].number, phrases)
    number = int(given) if given and given.isascii() and given.isdigit() and len(given) < 10 else None
    if number is not None and any(each.number == number for each in releases):
        return _name_release(number, phrases)
    commit = resolve_commit(subject.past.folder, "HEAD" if given is None else given)
    if commit:
        return VersionName(phrases("changes.commit", commit=commit[:7]), commit=commit)
    if given is None:
        return VersionName(phrases("changes.no-commit"))
    known = ", ".join(str(each.number) for each in releases) or "—"
    key = "unknown-version" if subject.past.is_known else "unknown-version-without-git"
    raise UsageError(phrases(f"changes.{key}", version=given[:80], releases=known))


def _name_release(number: int, phrases: Phrases) -> VersionName:
    return VersionName(phrases("changes.release", number=number), release=number)


def read_named_version(subject: Subject, name: VersionName) -> tuple[str, Version | None]:
    """Where the document stood in that version, and what it said; None where it was not there."""
    if name.release is not None and subject.state:
        values = subject.state.read_release(name.release)
        reason = "" if values else subject.phrases("changes.states.no-text")
        return subject.path, Version(values or None, reason=reason)
    if name.commit:
        tree = list_tree_at(subject.past.folder, name.commit)
        path = next((path for path in subject.paths if path in tree), None)
        if path is None:
            return subject.path, None
        content = read_blobs(subject.past.folder, [tree[path]]).get(tree[path])
        return path, read_version(content, path, subject.phrases) if content is not None else None
    if name.label != subject.phrases("changes.working"):
        return subject.path, None
    if not (subject.kit.folder / subject.path).exists():
        return subject.path, None
    return subject.path, read_file_version(subject.kit.folder, subject.path, subject.phrases)


def read_revisions(subject: Subject, revisions: tuple[Revision, ...]) -> dict[Revision, Version]:
    """What the document said at each revision, and before it; deleted and lost ones are left out."""
    wanted = dict.fromkeys(each for revision in revisions for each in (revision, *revision.before))
    texts = subject.past.read_texts(wanted)
    read: dict[bytes, Version] = {}
    for content in texts.values():
        if content not in read:
            read[content] = read_version(content, subject.path, subject.phrases)
    return {revision: read[content] for revision, content in texts.items()}
