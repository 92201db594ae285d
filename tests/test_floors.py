"""The house has floors, and imports point down only."""

from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]


def test_imports_point_down_only(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    status = lint_imports(no_cache=True)
    assert status == 0, capsys.readouterr().out


def test_every_file_opens_with_a_sentence() -> None:
    silent = [
        path.relative_to(ROOT).as_posix()
        for path in ROOT.glob("policy_kit/**/*.py")
        if not path.read_text(encoding="utf-8").startswith('"""')
    ]
    assert silent == []
