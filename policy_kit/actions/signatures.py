"""Who has signed what, who owes a signature, and what has changed since they signed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from policy_kit.actions.differing import find_titles
from policy_kit.documents import Release, Signature
from policy_kit.history import compare_documents
from policy_kit.history.telling import Titles, Told, tell_changes
from policy_kit.kit import Kit
from policy_kit.kit.releases import ReleaseState
from policy_kit.kit.signatures import FORGOTTEN, Standing, find_signature_states
from policy_kit.languages import load_phrases


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
    """The substantive releases since a signature that has lapsed, with the words of who released them."""
    changes: tuple[Told, ...]
    """What has changed since that matters, in words."""


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
    titles = find_titles(kit)
    rows: dict[tuple[str, str], list[SignatureRow]] = {}
    told: dict[tuple[str, int], tuple[Told, ...]] = {}
    for each in find_signature_states(kit, today or date.today()):
        person = "" if each.person.startswith(FORGOTTEN) else each.person
        name = (names.get(person) or person) if person else ""
        since: tuple[Release, ...] = ()
        changes: tuple[Told, ...] = ()
        if each.signature and each.standing == "lapsed":
            since = tuple(_list_since(each.document, each.signature))
            version = (each.document.path, each.signature.release)
            if version not in told:
                told[version] = _tell_since(kit, each.document, each.signature.release, titles)
            changes = told[version]
        row = SignatureRow(person, name, each.standing, each.expected, each.signature, since, changes)
        rows.setdefault(each.document.key, []).append(row)
    released = [state for state in kit.release_states.values() if state.current]
    return tuple(SignedDocument(state, tuple(rows.get(state.key, ()))) for state in released)


def _list_since(state: ReleaseState, signature: Signature) -> Iterator[Release]:
    return (each for each in state.releases if each.number > signature.release and each.nature == "substantive")


def _tell_since(kit: Kit, state: ReleaseState, signed: int, titles: Titles) -> tuple[Told, ...]:
    """What matters between the release that was signed and the current one; nothing where a text is missing."""
    old, new = state.read_release(signed), state.read_release(len(state.releases))
    if not old or not new:
        return ()
    told = tell_changes(compare_documents(old, new), old, new, load_phrases(kit.language), titles)
    return tuple(each for each in told if each.is_substantive)
