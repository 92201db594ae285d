"""The language of a text is recognised where one can tell it; a text in another language than said is told."""

import pytest

from policy_kit.actions.scores import standard_questions
from policy_kit.scoring import recognise_language, score_text
from policy_kit.scoring.codes import VAGUE
from tests.scoring.samples import LANGUAGES, list_codes

TEXTS = {
    "en": "The secretariat records every complaint in the register within one hour and calls the client.",
    "ru": "Секретариат записывает каждую жалобу в журнал в течение часа и звонит клиенту.",
    "sl": "Tajništvo vsako pritožbo v eni uri vpiše v register in pokliče stranko.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_shows_its_language(language: str) -> None:
    assert recognise_language(TEXTS[language]) == language
    assert recognise_language(TEXTS[language].upper()) == language


@pytest.mark.parametrize(
    ("language", "text"),
    [("sl", "Vse pritozbe zapisemo v register in stranki odgovorimo v dveh dneh, ce je le mogoce."), ("ru", "жалоба")],
)
def test_accents_may_be_missing_and_letters_alone_tell(language: str, text: str) -> None:
    assert recognise_language(text) in (language, None)
    assert recognise_language(f"{text} {text} {text}") == language


@pytest.mark.parametrize("text", ["", "24/7", "Bitrix24", "Meridian d. o. o.", "12 h, 95 %", "你好", "\0", "🙂 " * 500])
def test_names_and_numbers_are_of_no_language(text: str) -> None:
    assert recognise_language(text) is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("said", LANGUAGES)
def test_an_answer_in_another_language_than_said_gets_a_reason_of_its_own(language: str, said: str) -> None:
    score = score_text(TEXTS[language], standard_questions()["complaints"], said, "en")
    assert (VAGUE["foreign"] in list_codes(score)) == (language != said)
    if language != said:
        assert (score.score, score.verdict) == (0, "vague")
        assert score.next_step


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("en", "Kovačič d. o. o. and Žito write to us; the clerk answers them within two hours."),
        ("en", "ООО «Вектор» writes to us; the clerk answers within two hours."),
        ("ru", "Отчёт из Salesforce Service Cloud в Microsoft Teams, каждую пятницу, Customer Success Manager."),
        ("sl", "Customer Care Center, Salesforce Service Cloud, Microsoft Teams: poročilo vsak petek."),
        ("en", "Register, 2 days, refund."),
        ("sl", "CRM, NPS, CSAT."),
        ("en", "Beschwerden bearbeitet die Zentrale innerhalb von zwei Stunden."),
    ],
)
def test_foreign_names_make_no_foreign_answer(said: str, text: str) -> None:
    assert VAGUE["foreign"] not in list_codes(score_text(text, None, said))
