"""The interview on the whole screen: its state, its looks and its keys put together, and run to the end."""

import asyncio
import signal
from contextlib import suppress

from prompt_toolkit.application import Application

from policy_kit.terminal.arrangement import make_layout
from policy_kit.terminal.keys import make_bindings
from policy_kit.terminal.leaving import ENDING, save_last
from policy_kit.terminal.screen import Screen
from policy_kit.terminal.showing import make_visible
from policy_kit.terminal.sitting import Sitting
from policy_kit.terminal.style import STYLE


def run_screen(sitting: Sitting) -> int:
    """Hold the interview on the terminal of the standard streams. The exit status."""
    screen = Screen(sitting)
    app = _make_application(screen)
    screen.ask_name()
    status = 0
    try:
        status = app.run(pre_run=lambda: _watch_signals(screen), handle_sigint=False)
    except (EOFError, OSError):  # the terminal has gone
        status = 128 + getattr(signal, "SIGHUP", 1)
    finally:
        screen.draft.take()
        last_words = save_last(sitting)
    with suppress(OSError):
        for text in last_words:
            print(make_visible(text), flush=True)
    return status or bool(last_words)


def _make_application(screen: Screen) -> Application[int]:
    app: Application[int] = Application(
        layout=make_layout(screen),
        key_bindings=make_bindings(screen),
        style=STYLE,
        full_screen=True,
    )
    app.ttimeoutlen = 0.1
    app.timeoutlen = 0.3
    return app


def _watch_signals(screen: Screen) -> None:
    """Before anything touches a terminal that may have gone, save."""

    def end(number: int) -> None:
        screen.draft.save()
        screen.leave(128 + number)

    loop = asyncio.get_running_loop()
    for name in (*ENDING, "SIGINT"):
        if number := getattr(signal, name, None):
            with suppress(NotImplementedError):  # Windows
                loop.add_signal_handler(number, end, number)
