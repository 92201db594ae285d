"""Forgetting a person: the name and the short name leave the kit's files, and the signatures stay without them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from policy_kit.actions.signing import find_person, fold_name
from policy_kit.actions.suggesting import suggest
from policy_kit.documents import Approval, People, Record
from policy_kit.errors import PolicyKitError, UsageError
from policy_kit.kit import Kit, KitFile
from policy_kit.kit.listing import remove_entry
from policy_kit.kit.recording import name_signature, write_record, write_signature
from policy_kit.kit.saving import save_files
from policy_kit.kit.seals import describe_release, find_edited, is_sealed, seal_release, seal_signature
from policy_kit.kit.signatures import FORGOTTEN
from policy_kit.languages import Phrases, load_phrases

PEOPLE_FILE = "standards/people.yml"
SEARCHED = ("questionnaires", "standards", "site/pages")
READABLE = (".yml", ".yaml", ".json", ".md")


@dataclass(frozen=True)
class Forgotten:
    """What came of forgetting somebody."""

    name: str
    signatures: int
    """How many signatures stay, without a name."""
    places: tuple[str, ...]
    """Where the name still stands, as file:line: in texts that people wrote, which nobody but they should change."""


def forget_person(kit: Kit, given: str) -> Forgotten:
    """Remove a person, named by id or name, from the list of people, from signatures and from approvals.

    What git or a backup has kept of earlier is not touched. Raises `UsageError` where nobody is called so, and
    `PolicyKitError` where a record is not as it was written, since its seals are made anew.
    """
    phrases = load_phrases(kit.language)
    person, name = _find_anybody(kit, given, phrases)
    alias = _choose_alias(kit)
    changes: dict[str, str | None] = {}
    signatures = 0
    for file in kit.files:
        document = file.document
        if document.kind == "signature" and document.person == person:
            signatures += 1
            nameless = document.model_copy(update={"person": alias, "name": None})
            nameless = seal_signature(nameless) if is_sealed(document) else nameless
            changes[name_signature(nameless, PurePosixPath(file.path).parent.name)] = write_signature(nameless)
            changes[file.path] = None
        elif isinstance(document, Record) and _names(document, name):
            if find_edited(document):
                raise PolicyKitError(phrases("records.errors.broken-record", id=document.document, problem=file.path))
            changes[file.path] = write_record(_rename_approver(document, name, alias))
    listed = next((file for file in kit.files if isinstance(file.document, People)), None)
    path = listed.path if listed else PEOPLE_FILE

    def plan(old: str | None) -> dict[str, str | None]:
        return changes if old is None or listed is None else {**changes, path: _remove(old, listed, person)}

    save_files(kit.folder, path, plan, phrases)
    return Forgotten(name, signatures, tuple(_find_places(kit, person, name)))


def _find_anybody(kit: Kit, given: str, phrases: Phrases) -> tuple[str, str]:
    """Somebody on the list, or somebody who signed without being on it."""
    wanted = fold_name(given)
    for signature in kit.signatures:
        if signature.person.startswith(FORGOTTEN):
            continue
        if wanted in (signature.person, fold_name(signature.name or "")):
            listed = {person.id: person.name for person in kit.people.people} if kit.people else {}
            return signature.person, listed.get(signature.person) or signature.name or signature.person
    if kit.people is None:
        names = [each for signature in kit.signatures for each in (signature.person, signature.name or "")]
        hint = suggest(given, names, phrases)
        raise UsageError(phrases("records.errors.nobody-to-forget", name=given[:80], hint=hint))
    return find_person(kit, given, phrases)


def _choose_alias(kit: Kit) -> str:
    taken = {signature.person for signature in kit.signatures}
    taken |= {
        each.name for record in kit.records for release in record.releases for each in release.approvals if each.name
    }
    return next(alias for number in range(1, len(taken) + 2) if (alias := f"{FORGOTTEN}{number}") not in taken)


def _names(record: Record, name: str) -> bool:
    return any(_is_named(each, name) for release in record.releases for each in release.approvals)


def _is_named(approval: Approval, name: str) -> bool:
    return approval.name is not None and fold_name(approval.name) == fold_name(name)


def _rename_approver(record: Record, name: str, alias: str) -> Record:
    """The record without the name; its seals are made anew, since nobody else has changed it."""
    releases, seal = [], ""
    for release in record.releases:
        approvals = tuple(
            each.model_copy(update={"name": alias}) if _is_named(each, name) else each for each in release.approvals
        )
        changed = release.model_copy(update={"approvals": approvals})
        seal = seal_release((record.document_kind, record.document), seal, describe_release(changed))
        releases.append(changed.model_copy(update={"seal": seal}))
    return record.model_copy(update={"releases": tuple(releases)})


def _remove(old: str, listed: KitFile, person: str) -> str | None:
    """The list of people without the person; no file at all where nobody else is on it."""
    people = listed.document
    assert isinstance(people, People)  # noqa: S101  that is how it was found
    left = [each.id for each in people.people if each.id != person]
    return remove_entry(old, "people", person) if left else None


def _find_places(kit: Kit, person: str, name: str) -> Iterator[str]:
    """Every line of a text in the kit in which the name or the short name still stands as a word of its own."""
    word = re.compile(rf"(?<![\w-])({re.escape(name)}|{re.escape(person)})(?![\w-])", re.IGNORECASE)
    for top in SEARCHED:
        for path in sorted((kit.folder / top).rglob("*")):
            shown = path.relative_to(kit.folder).as_posix()
            if path.suffix not in READABLE or not path.is_file() or "/." in f"/{shown}":
                continue
            lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
            yield from (f"{shown}:{number}" for number, line in enumerate(lines, 1) if word.search(line))
