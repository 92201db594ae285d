"""Records are as the program wrote them, and every released text is the one that stands in its document today."""

from collections.abc import Collection, Iterator
from datetime import date
from pathlib import PurePosixPath

from policy_kit.documents import Answers, Record, Release
from policy_kit.kit.causes import Cause
from policy_kit.kit.draft import Draft
from policy_kit.kit.drafts import Drafts
from policy_kit.kit.files import RECORDS
from policy_kit.kit.hashing import hash_text
from policy_kit.kit.keys import Key, find_id
from policy_kit.kit.places import Way
from policy_kit.kit.releases import find_late_approval, name_text, read_text
from policy_kit.kit.source import Source


def check_releases(drafts: Drafts, today: date) -> Iterator[Cause]:
    """Every edit of a record, of a kept text, and of a released document."""
    first: dict[Key, Draft] = {}
    for draft, record in _list_records(drafts):
        key = (record.document_kind, record.document)
        other = first.setdefault(key, draft)
        if other is draft:
            yield from _check_record(drafts, draft, record, today)
        else:
            yield draft.blame("PK408", ("document",), id=record.document, file=other.path)
    yield from _check_texts(drafts)
    yield from _check_documents(drafts)
    yield from _check_namesakes(drafts, first)


def _list_records(drafts: Drafts) -> Iterator[tuple[Draft, Record]]:
    return ((draft, draft.document) for draft in drafts.all if isinstance(draft.document, Record))


def _check_record(drafts: Drafts, draft: Draft, record: Record, today: date) -> Iterator[Cause]:
    if edited := drafts.edited.get(draft.path):
        at, key = edited
        code = "PK403" if key == "number" else "PK402"
        yield draft.blame(code, ("releases", at, key), found=record.releases[at].number, number=at + 1)
        return
    for at, release in enumerate(record.releases):
        yield from _check_release(drafts, draft, release, ("releases", at))
    kind, name = record.document_kind, record.document
    if not drafts.knows(kind, name) and not _has_ended(drafts, draft.path, len(record.releases), today):
        yield draft.blame("PK407", ("document",), meant=(name, drafts.list_ids(kind)), id=name, kind=kind)


def _check_release(drafts: Drafts, draft: Draft, release: Release, way: Way) -> Iterator[Cause]:
    file = name_text(draft.path, release.number)
    text = drafts.texts.get(file)
    if text is None:
        yield draft.blame("PK404", (*way, "hash"), number=release.number, file=file)
    elif hash_text(text) != release.hash:
        yield draft.blame("PK405", (*way, "hash"), number=release.number, file=file)
    if late := find_late_approval(release):
        approved, effective = late.approved_on, release.effective
        yield draft.blame("PK401", (*way, "effective"), number=release.number, effective=effective, approved=approved)


def _has_ended(drafts: Drafts, record_path: str, number: int, today: date) -> bool:
    """Whether the last released text itself says that it no longer holds: then its document may go."""
    until = read_text(drafts.texts.get(name_text(record_path, number), "")).get("until")
    return isinstance(until, str) and until < today.isoformat()


def _check_texts(drafts: Drafts) -> Iterator[Cause]:
    """Kept texts of which no record knows: a record was cut short, or deleted."""
    known = {name_text(draft.path, each.number) for draft, record in _list_records(drafts) for each in record.releases}
    broken = {PurePosixPath(draft.path).stem for draft in drafts.all if draft.broken is not None}
    edited = {PurePosixPath(path).stem for path in drafts.edited}
    for path in drafts.texts:
        stem = PurePosixPath(path).parent.name
        if path not in known and stem not in broken and stem not in edited:
            yield Cause(Source(path, ""), 0, "PK406", {"record": f"{RECORDS}/{stem}.yml"})


def _check_documents(drafts: Drafts) -> Iterator[Cause]:
    """Texts that have changed since their last release."""
    by_path = {draft.path: draft for draft in drafts.all}
    for state in drafts.release_states.values():
        if state.status == "changed" and state.current and state.key not in drafts.edited_keys:
            number, id_ = state.current.number, state.key[1]
            yield by_path[state.path].blame("PK400", state.heading, number=number, id=id_)


def _check_namesakes(drafts: Drafts, released: Collection[Key]) -> Iterator[Cause]:
    """Second files of answers that have been released: a release is the text of one file."""
    first: dict[str, Draft] = {}
    for draft, answers in drafts.of(Answers):
        id_ = find_id(draft.look_up, drafts.first)
        other = first.setdefault(id_, draft) if id_ else draft
        if other is not draft and (answers.kind, id_) in released:
            yield draft.blame("PK415", ("questionnaire",), id=id_, file=other.path)
