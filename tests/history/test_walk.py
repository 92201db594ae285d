"""The walk through git's log misses no commit, whatever people and scripts have done to the files."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from policy_kit.history import read_history
from policy_kit.history.revisions import History
from policy_kit.history.walk import Revision, list_back
from tests.history.repositories import git, tell_story, write_story

Touched = set[tuple[str, str]]
"""Commits with the files that they touch."""


def list_all(history: History) -> list[Revision]:
    """Every revision of every file that there ever was."""
    ends = (*history.files.here.values(), *history.files.ended)
    found = {each for last in ends for each in list_back(last)}
    return sorted(found, key=lambda each: each.number)


def ask_git(folder: Path, *options: str) -> Iterator[tuple[str, str, str]]:
    """Commits with the files that they touch, as another of git's commands tells it: commit, status, path."""
    commits = git(folder, "rev-list", *options, "HEAD").encode()
    shape = ("--stdin", "--root", "-r", "-M", "-l2000", "-z", "--name-status")
    rows = iter(git(folder, "diff-tree", *shape, "-c", given=commits).split("\0"))
    commit = ""
    for row in rows:
        if len(row) == 40 and set(row) <= set("0123456789abcdef"):
            commit = row
        elif row:
            path = next(rows)
            yield commit, row, next(rows) if row[0] in "RC" and len(row) == 4 else path


@pytest.fixture(scope="module", params=range(4))
def repository(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two hundred hostile commits; in two of the repositories the kit lies in a folder."""
    prefix = ("", "our kit/", "", "Наш [кит]/")[request.param]
    folder = tmp_path_factory.mktemp("story")
    return write_story(folder, tell_story(200, request.param), prefix) / prefix


def test_no_commit_is_missed(repository: Path) -> None:
    history = read_history(repository)
    known = {(each.commit, each.path) for each in list_all(history)}
    single = {(commit, path) for commit, _, path in ask_git(repository, "--no-merges")}
    combined = {(commit, path) for commit, _, path in ask_git(repository, "--merges")}
    assert len(single) > 300
    assert len(combined) > 20
    assert single - known == set()
    assert combined - known == set()


def test_what_stands_there_today_is_the_newest_revision(repository: Path) -> None:
    history = read_history(repository)
    prefix = history.repository.prefix if history.repository else ""
    listed = git(repository, "ls-tree", "-r", "-z", "--full-tree", "HEAD").split("\0")
    today = {row.partition("\t")[2]: row.split()[2] for row in listed if row}
    assert {path: each.blob for path, each in history.files.here.items() if each.blob} == today
    for path in today:
        revisions = history.list_revisions(path.removeprefix(prefix)).revisions
        assert revisions[0].blob == today[path]


def test_each_revision_changed_what_stood_in_the_parent(repository: Path) -> None:
    """A revision of a single commit goes back to just the text that stood in the parent, under its name there."""
    single = set(git(repository, "rev-list", "--max-parents=1", "HEAD").split())
    revisions = [each for each in list_all(read_history(repository)) if each.commit in single and each.before]
    pairs = [(each, *each.before) for each in revisions if "\n" not in each.before[0].path]
    asked = "".join(f"{each.commit}^:{before.path}\n" for each, before in pairs).encode()
    answers = git(repository, "cat-file", "--batch-check=%(objectname)", given=asked).splitlines()
    assert len(answers) == len(pairs) > 300
    for (_, before), answer in zip(pairs, answers, strict=True):
        assert answer == before.blob or (answer.endswith(" missing") and not before.blob)
