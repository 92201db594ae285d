"""A terminal in memory with the interview in it: what tests type, and what a person would see."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import pyte

from tests.patience import PATIENCE

ROOT = Path(__file__).parents[2]

F = dict(enumerate(("OP", "OQ", "OR", "OS", "[15~", "[17~", "[18~", "[19~", "[20~", "[21~"), start=1))
"""What a terminal sends for F1 to F10, behind an escape."""

OWN_TERMINAL = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execv(sys.argv[1], sys.argv[1:])"
)
"""Makes the pseudo-terminal the process's own, so that it hears of its size and of its end."""


class Terminal:
    """A process at the other end of a pseudo-terminal, and the screen that it draws."""

    def __init__(self, folder: Path, *arguments: str, rows: int = 24, columns: int = 80, **env: str) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        command = [sys.executable, "-m", "policy_kit", "ask", *arguments]
        clean = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "VISUAL", "EDITOR")}
        given = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT), **env}
        main, other = pty.openpty()
        self._main: int | None = main
        self._resize(rows, columns)
        self._process = subprocess.Popen(
            [sys.executable, "-c", OWN_TERMINAL, *command],
            stdin=other,
            stdout=other,
            stderr=other,
            start_new_session=True,
            cwd=folder,
            env={**clean, **given},
        )
        os.close(other)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.kill()
        self._process.wait()
        self.hang_up()

    @property
    def text(self) -> str:
        """The screen as text."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    @property
    def words(self) -> str:
        """The screen as one line, so that it does not matter where lines break."""
        return " ".join(self.text.split())

    @property
    def marked(self) -> list[str]:
        """What is underscored, piece by piece."""
        pieces = [""]
        for y in range(self.screen.lines):
            for x in range(self.screen.columns):
                sign = self.screen.buffer[y][x]
                if sign.underscore:
                    pieces[-1] += sign.data
                elif pieces[-1]:
                    pieces.append("")
        return [piece for piece in pieces if piece]

    def type(self, text: str) -> None:
        """Type a text; as fast as a person, its keys arrive one after the other."""
        assert self._main is not None
        os.write(self._main, text.encode())

    def press(self, number: int) -> None:
        """Press F1 to F10."""
        self.type("\x1b" + F[number])

    def paste(self, text: str) -> None:
        """Paste a text, as terminals mark it."""
        self.type(f"\x1b[200~{text}\x1b[201~")

    def resize(self, rows: int, columns: int) -> None:
        """Give the window another size."""
        self.screen.resize(rows, columns)
        self._resize(rows, columns)

    def wait(self, *wanted: str) -> None:
        """Wait until all these words are to be seen."""
        self.wait_until(lambda: all(each in self.words for each in wanted), f"{wanted}")

    def wait_until(self, is_so: Callable[[], bool], what: str = "") -> None:
        """Wait until something is so, and read what comes meanwhile."""
        until = time.monotonic() + PATIENCE
        while not is_so():
            assert time.monotonic() < until, f"waited in vain for {what}; on the screen:\n{self.text}"
            self._read(0.05)

    def settle(self) -> None:
        """Read until nothing more comes: before one says what is *not* on the screen."""
        while self._read(0.5):
            pass

    def finish(self) -> int:
        """Wait for the end of the process; its exit status."""
        self.wait_until(lambda: self._process.poll() is not None, "the end")
        while self._read(0.05):
            pass
        return self._process.wait()

    def kill(self, number: int) -> None:
        """Send the process a signal."""
        self._process.send_signal(number)

    def hang_up(self) -> None:
        """Close the window."""
        if self._main is not None:
            os.close(self._main)
            self._main = None

    def _read(self, patience: float) -> bool:
        if self._main is None:
            time.sleep(patience)
            return False
        if not select.select([self._main], [], [], patience)[0]:
            return False
        try:
            data = os.read(self._main, 65536)
        except OSError:  # the other end has been closed
            return False
        self.raw += data
        self._stream.feed(data)
        return bool(data)

    def _resize(self, rows: int, columns: int) -> None:
        assert self._main is not None
        fcntl.ioctl(self._main, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
