"""`diff` and `history`: what changed in a document, in words, for people, for pages and for programs."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.history.repositories import commit, git

JOB = "standards/jobs/client-manager.yml"
COMPANY = """\
kind: company
name: Acme
languages: [en, sl]
roles: [{id: director, title: Director}, {id: head-of-service, title: Head of service}]
"""
TEXT = """\
kind: job-description
id: client-manager
title: {en: Client manager, sl: Skrbnik strank}
effective: 2026-03-01
reports_to: head-of-service
purpose: Wins new clients and keeps the ones we have.
duties:
  - {id: complaints, text: Answers every complaint within 2 days}
weekly_hours: 40
manages_people: false
"""


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """A small kit of two job descriptions."""
    folder = tmp_path / "acme"
    (folder / "standards/jobs").mkdir(parents=True)
    (folder / "standards/company.yml").write_text(COMPANY, encoding="utf-8")
    (folder / JOB).write_text(TEXT, encoding="utf-8")
    small = "kind: job-description\nid: sales-manager\neffective: 2026-03-01\ntitle: Seller\npurpose: Sells.\n"
    (folder / "standards/jobs/sales-manager.yml").write_text(small, encoding="utf-8")
    return folder


@pytest.fixture
def repository(kit: Path) -> Path:
    """The kit in git, with a change that is committed and one that is not."""
    git(kit, "init", "--quiet", "--initial-branch=main")
    git(kit, "config", "user.name", "Ana Žnidaršič")
    git(kit, "config", "user.email", "ana@example.com")
    commit(kit, "Begin the kit")
    replace(kit, "reports_to: head-of-service", "reports_to: director")
    commit(kit, "Report to the director")
    replace(kit, "weekly_hours: 40", "weekly_hours: 38")
    return kit


def replace(kit: Path, old: str, new: str, file: str = JOB) -> None:
    text = (kit / file).read_text(encoding="utf-8")
    assert old in text
    (kit / file).write_text(text.replace(old, new), encoding="utf-8")


def test_the_working_file_is_compared_with_the_last_commit(call: Call, repository: Path) -> None:
    called = call("diff", "client-manager", folder=repository)
    assert (called.status, called.err) == (0, "")
    assert called.out.splitlines()[1:] == ["- weekly hours: 40 → 38", "1 difference."]


@pytest.mark.parametrize("name", ["job-description/client-manager", JOB, f"./{JOB}"])
def test_a_document_has_several_names(call: Call, repository: Path, name: str) -> None:
    called = call("diff", name, "HEAD~1", "HEAD", folder=repository)
    assert called.out.splitlines()[1:] == ["- reports to: Head of service → Director", "1 difference."]


def test_the_company_has_no_short_name_but_its_kind(call: Call, repository: Path) -> None:
    replace(repository, "name: Acme", "name: Acme Ltd", "standards/company.yml")
    assert "- name: Acme → Acme Ltd" in call("diff", "company", folder=repository).out


def test_without_differences_it_says_so_and_all_is_well(call: Call, repository: Path) -> None:
    called = call("diff", "sales-manager", folder=repository)
    assert (called.status, called.out.splitlines()[1:]) == (0, ["No differences."])


def test_another_spelling_of_the_same_is_no_difference(call: Call, repository: Path) -> None:
    commit(repository, "Hours")
    replace(repository, "weekly_hours: 38", "weekly_hours: 38.0  # as agreed")
    assert "No differences." in call("diff", "client-manager", folder=repository).out


def test_programs_read_every_change(call: Call, repository: Path) -> None:
    told = json.loads(call("diff", "client-manager", "HEAD~1", "--format", "json", folder=repository).out)
    assert told["document"] == {
        "kind": "job-description",
        "id": "client-manager",
        "path": JOB,
        "title": "Client manager",
    }
    assert told["state"] == "changed"
    assert told["substantive"] is True
    assert {change["words"]: change["new"] for change in told["changes"]} == {
        "reports to: Head of service → Director": "director",
        "weekly hours: 40 → 38": 38,
    }


def test_markdown_reads_texts_as_texts(call: Call, repository: Path) -> None:
    replace(repository, "weekly_hours: 38", "weekly_hours: 38\nrights: ['<img src=x> **bold** [a](javascript:b) @all']")
    called = call("diff", "client-manager", "--format", "markdown", folder=repository)
    assert "&lt;img src=x&gt; \\*\\*bold\\*\\* \\[a\\](javascript:b) \\@all" in called.out


def test_on_a_terminal_words_are_coloured(call: Call, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policy_kit.cli.differences.has_colour", lambda _: True)
    monkeypatch.setattr("policy_kit.cli.screen.has_colour", lambda _: True)
    called = call("diff", "client-manager", folder=repository)
    assert "\x1b[31m\x1b[9m40\x1b[0m" in called.out
    assert "\x1b[32m\x1b[4m38\x1b[0m" in called.out


def test_in_a_history_long_changes_are_cut(call: Call, repository: Path) -> None:
    replace(repository, "weekly_hours: 38", "weekly_hours: 38\nrights: ['" + "Asks for help. " * 40 + "']")
    commit(repository, "Rights")
    lines = [line for line in call("history", "client-manager", folder=repository).out.splitlines() if "Asks" in line]
    assert len(lines) == 1
    assert len(lines[0]) < 180
    assert lines[0].endswith("…")


def test_control_characters_do_nothing_in_the_terminal(call: Call, repository: Path) -> None:
    git(repository, "commit", "--quiet", "--all", "--message=\x1b[31mred\x07")
    called = call("history", "client-manager", folder=repository)
    assert "\x1b" not in called.out
    assert "\\u001b[31mred" in called.out


def test_a_document_that_is_new_deleted_or_nowhere_is_told(call: Call, repository: Path) -> None:
    (repository / "standards/jobs/sales-manager.yml").unlink()
    commit(repository, "Nobody sells")
    assert (
        "was deleted: it is no longer there in"
        in call("diff", "sales-manager", "HEAD~1", "HEAD", folder=repository).out
    )
    assert "was deleted" in call("diff", "sales-manager", "HEAD~1", folder=repository).out
    assert "is new" in call("diff", "sales-manager", "HEAD", "HEAD~1", folder=repository).out
    assert "neither in" in call("diff", "sales-manager", "HEAD", folder=repository).out
    called = call("diff", "sales-manger", folder=repository)
    assert (called.status, called.out) == (2, "")
    assert "There is no document sales-manger." in called.err


def test_a_renamed_file_is_still_the_same_document(call: Call, repository: Path) -> None:
    git(repository, "mv", JOB, "standards/jobs/clients.yml")
    commit(repository, "Rename")
    called = call("diff", "client-manager", "HEAD~2", folder=repository)
    assert f"The file was renamed: {JOB} → standards/jobs/clients.yml." in called.out
    assert "- weekly hours: 40 → 38" in called.out
    assert "Begin the kit" in call("history", "client-manager", folder=repository).out


def test_a_broken_version_is_told_with_the_reason(call: Call, repository: Path) -> None:
    (repository / JOB).write_text("kind: job-description\nid: client-manager\ntitle: [", encoding="utf-8")
    called = call("diff", JOB, folder=repository)
    assert called.status == 0
    assert "cannot be read in the working file" in called.out
    assert "Cannot be read" in call("history", JOB, folder=repository).out
    assert "cannot be read" in call("diff", "client-manager", folder=repository).out


@pytest.mark.parametrize("version", ["7", "nowhere", "--output=x", ""])
def test_a_version_that_is_not_there_is_wrong_use(call: Call, repository: Path, version: str) -> None:
    called = call("diff", "client-manager", "--", version, folder=repository)
    assert called.status == 2
    assert "neither a release nor a revision" in called.err
    assert not (repository / "x").exists()


def test_the_history_is_told_newest_first(call: Call, repository: Path) -> None:
    lines = call("history", "client-manager", folder=repository).out.splitlines()
    told = [line.strip() for line in lines if line.startswith("  ")]
    assert told == [
        "- weekly hours: 40 → 38",
        "Report to the director",
        "- reports to: Head of service → Director",
        "Begin the kit",
        "The document begins here.",
    ]
    heads = [line for line in lines if "·" in line]
    assert "not committed yet" in heads[0]
    assert "Ana Žnidaršič" in heads[1]


def test_programs_read_the_history(call: Call, repository: Path) -> None:
    told = json.loads(call("history", "client-manager", "--format", "json", folder=repository).out)
    assert (told["known"], told["complete"]) == (True, True)
    assert [entry["commit"] is None for entry in told["entries"]] == [True, False, False]
    assert [entry["type"] for entry in told["entries"]] == ["revision"] * 3


def test_without_git_it_says_that_nothing_is_known(call: Call, kit: Path) -> None:
    called = call("history", "client-manager", folder=kit)
    assert called.status == 0
    assert "nothing is known" in called.out
    assert "was not there yet" in call("diff", "client-manager", folder=kit).out
    assert call("diff", "client-manager", "HEAD", folder=kit).status == 2


def test_a_shallow_clone_says_what_it_does_not_know(call: Call, repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository}", "shallow")
    called = call("history", "client-manager", folder=tmp_path / "shallow")
    assert "not known here" in called.out
    assert "Report to the director" not in called.out


@pytest.mark.parametrize("language", ["en", "ru", "sl"])
def test_both_commands_speak_every_language(call: Call, repository: Path, language: str) -> None:
    for command in ("diff", "history"):
        for form in ("text", "markdown", "json"):
            called = call(command, "client-manager", "--language", language, "--format", form, folder=repository)
            assert (called.status, called.err) == (0, "")
        assert call(command, "--help", "--language", language).status == 0


def test_a_file_that_was_renamed_without_git_keeps_its_history(call: Call, repository: Path) -> None:
    (repository / JOB).rename(repository / "standards/jobs/clients.yml")
    assert "- reports to: Head of service → Director" in call("history", "client-manager", folder=repository).out
    assert "- weekly hours: 40 → 38" in call("diff", "client-manager", "HEAD", folder=repository).out


@pytest.fixture
def released(call: Call, repository: Path) -> Path:
    """Release 1 is committed, release 2 too, and a change after it is not."""
    release = ("release", "client-manager", "--approved-by", "director=2026-02-01")
    assert call(*release, "--summary", "Fewer hours", folder=repository).status == 0
    commit(repository, "Release 1")
    replace(repository, "weekly_hours: 38", "weekly_hours: 36")
    commit(repository, "Even fewer")
    assert call(*release, "--summary", "Even fewer hours", folder=repository).status == 0
    commit(repository, "Release 2")
    replace(repository, "manages_people: false", "manages_people: true")
    return repository


def test_releases_are_compared_by_their_numbers(call: Call, released: Path) -> None:
    assert "- weekly hours: 38 → 36" in call("diff", "client-manager", "1", "2", folder=released).out
    assert call("diff", "client-manager", folder=released).out.splitlines() == [
        "Client manager: release 2 → the working file",
        "- manages people: no → yes",
        "1 difference.",
    ]
    git(released, "branch", "1")
    told = json.loads(call("diff", "client-manager", "1", "--format", "json", folder=released).out)
    assert (told["old"]["release"], told["old"]["commit"]) == (1, None)


def test_the_history_tells_into_which_release_each_revision_went(call: Call, released: Path) -> None:
    told = json.loads(call("history", "client-manager", "--format", "json", folder=released).out)
    assert [(entry["type"], entry.get("number") or entry.get("release")) for entry in told["entries"]] == [
        ("revision", None),
        ("release", 2),
        ("revision", 2),
        ("release", 1),
        ("revision", 1),
        ("revision", 1),
        ("revision", 1),
    ]
    text = call("history", "client-manager", folder=released).out
    assert "Release 2, effective 1 March 2026: Even fewer hours (substantive)" in text
    assert "not released yet" in text


def test_without_git_there_are_the_releases(call: Call, released: Path) -> None:
    (released / ".git").rename(released.parent / "elsewhere")
    called = call("history", "client-manager", folder=released)
    assert "Release 1, effective" in called.out
    assert "nothing is known" in called.out
    assert "- weekly hours: 38 → 36" in call("diff", "client-manager", "1", "2", folder=released).out
