"""Who signed what, and who owes a signature. Data in, states out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from policy_kit.documents import EVERYBODY, JobDescription, MoralCode, People, Person, Release, Signature
from policy_kit.kit.keys import Key, Releasable
from policy_kit.kit.kit import Kit
from policy_kit.kit.releases import ReleaseState
from policy_kit.kit.seals import is_sealed

Standing = Literal["signed", "lapsed", "owed"]
"""The current release is signed, or one from which it differs only in wording; an earlier one is; or none."""
FORGOTTEN = "forgotten-"
"""With this and a number a signature is called whose person has been forgotten."""


@dataclass(frozen=True, slots=True)
class SignatureState:
    """A person's standing under one document."""

    document: ReleaseState
    person: str
    """The id of the person."""
    standing: Standing
    signature: Signature | None
    """The signature that counts: the last one that is valid, or else the last one."""
    expected: bool
    """Whether the person must sign; those who have left or changed their post need not, though they once signed."""


def find_signature_states(kit: Kit, today: date) -> tuple[SignatureState, ...]:
    """The standing of everybody who must sign or has signed, document by document."""
    return tuple(list_signature_states(kit.release_states, kit.signatures, kit.people, today))


def list_signature_states(
    states: Mapping[Key, ReleaseState], signatures: Iterable[Signature], people: People | None, today: date
) -> Iterator[SignatureState]:
    """The same, of data. A signature that was edited, or under a text that was never released, counts for nothing."""
    signed: dict[tuple[Key, str], list[Signature]] = {}
    for signature in signatures:
        key = (signature.document_kind, signature.document)
        if key in states and is_sealed(signature) and is_genuine(signature, states[key].releases):
            signed.setdefault((key, signature.person), []).append(signature)
    for key, state in states.items():
        if state.current is None:
            continue
        expected = {person.id for person in list_signers(state.document, people, today)}
        others = [person for (of, person) in signed if of == key and person not in expected]
        for person in (*sorted(expected), *sorted(others)):
            best = _find_best(signed.get((key, person), []))
            standing: Standing = "owed" if best is None else "lapsed"
            if best and is_valid(best, state.releases):
                standing = "signed"
            yield SignatureState(state, person, standing, best, person in expected)


def list_signers(document: Releasable, people: People | None, today: date) -> Iterator[Person]:
    """The people who must sign a document today. Nobody signs what no longer holds."""
    if people is None or (document.until and document.until < today):
        return
    posts = document.signed_by or _find_usual_signers(document)
    for person in people.people:
        is_here = (person.since is None or person.since <= today) and (person.until is None or today <= person.until)
        if is_here and (EVERYBODY in posts or not set(posts).isdisjoint(person.roles)):
            yield person


def is_genuine(signature: Signature, releases: Iterable[Release]) -> bool:
    """Whether the text that was signed was ever released under that number."""
    return any(each.number == signature.release and each.hash == signature.hash for each in releases)


def is_valid(signature: Signature, releases: Iterable[Release]) -> bool:
    """Whether nothing but wording has changed since the release that was signed."""
    return all(each.nature == "editorial" for each in releases if each.number > signature.release)


def _find_usual_signers(document: Releasable) -> tuple[str, ...]:
    if isinstance(document, JobDescription):
        return (document.id,)
    return (EVERYBODY,) if isinstance(document, MoralCode) else ()


def _find_best(signatures: Iterable[Signature]) -> Signature | None:
    """Of several signatures of a person the first under the latest release."""
    return min(signatures, key=lambda each: (-each.release, each.signed_on), default=None)
