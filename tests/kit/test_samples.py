"""Whole small kits, found by their folders: the good ones have no problem, the bad ones tell what is expected."""

from pathlib import Path

import pytest

from policy_kit.kit import format_problem, load_kit
from policy_kit.languages import load_phrases
from tests.conftest import Snapshot
from tests.kit.kits import TODAY

SAMPLES = Path(__file__).parents[1] / "samples"


def list_kits(folder: str) -> list[Path]:
    return sorted(path for path in (SAMPLES / folder).iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", list_kits("good"), ids=lambda folder: folder.name)
def test_a_good_kit_has_no_problem(folder: Path) -> None:
    kit = load_kit(folder, today=TODAY)
    assert kit.problems == ()
    assert {file.path for file in kit.files} == {path.relative_to(folder).as_posix() for path in folder.rglob("*.yml")}


@pytest.mark.parametrize("folder", list_kits("bad"), ids=lambda folder: folder.name)
def test_a_bad_kit_tells_what_is_wrong(folder: Path, snapshot: Snapshot) -> None:
    kit = load_kit(folder, today=TODAY)
    told = [format_problem(problem, load_phrases(kit.language)) for problem in kit.problems]
    snapshot(folder / "expected.txt", "\n\n".join(told) + "\n")
