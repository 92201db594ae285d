"""What the handbook tells of the past: releases and what changed in them, signatures, how scores went."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from markupsafe import Markup

from policy_kit.documents import AnyDocument, Approval, Release, Text, pick_text
from policy_kit.handbook.edition import Edition
from policy_kit.handbook.escaping import plain
from policy_kit.handbook.later import Later
from policy_kit.handbook.names import Names
from policy_kit.history import compare_documents
from policy_kit.history.telling import Told, tell_changes
from policy_kit.kit.keys import find_key
from policy_kit.kit.references import POST, STANDARD
from policy_kit.kit.releases import ReleaseState, read_text
from policy_kit.languages import load_phrases

MOST_CHANGES = 60
"""So many changes of a release are told one by one."""


@dataclass(frozen=True)
class ShownRelease:
    """One release as a page shows it."""

    number: int
    nature: str
    released_on: date
    effective: date
    summary: Text
    approvals: tuple[tuple[Text, date], ...]
    """Who approved it, and when."""
    is_future: bool
    """Whether it is not yet in force."""
    tell: Later[tuple[Markup, ...]]
    """Tells all that changed since the release before; dear, and wanted only where it is shown."""

    @cached_property
    def all_changes(self) -> tuple[Markup, ...]:
        """What changed since the release before, in words; removed and added words are marked."""
        return self.tell.make()

    @property
    def changes(self) -> tuple[Markup, ...]:
        """The changes that are told one by one."""
        return self.all_changes[:MOST_CHANGES]

    @property
    def more(self) -> int:
        """How many changes there are beyond those."""
        return len(self.all_changes) - len(self.changes)


@dataclass(frozen=True)
class ShownSignature:
    """Where somebody stands who must sign."""

    name: str
    standing: str
    signed_on: date | None
    release: int


@dataclass(frozen=True)
class ShownPast:
    """The releases of a document, the newest first, and who has signed."""

    title: Text
    """What the document is called."""
    status: str
    releases: tuple[ShownRelease, ...]
    tell: Later[tuple[Markup, ...]]
    """Tells what has changed since the last release."""
    signatures: tuple[ShownSignature, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    """How many have signed, owe a signature, or signed an earlier text."""

    @cached_property
    def changes(self) -> tuple[Markup, ...]:
        """What has changed since the last release; only the company sees it."""
        return self.tell.make()[:MOST_CHANGES]

    @property
    def current(self) -> ShownRelease | None:
        """The last release."""
        return self.releases[0] if self.releases else None


def show_past(edition: Edition, document: AnyDocument | None) -> ShownPast | None:
    """The past of a document; None where it was never released."""
    state = find_state(edition, document)
    if state is None or state.current is None:
        return None
    releases = tuple(_show_releases(edition, state))
    if edition.public:
        return ShownPast(state.title, "current", releases, Later(_tell_nothing, ()))
    last = state.texts.get(state.current.number, "")
    has_changed = state.status == "changed"
    tell = Later(_tell_since, (edition.names, last, state.data)) if has_changed else Later(_tell_nothing, ())
    signatures = tuple(_list_signatures(edition, state))
    counts = Counter(one.standing for one in signatures)
    return ShownPast(state.title, state.status, releases, tell, signatures, counts)


def find_state(edition: Edition, document: AnyDocument | None) -> ReleaseState | None:
    """The releases of a document; None where it can have none."""
    key = find_key(document, edition.first)
    return edition.kit.release_states.get(key) if key else None


def has_changed(state: ReleaseState, question: str) -> bool:
    """Whether the answer to a question is another than in the last release."""
    if state.status != "changed" or state.current is None:
        return False
    told = (_find_answer(values, question) for values in (state.read_release(state.current.number), state.data))
    return bool(compare_documents(*told))


def _find_answer(values: Mapping[str, Any], question: str) -> Any:
    """The entry of an answer in the plain values of answers."""
    return next((each for each in values.get("answers", ()) if each.get("question") == question), None)


def list_past(edition: Edition, document: AnyDocument | None) -> tuple[object, ...]:
    """All that the past of a document is made of, as data that can be compared."""
    state = find_state(edition, document)
    if state is None or state.current is None:
        return ()
    future = [edition.is_future(release) for release in state.releases]
    signatures = [
        (one.person, one.standing, one.signature, one.expected) for one in edition.signatures.get(state.key, ())
    ]
    return (state.title, state.releases, state.texts, state.data, future, signatures, edition.kit.people)


def tell_difference(names: Names, old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Markup, ...]:
    """What changed between two texts, for readers of this edition: what is said in other languages is left out."""
    others = set(names.company.languages) - {names.language}
    changes = [change for change in compare_documents(old, new) if not (change.way and change.way[-1] in others)]
    told = tell_changes(changes, old, new, load_phrases(names.language), lambda sort, id: _find_title(names, sort, id))
    return tuple(map(_mark, told))


def _show_releases(edition: Edition, state: ReleaseState) -> Iterator[ShownRelease]:
    for before, release in reversed([*zip((None, *state.releases), state.releases, strict=False)]):
        yield ShownRelease(
            release.number,
            release.nature,
            release.released_on,
            release.effective,
            release.summary,
            tuple(_list_approvals(edition, release)),
            edition.is_future(release),
            Later(
                _tell_release,
                (edition.names, *(state.texts.get(one.number, "") if one else "" for one in (before, release))),
            ),
        )


def _tell_release(names: Names, before: str, now: str) -> tuple[Markup, ...]:
    """What changed between two kept texts."""
    old, new = read_text(before), read_text(now)
    return tell_difference(names, old, new) if old and new else ()


def _tell_nothing() -> tuple[Markup, ...]:
    return ()


def _tell_since(names: Names, last: str, now: Mapping[str, Any]) -> tuple[Markup, ...]:
    """What changed between a kept text and today's."""
    return tell_difference(names, read_text(last), now)


def _list_approvals(edition: Edition, release: Release) -> Iterator[tuple[Text, date]]:
    """Names of people stay within the company."""
    for approval in release.approvals:
        if who := _name_approver(edition, approval):
            yield who, approval.approved_on


def _name_approver(edition: Edition, approval: Approval) -> Text | None:
    if approval.role:
        return edition.find_role_title(approval.role)
    return None if edition.public or not approval.name else {edition.language: approval.name}


def _list_signatures(edition: Edition, state: ReleaseState) -> Iterator[ShownSignature]:
    people = {person.id: person.name for person in edition.kit.people.people} if edition.kit.people else {}
    for one in edition.signatures.get(state.key, ()):
        if one.expected or one.standing == "signed":
            signature = one.signature
            name = people.get(one.person) or (signature.name if signature else None) or one.person
            signed_on, release = (signature.signed_on, signature.release) if signature else (None, 0)
            yield ShownSignature(name, one.standing, signed_on, release)


def _find_title(names: Names, sort: str, id: str) -> str:
    if sort == POST:
        return pick_text(names.find_role_title(id), names.language, names.first)
    if sort == STANDARD and id in names.standards:
        return pick_text(names.standards[id], names.language, names.first)
    return ""


def _mark(told: Told) -> Markup:
    """A change as HTML; what was removed and added is marked where one could not see it otherwise."""
    tags = {"removed": Markup("<del>{}</del>"), "added": Markup("<ins>{}</ins>")} if told.is_marked else {}
    return Markup("").join(tags.get(piece.kind, Markup("{}")).format(plain(piece.text)) for piece in told.pieces)
