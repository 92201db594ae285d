"""Writers that are killed at any moment leave the old text or the new one, never a half."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from policy_kit.kit.saving import SUFFIX, save_document
from policy_kit.languages import load_phrases

ROOT = Path(__file__).parents[2]
PATH = "questionnaires/answers/service-policy.yml"
SIZE = 400_000
KILLS = 80

Writer = Callable[[Path, str], None]


def save(folder: Path, text: str) -> None:
    """Our way."""
    save_document(folder, PATH, lambda _: text, load_phrases("en"))


def write_in_place(folder: Path, text: str) -> None:
    """The way that looks simplest."""
    (folder / PATH).write_text(text)


WRITERS: dict[str, Writer] = {"save": save, "write_in_place": write_in_place}


def kill_writers(folder: Path, write: Writer) -> dict[str, int]:
    """Kill one writer after another with SIGKILL; count the torn files that were found, and the drafts left behind."""
    chance = random.Random(2026)  # noqa: S311
    begun = time.monotonic()
    write(folder, "a" * SIZE)
    write(folder, "a" * SIZE)
    lifetime = 0.01 + 2 * (time.monotonic() - begun)
    counts = {"torn": 0, "left": 0, "texts": 0}
    seen = set()
    for _ in range(KILLS):
        writer = os.fork()
        if writer == 0:
            while True:
                for letter in "abcdefgh":
                    write(folder, letter * SIZE)
        time.sleep(chance.random() * lifetime)
        os.kill(writer, signal.SIGKILL)
        os.waitpid(writer, 0)
        text = (folder / PATH).read_text()
        counts["torn"] += len(text) != SIZE or len(set(text)) != 1
        counts["left"] += any((folder / PATH).parent.glob(f".*{SUFFIX}"))
        seen.add(text[:1])
    counts["texts"] = len(seen)
    write(folder, "last")
    return counts


def run_killing(folder: Path, way: str) -> dict[str, int]:
    """Forking belongs into a process without threads, which the one that runs the tests is not."""
    code = "import json, sys, pathlib; from tests.kit import test_saving_killed as t;"
    code += "print(json.dumps(t.kill_writers(pathlib.Path(sys.argv[1]), t.WRITERS[sys.argv[2]])))"
    command = [sys.executable, "-c", code, str(folder), way]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    counts: dict[str, int] = json.loads(done.stdout)
    return counts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / PATH).parent.mkdir(parents=True)
    return tmp_path


pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def test_a_killed_writer_leaves_a_whole_text(folder: Path) -> None:
    counts = run_killing(folder, "save")
    assert counts["torn"] == 0
    assert counts["texts"] > 2, "the writers were killed before they wrote anything"
    assert counts["left"] > 0, "no writer was killed while it was writing"
    assert [entry.name for entry in (folder / PATH).parent.iterdir()] == ["service-policy.yml"]


def test_this_way_of_killing_tears_what_is_written_in_place(folder: Path) -> None:
    assert run_killing(folder, "write_in_place")["torn"] > 0
