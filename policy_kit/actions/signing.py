"""Signing a document: one file per signature, bound to the text of the current release."""

from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from policy_kit.actions.approvers import read_day
from policy_kit.actions.releasing import find_state
from policy_kit.actions.suggesting import suggest
from policy_kit.documents import Release, Signature
from policy_kit.errors import PolicyKitError, UsageError
from policy_kit.kit import Kit
from policy_kit.kit.recording import name_signature, write_signature
from policy_kit.kit.releases import ReleaseState
from policy_kit.kit.saving import save_document
from policy_kit.kit.seals import is_sealed, seal_signature
from policy_kit.kit.signatures import is_genuine, is_valid
from policy_kit.kit.signs import UNSAFE
from policy_kit.kit.suggestions import make_id
from policy_kit.languages import Phrases, load_phrases

LONGEST_NAME = 200


@dataclass(frozen=True)
class Signed:
    """A signature that is on the disk."""

    state: ReleaseState
    signature: Signature
    name: str
    """The person's name."""
    is_new: bool
    """False where the person had signed this release, or one that differs only in wording, before."""


def sign_document(kit: Kit, name: str, *, person: str, signed_on: str = "", today: date | None = None) -> Signed:
    """Put a person's signature under the current release of the document `name` (an id, kind/id, or a file).

    `person` is an id or a name from the list of people; without such a list, any name. `signed_on` left out, it is
    today. Raises `UsageError` for somebody unknown and a day that cannot be, `PolicyKitError` for a document without a
    release, or that has changed since.
    """
    phrases = load_phrases(kit.language)
    today = today or date.today()
    state = find_state(kit, name)
    if state.current is None:
        raise PolicyKitError(phrases("records.errors.never-released", id=state.key[1]))
    if state.status == "changed":
        raise PolicyKitError(phrases("records.errors.changed", id=state.key[1], number=state.current.number))
    day = read_day(signed_on, today, phrases) if signed_on.strip() else today
    person_id, known_as = find_person(kit, person, phrases)
    for other in kit.signatures:
        is_theirs = (other.document_kind, other.document) == state.key and other.person == person_id
        if is_theirs and is_sealed(other) and is_genuine(other, state.releases) and is_valid(other, state.releases):
            return Signed(state, other, known_as, is_new=False)
    return record_signature(kit, state, state.current, (person_id, known_as), day)


def record_signature(kit: Kit, state: ReleaseState, release: Release, person: tuple[str, str], day: date) -> Signed:
    """Write the signature of a person (id and name) under a release, unless it is there already."""
    unsealed = Signature(
        kind="signature",
        document=state.key[1],
        document_kind=state.key[0],
        release=release.number,
        hash=release.hash,
        person=person[0],
        name=None if kit.people else person[1],
        signed_on=day,
        seal="-",
    )
    signature = seal_signature(unsealed)
    path = name_signature(signature, PurePosixPath(state.record_path).stem)
    before: list[str | None] = []

    def sign(old: str | None) -> str:
        before[:] = [old]
        return write_signature(signature) if old is None else old

    save_document(kit.folder, path, sign, load_phrases(kit.language))
    return Signed(state, signature, person[1], is_new=before == [None])


def find_person(kit: Kit, given: str, phrases: Phrases) -> tuple[str, str]:
    """The id and the name of the person who is meant. Raises `UsageError` where nobody is, or several are."""
    wanted = " ".join(given.split())
    if not wanted or len(wanted) > LONGEST_NAME or UNSAFE.search(wanted):
        raise UsageError(phrases("records.errors.no-person", most=LONGEST_NAME))
    if kit.people is None:
        return _name_stranger(kit, wanted, phrases)
    people = kit.people.people
    found = [each for each in people if each.id == wanted]
    found = found or [each for each in people if fold_name(each.name) == fold_name(wanted)]
    if len(found) == 1:
        return found[0].id, found[0].name
    if found:
        ids = ", ".join(each.id for each in found)
        raise UsageError(phrases("records.errors.several-people", name=wanted[:80], ids=ids))
    hint = suggest(wanted, (name for each in people for name in (each.id, each.name)), phrases)
    raise UsageError(phrases("records.errors.unknown-person", name=wanted[:80], hint=hint))


def _name_stranger(kit: Kit, wanted: str, phrases: Phrases) -> tuple[str, str]:
    """Without a list of people a name makes its own id; two names with the same id cannot be told apart."""
    name = next((each.name for each in kit.signatures if each.person == wanted and each.name), wanted)
    made = make_id(name)
    if not made:
        raise UsageError(phrases("records.errors.no-person", most=LONGEST_NAME))
    return made, name


def fold_name(name: str) -> str:
    """A name as it is compared: without regard to the size of letters, to blanks and to ё."""
    return " ".join(name.casefold().replace("ё", "е").split())
