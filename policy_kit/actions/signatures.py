"""Who has signed what, who owes a signature, and what has changed since they signed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from policy_kit.documents import Release, Signature
from policy_kit.kit import Kit
from policy_kit.kit.releases import ReleaseState, find_release_states
from policy_kit.kit.signatures import FORGOTTEN, Standing, find_signature_states


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """One person and one document."""

    person: str
    """The id; empty where the person has been forgotten."""
    name: str
    """The name; empty where the person has been forgotten."""
    standing: Standing
    expected: bool
    """Whether the person must sign."""
    signature: Signature | None
    since: tuple[Release, ...]
    """The substantive releases since the signature: with what changed, in the words of who released them."""


@dataclass(frozen=True, slots=True)
class SignedDocument:
    """A released document with everybody who has signed it or must sign it."""

    state: ReleaseState
    rows: tuple[SignatureRow, ...]

    @property
    def owing(self) -> int:
        """How many people owe a signature, those included whose signature has lapsed."""
        return sum(row.expected and row.standing != "signed" for row in self.rows)


def list_signatures(kit: Kit, today: date | None = None) -> tuple[SignedDocument, ...]:
    """Every released document and its signatures, in the order of the files."""
    names = {signature.person: signature.name for signature in kit.signatures if signature.name}
    names |= {person.id: person.name for person in kit.people.people} if kit.people else {}
    rows: dict[tuple[str, str], list[SignatureRow]] = {}
    for each in find_signature_states(kit, today or date.today()):
        person = "" if each.person.startswith(FORGOTTEN) else each.person
        name = (names.get(person) or person) if person else ""
        since = tuple(_list_since(each.document, each.signature)) if each.standing == "lapsed" else ()
        row = SignatureRow(person, name, each.standing, each.expected, each.signature, since)
        rows.setdefault(each.document.key, []).append(row)
    released = [state for state in find_release_states(kit).values() if state.current]
    return tuple(SignedDocument(state, tuple(rows.get(state.key, ()))) for state in released)


def _list_since(state: ReleaseState, signature: Signature | None) -> Iterator[Release]:
    signed = signature.release if signature else 0
    return (each for each in state.releases if each.number > signed and each.nature == "substantive")
