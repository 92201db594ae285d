"""`check --against`: a change is judged by what it brings, wherever its lines have moved."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.actions.records import CLERK, LETTERS, edit, make_kit
from tests.cli.conftest import Call

ANSWERS = "questionnaires/answers/policy.yml"
QUESTIONS = """\
kind: questionnaire
id: policy
title: Policy
questions:
  - {id: complaints, text: How do we handle complaints?, needs: [actor, action, time, means]}
  - {id: aim, text: What is our aim?, needs: [measure]}
"""
ANSWERED = """\
kind: answers
questionnaire: policy
language: en
answers:
  - question: complaints
    answer: |
      The clerk records every complaint in the complaint log within one hour and calls the client by the next day.
  - question: aim
    answer: |
      We always try to do our best as soon as possible.
"""


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), "-c", "user.name=Ana", "-c", "user.email=ana@example.com", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """A kit with a vague answer and a problem, in a folder of a repository."""
    folder = make_kit(
        tmp_path / "repository/our kit",
        **{"questionnaires/policy.yml": QUESTIONS, ANSWERS: ANSWERED, CLERK: "kind: job-description\nid: clerk\n"},
    )
    make_kit(folder, **{"questionnaires/policy.yml": QUESTIONS, ANSWERS: ANSWERED})
    edit(folder, "purpose:", "reports_to: nobody\npurpose:")
    git(folder.parent, "init", "--quiet", "--initial-branch=main")
    git(folder.parent, "add", "--all")
    git(folder.parent, "commit", "--quiet", "--message=First")
    return folder


def check(call: Call, kit: Path, *more: str) -> tuple[bool, list[str], list[str]]:
    """Whether it passes, and the codes of problems and findings."""
    called = call("check", "--against", "main", "--format", "json", *more, folder=kit)
    data = json.loads(called.out)
    assert called.status == (0 if data["passed"] else 1)
    return data["passed"], *([row["code"] for row in data[key]] for key in ("problems", "findings"))


def test_what_was_wrong_before_is_not_told_again(call: Call, kit: Path) -> None:
    assert call("check", folder=kit).status == 1
    assert check(call, kit) == (True, [], [])


def test_moved_lines_and_renamed_files_bring_nothing_new(call: Call, kit: Path) -> None:
    edit(kit, "kind: job-description", "# A remark.\n\nkind: job-description")
    (kit / CLERK).rename(kit / "standards/jobs/office-clerk.yml")
    head, _, answers = (kit / ANSWERS).read_text().partition("answers:\n")
    first, second = answers.split("  - question: aim")
    (kit / ANSWERS).write_text(f"{head}answers:\n  - question: aim{second}{first}")
    assert check(call, kit) == (True, [], [])


def test_what_is_new_is_told_alone(call: Call, kit: Path) -> None:
    edit(kit, "owner: clerk", "owner: clark", LETTERS)
    assert check(call, kit) == (False, ["PK110"], [])


def test_the_same_mistake_once_more_is_new(call: Call, kit: Path) -> None:
    (kit / "standards/jobs/other.yml").write_text((kit / CLERK).read_text().replace("id: clerk", "id: other"))
    assert check(call, kit)[:2] == (False, ["PK104"])


def test_a_new_problem_is_not_hidden_behind_many_old_ones(call: Call, kit: Path) -> None:
    lines = [f"  - {number:03}\n" for number in range(30)]
    many = "kind: standard\nid: many\ntitle: Many\neffective: 2026-01-01\nstatement: We.\nsteps:\n"
    path = kit / "standards/service/many.yml"
    path.write_text(many + "".join(lines))
    git(kit.parent, "add", "--all")
    git(kit.parent, "commit", "--quiet", "--message=Many mistakes")
    assert check(call, kit) == (True, [], [])
    path.write_text(many + "".join(lines) + "  - 077\n")
    assert check(call, kit) == (False, ["PK026"], [])
    path.write_text(many + "".join(f"  - {number:04}\n" for number in range(30)))
    assert check(call, kit) == (False, [*["PK026"] * 25, "PK099"], [])
    assert check(call, kit, "--ignore", "PK026") == (True, [], [])


def test_a_chosen_code_is_found_behind_many_others(call: Call, kit: Path) -> None:
    steps = "".join(f"  - {number:03}\n" for number in range(30))
    text = "kind: standard\nid: many\ntitle: Many\neffective: 2026-01-01\nstatement: We.\nsteps:\n"
    (kit / "standards/service/many.yml").write_text(f"{text}{steps}nonsense: 1\n")
    assert check(call, kit, "--select", "PK033") == (False, ["PK033"], [])


def test_an_answer_that_fell_fails_the_check_and_is_named(call: Call, kit: Path) -> None:
    edit(
        kit,
        "complaint in the complaint log within one hour and calls",
        "complaint as soon as possible or calls",
        ANSWERS,
    )
    edit(kit, " by the next day", "", ANSWERS)
    called = call("check", "--against", "main", "--format", "json", folder=kit)
    (fall,) = json.loads(called.out)["fell"]
    assert called.status == 1
    assert (fall["question"], fall["file"], fall["line"]) == ("complaints", ANSWERS, 6)
    assert fall["before"] > fall["now"]
    told = call("check", "--against", "main", "--language", "en", folder=kit).out
    assert f"the answer to “complaints” (en) has fallen from {fall['before']} to {fall['now']}" in told
    for form in ("github", "sarif", "junit"):
        assert "has fallen from" in call("check", "--against", "main", "--format", form, folder=kit).out


def test_an_answer_that_is_gone_fell_and_one_that_rose_did_not(call: Call, kit: Path) -> None:
    edit(kit, "We always try to do our best as soon as possible.", "95% of letters are answered in a day.", ANSWERS)
    assert check(call, kit)[0]
    text = (kit / ANSWERS).read_text()
    (kit / ANSWERS).write_text(text.partition("  - question: aim")[0])
    assert not check(call, kit)[0]
    assert check(call, kit, "standards")[0]


def test_a_low_score_counts_only_where_it_was_not_low_before(call: Call, kit: Path) -> None:
    assert check(call, kit, "--min-score", "60")[0]
    (kit / ANSWERS).write_text((kit / ANSWERS).read_text().replace("language: en", "language: ru"))
    assert not check(call, kit, "--min-score", "60")[0]


def test_it_works_in_a_shallow_clone_and_touches_nothing(call: Call, kit: Path, tmp_path: Path) -> None:
    edit(kit, "2 days", "3 days")
    git(kit.parent, "commit", "--quiet", "--all", "--message=Second")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{kit.parent}", "shallow")
    shallow = tmp_path / "shallow/our kit"
    before = sorted(path for path in shallow.rglob("*") if ".policy-kit" not in path.parts)
    assert check(call, shallow) == (True, [], [])
    assert sorted(path for path in shallow.rglob("*") if ".policy-kit" not in path.parts) == before
    assert git(shallow, "status", "--porcelain") == ""
    assert call("check", "--against", "main~1", folder=shallow).status == 2


@pytest.mark.parametrize("revision", ["nosuch", "--help", "main:standards", "", "a\nb"])
def test_an_unknown_revision_is_wrong_use(call: Call, kit: Path, revision: str) -> None:
    called = call("check", f"--against={revision}", "--language", "en", folder=kit)
    assert called.status == 2
    assert "git knows no revision" in called.err


def test_without_git_it_says_so(call: Call, kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    called = call("check", "--against", "main", "--language", "en", folder=kit)
    assert called.status == 2
    assert "git is not installed" in called.err
