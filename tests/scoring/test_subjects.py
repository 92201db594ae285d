"""An answer to another question is noticed, said to be one, and named; an answer to its own question is left alone."""

from functools import cache
from pathlib import Path

import pytest
import yaml

from policy_kit.actions.scores import score_answer, standard_questions
from policy_kit.documents import Question
from policy_kit.languages.phrases import read_language_file
from policy_kit.scoring import score_text
from policy_kit.scoring.lexicon import load_lexicon
from policy_kit.scoring.topic import read_question
from tests.benchmarks.scorer_quality import CLOSE
from tests.scoring.samples import LANGUAGES, RETURNS, SUPPLIERS, check_sums, list_codes

FOLDER = Path(__file__).parent / "answers"
OFF = "PK213"
ENOUGH = 0.9
ENOUGH_OF_CLOSE = 0.6


@cache
def read_short(language: str) -> list[tuple[str, str]]:
    """Short concrete answers: the question, and the answer to it."""
    content = yaml.safe_load((FOLDER / f"short_{language}.yml").read_text("utf-8"))
    return [(question, text) for question, texts in content.items() for text in texts]


@pytest.mark.parametrize("language", LANGUAGES)
def test_short_answers_to_their_own_question_are_concrete(language: str) -> None:
    scores = [score_answer(text, question, language) for question, text in read_short(language)]
    assert len(scores) >= 40
    assert sum(score.verdict == "concrete" for score in scores) >= ENOUGH * len(scores)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_answers_are_vague_under_other_questions(language: str) -> None:
    clear: list[bool] = []
    close: list[bool] = []
    for question, text in read_short(language):
        for other in standard_questions():
            if other != question:
                group = close if frozenset((question, other)) in CLOSE else clear
                group.append(score_answer(text, other, language).verdict == "vague")
    assert sum(clear) >= ENOUGH * len(clear)
    assert sum(close) >= ENOUGH_OF_CLOSE * len(close)


@pytest.mark.parametrize(
    ("language", "question", "text", "words", "subject"),
    [
        (
            "en",
            "basis",
            "Two hotels left us last spring because the laundry came late.",
            "left us",
            "why clients leave",
        ),
        (
            "ru",
            "aim",
            "О нас узнают на выставке и от соседей по рынку.",
            "выставке",
            "откуда клиенты узнают о компании",
        ),
        ("sl", "aim", "Pritožbo sprejme Nina in jo isti dan zapiše v knjigo.", "Pritožbo", "kako obravnavate pritožbe"),
    ],
)
def test_the_reason_names_what_the_answer_is_about(
    language: str, question: str, text: str, words: str, subject: str
) -> None:
    score = score_answer(text, question, language)
    check_sums(text, score)
    reasons = [finding.reason for finding in score.findings if finding.code == OFF]
    assert len(reasons) == 1
    assert subject in reasons[0]
    assert words in reasons[0]
    assert score.next_step


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Nina enters each complaint in the blue book the same day and the owner answers within two days. "
            "Twice a year we also send a survey, and new cooks spend a week with a mentor.",
        ),
        (
            "ru",
            "Нина в тот же день записывает каждую жалобу в синюю книгу, хозяин отвечает за два дня. "
            "Дважды в год мы ещё проводим опрос, а новый повар неделю работает с наставником.",
        ),
        (
            "sl",
            "Nina vsako pritožbo isti dan vpiše v modro knjigo, lastnik odgovori v dveh dneh. "
            "Dvakrat na leto izvedemo še anketo, novi kuhar pa teden dni dela z mentorjem.",
        ),
    ],
)
def test_who_answers_first_may_go_on_to_more(language: str, text: str) -> None:
    score = score_answer(text, "complaints", language)
    assert OFF not in list_codes(score)
    assert score.verdict == "concrete"


@pytest.mark.parametrize("question", [RETURNS, SUPPLIERS], ids=lambda question: question.id)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_of_ones_own_is_never_held_against_other_subjects(language: str, question: Question) -> None:
    for _, text in read_short(language):
        assert OFF not in list_codes(score_text(text, question, language, "en"))


def test_one_word_does_not_make_a_subject() -> None:
    who = Question.model_validate({"id": "opens", "text": "Who opens in the morning?", "needs": ["actor", "time"]})
    assert not read_question(who, "en", "en").subjects
    assert OFF not in list_codes(score_text("Boris at six, Ana when Boris is on leave.", who, "en"))


def test_a_question_in_other_words_has_its_subject() -> None:
    wording = "What do you do when somebody makes a complaint?"
    hint = "Say who takes the complaint, how the cause is found and when the client gets a refund."
    question = Question.model_validate({"id": "c", "text": wording, "hint": hint, "needs": ["actor", "action"]})
    assert read_question(question, "en", "en").subjects == {"complaints"}
    assert OFF in list_codes(score_text("Half of them find us on Google, the rest through friends.", question, "en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_subject_has_its_words_and_its_name(language: str) -> None:
    lexicon = load_lexicon(language)
    names = read_language_file(language, "subjects")["names"]
    rules = read_language_file(language, "rules_subjects")
    assert set(names) == set(lexicon.subjects)
    assert set(rules) == {f"{kind}-{subject}" for kind in ("gives", "tells") for subject in lexicon.subjects}
    asked = {
        subject for each in standard_questions().values() for subject in read_question(each, language, "en").subjects
    }
    assert asked == set(lexicon.subjects)
