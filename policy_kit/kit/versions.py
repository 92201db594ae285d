"""An earlier version of a document: bytes from wherever they were kept → what they say, without the rest of the kit."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policy_kit.documents import AnyDocument
from policy_kit.kit.causes import Cause, tell_causes
from policy_kit.kit.files import LARGEST, decode_source, read_source
from policy_kit.kit.hashing import canonicalise
from policy_kit.kit.nodes import Mapping
from policy_kit.kit.source import Source
from policy_kit.kit.syntax import read_tree
from policy_kit.kit.validation import read_document
from policy_kit.languages import Phrases


@dataclass(frozen=True, slots=True)
class Version:
    """What a file said."""

    values: dict[str, Any] | None
    """Its plain values in their canonical spelling; None where it cannot be read."""
    document: AnyDocument | None = None
    """The document, if it was sound."""
    reason: str = ""
    """Why it cannot be read."""


def read_version(content: bytes, path: str, phrases: Phrases) -> Version:
    """What the bytes of a file say; whatever they hold, nothing raises. `path` is what messages call it."""
    return _read(*decode_source(content[:LARGEST], path), phrases)


def read_file_version(folder: Path, path: str, phrases: Phrases) -> Version:
    """What a file of the kit's `folder` says today; it must not lead out of the kit."""
    return _read(*read_source(folder, path, path), phrases)


def _read(source: Source, cause: Cause | None, phrases: Phrases) -> Version:
    if cause is not None:
        return Version(None, reason=tell_causes([cause], phrases)[0].message)
    tree = read_tree(source)
    document, refused = read_document(source, tree)
    causes = [*tree.causes, *refused]
    if tree.complete and isinstance(tree.root, Mapping):
        try:
            values = json.loads(canonicalise(tree.root.data))
        except (ValueError, RecursionError):
            values = None
        if values is not None:
            return Version(values, document if not causes else None)
    told = tell_causes(causes, phrases)
    return Version(None, reason=told[0].message if told else phrases("changes.states.unreadable"))
