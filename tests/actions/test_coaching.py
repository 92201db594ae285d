"""What is said beside an answer while it is written."""

import pytest

from policy_kit.actions.coaching import MOST_MARKS, coach_answer
from policy_kit.actions.scores import standard_questions

TEXTS = {
    "en": "We treat every complaint with great care, always try hard, and correct shortcomings as soon as possible.",
    "ru": "Мы внимательно относимся к жалобам клиентов и стараемся как можно скорее исправлять недостатки.",
    "sl": "Vse pritožbe obravnavamo skrbno, vedno se trudimo in napake odpravimo čim prej.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_marks_are_few_in_order_and_exact(language: str) -> None:
    text = TEXTS[language]
    coaching = coach_answer(text, standard_questions()["complaints"], language, spoken=language, first=language)
    assert 0 < len(coaching.marks) <= MOST_MARKS
    assert [mark.start for mark in coaching.marks] == sorted(mark.start for mark in coaching.marks)
    assert all(text[mark.start : mark.end] == mark.text for mark in coaching.marks)


@pytest.mark.parametrize("language", TEXTS)
def test_the_words_of_the_next_step_are_marked(language: str) -> None:
    question = standard_questions()["complaints"]
    coaching = coach_answer(TEXTS[language], question, language, spoken=language, first=language)
    assert any(mark.text in coaching.next_step for mark in coaching.marks)


def test_the_checklist_has_a_line_per_need_in_the_language_of_the_form() -> None:
    question = standard_questions()["complaints"]
    coaching = coach_answer("The secretariat records it.", question, "en", spoken="sl", first="sl")
    assert len(coaching.needs) == len(question.needs)
    assert any(need.is_met for need in coaching.needs)
    assert not all(need.is_met for need in coaching.needs)
    assert "__" in coaching.skeleton or coaching.next_step
