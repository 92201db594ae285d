"""Kits for the interview: new ones, without answers."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from policy_kit import load_kit
from policy_kit.documents import Question, pick_text
from tests.new_kits import copy_new_kit

MakeKit = Callable[..., Path]
ANSWERS = Path("questionnaires/answers/service-policy.yml")


@pytest.fixture
def make_kit(tmp_path: Path) -> MakeKit:
    """A function that makes a kit in the given languages."""

    def make(*languages: str) -> Path:
        return copy_new_kit(tmp_path / "lipa", "Lipa", *languages)

    return make


def read_answers(kit: Path) -> dict[str, str]:
    """The answers as another program would read them."""
    path = kit / ANSWERS
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))["answers"] if path.exists() else []
    return {row["question"]: row["answer"].strip() for row in rows}


def list_questions(kit: Path) -> list[Question]:
    """The questions of the kit."""
    return list(load_kit(kit).questionnaires["service-policy"].questions)


def concrete_example(question: Question, language: str) -> str:
    """The questionnaire's own concrete answer."""
    assert question.example is not None
    assert question.example.concrete is not None
    return pick_text(question.example.concrete, language, language)
