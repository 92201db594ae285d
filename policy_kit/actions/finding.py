"""Finding the document that somebody names: by its short name, or by its file."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path, PurePosixPath

from policy_kit.actions.suggesting import suggest
from policy_kit.documents import Answers, AnyDocument, Questionnaire
from policy_kit.errors import PolicyKitError, UsageError
from policy_kit.kit import Kit, KitFile
from policy_kit.kit.keys import list_names
from policy_kit.languages import Phrases, load_phrases

MOST_SHOWN = 12
"""So many short names are read; of more, those that are shown are enough to see what is meant."""


def find_document(kit: Kit, name: str, kinds: Collection[type[AnyDocument]]) -> KitFile:
    """The document of one of `kinds` that `name` stands for: its id, its kind and id, its file, or a path to that.

    Raises `UsageError` where there is none, with the nearest short name, or where two have it, with their files; and
    `PolicyKitError` where the document is there but cannot be read.
    """
    phrases = load_phrases(kit.language)
    found = list_meant(kit, name, kinds)
    if len(found) == 1:
        return found[0]
    if found:
        paths = {file.path for file in found}
        raise UsageError(phrases("papers.errors.ambiguous-document", name=name[:80], files=", ".join(sorted(paths))))
    if broken := _find_broken(kit, name, set(_list_paths(kit, name))):
        raise PolicyKitError(phrases("papers.errors.broken-document", file=broken))
    files = [file for file in kit.files if type(file.document) in kinds]
    known = sorted({id_ for file in files if (id_ := next(list_names(file.document, file.path, kit.languages[0]), ""))})
    hint = suggest(name[:80], known, phrases) or _list_names(known, phrases)
    raise UsageError(phrases("papers.errors.unknown-document", name=name[:80], hint=hint))


def _list_names(known: Sequence[str], phrases: Phrases) -> str:
    """A sentence that names what there is, with a blank before it."""
    names = ", ".join(known[:MOST_SHOWN]) + (" …" if len(known) > MOST_SHOWN else "")
    return " " + phrases("papers.errors.known-documents", names=names) if known else ""


def list_meant(kit: Kit, name: str, kinds: Collection[type[AnyDocument]]) -> list[KitFile]:
    """The documents of `kinds` for which `name` may stand; of a questionnaire and its answers only these."""
    files = [file for file in kit.files if type(file.document) in kinds]
    paths = set(_list_paths(kit, name))
    if found := [file for file in files if file.path in paths]:
        return found
    kind, _, id_ = name.rpartition("/")
    return _prefer_answers(
        [
            file
            for file in files
            if kind in ("", file.document.kind) and id_ in list_names(file.document, file.path, kit.languages[0])
        ]
    )


def find_nameless(kit: Kit, name: str, kinds: Collection[type[AnyDocument]]) -> KitFile | None:
    """A document without an id: the only one of its kind by that (`company`), others by kind and file's name."""
    nameless = [file for file in kit.files if type(file.document) in kinds and "id" not in file.data]
    found = [
        file
        for file in nameless
        if name in (file.document.kind, f"{file.document.kind}/{PurePosixPath(file.path).stem}")
    ]
    return found[0] if len(found) == 1 else None


def _prefer_answers(found: list[KitFile]) -> list[KitFile]:
    """Of a questionnaire and the answers to it the answers: they are the company's policy."""
    answers = [file for file in found if isinstance(file.document, Answers)]
    others = [file for file in found if not isinstance(file.document, Answers | Questionnaire)]
    return [*answers, *others] if answers else found


def _list_paths(kit: Kit, name: str) -> Iterator[str]:
    """What the path of the file would be, if `name` is one: as seen from the kit, and as seen from here."""
    yield PurePosixPath(name.replace("\\", "/")).as_posix()
    if "/" in name or "\\" in name or name.endswith((".yml", ".yaml")):
        here = Path(name).absolute()
        if here.is_relative_to(kit.folder.absolute()):
            yield here.relative_to(kit.folder.absolute()).as_posix()


def _find_broken(kit: Kit, name: str, paths: Collection[str]) -> str:
    """A file with problems that is called so; empty where there is none."""
    sound = {file.path for file in kit.files}
    broken = dict.fromkeys(problem.place.file for problem in kit.problems if problem.place.file not in sound)
    return next((file for file in broken if file in paths or PurePosixPath(file).stem == name), "")
