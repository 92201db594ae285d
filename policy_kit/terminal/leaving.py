"""Leaving the interview, however one leaves: what is written is saved first, and the way back is told."""

import shlex
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from policy_kit.actions.committing import commit_session
from policy_kit.actions.locating import find_kit
from policy_kit.errors import PolicyKitError
from policy_kit.terminal.sitting import Sitting

ENDING = ("SIGTERM", "SIGHUP")
"""Signals that end a program; Windows does not know all of them."""


@contextmanager
def catch_signals(leave: Callable[[int], None]) -> Iterator[None]:
    """While this lasts, a signal that would end the program calls `leave` with its number instead."""

    def handle(number: int, _: FrameType | None) -> None:
        leave(number)

    before = {}
    for name in ENDING:
        if number := getattr(signal, name, None):
            before[number] = signal.signal(number, handle)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def save_last(sitting: Sitting) -> list[str]:
    """Save what is written; where the kit does not take it, keep it beside. What to say about it."""
    outcome = sitting.save()
    if outcome not in ("conflict", "refused"):
        return []
    reason = sitting.refusal or sitting.phrases("interview.conflict.title")
    try:
        file = sitting.keep(sitting.text)
    except OSError as error:
        sentence = sitting.phrases("interview.lost-place", reason=error.strerror or str(error))
        return [sentence, sitting.text]
    sitting.kept.remove(file)
    return [sitting.phrases("interview.rescued", reason=reason.rstrip("."), file=file)]


def commit_saved(sitting: Sitting) -> list[str]:
    """Record the answers of this sitting in git. What to say about it."""
    if not sitting.saved_files:
        return []
    try:
        done = commit_session(sitting.folder, sitting.saved_files, sitting.phrases)
    except PolicyKitError as error:
        return [str(error)]
    return [sitting.phrases("interview.committed")] if done else []


def tell_leaving(sitting: Sitting, *, plain: bool) -> list[str]:
    """The last words: that all is saved, where other texts are kept, and how to go on."""
    phrases = sitting.phrases
    said = [phrases("interview.kept", file=file) for file in sitting.kept]
    said.append(phrases("interview.leaving.saved" if sitting.saved_files else "interview.leaving.unchanged"))
    if sitting.is_done:
        said.append(phrases("interview.leaving.done", command=_spell(sitting, "build")))
    else:
        said.append(phrases("interview.leaving.resume", command=_spell_resume(sitting, plain=plain)))
    return said


def _spell_resume(sitting: Sitting, *, plain: bool) -> str:
    options = []
    first = sitting.kit.languages[0]
    if sitting.language != first:
        options += ["--answers", sitting.language]
    if sitting.phrases.language != first:
        options += ["--language", sitting.phrases.language]
    if plain:
        options.append("--plain")
    return _spell(sitting, "ask", *options)


def _spell(sitting: Sitting, command: str, *options: str) -> str:
    """The command as one would type it here; the kit is named where it would not be found."""
    found = None
    with suppress(OSError):  # the folder we stand in may be gone
        found = find_kit(Path.cwd())
    if found is None or not found.samefile(sitting.folder):
        options = ("--kit", str(sitting.folder), *options)
    return shlex.join(["policy-kit", command, *options])
