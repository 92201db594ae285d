"""What changed in a document between two of its versions, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from policy_kit.actions.versions import Subject, VersionName, find_subject, name_version, read_named_version
from policy_kit.documents import pick_text
from policy_kit.history import compare_documents
from policy_kit.history.telling import Titles, Told, tell_changes
from policy_kit.kit import Kit
from policy_kit.kit.references import POST

State = Literal["same", "changed", "new", "deleted", "absent", "broken"]


@dataclass(frozen=True)
class Difference:
    """Two versions of a document, compared."""

    subject: Subject
    old: VersionName
    new: VersionName
    state: State
    """The same; changed; only in the new or only in the old version; in neither; or one of them cannot be read."""
    notes: tuple[str, ...] = ()
    """What there is to say beside the changes, in sentences."""
    changes: tuple[Told, ...] = ()


def compare_versions(kit: Kit, name: str, old: str | None = None, new: str | None = None) -> Difference:
    """Compare two versions of the document called `name`, in the kit's language of messages.

    `old` and `new` are numbers of releases or revisions of git's; left out, they are the last release (where there is
    none, the last commit) and the working file. Raises `UsageError` for a document or a version that is not there.
    """
    subject = find_subject(kit, name)
    names = name_version(subject, old, is_old=True), name_version(subject, new, is_old=False)
    return _compare(subject, *names)


def _compare(subject: Subject, old: VersionName, new: VersionName) -> Difference:
    say = subject.phrases
    (old_path, before), (new_path, after) = (read_named_version(subject, each) for each in (old, new))
    values = {"title": subject.title, "old": old.label, "new": new.label}
    if before is None or after is None:
        state: State = "absent" if before is after else "new" if before is None else "deleted"
        return Difference(subject, old, new, state, (say(f"changes.states.{state}", **values),))
    for name, version in ((old, before), (new, after)):
        if version.values is None:
            broken = say("changes.states.broken", title=subject.title, version=name.label, reason=version.reason)
            return Difference(subject, old, new, "broken", (broken,))
    notes = (say("changes.states.renamed", old=old_path, new=new_path),) if old_path != new_path else ()
    changes = tell_versions(subject, before.values or {}, after.values or {})
    return Difference(subject, old, new, "changed" if changes else "same", notes, changes)


def tell_versions(subject: Subject, old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Told, ...]:
    """The changes from one version of the document to another, in words."""
    return tell_changes(compare_documents(old, new), old, new, subject.phrases, find_titles(subject.kit))


def find_titles(kit: Kit) -> Titles:
    """The titles of all that documents name by short names, in the kit's language of messages."""
    found: dict[tuple[str, str], str] = {}
    for file in kit.files:
        kind = str(file.data.get("kind"))
        _gather(file.data, {"job-description": POST}.get(kind, kind), kit, found)
        for role in file.data.get("roles", ()) if kind == "company" else ():  # type: ignore[attr-defined]
            _gather(role, POST, kit, found)
    return lambda sort, name: found.get((sort, name), "")


def _gather(data: Any, sort: str, kit: Kit, found: dict[tuple[str, str], str]) -> None:
    """A document's own title, and those of the entries of its lists."""
    if not isinstance(data, Mapping):
        return
    title, name = data.get("title"), data.get("id")
    if title and isinstance(name, str):
        found.setdefault((sort, name), pick_text(title, kit.language, kit.languages[0]))
    for key, value in data.items():
        for entry in value if isinstance(value, list | tuple) else ():
            _gather(entry, f"{sort}{'.' if '/' in sort else '/'}{key}", kit, found)
