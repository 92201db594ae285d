"""The catalogue of problems: every code has texts, a bad example that has exactly this problem, and a good one."""

import re
import shutil
from pathlib import Path

import pytest

from policy_kit.kit import Kit, Problem, list_problem_codes, load_kit, load_problem_rule
from policy_kit.kit.causes import BEYOND
from policy_kit.kit.gaps import ACCEPTABLE
from policy_kit.kit.rules import FOLDER, GOOD_KIT
from policy_kit.languages import list_languages, load_phrases, read_language_file
from tests.kit.kits import TODAY

CODES = list_problem_codes()


def lay_out(files: dict[str, str], folder: Path, times: int = 1, encoding: str = "utf-8") -> Path:
    """The good kit with the files of an example laid over it."""
    shutil.copytree(GOOD_KIT, folder)
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes((text * times).encode(encoding))
    return folder


def list_problems(kit: Kit, code: str) -> list[Problem]:
    """Its problems and warnings; of the small kits for other codes the gaps between documents are no matter."""
    found = (*kit.problems, *kit.warnings)
    return [problem for problem in found if code in ACCEPTABLE or problem.code not in ACCEPTABLE]


@pytest.mark.parametrize("code", CODES)
def test_the_bad_example_has_exactly_this_problem(code: str, tmp_path: Path) -> None:
    rule = load_problem_rule(code)
    kit = lay_out(rule.bad, tmp_path / "kit", rule.times, rule.encoding)
    for path in rule.without:
        (kit / path).unlink()
    loaded = load_kit(kit, "en", TODAY)
    found = [problem.code for problem in list_problems(loaded, code)]
    if code == BEYOND:  # it only ever comes after others
        found = found[-1:]
    assert found == [code]


@pytest.mark.parametrize("code", CODES)
def test_the_good_example_has_no_problem(code: str, tmp_path: Path) -> None:
    rule = load_problem_rule(code)
    kit = load_kit(lay_out(rule.good, tmp_path / "kit"), "en", TODAY)
    assert list_problems(kit, code) == []


def test_the_good_kit_has_no_problem() -> None:
    kit = load_kit(GOOD_KIT, "en", TODAY)
    assert kit.problems == kit.warnings == ()


def test_codes_and_names_are_used_once_and_only_in_our_rooms() -> None:
    rules = [load_problem_rule(code) for code in CODES]
    assert [rule.code for rule in rules] == list(CODES)
    assert len({rule.name for rule in rules}) == len(rules)
    for rule in rules:
        assert re.fullmatch(r"PK[014]\d\d", rule.code)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)


@pytest.mark.parametrize("language", list_languages())
@pytest.mark.parametrize("code", CODES)
def test_every_code_is_told_and_explained_in_every_language(code: str, language: str) -> None:
    texts = load_phrases(language).find(f"problems.{code}")
    assert set(texts) == {"title", "message", "help", "why"}
    assert all(texts.values())
    assert not texts["title"].endswith(".")
    assert texts["why"].endswith(".")


def test_every_code_that_the_reader_knows_is_in_the_catalogue() -> None:
    used = {
        code for path in FOLDER.parent.rglob("*.py") for code in re.findall(r'"(PK\d{3})"', path.read_text("utf-8"))
    }
    assert used == set(CODES)


@pytest.mark.parametrize("language", list_languages())
def test_no_language_explains_a_code_that_is_not_there(language: str) -> None:
    explained = {key for key in read_language_file(language, "problems") if key.startswith("PK")}
    assert explained == set(CODES)
