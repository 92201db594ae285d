"""A terminal in memory with the interview in it: what tests type, and what a person would see."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import pyte

ROOT = Path(__file__).parents[2]
PATIENCE = 20.0

F = {n: code for n, code in enumerate(("OP", "OQ", "OR", "OS", "[15~", "[17~", "[18~", "[19~", "[20~", "[21~"), 1)}
"""What a terminal sends for F1 to F10, behind an escape."""


class Terminal:
    """A process at the other end of a pseudo-terminal, and the screen that it draws."""

    def __init__(self, folder: Path, *arguments: str, rows: int = 24, columns: int = 80, **env: str) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.status: int | None = None
        command = [sys.executable, "-m", "policy_kit", "ask", *arguments]
        clean = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "VISUAL", "EDITOR")}
        given = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT), **env}
        main, other = pty.openpty()
        self._main: int | None = main
        self._resize(rows, columns)
        self.pid = os.fork()
        if self.pid == 0:  # pragma: no cover
            os.setsid()
            fcntl.ioctl(other, termios.TIOCSCTTY, 0)
            for stream in (0, 1, 2):
                os.dup2(other, stream)
            os.closerange(3, 256)
            os.chdir(folder)
            os.execve(command[0], command, {**clean, **given})  # noqa: S606
        os.close(other)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        self.hang_up()

    @property
    def text(self) -> str:
        """The screen as text."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    @property
    def words(self) -> str:
        """The screen as one line, so that it does not matter where lines break."""
        return " ".join(self.text.split())

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

    def finish(self) -> int:
        """Wait for the end of the process; its exit status."""
        until = time.monotonic() + PATIENCE
        while True:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self._read(0.02)
            if pid:
                break
            assert time.monotonic() < until, f"it does not end; on the screen:\n{self.text}"
        while self._read(0.05):
            pass
        self.status = os.waitstatus_to_exitcode(status)
        return self.status

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
