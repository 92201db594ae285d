"""The releases of documents: what was released when, and whether today's text is that of the last release.

Data in, states out: it works on the files of a loaded kit, and while a kit is being checked.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Literal

from policy_kit.documents import Answers, Approval, Questionnaire, Record, Release, Text, pick_text
from policy_kit.kit.files import RECORDS
from policy_kit.kit.keys import Key, Releasable, find_key
from policy_kit.kit.kit_file import KitFile
from policy_kit.kit.places import Way

Status = Literal["never", "current", "changed"]
"""Never released; today's text is that of the last release; or it has changed since."""


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
    hash: str
    """Their content hash."""
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


def list_states(files: Iterable[KitFile], texts: Mapping[str, str], first: str) -> dict[Key, ReleaseState]:
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
        states[key] = ReleaseState(key, file.path, title, file.document, file.data, file.hash, path, releases, kept)
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
