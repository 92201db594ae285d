"""A whole hostile history is replayed: no line that git marks as changed is missing from the changes."""

from pathlib import Path

from policy_kit.history import read_history
from tests.benchmarks.history_replay import list_all, list_missed_commits, replay
from tests.history.repositories import tell_story, write_story


def test_nothing_is_missed_against_git_itself(tmp_path: Path) -> None:
    """What runs here on a made-up repository, `python -m tests.benchmarks.history_replay` runs on any real one."""
    folder = write_story(tmp_path / "story", tell_story(150, 11))
    history = read_history(folder)
    assert list_missed_commits(folder, ".", "*", history) == []
    figures, faults = replay(folder, history, list_all(history))
    assert faults == []
    assert figures["pairs"] > 150
    assert figures["lines"] > 1000
    assert figures["moved"] > 10
