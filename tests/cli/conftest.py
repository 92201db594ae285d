"""How tests call the command line: in this process, and as the user's shell does."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from policy_kit.cli import run

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Called:
    """What a call left behind."""

    status: int
    out: str
    err: str


Call = Callable[..., Called]


@pytest.fixture
def call(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Call the command line in this process, from `folder`."""

    def call_in_process(*arguments: object, folder: Path | None = None) -> Called:
        if folder:
            monkeypatch.chdir(folder)
        status = run([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return Called(status, out, err)

    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return call_in_process


@pytest.fixture
def shell() -> Call:
    """Call the command line as a process of its own, with bytes on its standard input."""

    def call_as_process(*arguments: object, stdin: bytes = b"", folder: Path | None = None, **env: str) -> Called:
        done = subprocess.run(
            [sys.executable, "-m", "policy_kit", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=folder or ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), **env},
            check=False,
        )
        return Called(done.returncode, done.stdout.decode(), done.stderr.decode())

    return call_as_process


@pytest.fixture
def kit(call: Call, tmp_path: Path) -> Path:
    """A new kit in English and Slovenian, with no answers yet."""
    folder = tmp_path / "acme"
    assert call("init", folder, "--company", "Acme", "--language", "en", "--language", "sl").status == 0
    return folder


def write_answers(kit: Path, *answers: tuple[str, str]) -> Path:
    """Write answers in English by hand: pairs of a question's id and a text of one line."""
    rows = "".join(f"  - question: {question}\n    answer: |\n      {text}\n" for question, text in answers)
    path = kit / "questionnaires/answers/service-policy.yml"
    head = "kind: answers\nquestionnaire: service-policy\nlanguage: en\nanswers:\n"
    path.write_text(head + rows, encoding="utf-8")
    return path
