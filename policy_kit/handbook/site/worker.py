"""Another Python that builds the site of one language, seen from the process that writes the pages."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self

from policy_kit.handbook.site.job import SiteJob
from policy_kit.handbook.site.sent_pages import send_keys, send_pages

_ROOT = Path(__file__).parents[3]


_Process = subprocess.Popen[bytes]
_spare: list[_Process] = []


@contextmanager
def get_ready() -> Iterator[None]:
    """Inside it, the first worker has already begun to load what it needs, while the kit is still being read."""
    _spare.append(_start())
    try:
        yield
    finally:
        while _spare:
            _end(_spare.pop())


class SiteWorker:
    """Loads what it needs while its job is still being made; used in a `with`, it does not outlive the build.

    `folder` is made for what the two processes hand each other.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._pages = folder / "pages"
        self._process = _spare.pop() if _spare else _start()

    def start(self, job: SiteJob) -> None:
        """Hands the job over."""
        self.job = job
        with suppress(BrokenPipeError):  # whoever asks for the answer learns why
            self._pipe.write(json.dumps(str(self._pages)).encode() + b"\n")
            self._pipe.write(job.to_json().encode() + b"\n")
            self._pipe.flush()
            send_keys(job.pages, self._pipe)

    def send_pages(self) -> None:
        """Hands over the pages that the site asks for; it builds the first while the next are being written."""
        self._answer = self._hear()
        if "wanted" in self._answer:
            with suppress(BrokenPipeError):
                send_pages((self.job.pages[uri] for uri in self._answer["wanted"]), self._pages, self._pipe)
            self._answer = {}

    def finish(self) -> dict[str, Any]:
        """Waits for the site: its warnings, or the error that ended it."""
        return self._answer or self._hear()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        _end(self._process)

    @property
    def _pipe(self) -> Any:
        return self._process.stdin

    def _hear(self) -> dict[str, Any]:
        said = self._process.stdout.readline() if self._process.stdout else b""
        try:
            answer: dict[str, Any] = json.loads(said)
        except ValueError:
            return {"error": self._find_mistake()}
        return answer

    def _find_mistake(self) -> str:
        lines = self._process.communicate()[1].decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else str(self._process.returncode)


def _start() -> _Process:
    path = os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH")]))
    return subprocess.Popen(
        # With -P it finds no modules in the folder in which the user stands.
        [sys.executable, "-P", "-m", "policy_kit.handbook.site.process"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path},
    )


def _end(process: _Process) -> None:
    process.kill()
    process.communicate()
