"""All files of a kit together, and what can be known of them even where one is broken.

A reference to a document that exists but cannot be read is no second problem: so ids are taken from broken documents
too, and where even the id cannot be made out, from the file's name.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import PurePosixPath
from typing import TypeVar

from policy_kit.documents import AnyDocument, Company, Record
from policy_kit.kit.draft import Draft
from policy_kit.kit.holes import is_hole
from policy_kit.kit.keys import Key, find_id
from policy_kit.kit.kit_file import KitFile
from policy_kit.kit.releases import ReleaseState, list_states
from policy_kit.kit.seals import Edited, find_edited

D = TypeVar("D", bound=AnyDocument)

NAMELESS_KINDS = ("company", "answers", "people", "record", "signature", "accepted")
COMPANY_FILE = "standards/company.yml"


class Drafts:
    """The files of a kit, in the order of their paths."""

    def __init__(self, drafts: Sequence[Draft], texts: Mapping[str, str] | None = None) -> None:
        self.all = drafts
        self.texts = texts or {}
        """The kept texts of releases, by path."""

    def of(self, kind: type[D]) -> Iterator[tuple[Draft, D]]:
        """The documents of a kind, each with its file; of broken ones what is left."""
        for draft in self.all:
            if isinstance(draft.content, kind):
                yield draft, draft.content

    def of_kind(self, kind: str) -> Iterator[Draft]:
        """The files that say that they are of a kind, also broken ones."""
        return (draft for draft in self.all if draft.look_up("kind") == kind)

    @cached_property
    def files(self) -> tuple[KitFile, ...]:
        """The sound documents, each with its file."""
        return tuple(draft.file for draft in self.all if draft.file)

    @cached_property
    def release_states(self) -> Mapping[Key, ReleaseState]:
        """Where the sound documents stand beside their releases."""
        return list_states(self.files, self.texts, self.first)

    @cached_property
    def edited(self) -> Mapping[str, Edited]:
        """The records that are not as the program wrote them, by path."""
        return {draft.path: edited for draft, record in self.of(Record) if (edited := find_edited(record))}

    @cached_property
    def edited_keys(self) -> frozenset[Key]:
        """The documents to which they belong: what such a record says of them counts for nothing."""
        return frozenset(
            (each.document_kind, each.document) for draft, each in self.of(Record) if draft.path in self.edited
        )

    def list_ids(self, kind: str) -> tuple[str, ...]:
        """The ids of a kind of document, those of broken documents included."""
        return tuple(self._ids.get(kind, {}))

    def knows(self, kind: str, name: str) -> bool:
        """Whether there is, or may be, a document of a kind with this id."""
        return name in self._ids.get(kind, {}) or name in self._guesses or is_hole(name) or kind in self._unsure

    @cached_property
    def company(self) -> Company | None:
        """The company, where its document can be made out."""
        return next((company for _, company in self.of(Company)), None)

    @cached_property
    def first(self) -> str:
        """The company's own language; empty where it cannot be made out."""
        first = self.company.languages[0] if self.company else ""
        return "" if is_hole(first) else first

    @cached_property
    def posts(self) -> tuple[str, ...]:
        """Every post that documents may name: those with a job description, and those that the company lists."""
        roles = [role.id for role in self.company.roles if not is_hole(role.id)] if self.company else []
        return tuple(dict.fromkeys((*self.list_ids("job-description"), *roles)))

    def knows_post(self, name: str) -> bool:
        """Whether there is, or may be, such a post; where the company's list cannot be read, any may be."""
        return not self._lists_roles or name in self._known_posts or name in self._guesses or is_hole(name)

    @cached_property
    def _lists_roles(self) -> bool:
        for draft, company in self.of(Company):
            readable = draft.broken is None or isinstance(draft.broken.get("roles"), list)
            return readable and not any(is_hole(role.id) for role in company.roles)
        return False

    @cached_property
    def _known_posts(self) -> frozenset[str]:
        return frozenset(self.posts)

    @cached_property
    def _ids(self) -> dict[str, dict[str, Draft]]:
        ids: dict[str, dict[str, Draft]] = {}
        for draft in self.all:
            kind, name = draft.look_up("kind"), find_id(draft.look_up, self.first)
            if isinstance(kind, str) and name:
                ids.setdefault(kind, {}).setdefault(name, draft)
        return ids

    @cached_property
    def _unsure(self) -> frozenset[str]:
        """The kinds without an id of which some document does not say what it is called: any may be meant."""
        answers = self.of_kind("answers")
        return frozenset({"answers"} if any(not find_id(draft.look_up, self.first) for draft in answers) else ())

    @cached_property
    def _guesses(self) -> frozenset[str]:
        """The ids that broken files have or may have, whatever kind they were meant to be."""
        return frozenset(
            str(draft.look_up("id") or PurePosixPath(draft.path).stem)
            for draft in self.all
            if draft.broken is not None and draft.look_up("kind") not in NAMELESS_KINDS
        )
