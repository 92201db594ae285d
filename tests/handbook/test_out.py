"""The folder of the handbook: replaced as a whole or not at all, and never one that is not ours."""

import os
import time
from pathlib import Path

import pytest

from policy_kit.errors import StorageError, UsageError
from policy_kit.handbook.out import replace_folder
from policy_kit.handbook.site.start_page import MARKER
from policy_kit.languages import load_phrases

ENGLISH = load_phrases("en")


def fill(out: Path, text: str) -> None:
    with replace_folder(out, ENGLISH) as draft:
        (draft / "index.html").write_text(text)
        (draft / MARKER).touch()


def test_a_new_folder_appears_and_is_replaced(tmp_path: Path) -> None:
    out = tmp_path / "deep/site"
    fill(out, "first")
    (out / "old.html").write_text("stale")
    fill(out, "second")
    assert (out / "index.html").read_text() == "second"
    assert sorted(path.name for path in out.iterdir()) == [MARKER, "index.html"]
    assert [path.name for path in out.parent.iterdir()] == ["site"]


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    fill(tmp_path, "text")
    assert (tmp_path / "index.html").read_text() == "text"


def test_others_may_read_it(tmp_path: Path) -> None:
    before = os.umask(0o022)
    fill(tmp_path / "site", "text")
    os.umask(before)
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755


def test_a_folder_that_is_not_ours_stays(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("years of work")
    with pytest.raises(UsageError, match="was not made by policy-kit build"):
        fill(tmp_path, "text")
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.doc"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file")
    with pytest.raises(UsageError, match="is a file"):
        fill(tmp_path / "site", "text")


def test_a_build_that_fails_leaves_the_old_one(tmp_path: Path) -> None:
    out = tmp_path / "site"
    fill(out, "old")
    with pytest.raises(UnicodeEncodeError), replace_folder(out, ENGLISH) as draft:
        (draft / "index.html").write_text("half \ud800", encoding="utf-8")
    assert (out / "index.html").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_disk_that_refuses_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageError, match="could not be written"):
        fill(tmp_path / "file" / "site", "text")


def test_a_swap_that_fails_puts_the_old_one_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "site"
    fill(out, "old")
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target == out and (self / "new").exists():
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(StorageError, match="No space left"), replace_folder(out, ENGLISH) as draft:
        (draft / "new").touch()
    assert (out / "index.html").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_a_killed_build_left_is_swept_away(tmp_path: Path) -> None:
    stale, young = tmp_path / ".site.building-stale", tmp_path / ".site.building-young"
    for folder in (stale, young):
        folder.mkdir()
    os.utime(stale, (time.time() - 7200,) * 2)
    fill(tmp_path / "site", "text")
    assert not stale.exists()
    assert young.exists()


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to("real")
    fill(tmp_path / "site", "text")
    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "real/index.html").read_text() == "text"
