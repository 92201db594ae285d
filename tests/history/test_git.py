"""git is asked for revisions, and records exactly what it is told to; what it cannot do it says in a sentence."""

import os
import shutil
from pathlib import Path

import pytest

from policy_kit.errors import StorageError
from policy_kit.history import Revision, commit_files, read_history, read_tree_at
from policy_kit.languages import load_phrases
from tests.history.repositories import commit, git, start

PHRASES = load_phrases("en")
FILE = "questionnaires/answers/ответы [1].yml"
LINES = [f"- line {number} of a text that is long enough to be known again\n" for number in range(20)]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A kit that lies in a folder of a repository, as kits often do."""
    kit = start(tmp_path) / "our kit"
    (kit / FILE).parent.mkdir(parents=True)
    return kit


def write(kit: Path, text: str, file: str = FILE) -> None:
    (kit / file).parent.mkdir(parents=True, exist_ok=True)
    (kit / file).write_text(text, encoding="utf-8")


def list_summaries(kit: Path, file: str = FILE) -> list[str]:
    return [each.summary or "not committed" for each in read_history(kit).list_revisions(file).revisions]


def read_texts(kit: Path, file: str = FILE) -> list[str]:
    history = read_history(kit)
    revisions = history.list_revisions(file).revisions
    texts = history.read_texts(revisions)
    return [texts[each].decode() if each in texts else "gone" for each in revisions]


def test_revisions_come_newest_first(repository: Path) -> None:
    for text in ("one\n", "two\n"):
        write(repository, text)
        assert commit_files(repository, [FILE], f"Write {text.strip()}", PHRASES)
    known = read_history(repository).list_revisions(FILE)
    assert [(each.summary, each.author) for each in known.revisions] == [
        ("Write two", "Ana Žnidaršič"),
        ("Write one", "Ana Žnidaršič"),
    ]
    assert read_texts(repository) == ["two\n", "one\n"]
    assert known.is_complete
    assert known.is_known


def test_what_is_not_committed_is_a_revision_of_its_own(repository: Path) -> None:
    write(repository, "one\n")
    assert list_summaries(repository) == ["not committed"]
    commit(repository, "One")
    assert list_summaries(repository) == ["One"]
    write(repository, "two\n")
    assert list_summaries(repository) == ["not committed", "One"]
    assert read_texts(repository) == ["two\n", "one\n"]
    (repository / FILE).unlink()
    newest = read_history(repository).list_revisions(FILE).revisions[0]
    assert (newest.is_deletion, newest.when, newest.author) == (True, None, "")


def test_renames_are_followed_also_of_folders_and_back_and_with_edits(repository: Path) -> None:
    first, second = "standards/jobs/a.yml", "standards/people/ж b.yml"
    write(repository, "".join(LINES), first)
    commit(repository, "Begin")
    (repository / "standards/jobs").rename(repository / "standards/people")
    commit(repository, "Rename the folder")
    (repository / "standards/people/a.yml").unlink()
    write(repository, "".join(LINES[1:]), second)
    commit(repository, "Rename and edit")
    assert list_summaries(repository, second) == ["Rename and edit", "Rename the folder", "Begin"]
    assert read_history(repository).find_successor(first) == second
    (repository / second).unlink()
    write(repository, "".join(LINES[1:]), first)
    commit(repository, "Rename back")
    assert list_summaries(repository, first) == ["Rename back", "Rename and edit", "Rename the folder", "Begin"]


def test_a_kit_that_was_moved_in_its_repository_keeps_its_history(repository: Path) -> None:
    write(repository, "".join(LINES), "standards/jobs/a.yml")
    commit(repository, "Begin")
    (repository.parent / "handbook").mkdir()
    repository.rename(repository.parent / "handbook/kit")
    commit(repository.parent, "Move the kit")
    assert list_summaries(repository.parent / "handbook/kit", "standards/jobs/a.yml") == ["Move the kit", "Begin"]


def test_a_rename_that_is_staged_is_followed(repository: Path) -> None:
    write(repository, "".join(LINES), "standards/jobs/a.yml")
    commit(repository, "Begin")
    git(repository, "mv", "standards/jobs/a.yml", "standards/jobs/b.yml")
    assert list_summaries(repository, "standards/jobs/b.yml") == ["not committed", "Begin"]


def test_a_file_that_was_deleted_and_written_again_has_both_lives(repository: Path) -> None:
    write(repository, "one\n")
    commit(repository, "Begin")
    (repository / FILE).unlink()
    commit(repository, "Delete")
    assert list_summaries(repository) == ["Delete", "Begin"]
    write(repository, "another\n")
    commit(repository, "Begin anew")
    assert list_summaries(repository) == ["Begin anew", "Delete", "Begin"]
    assert read_texts(repository) == ["another\n", "gone", "one\n"]


def test_a_copy_begins_its_own_history(repository: Path) -> None:
    write(repository, "".join(LINES), "standards/jobs/a.yml")
    commit(repository, "Begin")
    shutil.copy(repository / "standards/jobs/a.yml", repository / "standards/jobs/b.yml")
    commit(repository, "Copy")
    assert list_summaries(repository, "standards/jobs/b.yml") == ["Copy"]
    assert list_summaries(repository, "standards/jobs/a.yml") == ["Begin"]


def fork(repository: Path, ours: str, theirs: str) -> None:
    """Two branches that each wrote a text of its own over a common one; we stand on ours."""
    write(repository, "".join(LINES))
    commit(repository, "Begin")
    git(repository, "checkout", "--quiet", "-b", "side")
    write(repository, theirs)
    commit(repository, "Theirs")
    git(repository, "checkout", "--quiet", "main")
    if ours:
        write(repository, ours)
        commit(repository, "Ours")


def merge(repository: Path, *options: str) -> None:
    git(repository, "merge", "--quiet", "--no-ff", "--no-commit", *options, "side")


def test_a_merge_that_says_nothing_of_its_own_is_none(repository: Path) -> None:
    fork(repository, "", "".join(LINES[1:]))
    merge(repository)
    commit(repository, "Merge")
    assert list_summaries(repository) == ["Theirs", "Begin"]


def test_a_merge_of_two_texts_is_a_revision_of_both(repository: Path) -> None:
    fork(repository, "".join(LINES[:-1]), "".join(LINES[1:]))
    merge(repository)
    commit(repository, "Merge")
    assert list_summaries(repository) == ["Merge", "Theirs", "Ours", "Begin"] or list_summaries(repository) == [
        "Merge",
        "Ours",
        "Theirs",
        "Begin",
    ]
    newest = read_history(repository).list_revisions(FILE).revisions[0]
    assert {each.summary for each in newest.before} == {"Ours", "Theirs"}


def test_what_was_slipped_into_a_merge_is_seen(repository: Path) -> None:
    """`git log` shows nothing of it, unless it is asked for combined differences."""
    fork(repository, "", "".join(LINES[1:]))
    merge(repository)
    write(repository, "".join(LINES[1:]) + "- and nobody gets holidays\n")
    commit(repository, "Merge")
    assert list_summaries(repository) == ["Merge", "Theirs", "Begin"]


def test_what_a_merge_drops_is_seen(repository: Path) -> None:
    """With combined differences, too, `git log` shows nothing of it."""
    fork(repository, "".join(LINES[:-1]), "".join(LINES[1:]))
    merge(repository, "--strategy=ours")
    commit(repository, "Merge")
    newest = read_history(repository).list_revisions(FILE).revisions[0]
    assert newest.summary == "Merge"
    assert "Theirs" in {each.summary for each in newest.before}
    assert read_texts(repository)[0] == "".join(LINES[:-1])


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
    names = ["standards/-n.yml", "standards/:(top)*.yml", 'standards/"a\tb".yml', "standards/a\nb.yml", FILE]
    write(repository, "b\n", "questionnaires/answers/ответы 1.yml")
    for name in names:
        write(repository, f"text of {name}\n", name)
    commit_files(repository, names, "All", PHRASES)
    assert "ответы 1.yml" in git(repository, "-c", "core.quotepath=false", "status", "--porcelain", "-uall", ".")
    for name in names:
        assert list_summaries(repository, name) == ["All"]
        assert read_texts(repository, name) == [f"text of {name}\n"]


def test_all_files_of_a_kit_are_read_as_they_were(repository: Path) -> None:
    write(repository, "one\n")
    write(repository, "a\nb\0c", "standards/a\nb.yml")
    first = commit(repository, "One")
    write(repository, "two\n")
    (repository / "standards/a\nb.yml").unlink()
    (repository / "link.yml").symlink_to(FILE)
    git(repository, "tag", "v1", first)
    commit(repository, "Two")
    assert read_tree_at(repository, first) == {FILE: b"one\n", "standards/a\nb.yml": b"a\nb\0c"}
    assert read_tree_at(repository, "v1") == read_tree_at(repository, "HEAD~1")
    assert read_tree_at(repository, "HEAD") == {FILE: b"two\n"}
    for nonsense in ("nowhere", "--all", "-n1", "", "HEAD:our kit", "a\0b"):
        assert read_tree_at(repository, nonsense) is None


def test_a_shallow_clone_says_that_it_does_not_know(repository: Path, tmp_path: Path) -> None:
    for text in ("one\n", "two\n", "three\n"):
        write(repository, text)
        write(repository, "always the same\n", "standards/old.yml")
        commit(repository, text.strip())
    git(tmp_path, "clone", "--quiet", "--depth=2", f"file://{tmp_path}", "shallow")
    kit = tmp_path / "shallow" / "our kit"
    known = read_history(kit).list_revisions(FILE)
    assert [each.summary for each in known.revisions] == ["three"]
    assert not known.is_complete
    assert read_history(kit).read_texts(known.revisions[0].before).popitem()[1] == b"two\n"
    old = read_history(kit).list_revisions("standards/old.yml")
    assert (old.revisions, old.is_complete) == ((), False)


def test_a_worktree_and_a_detached_head_have_the_same_history(repository: Path, tmp_path: Path) -> None:
    write(repository, "one\n")
    first = commit(repository, "One")
    write(repository, "two\n")
    commit(repository, "Two")
    git(tmp_path, "worktree", "add", "--quiet", "--detach", str(tmp_path / "elsewhere"), "main")
    assert list_summaries(tmp_path / "elsewhere" / "our kit") == ["Two", "One"]
    git(repository, "checkout", "--quiet", first)
    assert list_summaries(repository) == ["One"]


def test_a_submodule_has_its_own_history(repository: Path, tmp_path: Path) -> None:
    write(repository, "one\n")
    commit(repository, "One")
    outer = start(tmp_path / "outer")
    git(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(tmp_path), "kits")
    commit(outer, "Add the kits")
    assert list_summaries(outer / "kits" / "our kit") == ["One"]


def test_a_checkout_that_has_its_repository_elsewhere_names_it(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(repository, "one\n")
    commit(repository, "One")
    (tmp_path / ".git").rename(tmp_path / "bare.git")
    assert not read_history(repository).is_known
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "bare.git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path))
    assert list_summaries(repository) == ["One"]


def test_a_bare_repository_holds_no_kit(repository: Path, tmp_path: Path) -> None:
    write(repository, "one\n")
    commit(repository, "One")
    git(tmp_path, "clone", "--quiet", "--bare", str(tmp_path), str(tmp_path / "bare.git"))
    assert not read_history(tmp_path / "bare.git").list_revisions(FILE).revisions


def test_names_of_authors_are_read_through_the_mailmap(repository: Path, tmp_path: Path) -> None:
    write(repository, "one\n")
    commit(repository, "One", author="ana <ana@old.example.com>")
    (tmp_path / ".mailmap").write_text("Ana Žnidaršič <ana@example.com> <ana@old.example.com>\n", encoding="utf-8")
    assert read_history(repository).list_revisions(FILE).revisions[0].author == "Ana Žnidaršič"


def test_dates_are_those_of_the_author_with_their_zone(repository: Path) -> None:
    write(repository, "one\n")
    commit(repository, "One", date="2024-02-29T23:30:00-0930")
    when = read_history(repository).list_revisions(FILE).revisions[0].when
    assert when is not None
    assert when.isoformat() == "2024-02-29T23:30:00-09:30"


def test_settings_of_the_user_do_not_bend_the_answers(repository: Path) -> None:
    write(repository, "".join(LINES), "standards/jobs/a.yml")
    commit(repository, "Begin")
    git(repository, "mv", "standards/jobs/a.yml", "standards/jobs/b.yml")
    commit(repository, "Правка")
    settings = {
        "diff.renames": "false",
        "log.showRoot": "false",
        "log.follow": "true",
        "log.showSignature": "true",
        "log.date": "relative",
        "log.diffMerges": "off",
        "log.decorate": "full",
        "format.pretty": "raw",
        "i18n.logOutputEncoding": "cp1251",
        "core.abbrev": "4",
        "status.relativePaths": "true",
        "status.showUntrackedFiles": "no",
        "status.branch": "true",
        "diff.relative": "true",
        "color.ui": "always",
    }
    for name, value in settings.items():
        git(repository, "config", name, value)
    write(repository, "new\n", "standards/jobs/c.yml")
    assert list_summaries(repository, "standards/jobs/b.yml") == ["Правка", "Begin"]
    assert list_summaries(repository, "standards/jobs/c.yml") == ["not committed"]


def test_without_a_repository_nothing_is_known(tmp_path: Path) -> None:
    write(tmp_path, "text\n", "a.yml")
    known = read_history(tmp_path).list_revisions("a.yml")
    assert (known.revisions, known.is_known) == ((), False)
    assert read_tree_at(tmp_path, "HEAD") is None
    with pytest.raises(StorageError, match="git did not record"):
        commit_files(tmp_path, ["a.yml"], "No", PHRASES)


def test_a_repository_without_commits_is_known(repository: Path) -> None:
    known = read_history(repository).list_revisions(FILE)
    assert (known.revisions, known.is_known, known.is_complete) == ((), True, True)


def test_without_git_it_says_so(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(repository, "text\n")
    monkeypatch.setenv("PATH", "/nonexistent")
    assert not read_history(repository).is_known
    with pytest.raises(StorageError, match="not installed"):
        commit_files(repository, [FILE], "No", PHRASES)


def test_the_repository_of_a_hook_is_not_ours(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(repository, "text\n")
    other = start(tmp_path / "elsewhere")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / "index"))
    assert commit_files(repository, [FILE], "Ours", PHRASES)
    assert list_summaries(repository) == ["Ours"]
    assert "GIT_DIR" in os.environ


def test_a_revision_has_no_secrets(repository: Path) -> None:
    """What reaches pages is the author's name; addresses stay in git."""
    write(repository, "one\n")
    commit(repository, "One")
    assert "ana@example.com" not in repr(read_history(repository).list_revisions(FILE).revisions)
    assert isinstance(read_history(repository).list_revisions(FILE).revisions[0], Revision)
