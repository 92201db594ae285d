"""Short notes are concrete where they tell who, why and what; wishes, boasts and mere awareness are not."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from policy_kit import score_answer
from tests.scoring.samples import LANGUAGES, list_codes

FOLDER = Path(__file__).with_name("answers")
ENOUGH = 0.9
CONDITIONAL = "PK210"
WISHES = {
    "en": "It would be good to have the sales director check the log every Monday.",
    "ru": "Хорошо бы, чтобы директор каждый понедельник проверял журнал.",
    "sl": "Smiselno bi bilo, da direktor vsak ponedeljek pregleda evidenco.",
}


def _read(name: str, language: str) -> Any:
    return yaml.safe_load((FOLDER / f"{name}_{language}.yml").read_text("utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", ["lost-clients", "complaints", "aim"])
def test_telegrams_are_concrete(language: str, question: str) -> None:
    verdicts = [score_answer(text, question, language).verdict for text in _read("telegram", language)[question]]
    assert len(verdicts) >= 12
    assert verdicts.count("concrete") >= ENOUGH * len(verdicts)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("verdict", ["vague", "concrete"])
def test_wishes_are_vague_and_duties_are_not(language: str, verdict: str) -> None:
    wrong = [
        text
        for question, text in _read("duties", language)[verdict]
        if score_answer(text, question, language).verdict != verdict
    ]
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wish_is_called_one(language: str) -> None:
    assert CONDITIONAL in list_codes(score_answer(WISHES[language], "implementation", language))
