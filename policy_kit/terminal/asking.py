"""Begins an interview at the right question, in the form that the terminal can show, and ends it in order."""

import os
import sys
from pathlib import Path

from policy_kit.actions.locating import load_kit
from policy_kit.actions.scores import find_question
from policy_kit.errors import UsageError
from policy_kit.kit import Kit
from policy_kit.languages import Phrases
from policy_kit.terminal.leaving import commit_saved, tell_leaving
from policy_kit.terminal.plain import run_plain
from policy_kit.terminal.showing import make_visible
from policy_kit.terminal.sitting import Sitting


def run_interview(
    folder: Path, phrases: Phrases, *, question: str | None, language: str, plain: bool, commit: bool
) -> int:
    """Ask the questions of the kit in `folder`, beginning with `question` or the first unfinished one.

    `language` is that of the answers; `plain` asks line by line, which is done anyway without a terminal. Returns the
    exit status: 0, or 128 and the number of the signal that ended the interview. Raises `UsageError` where there is
    nothing to ask.
    """
    kit = load_kit(folder, phrases.language)
    questionnaire, id = _choose(kit, question, phrases)
    sitting = Sitting(folder, phrases, questionnaire, language)
    if id:
        sitting.open(id)
    if plain or not _is_screen():
        status = run_plain(sitting)
    else:
        from policy_kit.terminal.application import run_screen  # prompt_toolkit is slow to import

        status = run_screen(sitting)
    sitting.refresh()
    last = [*(commit_saved(sitting) if commit else []), *tell_leaving(sitting, plain=plain)]
    try:
        for text in last:
            print(make_visible(text), flush=True)
    except OSError:  # the terminal has gone; what was written is saved
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status


def _choose(kit: Kit, question: str | None, phrases: Phrases) -> tuple[str, str | None]:
    """The questionnaire, and in it the question that was asked for by its id or its number."""
    if not kit.questionnaires:
        raise UsageError(phrases("interview.no-questionnaire"))
    default = next(iter(kit.questionnaires.values()))
    if question is None:
        return default.id, None
    for each in (default, *kit.questionnaires.values()):
        if question in {one.id for one in each.questions}:
            return each.id, question
    return default.id, find_question(question, {one.id: one for one in default.questions}, phrases).id


def _is_screen() -> bool:
    """Whether there is a terminal on which one can write anywhere."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "dumb") not in ("", "dumb")
