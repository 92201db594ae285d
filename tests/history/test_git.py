"""git is asked for revisions, and records exactly what it is told to; what it cannot do it says in a sentence."""

import subprocess
from pathlib import Path

import pytest

from policy_kit.errors import StorageError
from policy_kit.history import commit_files, list_revisions
from policy_kit.languages import load_phrases

PHRASES = load_phrases("en")
FILE = "questionnaires/answers/ответы [1].yml"


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A kit that lies in a folder of a repository, as kits often do."""
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "config", "user.name", "Ana Žnidaršič")
    git(tmp_path, "config", "user.email", "ana@example.com")
    kit = tmp_path / "our kit"
    (kit / FILE).parent.mkdir(parents=True)
    return kit


def write(kit: Path, text: str, file: str = FILE) -> None:
    (kit / file).write_text(text, encoding="utf-8")


def test_revisions_come_newest_first(repository: Path) -> None:
    for text in ("one\n", "two\n"):
        write(repository, text)
        assert commit_files(repository, [FILE], f"Write {text.strip()}", PHRASES)
    known = list_revisions(repository, FILE)
    assert [(one.text, one.summary, one.author) for one in known.revisions] == [
        ("two\n", "Write two", "Ana Žnidaršič"),
        ("one\n", "Write one", "Ana Žnidaršič"),
    ]
    assert known.complete


def test_only_the_named_files_are_recorded(repository: Path) -> None:
    write(repository, "ours\n")
    write(repository, "staged\n", "staged.yml")
    write(repository, "left alone\n", "untracked.yml")
    git(repository, "add", "staged.yml")
    commit_files(repository, [FILE], "Ours", PHRASES)
    shown = git(repository, "-c", "core.quotepath=false", "show", "--name-only", "--format=").split("\n")
    assert shown[0].endswith(FILE)
    assert [line for line in shown if line][1:] == []
    assert sorted(git(repository, "status", "--porcelain", ".").splitlines()) == [
        '?? "our kit/untracked.yml"',
        'A  "our kit/staged.yml"',
    ]


def test_what_has_not_changed_is_not_recorded_again(repository: Path) -> None:
    write(repository, "same\n")
    assert commit_files(repository, [FILE], "First", PHRASES)
    assert commit_files(repository, [FILE], "Second", PHRASES) is None
    assert commit_files(repository, [], "Nothing", PHRASES) is None


def test_a_name_is_no_pattern_and_no_option(repository: Path) -> None:
    write(repository, "a\n", "-n.yml")
    write(repository, "b\n", "questionnaires/answers/ответы 1.yml")
    write(repository, "c\n")
    commit_files(repository, ["-n.yml", FILE], "Two", PHRASES)
    assert "ответы 1.yml" in git(repository, "-c", "core.quotepath=false", "status", "--porcelain", "-uall", ".")
    assert len(list_revisions(repository, "-n.yml").revisions) == 1


def test_a_shallow_clone_says_that_it_does_not_know(repository: Path, tmp_path: Path) -> None:
    for text in ("one\n", "two\n"):
        write(repository, text)
        commit_files(repository, [FILE], text, PHRASES)
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{tmp_path}", "shallow")
    known = list_revisions(tmp_path / "shallow" / "our kit", FILE)
    assert (len(known.revisions), known.complete) == (1, False)


def test_without_a_repository_there_are_no_revisions(tmp_path: Path) -> None:
    write(tmp_path, "text\n", "a.yml")
    assert list_revisions(tmp_path, "a.yml").revisions == ()
    with pytest.raises(StorageError, match="git did not record"):
        commit_files(tmp_path, ["a.yml"], "No", PHRASES)


def test_without_git_it_says_so(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(repository, "text\n")
    monkeypatch.setenv("PATH", "/nonexistent")
    assert list_revisions(repository, FILE).revisions == ()
    with pytest.raises(StorageError, match="not installed"):
        commit_files(repository, [FILE], "No", PHRASES)


def test_the_repository_of_a_hook_is_not_ours(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(repository, "text\n")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    assert commit_files(repository, [FILE], "Ours", PHRASES)
