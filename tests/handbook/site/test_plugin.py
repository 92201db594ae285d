"""MkDocs itself, run in the site folder of a kit, makes the same handbook without a warning."""

import filecmp
import os
import subprocess
import sys
from pathlib import Path

from policy_kit.actions.building import build_handbook
from tests.handbook.kits import copy_sample


def test_mkdocs_itself_makes_the_same_handbook(tmp_path: Path) -> None:
    copy_sample(tmp_path / "kit", "en", "sl")
    ours = build_handbook(tmp_path / "kit", tmp_path / "ours").folder
    done = run_mkdocs(tmp_path / "kit")
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    theirs = tmp_path / "kit/site/public"
    names = list_files(ours)
    assert list_files(theirs) == names
    assert filecmp.cmpfiles(ours, theirs, names, shallow=False)[1:] == ([], [])
    build_handbook(tmp_path / "kit")  # the folder is known as ours


def test_what_the_kit_lacks_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "site/pages").mkdir(parents=True)
    text = 'site_name: ""\nplugins: [policy-kit]\ndocs_dir: pages\nsite_dir: public\ntheme: {name: material}\n'
    (tmp_path / "site/mkdocs.yml").write_text(text, encoding="utf-8")
    done = run_mkdocs(tmp_path)
    assert done.returncode == 1
    assert "standards/company.yml" in done.stderr
    assert "Traceback" not in done.stderr


def run_mkdocs(kit: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", "site/mkdocs.yml"],
        cwd=kit,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=False,
    )


def list_files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
