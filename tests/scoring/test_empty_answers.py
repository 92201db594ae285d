"""Answers that only look like some are called vague: heaps of numbers or keywords, the question again, fine words."""

from pathlib import Path

import pytest
import yaml

from policy_kit.actions.scores import score_answer
from policy_kit.scoring import Score
from tests.scoring.samples import LANGUAGES, check_sums

FOLDER = Path(__file__).parent / "answers"
KINDS = ("stuffed-numbers", "keywords", "pasted-question", "long-empty")
ENOUGH = 0.9


def score_kind(language: str, kind: str) -> list[Score]:
    """The scores of all sample answers of a kind, each for its own question."""
    content = yaml.safe_load((FOLDER / f"empty_{language}.yml").read_text("utf-8"))
    scores = []
    for question, texts in content[kind].items():
        for text in texts:
            scores.append(score_answer(text, question, language))
            check_sums(text, scores[-1])
    return scores


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_most_of_each_kind_are_vague_and_say_why(language: str, kind: str) -> None:
    scores = score_kind(language, kind)
    assert len(scores) >= 15
    vague = [score for score in scores if score.verdict == "vague"]
    assert len(vague) >= ENOUGH * len(scores)
    assert all(score.next_step for score in vague)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Secretary, desk book, 2 days, phone, director, refund."),
        ("ru", "Секретарь, тетрадь, 2 дня, телефон, директор, возврат."),
        ("sl", "Tajnica, zvezek, 2 dni, telefon, direktor, vračilo."),
    ],
)
def test_people_times_and_tools_in_a_row_tell_no_procedure(language: str, text: str) -> None:
    score = score_answer(text, "complaints", language)
    assert score.verdict == "vague"
    assert "PK216" in {finding.code for finding in score.findings}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The secretary logs it, the cook rings back in 2 hours, the owner pays refunds on Friday."),
        ("ru", "Секретарь записывает, повар перезванивает за 2 часа, хозяин возвращает деньги в пятницу."),
        ("sl", "Tajnica zapiše, kuhar pokliče nazaj v 2 urah, lastnik denar vrne v petek."),
    ],
)
def test_the_same_people_who_do_something_are_concrete(language: str, text: str) -> None:
    assert score_answer(text, "complaints", language).verdict == "concrete"
