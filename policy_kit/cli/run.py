"""Runs the command line once and turns whatever happens into a message and an exit status."""

import os
import sys
from collections.abc import Mapping, Sequence
from types import MappingProxyType

import click

from policy_kit.cli.commands import make_commands
from policy_kit.cli.help import Face
from policy_kit.cli.language import guess_language
from policy_kit.cli.mistakes import describe_mistake
from policy_kit.cli.screen import say
from policy_kit.errors import PolicyKitError, UsageError
from policy_kit.languages import load_phrases

TRACE = "POLICY_KIT_TRACE"
"""Set in the environment, it shows where a mistake of ours happened."""
DONE, FAILED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130


def run(arguments: Sequence[str], faces: Mapping[str, Face] = MappingProxyType({})) -> int:
    """Run one command and return its exit status: 0 done, 1 problems, 2 wrong use, 130 interrupted.

    `faces` are the other ways to use a kit, which have a command each but are strangers to the command line.
    """
    _speak_utf8()
    phrases = load_phrases(guess_language(arguments))
    try:
        status = make_commands(phrases, faces).main(list(arguments), prog_name="policy-kit", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        return _close_quietly()
    except (KeyboardInterrupt, click.exceptions.Abort):
        say(phrases("commands.interrupted"))
        return INTERRUPTED
    except click.ClickException as mistake:
        say(describe_mistake(mistake, phrases))
        return WRONG_USE
    except UsageError as error:
        say(str(error))
        return WRONG_USE
    except PolicyKitError as error:
        say(str(error))
        return FAILED
    except OSError as error:
        say(phrases("commands.disk-refused", reason=error.strerror or str(error), file=error.filename or "—"))
        return FAILED
    except Exception as mistake:
        if os.environ.get(TRACE):
            raise
        say(phrases("commands.our-mistake", mistake=f"{type(mistake).__name__}: {mistake}", trace=TRACE))
        return FAILED
    return status if isinstance(status, int) else DONE


def _speak_utf8() -> None:
    """Texts are in three alphabets, whatever the terminal's locale claims; a lone surrogate must not stop us."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="replace")


def _close_quietly() -> int:
    """The reader of our output has gone (`| head`): nothing is wrong, and Python must not complain at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE
