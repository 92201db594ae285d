"""History, differences, releases and signatures in odd places: any file name, line ends, whoever owns the folder."""

import json
from pathlib import Path

import pytest

from tests.actions.records import CLERK, edit, make_kit
from tests.cli.conftest import Call
from tests.history.repositories import commit, git, start

RELEASE = ("--summary", "First.", "--approved-by", "director=2025-12-20")
NAMES = [
    "писарь отдела.yml",
    "skrbnik š č ž.yml",
    "two  blanks .yml",
    "-n.yml",
    "--help.yml",
    "'quoted' \"twice\".yml",
    "line\nend.yml",
    "tab\there.yml",
    ":(top)x.yml",
    "$(touch x);`id`.yml",
    "star*[a].yml",
]


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """A kit in a subfolder of a repository, with one commit."""
    kit = make_kit(start(tmp_path / "our repository") / "personnel/kit")
    commit(kit, "Begin")
    return kit


@pytest.mark.parametrize("name", NAMES)
def test_a_file_may_be_called_anything(call: Call, kit: Path, name: str) -> None:
    file = kit / "standards/jobs" / name
    (kit / CLERK).rename(file)
    commit(kit, "Another name")
    edit(kit, "2 days", "1 day", f"standards/jobs/{name}")
    for command in (("diff", "clerk"), ("diff", "clerk", "HEAD~1"), ("history", "clerk")):
        called = call(*command, folder=kit)
        assert (called.status, called.err) == (0, "")
        assert "within 1 day" in called.out
    assert call("release", "clerk", *RELEASE, folder=kit).status == 0
    assert call("diff", f"standards/jobs/{name}", "1", folder=kit).status == 0
    assert call("check", "--against", "HEAD", "--select", "PK4", folder=kit).status == 0
    assert not (kit / "x").exists()


def test_line_ends_of_windows_are_no_change(call: Call, kit: Path) -> None:
    git(kit, "config", "core.autocrlf", "false")
    assert call("release", "clerk", *RELEASE, folder=kit).status == 0
    (kit / CLERK).write_bytes((kit / CLERK).read_bytes().replace(b"\n", b"\r\n"))
    commit(kit, "An editor of Windows")
    assert "No differences" in call("diff", "clerk", "1", folder=kit).out
    assert "No differences" in call("diff", "clerk", "HEAD~1", "HEAD", folder=kit).out
    assert "PK400" not in call("check", "--format", "json", folder=kit).out
    edit(kit, "2 days", "1 day")
    assert "within 1 day" in call("diff", "clerk", folder=kit).out
    record = kit / "standards/records/clerk.yml"
    record.write_bytes(record.read_bytes().replace(b"\n", b"\r\n"))
    assert call("release", "clerk", *RELEASE, folder=kit).status == 0
    assert b"\n" not in record.read_bytes().replace(b"\r\n", b"")


@pytest.mark.parametrize("language", ["en", "ru", "sl"])
def test_a_folder_of_somebody_else_is_told_with_what_to_do(
    call: Call, kit: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    advice = f'git config --global --add safe.directory "{kit}"'
    called = call("history", "clerk", "--language", language, folder=kit)
    assert called.status == 0
    assert advice in called.out
    refused = call("check", "--against", "HEAD", "--language", language, folder=kit)
    assert refused.status == 2
    assert advice in refused.err
    assert call("release", "clerk", *RELEASE, folder=kit).status == 0
    assert call("signatures", folder=kit).status == 0


@pytest.mark.parametrize("language", ["en", "ru", "sl"])
def test_a_zip_of_the_folder_works_without_git(call: Call, tmp_path: Path, language: str) -> None:
    kit = make_kit(tmp_path / "unpacked")
    assert call("release", "clerk", *RELEASE, folder=kit).status == 0
    assert call("sign", "clerk", "--person", "ana-novak", folder=kit).status == 0
    owed = json.loads(call("signatures", "--format", "json", folder=kit).out)
    assert [row["name"] for row in owed if row["standing"] == "owed"] == ["Boris Kos"]
    assert call("history", "clerk", "--language", language, folder=kit).status == 0
    assert call("check", "--against", "main", "--language", language, folder=kit).status == 2


def test_without_git_the_reason_is_said(call: Call, tmp_path: Path) -> None:
    kit = make_kit(tmp_path / "unpacked")
    assert "the kit is not in git" in call("history", "clerk", folder=kit).out
    assert "the kit is not in git" in call("check", "--against", "main", folder=kit).err
