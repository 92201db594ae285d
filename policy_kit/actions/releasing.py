"""Releasing a document: fixing today's text, with who approved it, as the next release in its record."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from policy_kit.actions.approvers import read_approvals
from policy_kit.actions.finding import find_document, find_nameless, list_meant
from policy_kit.documents import KINDS, AnyDocument, Record, Release, Text
from policy_kit.errors import PolicyKitError, StorageError, UsageError
from policy_kit.history import list_substantive
from policy_kit.history.telling import name_field
from policy_kit.kit import Kit
from policy_kit.kit.files import RECORDS
from policy_kit.kit.hashing import canonicalise, hash_text
from policy_kit.kit.keys import Key, Releasable, find_key
from policy_kit.kit.recording import UnreadableError, add_release, read_record
from policy_kit.kit.releases import ReleaseState, find_late_approval, name_text
from policy_kit.kit.saving import save_files
from policy_kit.kit.seals import describe_release, seal_release
from policy_kit.kit.signs import UNSAFE
from policy_kit.languages import Phrases, load_phrases

RELEASABLE: tuple[type[AnyDocument], ...] = tuple(model for model in KINDS.values() if issubclass(model, Releasable))
"""What can be released and signed."""
OTHERS = tuple(model for model in KINDS.values() if model not in RELEASABLE)
LONGEST_SUMMARY = 2_000
RECORD_CODES = "PK4"


@dataclass(frozen=True)
class Released:
    """A release that is on the disk."""

    state: ReleaseState
    """The document as it was before: with its earlier releases."""
    release: Release
    path: str
    """The file of the record, relative to the kit's folder."""


def release_document(
    kit: Kit,
    name: str,
    *,
    summary: str | Mapping[str, str],
    approved_by: Sequence[str],
    editorial: bool = False,
    language: str | None = None,
    today: date | None = None,
) -> Released:
    """Fix today's text of the document `name` (an id, kind/id, or a file) as its next release.

    `summary` may be given by language; `language` is that of a plain one, if not the kit's own. `approved_by` are
    posts or names, each perhaps with the day: `director=2026-02-20`; left out, it is today. Raises `UsageError` for
    wrong use; `PolicyKitError` for a text that is broken or unchanged, for an editorial release of what is more, and
    where approval comes too late; `StorageError` when the disk refuses. Nothing is written then.
    """
    phrases = load_phrases(kit.language)
    state = find_state(kit, name)
    today = today or date.today()
    _refuse_broken(kit, state, phrases)
    wording = _read_summary(kit, summary, language, phrases)
    approvals = read_approvals(kit, approved_by, today, phrases)
    release = Release(
        number=len(state.releases) + 1,
        nature="editorial" if editorial else "substantive",
        summary=wording,
        approvals=approvals,
        effective=state.document.effective or today,
        released_on=today,
        hash=state.hash,
        seal="-",
    )
    _refuse_late(release, state, phrases)
    if editorial:
        _refuse_substantive(state, phrases)
    return _save(kit, state, release, phrases)


def find_state(kit: Kit, name: str) -> ReleaseState:
    """The state of the document that `name` stands for. Raises as `find_document` does."""
    if not list_meant(kit, name, RELEASABLE):
        _explain_kind(kit, name)
    file = find_document(kit, name, RELEASABLE)
    key = find_key(file.document, kit.languages[0])
    assert key is not None  # noqa: S101  only what can be released is found
    state = kit.release_states[key]
    if state.path != file.path:
        files = ", ".join((state.path, file.path))
        raise UsageError(load_phrases(kit.language)("papers.errors.ambiguous-document", name=key[1], files=files))
    return state


def _explain_kind(kit: Kit, name: str) -> None:
    """Raises `UsageError` where `name` means a document of a kind that is never released: it says why."""
    found = find_nameless(kit, name, OTHERS)
    with suppress(PolicyKitError):
        found = found or find_document(kit, name, OTHERS)
    if found:
        asked = getattr(found.document, "id", "")
        answers = [key for key in kit.release_states if key[0] == "answers" and key[1].rpartition("-")[0] == asked]
        reason = f"{found.document.kind}-answered" if answers else found.document.kind
        names = ", ".join(id for _, id in answers)
        raise UsageError(
            load_phrases(kit.language)(f"records.never.{reason}", id=name[:80], file=found.path, answers=names)
        )


