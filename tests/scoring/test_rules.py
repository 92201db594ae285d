"""Rules told as clauses, steps that name nothing, and lists of bare standards."""

import pytest

from policy_kit.actions.scores import standard_questions
from policy_kit.documents import NeedKind
from policy_kit.scoring import Score, score_text


def _score(text: str, question: str, language: str = "en") -> Score:
    return score_text(text, standard_questions()[question], language, "en")


def test_rules_with_deadlines_make_a_list_where_rules_are_asked_for() -> None:
    score = _score(
        "We confirm bookings within two hours, send the estimate by Friday noon, and never ship without a stamp.",
        "policy-exists",
    )
    assert sum(finding.need is NeedKind.LIST for finding in score.findings) >= 2


def test_a_complaint_procedure_is_no_list_of_rules() -> None:
    score = _score(
        "The foreman records every complaint in the log and phones the client within a day.", "policy-exists"
    )
    assert not any(finding.need is NeedKind.LIST for finding in score.findings)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Every Thursday at nine the driver phones the hotel and notes the missing crates."),
        ("ru", "Каждый четверг в девять водитель звонит в гостиницу и записывает недостающие ящики."),
        ("sl", "Vsak četrtek ob 9. uri voznik pokliče hotel in zapiše manjkajoče zaboje."),
    ],
)
def test_a_step_names_no_client(language: str, text: str) -> None:
    assert _score(text, "main-client", language).verdict == "vague"


@pytest.mark.parametrize("text", ["Punctuality, safety, courtesy, confidentiality, cleanliness, accuracy."])
def test_a_list_of_standards_is_no_heap_of_keywords(text: str) -> None:
    assert "PK216" not in {finding.code for finding in _score(text, "standards-list").findings}


def test_a_word_repeated_in_a_list_is_no_circle() -> None:
    assert "PK208" not in {
        finding.code for finding in _score("Dry floors, dry towels, dry boots.", "standards-list").findings
    }


def test_targets_with_their_words_are_no_stuffed_numbers() -> None:
    score = _score(
        "Доля заявок, закрытых с первого выезда, — не менее 92 %, число повторных вызовов — не более 4 на 100 заявок, "
        "срок ответа на письмо клиента — не более 2 рабочих дней.",
        "aim",
        "ru",
    )
    assert "PK217" not in {finding.code for finding in score.findings}
    assert score.verdict == "concrete"
