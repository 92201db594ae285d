"""From the example company's documents to a starter for any trade: words make way for others, entries are left out."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypedDict, cast

import yaml

from policy_kit.languages.own_yaml import read_own_yaml

CHANGES = Path(__file__).parent / "starter.yml"


class Change(TypedDict, total=False):
    """Where a document of a new kit differs from the example's."""

    texts: list[tuple[str, str]]
    """The example's words, each once in the document, and what takes their place."""
    without: list[str]
    """The ids of entries, or fields of the document, that are left out."""


@cache
def read_changes() -> dict[str, Change]:
    """The changes by the path of the document in the kit."""
    loaded = read_own_yaml(CHANGES)
    return cast("dict[str, Change]", loaded)


def adapt(path: str, text: str) -> str:
    """The document at `path` of the example as a new kit gets it."""
    change = read_changes().get(path, {})
    for old, new in change.get("texts", ()):
        text = text.replace(old, new)
    if names := change.get("without"):
        lines = text.splitlines(keepends=True)
        for start, end in sorted(_find_parts(text, set(names)), reverse=True):
            del lines[start:end]
        text = "".join(lines).rstrip("\n") + "\n"
    return text


def _find_parts(text: str, names: set[str]) -> Iterator[tuple[int, int]]:
    """From which line to which the parts with these names go, from 0; lists of entries stand in blocks."""
    root: Any = yaml.compose(text, Loader=yaml.SafeLoader)
    last = text.count("\n")
    keys = [key for key, _ in root.value]
    for number, (key, value) in enumerate(root.value):
        end = keys[number + 1].start_mark.line if number + 1 < len(keys) else last
        if key.value in names:
            yield key.start_mark.line, end
        elif isinstance(value, yaml.SequenceNode):
            yield from _find_entries(value.value, end, names)


def _find_entries(entries: list[yaml.Node], end: int, names: set[str]) -> Iterator[tuple[int, int]]:
    for number, entry in enumerate(entries):
        pairs = entry.value if isinstance(entry, yaml.MappingNode) else ()
        ids = [value.value for key, value in pairs if key.value == "id"]
        if names.intersection(ids):
            following = entries[number + 1].start_mark.line if number + 1 < len(entries) else end
            yield entry.start_mark.line, following
