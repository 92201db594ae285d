"""Texts that are set aside: in the kit, where git does not look, or among the temporary files."""

import subprocess
import tempfile
from datetime import datetime
from pathlib import Path

import pytest

from policy_kit.actions.setting_aside import set_aside
from policy_kit.actions.starting import init_kit

NOON = datetime(2026, 3, 1, 12)


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    return init_kit(tmp_path / "lipa", "Lipa", ["sl"])


def test_two_texts_of_the_same_moment_are_both_kept_and_git_sees_neither(kit: Path) -> None:
    subprocess.run(["git", "init", "-q", str(kit)], check=True)
    first = set_aside(kit, "aim", "sl", "Čaša\n", NOON)
    second = set_aside(kit, "aim", "sl", "čaša", NOON)
    assert first.name.startswith("aim.sl.20260301-120000-")
    assert [first.read_text(encoding="utf-8"), second.read_text(encoding="utf-8")] == ["Čaša\n", "čaša\n"]
    seen = subprocess.run(["git", "-C", str(kit), "status", "--porcelain", "-uall"], capture_output=True, check=True)
    assert b".policy-kit" not in seen.stdout


@pytest.mark.parametrize("obstacle", ["file", "link"])
def test_where_the_kit_has_no_room_the_text_goes_to_the_temporary_files(
    kit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, obstacle: str
) -> None:
    elsewhere, temporary = tmp_path / "elsewhere", tmp_path / "temporary"
    elsewhere.mkdir()
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    if obstacle == "file":
        (kit / ".policy-kit").write_text("in the way", encoding="utf-8")
    else:
        (kit / ".policy-kit").symlink_to(elsewhere)
    kept = set_aside(kit, "aim", "sl", "Besedilo", NOON)
    assert kept.parent == temporary
    assert kept.read_text(encoding="utf-8") == "Besedilo\n"
    assert list(elsewhere.iterdir()) == []