def _refuse_broken(kit: Kit, state: ReleaseState, phrases: Phrases) -> None:
    """A document with problems, or one whose record is not what it was."""
    title = state.key[1]
    for problem in kit.problems:
        in_document = problem.place.file == state.path and not problem.code.startswith(RECORD_CODES)
        stem = PurePosixPath(state.record_path or f"{RECORDS}/{title}.yml").stem
        in_record = problem.place.file == f"{RECORDS}/{stem}.yml" or problem.place.file.startswith(f"{RECORDS}/{stem}/")
        if in_document or (in_record and problem.code not in ("PK401", "PK407")):
            key = "broken-document" if in_document else "broken-record"
            raise PolicyKitError(phrases(f"records.errors.{key}", id=title, problem=problem))
    if state.status == "current" and state.current:
        raise PolicyKitError(phrases("records.errors.unchanged", id=title, number=state.current.number))


def _read_summary(kit: Kit, summary: str | Mapping[str, str], language: str | None, phrases: Phrases) -> Text:
    """The summary as the record holds it: a plain text is in the kit's own language."""
    given = {language or "": summary} if isinstance(summary, str) else summary
    texts = {name: " ".join(text.split()) for name, text in given.items()}
    known = {name: text for name, text in texts.items() if name in kit.languages}
    if len(known) < len(texts) and len(texts) > 1:
        raise UsageError(phrases("records.errors.summary-languages", languages=", ".join(kit.languages)))
    if not texts or any(not text or len(text) > LONGEST_SUMMARY or UNSAFE.search(text) for text in texts.values()):
        raise UsageError(phrases("records.errors.summary", most=LONGEST_SUMMARY))
    if list(known) == [kit.languages[0]] or not known:
        return next(iter(texts.values()))
    return known


def _refuse_late(release: Release, state: ReleaseState, phrases: Phrases) -> None:
    """The take-over of a text that holds already is known by its days; a later release needs a later day."""
    if late := find_late_approval(release):
        days = {"approved": phrases.date(late.approved_on), "effective": phrases.date(release.effective)}
        who = late.role or late.name
        raise PolicyKitError(phrases("records.errors.late", id=state.key[1], file=state.path, who=who, **days))


def _refuse_substantive(state: ReleaseState, phrases: Phrases) -> None:
    if state.current is None:
        raise PolicyKitError(phrases("records.errors.first-is-substantive", id=state.key[1]))
    matters = list_substantive(state.read_release(state.current.number), state.data)
    if matters:
        fields = dict.fromkeys(str(change.way[0]) for change in matters if change.way)
        where = ", ".join(name_field(field, phrases, is_entry=False) for field in fields)
        raise PolicyKitError(phrases("records.errors.not-editorial", id=state.key[1], where=where))


def _save(kit: Kit, state: ReleaseState, release: Release, phrases: Phrases) -> Released:
    path = state.record_path or _name_record(kit, state.key)
    done: list[Release] = []

    def plan(old: str | None) -> dict[str, str | None]:
        before = _read_releases(old, state.key)
        if len(before) != len(state.releases):  # somebody else has released it while we waited
            raise PolicyKitError(phrases("records.errors.just-released", id=state.key[1], number=len(before)))
        seal = seal_release(state.key, before[-1].seal if before else "", describe_release(release))
        sealed = release.model_copy(update={"seal": seal})
        done[:] = [sealed]
        canonical = canonicalise(state.data)
        if hash_text(canonical) != sealed.hash:
            raise UnreadableError("the text has changed meanwhile")
        return {name_text(path, sealed.number): canonical, path: add_release(old, state.key, sealed)}

    try:
        save_files(kit.folder, path, plan, phrases)
    except UnreadableError as error:
        raise StorageError(phrases("records.errors.broken-record", id=state.key[1], problem=path)) from error
    return Released(state, done[0], path)


def _read_releases(old: str | None, key: Key) -> tuple[Release, ...]:
    if old is None:
        return ()
    record = read_record(old)
    if (record.document_kind, record.document) != key:
        raise UnreadableError("the record of another document")
    return record.releases


def _name_record(kit: Kit, key: Key) -> str:
    """The file of a new record: called like the document, and with its kind where another has that id, too."""
    kind, name = key
    namesakes = [other for other in kit.release_states if other[1] == name and other != key]
    taken = {file.path for file in kit.files if isinstance(file.document, Record)}
    plain = f"{RECORDS}/{name}.yml"
    return plain if not namesakes and plain not in taken else f"{RECORDS}/{kind}.{name}.yml"
