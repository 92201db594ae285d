"""In which language the command line speaks: as asked, else the kit's own, else the terminal's, else English."""

import os
from collections.abc import Sequence
from pathlib import Path

from policy_kit.actions.locating import find_kit
from policy_kit.kit import read_kit_language
from policy_kit.languages import list_languages


def guess_language(arguments: Sequence[str]) -> str:
    """The language for this call, decided before the arguments are parsed, since their errors need it, too."""
    asked = _option(arguments, "--language") or _option(arguments, "-l")
    for language in (asked, _of_kit(arguments), *_of_terminal()):
        if language in list_languages():
            return str(language)
    return list_languages()[0]


def _option(arguments: Sequence[str], name: str) -> str | None:
    for index, argument in enumerate(arguments):
        if argument.startswith(f"{name}="):
            return argument.partition("=")[2]
        if argument == name and index + 1 < len(arguments):
            return arguments[index + 1]
    return None


def _of_kit(arguments: Sequence[str]) -> str | None:
    if "init" in arguments[:1]:
        return None
    folder = _option(arguments, "--kit")
    kit = Path(folder) if folder else find_kit(Path.cwd())
    return read_kit_language(kit) if kit else None


def _of_terminal() -> list[str]:
    return [os.environ.get(name, "")[:2] for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
