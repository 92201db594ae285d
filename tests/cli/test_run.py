"""The command line as a whole: help in three languages, mistakes in a sentence, never a traceback."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from policy_kit import __version__
from tests.cli.conftest import ROOT, Call
from tests.patience import PATIENCE

COMMANDS = ["init", "check", "score", "build", "explain", "schema"]


def test_the_version_is_told_without_loading_anything(shell: Call) -> None:
    assert shell("--version").out == f"policy-kit {__version__}\n"
    loaded = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "policy_kit", "--version"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    ).stderr
    assert "pydantic" not in loaded
    assert "click" not in loaded


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("language", "example"), [("en", "Example:"), ("ru", "Пример:"), ("sl", "Primer:")])
def test_every_command_has_help_with_an_example(call: Call, command: str, language: str, example: str) -> None:
    called = call(command, "--help", "--language", language)
    assert called.status == 0
    assert example in called.out
    assert f"policy-kit {command}" in called.out
    assert "Usage:" not in called.out or language == "en"


@pytest.mark.parametrize("command", [["explain", "PK104"], ["schema"], ["check"]])
def test_every_command_takes_its_language_from_the_kit_that_is_named(
    call: Call, tmp_path: Path, command: list[str]
) -> None:
    call("init", tmp_path / "lipa", "--language", "sl")
    named = call(*command, "--kit", tmp_path / "lipa")
    assert named.status == 0
    assert named.out == call(*command, "--kit", tmp_path / "lipa", "--language", "sl").out
    assert named.out != call(*command, "--kit", tmp_path / "lipa", "--language", "en").out


def test_all_commands_are_listed(call: Call) -> None:
    called = call("--help")
    assert all(f"  {command} " in called.out for command in COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "check"),
        (["dance"], "dance"),
        (["check", "--formt", "json"], "--format"),
        (["check", "--format", "xml"], "text, json"),
        (["build", "one", "two"], "--help"),
        (["explain", "PK999"], "PK999"),
        (["explain", "--language", "xx"], "en, ru, sl"),
        (["--language"], "--language"),
    ],
)
def test_mistakes_are_answered_with_a_way_out(call: Call, arguments: list[str], said: str) -> None:
    called = call(*arguments)
    assert called.status == 2
    assert said in called.err
    assert "Traceback" not in called.err


def test_messages_follow_the_language_of_the_kit(call: Call, tmp_path: Path) -> None:
    call("init", tmp_path / "lipa", "--language", "sl")
    assert "Ni težav." in call("check", folder=tmp_path / "lipa").out
    assert "No problems." in call("check", "--language", "en", folder=tmp_path / "lipa").out


def test_colour_only_on_a_terminal(shell: Call) -> None:
    assert "\x1b" not in shell("explain").out


def test_a_reader_who_leaves_is_no_trouble() -> None:
    command = f"{sys.executable} -m policy_kit explain | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stderr == ""
    assert done.stdout == "Kinds of documents:\n"


def test_interrupted_it_leaves_with_130() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "policy_kit", "score", "--language", "en", "--format", "jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(b'{"id": 1, "text": "x"}\n' * 2000)
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130, err.decode()
    assert b"Traceback" not in err
    assert b"Interrupted" in err


def test_a_locale_without_utf8_changes_nothing(shell: Call) -> None:
    called = shell("check", "--help", "--language", "ru", LC_ALL="POSIX", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert called.status == 0
    assert "Пример:" in called.out


def test_a_disk_that_refuses_is_named(shell: Call, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    called = shell("schema", "--out", tmp_path / "letter.txt" / "schemas", "--language", "en")
    assert called.status == 1
    assert "letter.txt" in called.err
    assert "Traceback" not in called.err
