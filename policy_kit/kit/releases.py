"""The releases of documents: what was released when, and whether today's text is that of the last release.

Data in, states out: it works on the files of a loaded kit, and while a kit is being checked.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import Literal, Protocol

from policy_kit.documents import Answers, AnyDocument, Approval, Questionnaire, Record, Release, Text, pick_text
from policy_kit.kit.files import RECORDS
from policy_kit.kit.hashing import hash_values
from policy_kit.kit.keys import Key, Releasable, find_key
from policy_kit.kit.kit import Kit
from policy_kit.kit.places import Way

Status = Literal["never", "current", "changed"]
"""Never released; today's text is that of the last release; or it has changed since."""


class Filed(Protocol):
    """A file of a kit and its document, if that is sound."""

    @property
    def path(self) -> str: ...
    @property
    def document(self) -> AnyDocument | None: ...
    @property
    def data(self) -> Mapping[str, object]: ...


@dataclass(frozen=True)
class ReleaseState:
    """A document of today beside its releases."""

    key: Key
    path: str
    """The file of the document, relative to the kit's folder."""
    title: Text
    """What it is called; of answers the title of their questionnaire in their language."""
    document: Releasable
    data: Mapping[str, object] = field(repr=False)
    """The plain values of today's text."""
    record_path: str = ""
    """The file of its record; empty where it was never released."""
    releases: tuple[Release, ...] = ()
    """The oldest first."""
    texts: Mapping[int, str] = field(default_factory=dict, repr=False)
    """The kept canonical texts by number of release."""

    @property
    def heading(self) -> Way:
        """The value by which readers know the document: its title, or the questionnaire that it answers."""
        return ("questionnaire" if isinstance(self.document, Answers) else "title",)

    @cached_property
    def hash(self) -> str:
        """The content hash of today's text."""
        return hash_values(self.data)

    @property
    def current(self) -> Release | None:
        """The last release, whether or not the text has changed since."""
        return self.releases[-1] if self.releases else None

    @property
    def status(self) -> Status:
        """Where today's text stands."""
        if self.current is None:
            return "never"
        return "current" if self.current.hash == self.hash else "changed"

    def read_release(self, number: int) -> dict[str, object]:
        """The plain values of a release; none where its text is missing or cannot be read (a check tells why)."""
        return read_text(self.texts.get(number, ""))


def find_release_states(kit: Kit) -> dict[Key, ReleaseState]:
    """The state of every document of a kit that can be released, in the order of their files."""
    return list_states(kit.files, kit.texts, kit.languages[0])


def list_states(files: Iterable[Filed], texts: Mapping[str, str], first: str) -> dict[Key, ReleaseState]:
    """The states of documents; of two with the same key, and of two records of one document, the first counts.

    `first` is the company's own language, empty where that is not known.
    """
    files = [*files]
    asked = {file.document.id: file.document for file in files if isinstance(file.document, Questionnaire)}
    records: dict[Key, tuple[str, Record]] = {}
    for file in files:
        if isinstance(file.document, Record):
            records.setdefault((file.document.document_kind, file.document.document), (file.path, file.document))
    states: dict[Key, ReleaseState] = {}
    for file in files:
        key = find_key(file.document, first)
        if key is None or key in states or not isinstance(file.document, Releasable):
            continue
        path, record = records.get(key, ("", None))
        releases = record.releases if record else ()
        kept = {each.number: texts[name] for each in releases if (name := name_text(path, each.number)) in texts}
        title = _find_title(file.document, asked, first)
        states[key] = ReleaseState(key, file.path, title, file.document, file.data, path, releases, kept)
    return states


def _find_title(document: Releasable, asked: Mapping[str, Questionnaire], first: str) -> Text:
    if not isinstance(document, Answers):
        return document.title
    language = document.language or first
    questionnaire = asked.get(document.questionnaire)
    return {language: pick_text(questionnaire.title, language, first)} if questionnaire else document.questionnaire


def name_text(record_path: str, number: int) -> str:
    """Where the text of a release is kept: in a folder beside the record that is called like it."""
    return f"{RECORDS}/{PurePosixPath(record_path).stem}/{number}.json"


def read_text(canonical: str) -> dict[str, object]:
    """The plain values of a kept text; none where it cannot be read."""
    try:
        values = json.loads(canonical)
    except (ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def find_late_approval(release: Release) -> Approval | None:
    """The last approval, if it was given only after the text began to hold.

    A change of wording alone needs none before. And a first release may take over a text that holds already: then an
    approval on the very day of the release confirms it.
    """
    last = max(release.approvals, key=lambda approval: approval.approved_on)
    if release.nature == "editorial" or last.approved_on <= release.effective:
        return None
    return None if release.number == 1 and last.approved_on == release.released_on else last


def seal_release(key: Key, previous: str, release: Mapping[str, object]) -> str:
    """The seal of a release: a hash of its entry, of the document's name, and of the seal before (empty at first)."""
    entry = {name: value for name, value in release.items() if name != "seal"}
    return hash_values({"kind": key[0], "id": key[1], "previous": previous, "release": entry})


def describe_release(release: Release) -> dict[str, object]:
    """The entry of a release as plain values, as the record gives them."""
    return release.model_dump(mode="json", exclude_none=True)


def find_edited(record: Record) -> tuple[int, Literal["number", "seal"]] | None:
    """The first entry of a record that is not as the program wrote it, counted from 0, and the key that shows it."""
    key, seal = (record.document_kind, record.document), ""
    for at, release in enumerate(record.releases):
        if release.number != at + 1:
            return at, "number"
        if seal_release(key, seal, describe_release(release)) != release.seal:
            return at, "seal"
        seal = release.seal
    return None
