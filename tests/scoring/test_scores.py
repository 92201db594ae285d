"""What the scorer makes of concrete, vague, honest and evasive texts."""

import pytest

from policy_kit.documents import Question
from policy_kit.scoring import Score, score_text
from tests.scoring.samples import CONCRETE, LANGUAGES, RETURNS, SUPPLIERS, VAGUE, check_sums, list_codes


def score(text: str, question: Question | None, language: str) -> Score:
    """A score, with all that must hold for any score checked."""
    result = score_text(text, question, language)
    check_sums(text, result)
    return result


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", [RETURNS, None])
def test_concrete(language: str, question: Question | None) -> None:
    result = score(CONCRETE[language], question, language)
    assert result.verdict == "concrete"
    assert not {"PK301", "PK302", "PK303", "PK304"} & list_codes(result)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", [RETURNS, SUPPLIERS, None])
def test_vague(language: str, question: Question | None) -> None:
    result = score(VAGUE[language], question, language)
    assert result.verdict == "vague"
    assert {"PK201", "PK204"} <= list_codes(result)
    assert result.missing
    assert "__" in result.skeleton


@pytest.mark.parametrize(
    ("language", "text", "phrase"),
    [
        ("en", "The secretary calls the client as soon as possible.", "as soon as possible"),
        ("ru", "Секретарь оперативно перезванивает клиенту.", "оперативно"),
        ("sl", "Tajnica čim prej pokliče stranko.", "čim prej"),
    ],
)
def test_next_step_names_the_phrase_and_offers_a_skeleton(language: str, text: str, phrase: str) -> None:
    result = score(text, RETURNS, language)
    assert phrase in result.next_step
    assert result.skeleton in result.next_step
    assert "__" in result.skeleton


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Not as soon as possible but within two days the clerk calls back."),
        ("ru", "Не как можно скорее, а в течение двух дней секретарь перезванивает клиенту."),
        ("sl", "Ne čim prej, ampak v dveh dneh tajnica pokliče stranko."),
    ],
)
def test_contrast(language: str, text: str) -> None:
    codes = list_codes(score(text, RETURNS, language))
    assert "PK201" not in codes
    assert "PK253" in codes


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nobody records the return and the clerk does not call."),
        ("ru", "Возвраты мы не записываем и клиенту не звоним."),
        ("sl", "Vračil ne zapisujemo in stranke ne pokličemo."),
    ],
)
def test_what_is_not_done_proves_nothing(language: str, text: str) -> None:
    result = score(text, RETURNS, language)
    assert "PK211" in list_codes(result)
    denied = {finding.text for finding in result.findings if finding.code == "PK211"}
    assert not denied & {finding.text for finding in result.findings if finding.code == "PK252"}
    assert result.verdict == "vague"


@pytest.mark.parametrize("language", LANGUAGES)
def test_question_and_hint_pasted_back(language: str) -> None:
    assert isinstance(RETURNS.text, dict)
    assert isinstance(RETURNS.hint, dict)
    for text in (RETURNS.text[language], RETURNS.hint[language], RETURNS.text[language].rstrip("?") + "."):
        result = score(text, RETURNS, language)
        assert result.verdict == "vague"
        assert "PK212" in list_codes(result)


def test_an_answer_after_the_pasted_question_counts() -> None:
    result = score("What happens when a buyer brings shoes back? " + CONCRETE["en"], RETURNS, "en")
    assert result.verdict == "concrete"


COMPLAINTS = Question.model_validate(
    {
        "id": "wishes",
        "text": "How do we handle complaints?",
        "needs": ["actor", "action", "time", "means"],
        "topic": {"en": ["complaint", "claim", "refund", "dissatisfied"]},
    }
)


def test_answer_to_another_question() -> None:
    text = (
        "Every quarter the sales manager sends a satisfaction survey by e-mail to all clients and counts the answers."
    )
    result = score(text, COMPLAINTS, "en")
    assert result.verdict == "vague"
    assert "PK213" in list_codes(result)


def test_naming_questions_want_names() -> None:
    assert score("Tanneries in Vipava, Graz and Arzignano.", SUPPLIERS, "en").verdict == "concrete"
    result = score("Various reliable partners and others.", SUPPLIERS, "en")
    assert result.verdict == "vague"
    assert {"PK203", "PK306", "PK307"} <= list_codes(result)


def test_needs_of_a_custom_question_decide() -> None:
    text = "The baker weighs every loaf."
    by_time = Question.model_validate({"id": "a", "text": "When?", "needs": ["time"]})
    by_actor = Question.model_validate({"id": "b", "text": "Who?", "needs": ["actor", "action"]})
    assert score(text, by_actor, "en").score > score(text, by_time, "en").score
    assert [missing.code for missing in score(text, by_time, "en").missing] == ["PK303"]


def test_prompts_of_the_question_are_asked() -> None:
    needs = [{"need": "time", "prompt": {"en": "By when is it weighed?", "ru": "К какому часу?"}}]
    question = Question.model_validate({"id": "a", "text": "How do we weigh?", "needs": needs})
    result = score("The baker weighs every loaf.", question, "en")
    assert result.missing[0].prompt == "By when is it weighed?"
    assert "By when is it weighed?" in result.next_step
    assert score("Пекарь взвешивает хлеб.", question, "ru").missing[0].prompt == "К какому часу?"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We have no procedure for returns yet; the shop manager writes it by 1 March."),
        ("ru", "Порядка возврата у нас пока нет; директор магазина напишет его до 1 марта."),
        ("sl", "Postopka za vračila še nimamo; poslovodja ga napiše do 1. marca."),
    ],
)
def test_an_honest_gap_with_a_plan_is_partly(language: str, text: str) -> None:
    result = score(text, RETURNS, language)
    assert result.verdict == "partly"
    assert "PK260" in list_codes(result)


def test_numbers_count_only_as_evidence() -> None:
    result = score("Our 24/7 team gives 110 %.", RETURNS, "en")
    assert not {"PK253", "PK255"} & list_codes(result)
    assert result.verdict == "vague"


def test_length_alone_earns_nothing_more() -> None:
    once = score(VAGUE["en"], RETURNS, "en")
    other = "We look after people with passion and deal with their needs in the best way. "
    longer = score(VAGUE["en"] + " " + other * 3, RETURNS, "en")
    assert longer.score <= once.score + 5


@pytest.mark.parametrize("text", ["", " \n\t", "…", "?!", "—", "😀😀"])
def test_nothing_said(text: str) -> None:
    result = score(text, RETURNS, "en")
    assert (result.score, result.verdict) == (0, "vague")
    assert [finding.code for finding in result.findings] == ["PK218"]
    assert len(result.missing) == 4
    assert result.next_step


def test_same_findings_every_time() -> None:
    assert score_text(CONCRETE["ru"], RETURNS, "ru") == score_text(CONCRETE["ru"], RETURNS, "ru")


def test_language_that_we_do_not_speak_is_read_as_the_origin() -> None:
    assert score_text(CONCRETE["en"], None, "de") == score_text(CONCRETE["en"], None, "en")
