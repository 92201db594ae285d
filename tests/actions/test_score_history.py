"""Every answer has a point for every revision at which its text changed."""

from pathlib import Path
from typing import Any

import pytest

from policy_kit import load_kit
from policy_kit.actions import score_history
from policy_kit.actions.score_history import ScoreHistory, read_score_history
from policy_kit.actions.starting import init_kit
from policy_kit.scoring import Score, score_text
from tests.cli.conftest import write_answers
from tests.history.repositories import commit, git

VAGUE = "We treat every complaint with care and try to correct our shortcomings."
CONCRETE = "The secretariat records every complaint in the register within 1 hour and calls within 2 days."


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """A kit in git without answers."""
    folder = tmp_path / "acme"
    init_kit(folder, "Acme", ["en"])
    git(folder, "init", "--quiet")
    git(folder, "config", "user.name", "Ana")
    git(folder, "config", "user.email", "ana@example.com")
    return folder


def read(kit: Path) -> dict[str, ScoreHistory]:
    return {each.question: each for each in read_score_history(load_kit(kit))}


def test_there_is_a_point_where_the_text_changed_and_only_there(kit: Path) -> None:
    write_answers(kit, ("complaints", VAGUE))
    first = commit(kit, "Vague")
    write_answers(kit, ("aim", VAGUE), ("complaints", VAGUE))
    commit(kit, "Another answer")
    write_answers(kit, ("aim", VAGUE), ("complaints", CONCRETE))
    third = commit(kit, "Concrete")
    points = read(kit)["complaints"].points
    assert [each.commit for each in points] == [first, third]
    assert points[0].score < points[1].score
    assert [each.text.strip() for each in points] == [VAGUE, CONCRETE]
    assert len(read(kit)["aim"].points) == 1


def test_what_is_not_committed_is_the_last_point(kit: Path) -> None:
    write_answers(kit, ("complaints", VAGUE))
    commit(kit, "Vague")
    write_answers(kit, ("complaints", CONCRETE))
    assert [each.commit == "" for each in read(kit)["complaints"].points] == [False, True]


def test_a_revision_that_was_broken_is_passed_over(kit: Path) -> None:
    write_answers(kit, ("complaints", VAGUE))
    commit(kit, "Vague")
    write_answers(kit).write_text("answers: [", encoding="utf-8")
    commit(kit, "Broken")
    write_answers(kit, ("complaints", VAGUE))
    commit(kit, "Mended")
    assert len(read(kit)["complaints"].points) == 1


def test_without_git_today_is_all_that_is_known(kit: Path) -> None:
    write_answers(kit, ("complaints", VAGUE))
    (kit / ".git").rename(kit.parent / "elsewhere")
    found = read(kit)["complaints"]
    assert not found.is_known
    assert [each.commit for each in found.points] == [""]


def test_no_text_is_scored_twice(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        write_answers(kit, ("complaints", (VAGUE, f"{CONCRETE} Twice.")[number % 2]))
        commit(kit, f"Number {number}")
    scored: list[str] = []

    def count(text: str, *rest: Any) -> Score:
        scored.append(text)
        return score_text(text, *rest)

    monkeypatch.setattr(score_history, "score_text", count)
    score_history._score.cache_clear()
    assert len(read(kit)["complaints"].points) == 4
    read(kit)
    assert len(scored) == 2
