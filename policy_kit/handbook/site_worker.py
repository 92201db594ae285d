"""Another Python that builds the site of one language, seen from the process that writes the pages."""

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

from policy_kit.handbook.job import SiteJob
from policy_kit.handbook.sent_pages import send_keys, send_pages

_ROOT = Path(__file__).parents[2]


class SiteWorker:
    """Gets ready while its job is still being made; used in a `with`, it does not outlive the build.

    `folder` is made for what the two processes hand each other.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._pages = folder / "pages"
        self._mistakes = folder / "mistakes"
        path = os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH")]))
        with self._mistakes.open("wb") as mistakes:
            # With -P it finds no modules in the folder in which the user stands.
            self._process = subprocess.Popen(  # noqa: S603  it is our own program
                [sys.executable, "-P", "-m", "policy_kit.handbook.site_process", str(self._pages)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=mistakes,
                env={**os.environ, "PYTHONPATH": path},
            )

    def start(self, job: SiteJob) -> None:
        """Hands the job over."""
        self.job = job
        with suppress(BrokenPipeError):  # whoever asks for the answer learns why
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
        self._process.kill()
        self._process.communicate()

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
        status = self._process.wait()
        lines = self._mistakes.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        return lines[-1] if lines else str(status)
