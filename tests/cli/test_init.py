"""`init`: a kit that is sound from the first minute, in the languages that the company chose."""

import json
import re
from itertools import combinations
from pathlib import Path

import pytest
import yaml

from policy_kit import load_kit
from policy_kit.actions.adapting import read_changes
from policy_kit.actions.starter import find_starter
from policy_kit.languages import list_languages
from tests.cli.conftest import Call

CHOICES = [choice for n in (1, 2, 3) for choice in combinations(list_languages(), n)]


@pytest.mark.parametrize("languages", CHOICES, ids="-".join)
def test_a_new_kit_is_sound_and_speaks_only_its_languages(
    call: Call, tmp_path: Path, languages: tuple[str, ...]
) -> None:
    options = [part for language in languages for part in ("--language", language)]
    assert call("init", tmp_path / "acme", "--company", "Acme", *options).status == 0
    kit = load_kit(tmp_path / "acme")
    assert kit.problems == ()
    assert kit.languages == languages
    assert kit.answers == ()
    assert len(kit.standards) >= 10
    assert {"client-manager", "operations-manager", "sales-manager", "quality-manager"} <= kit.jobs.keys()
    assert kit.moral_code
    assert kit.questionnaires["service-policy"].questions[-1].opens_after == "all"
    for file in kit.files:
        text = (kit.folder / file.path).read_text(encoding="utf-8")
        assert find_languages(yaml.safe_load(text)) <= set(languages), file.path


TRADE = re.compile(
    r"meridian|carrier|cargo|truck|freight|lading|transport|перевоз|\bгруз(?:а|у|ов)?\b|рейс|коносамент"
    r"|prevozn|prevoz[ua]?\b|tovor|zabojnik",
    re.IGNORECASE,
)


def test_a_new_kit_is_of_no_trade_and_has_no_open_gaps(call: Call, tmp_path: Path) -> None:
    options = [part for language in list_languages() for part in ("--language", language)]
    assert call("init", tmp_path / "acme", *options).status == 0
    kit = load_kit(tmp_path / "acme")
    assert kit.warnings == ()
    texts = {file.path: (kit.folder / file.path).read_text(encoding="utf-8") for file in kit.files}
    assert {path: TRADE.findall(text) for path, text in texts.items() if TRADE.search(text)} == {}


def test_what_makes_way_in_the_starter_is_there_in_the_example() -> None:
    for path, change in read_changes().items():
        text = (find_starter() / path).read_text(encoding="utf-8")
        for old, _ in change.get("texts", ()):
            assert text.count(old) == 1, f"{path}: {old}"
        for name in change.get("without", ()):
            assert re.search(rf"^(?:  - id: {name}|{name}:.*)$", text, re.MULTILINE), f"{path}: {name}"


def test_a_bare_kit_has_the_questions_and_is_sound(call: Call, tmp_path: Path) -> None:
    called = call("init", tmp_path / "acme", "--company", "Acme", "--bare")
    assert called.status == 0
    assert "policy-kit explain standard" in called.out
    kit = load_kit(tmp_path / "acme")
    assert (kit.problems, kit.warnings) == ((), ())
    assert [file.path for file in kit.files] == ["questionnaires/service-policy.yml", "standards/company.yml"]
    assert call("build", folder=tmp_path / "acme").status == 0


def find_languages(tree: object) -> set[str]:
    """The languages of all texts in a document."""
    if isinstance(tree, list):
        return set().union(*map(find_languages, tree))
    if isinstance(tree, dict):
        own = set(tree) if set(tree) <= set(list_languages()) else set()
        return own.union(*map(find_languages, tree.values()))
    return set()


def test_it_brings_what_an_editor_git_and_ci_need(kit: Path) -> None:
    settings = json.loads((kit / ".vscode/settings.json").read_text(encoding="utf-8"))
    schema = json.loads((kit / next(iter(settings["yaml.schemas"]))).read_text(encoding="utf-8"))
    assert schema["required"] == ["kind"]
    assert "site/public/" in (kit / ".gitignore").read_text(encoding="utf-8")
    assert list((kit / ".github/workflows").glob("*.yml"))
    for file in (".github/workflows/handbook.yml", ".gitlab-ci.yml"):
        assert "policy-kit check" in str(yaml.safe_load((kit / file).read_text(encoding="utf-8")))
    assert (kit / "site/mkdocs.yml").is_file()
    assert (kit / "site/pages").is_dir()


@pytest.mark.parametrize("name", ["A: b # c", "“Ромашка” & Co. <b>", "- x", "{{ x }}", "'", '"', "yes", "012", "\\n"])
def test_a_company_may_be_called_anything(call: Call, tmp_path: Path, name: str) -> None:
    assert call("init", tmp_path / "kit", "--company", name).status == 0
    company = load_kit(tmp_path / "kit").company
    assert company
    assert company.name == name


def test_left_to_itself_it_takes_the_name_of_the_folder(call: Call, tmp_path: Path) -> None:
    call("init", "acme", folder=tmp_path)
    company = load_kit(tmp_path / "acme").company
    assert company
    assert company.name == "acme"


def test_a_folder_in_use_is_left_alone(call: Call, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    called = call("init", tmp_path)
    assert called.status == 2
    assert "not empty" in called.err
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_an_empty_folder_may_be_there_already(call: Call, tmp_path: Path) -> None:
    (tmp_path / "acme").mkdir()
    assert call("init", tmp_path / "acme").status == 0
    assert [path.name for path in tmp_path.iterdir()] == ["acme"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["init"], "FOLDER is missing"),
        (["init", "x", "--language", "de"], "--language does not fit: en, ru, sl"),
        (["init", "x", "--company", "a\nb"], "one line"),
        (["init", "x", "--company", " "], "one line"),
    ],
)
def test_wrong_use_is_said_in_a_sentence(call: Call, tmp_path: Path, arguments: list[str], said: str) -> None:
    called = call(*arguments, folder=tmp_path)
    assert called.status == 2
    assert said in called.err
    assert not list(tmp_path.iterdir())


def test_what_comes_next_is_told_in_the_first_language(call: Call, tmp_path: Path) -> None:
    assert "Kako naprej" in call("init", tmp_path / "a", "--language", "sl").out
    assert "Что дальше" in call("init", tmp_path / "b", "--language", "ru", "--language", "en").out


def test_the_people_and_records_of_the_example_stay_there(kit: Path) -> None:
    assert (Path(__file__).parents[2] / "standards/people.yml").is_file()
    assert not (kit / "standards/people.yml").exists()
    assert not (kit / "standards/records").exists()


def test_the_hook_lets_a_text_be_committed_that_waits_for_its_release(call: Call, kit: Path) -> None:
    (hook,) = yaml.safe_load((Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    entry = hook["entry"].split()[1:]
    assert call("release", "moral-code", "--summary", "First.", "--approved-by", "director", folder=kit).status == 0
    path = kit / "standards/moral-code.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("owner:", "until: 2099-01-01\nowner:"), encoding="utf-8")
    assert call("check", folder=kit).status == 1
    assert call(*entry, folder=kit).status == 0
    path.write_text("kind: moral-code\n", encoding="utf-8")
    assert call(*entry, folder=kit).status == 1
