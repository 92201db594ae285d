"""What tells a document from all others of a kit, so that its releases and signatures find it under any file name.

Nearly every kind has an id. Answers have none: the questionnaire that they answer and their language tell them apart.
"""

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any

from policy_kit.documents import Answers, AnyDocument, InForce
from policy_kit.kit.holes import is_hole

Key = tuple[str, str]
"""The kind of a document and its id."""
Releasable = InForce | Answers
"""What can be released and signed: all that is in force from a day on, and the answers to the questions."""


def find_key(document: AnyDocument | None, first: str) -> Key | None:
    """The key of a document that can be released; None for the others. `first` is the company's own language."""
    if document is None or not isinstance(document, Releasable):
        return None
    id_ = find_id(lambda name: getattr(document, name, None), first)
    return (document.kind, id_) if id_ else None


def find_id(look_up: Callable[[str], Any], first: str) -> str:
    """The id of a document whose values `look_up` tells, broken or not; empty where it has none, or not for sure."""
    if look_up("kind") != "answers":
        id_ = look_up("id")
        return id_ if isinstance(id_, str) else ""
    questionnaire, language = look_up("questionnaire"), look_up("language") or first
    is_sure = all(isinstance(part, str) and part and not is_hole(part) for part in (questionnaire, language))
    return f"{questionnaire}-{language}" if is_sure else ""


def list_names(document: AnyDocument, path: str, first: str) -> Iterator[str]:
    """By which short names people may call a document; the first is its id.

    Answers may also be called like their file, and those in the company's own language like the questionnaire.
    """
    if id_ := find_id(lambda name: getattr(document, name, None), first):
        yield id_
    if isinstance(document, Answers):
        yield PurePosixPath(path).stem
        if document.language in (None, first):
            yield document.questionnaire
