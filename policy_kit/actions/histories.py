"""The history of a document: its revisions in git and its releases, newest first, each with what changed in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from policy_kit.actions.differing import tell_versions
from policy_kit.actions.versions import Subject, find_subject, read_revisions
from policy_kit.documents import Release
from policy_kit.history import Revision, compare_documents, explain_silence
from policy_kit.history.changes import freeze
from policy_kit.history.telling import Told
from policy_kit.kit import Kit
from policy_kit.kit.hashing import hash_values
from policy_kit.kit.versions import Version


@dataclass(frozen=True)
class RevisionEntry:
    """A revision of a document, in words."""

    commit: str
    """Empty for what is not committed yet."""
    author: str
    when: datetime | None
    summary: str
    """What the author wrote of the commit."""
    changes: tuple[Told, ...] = ()
    notes: tuple[str, ...] = ()
    """What there is to say beside the changes, in sentences."""
    release: int | None = None
    """The release that it went into; None where it is not released yet."""
    path: str = ""
    """Where the file stood, from the top of the repository."""


@dataclass(frozen=True)
class ReleaseEntry:
    """A release of a document, in words."""

    release: Release
    changes: tuple[Told, ...] = ()
    """What changed since the release before."""


@dataclass(frozen=True)
class DocumentHistory:
    """All that is known of a document's past."""

    subject: Subject
    entries: tuple[RevisionEntry | ReleaseEntry, ...]
    """The newest first; a release stands above the revisions that went into it."""
    is_known: bool
    """False without git: then there are releases at most."""
    is_complete: bool
    """False in a shallow clone: what came before is not known here."""
    silence: str | None = None
    """Why git tells nothing: “no-git”, “not-in-git”, or “foreign” where the folder belongs to somebody else."""


def read_document_history(kit: Kit, name: str) -> DocumentHistory:
    """The history of the document called `name`. Raises `UsageError` where there never was one.

    A release stands where the text that it fixed was committed, or else by its day.
    """
    subject = find_subject(kit, name)
    known = subject.past.list_revisions(subject.path)
    versions = read_revisions(subject, known.revisions)
    releases = subject.state.releases if subject.state else ()
    places = _place_releases(known.revisions, versions, releases)
    entries: list[RevisionEntry | ReleaseEntry] = []
    told = {each.release.number: each for each in _tell_releases(subject, releases)}
    for number, revision in enumerate(known.revisions):
        entries += [told[release] for release, place in reversed(places.items()) if place == number]
        into = next((release for release, place in places.items() if place <= number), None)
        entries.append(replace(_tell_revision(subject, revision, versions), release=into))
    entries += [told[release] for release, place in reversed(places.items()) if place >= len(known.revisions)]
    silence = None if known.is_known else explain_silence(kit.folder)
    return DocumentHistory(subject, tuple(entries), known.is_known, known.is_complete, silence)


def _place_releases(
    revisions: Sequence[Revision], versions: Mapping[Revision, Version], releases: Sequence[Release]
) -> dict[int, int]:
    """Before which revision (counted from the newest) each release stands; the oldest release first."""
    hashes = [_hash(versions.get(revision)) for revision in revisions]
    places: dict[int, int] = {}
    last = len(revisions)
    for release in releases:
        exact = (place for place in range(last - 1, -1, -1) if hashes[place] == release.hash)
        by_day = (
            place
            for place, revision in enumerate(revisions[:last])
            if revision.when and revision.when.date() <= release.released_on
        )
        last = min(last, next(exact, next(by_day, last)))
        places[release.number] = last
    return places


def _hash(version: Version | None) -> str:
    return hash_values(version.values) if version and version.values is not None else ""


def _tell_releases(subject: Subject, releases: Sequence[Release]) -> Iterator[ReleaseEntry]:
    before: Mapping[str, Any] | None = None
    for release in releases:
        values = subject.state.read_release(release.number) if subject.state else {}
        yield ReleaseEntry(release, tell_versions(subject, before, values) if before and values else ())
        before = values or None


def _tell_revision(subject: Subject, revision: Revision, versions: Mapping[Revision, Version]) -> RevisionEntry:
    say, empty = subject.phrases, Version(None)
    entry = RevisionEntry(revision.commit, revision.author, revision.when, revision.summary, path=revision.path)
    notes = [
        say("changes.history.renamed", old=each.path, new=revision.path)
        for each in revision.before
        if each.path != revision.path and not each.is_deletion and not revision.is_deletion
    ]
    now = versions.get(revision, empty)
    befores = [versions.get(each, empty) for each in revision.before if not each.is_deletion]
    if revision.is_deletion:
        return replace(entry, notes=(say("changes.history.deleted"),))
    if now.values is None:
        return replace(entry, notes=(*notes, say("changes.history.broken", reason=now.reason)))
    readable = [each.values for each in befores if each.values is not None]
    if not readable:
        key = "repaired" if befores else "begun"
        return replace(entry, notes=(*notes, say(f"changes.history.{key}")))
    changes = _find_own_changes(subject, readable, now.values)
    if not changes:
        key = "merged" if len(readable) > 1 else "rewritten"
        notes += [] if notes else [say(f"changes.history.{key}")]
    return replace(entry, changes=changes, notes=tuple(notes))


def _find_own_changes(
    subject: Subject, befores: Sequence[Mapping[str, Any]], now: Mapping[str, Any]
) -> tuple[Told, ...]:
    """What a revision changed; of a merge what differs from all of its sides, or from one that it dropped."""
    same = [each for each in befores if freeze(each) == freeze(now)]
    if same and len(same) < len(befores):
        befores = [each for each in befores if freeze(each) != freeze(now)]  # what these said was dropped
    first, *others = befores
    told = tell_versions(subject, first, now)
    for other in others:
        theirs = {(each.way, each.kind, freeze(each.new)) for each in compare_documents(other, now)}
        told = tuple(each for each in told if (each.change.way, each.change.kind, freeze(each.change.new)) in theirs)
    return told
