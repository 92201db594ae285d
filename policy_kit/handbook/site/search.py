"""The search index, in the form that Material's search reads, small and loadable from a disk without a server."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

SEARCH = "assets/search.js"
"""The address of our part of the search."""
_SCRIPT = Path(__file__).parent / "theme" / SEARCH


def write_entries(entries: Iterable[dict[str, Any]]) -> str:
    """The entries of one page, as they stand in the index."""
    return ",".join(_dump(entry) for entry in entries)


def write_search_index(folder: Path, config: dict[str, Any], entries: Iterable[str]) -> None:
    """Writes the index in UTF-8 (a third of the size for Cyrillic), and the copy that works from file://."""
    folder.mkdir(parents=True, exist_ok=True)
    text = make_search_index(config, entries)
    (folder / "search_index.json").write_bytes(text.encode("utf-8"))
    # A page that is opened from a disk may load a script but not fetch a file.
    (folder / "search_index.js").write_bytes(f"var __index = {text}".encode())


def write_search_script(words: dict[str, Any]) -> str:
    """Our part of the search in the reader's browser, with the words of the language."""
    return f"const policyKitWords = {_dump(words)};\n{_SCRIPT.read_text(encoding='utf-8')}"


def make_search_index(config: dict[str, Any], entries: Iterable[str]) -> str:
    """The text of the index."""
    return f'{{"config":{_dump(config)},"docs":[{",".join(filter(None, entries))}]}}'


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
