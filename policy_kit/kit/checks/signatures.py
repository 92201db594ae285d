"""Signatures stand under texts that were released, by people whom the company knows; and who owes one is told."""

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from policy_kit.documents import People, Record, Signature
from policy_kit.kit.causes import Cause
from policy_kit.kit.draft import Draft
from policy_kit.kit.drafts import Drafts
from policy_kit.kit.holes import is_hole
from policy_kit.kit.keys import Key
from policy_kit.kit.recording import name_signature
from policy_kit.kit.seals import is_sealed
from policy_kit.kit.signatures import FORGOTTEN, SignatureState, is_genuine, list_signature_states

MOST_NAMES = 5
"""So many people are told by name; the others are counted."""


def check_signatures(drafts: Drafts, today: date) -> Iterator[Cause]:
    """Every signature that cannot be, and for each document the people who owe one."""
    signed = [(draft, draft.document) for draft in drafts.all if isinstance(draft.document, Signature)]
    if not signed and not any(isinstance(draft.content, Record) for draft in drafts.all):
        return
    yield from _check_people(drafts, signed)
    yield from _check_texts(drafts, signed, today)
    people = next((draft.document for draft in drafts.all if isinstance(draft.document, People)), None)
    if people is None:
        return
    names = {person.id: person.name for person in people.people}
    waiting: dict[tuple[str, str], list[SignatureState]] = {}
    for state in list_signature_states(drafts.release_states, [signature for _, signature in signed], people, today):
        if state.expected and state.standing != "signed" and state.document.key not in drafts.edited_keys:
            waiting.setdefault((state.document.path, state.standing), []).append(state)
    by_path = {draft.path: draft for draft in drafts.all}
    for (path, standing), found in waiting.items():
        code = "PK412" if standing == "lapsed" else "PK411"
        yield _tell_waiting(by_path[path], code, found, names)


def _tell_waiting(draft: Draft, code: str, states: list[SignatureState], names: dict[str, str]) -> Cause:
    current = states[0].document.current
    told = [names[state.person] for state in states]
    shown = (*told[:MOST_NAMES], *(["…"] if len(told) > MOST_NAMES else []))
    number = current.number if current else 0
    return draft.blame(code, states[0].document.heading, n=len(told), names=shown, number=number)


def _check_people(drafts: Drafts, signed: list[tuple[Draft, Signature]]) -> Iterator[Cause]:
    """Where there is a list of people, everybody who signed is on it, or has been forgotten."""
    listed = next((people for _, people in drafts.of(People)), None)
    if listed is None or any(is_hole(person.id) for person in listed.people):
        return
    known = tuple(person.id for person in listed.people)
    for draft, signature in signed:
        is_known = signature.person in known or signature.person.startswith(FORGOTTEN)
        if not is_known and is_sealed(signature):  # of one that was edited this is told, and nothing more
            yield draft.blame("PK410", ("person",), meant=(signature.person, known), id=signature.person)


def _check_texts(drafts: Drafts, signed: list[tuple[Draft, Signature]], today: date) -> Iterator[Cause]:
    """Where a record itself cannot be read, nothing is said of the signatures under it."""
    records: dict[Key, Record] = {}
    for _, record in drafts.of(Record):
        records.setdefault((record.document_kind, record.document), record)
    broken = any(draft.broken is not None for draft in drafts.of_kind("record"))
    for draft, signature in signed:
        key = (signature.document_kind, signature.document)
        found, edited = records.get(key), key in drafts.edited_keys
        if not is_genuine(signature, found.releases if found else ()) and not broken and not edited:
            yield draft.blame("PK409", ("hash",), id=signature.document, number=signature.release)
        elif not is_sealed(signature):
            yield draft.blame("PK416", ("seal",), id=signature.person)
        elif PurePosixPath(draft.path).name != (name := PurePosixPath(name_signature(signature, "")).name):
            yield draft.blame("PK417", ("person",), name=name)
        if signature.signed_on > today and is_sealed(signature):
            yield draft.blame("PK414", ("signed_on",), day=signature.signed_on, today=today)
