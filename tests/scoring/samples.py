"""Questions and small helpers that the tests of the scorer share."""

from policy_kit.documents import Question
from policy_kit.scoring import Score

LANGUAGES = ("en", "ru", "sl")

RETURNS = Question.model_validate(
    {
        "id": "returned-shoes",
        "text": {
            "en": "What happens when a buyer brings shoes back?",
            "ru": "Что происходит, когда покупатель возвращает обувь?",
            "sl": "Kaj se zgodi, ko kupec vrne čevlje?",
        },
        "hint": {
            "en": "Say who takes them, what is done with them and by when.",
            "ru": "Скажите, кто их принимает, что с ними делают и к какому сроку.",
            "sl": "Povejte, kdo jih prevzame, kaj z njimi naredi in do kdaj.",
        },
        "needs": ["actor", "action", "time", "means"],
    }
)
"""A process question of a shoe shop: nothing in it is known from the standard questionnaire."""

SUPPLIERS = Question.model_validate(
    {"id": "suppliers", "text": "Whose leather do we use?", "needs": ["named-thing", "list"]}
)
"""A naming question in one language only."""

CONCRETE = {
    "en": "The shift leader takes the shoes back within 30 days and writes the return into the returns book.",
    "ru": "Старший смены принимает обувь в течение 30 дней и записывает возврат в журнал.",
    "sl": "Vodja izmene čevlje v 30 dneh prevzame in vračilo vpiše v knjigo.",
}
VAGUE = {
    "en": "We always try to find the best possible solution for our valued customers as soon as possible.",
    "ru": "Мы всегда стараемся как можно скорее найти наилучшее решение для наших уважаемых клиентов.",
    "sl": "Vedno si prizadevamo, da za naše cenjene stranke čim prej poiščemo najboljšo rešitev.",
}


def list_codes(score: Score) -> set[str]:
    """The codes of all findings and missing needs."""
    return {finding.code for finding in score.findings} | {missing.code for missing in score.missing}


def check_sums(text: str, score: Score) -> None:
    """What holds for every score, whatever the text."""
    assert 0 <= score.score <= 100
    assert sum(finding.points for finding in score.findings) == score.score
    assert score.findings, "a verdict without a reason"
    assert list(score.findings) == sorted(score.findings, key=lambda f: (f.start, f.end, f.code))
    for finding in score.findings:
        assert 0 <= finding.start <= finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.text
        assert finding.reason
        assert "{text}" in text or "{text}" not in finding.reason
        assert (finding.points >= 0) == (finding.need is not None or finding.code in ("PK250", "PK260")) or (
            finding.code == "PK218"
        )
    for missing in score.missing:
        assert missing.prompt
        assert 0 <= missing.worth <= 100 - score.score
