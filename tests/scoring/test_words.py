"""Words, sentences, and the places of findings in the original text."""

import pytest

from policy_kit.scoring import score_text
from policy_kit.scoring.words import read_words


def cut(text: str) -> list[list[str]]:
    """The words of each sentence."""
    words = read_words(text)
    return [words.raw[sentence.first : sentence.end] for sentence in words.sentences]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two", [["One"], ["Two"]]),
        ("do 1. marca", [["do", "1", "marca"]]),
        ("и т. д. и др.", [["и", "т", "д", "и", "др"]]),
        ("e.g. by 18:00", [["e", "g", "by", "18:00"]]),
        ("a line\nthat goes on", [["a", "line", "that", "goes", "on"]]),
        ("A line\r\nAnother", [["A", "line"], ["Another"]]),
        ("don’t e-mail Bitrix24", [["don’t", "e", "mail", "Bitrix24"]]),
        ("24/7, 4,5 %", [["24/7", "4,5", "%"]]),
        ("1) call\n2) write", [["call"], ["write"]]),
        ("- a\n- b", [["a"], ["b"]]),
        ("", []),
    ],
)
def test_sentences(text: str, sentences: list[list[str]]) -> None:
    assert cut(text) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "😀😀 The secretary calls back soon.",
        "Tajnica c\u030cim prej poklic\u030ce stranko v 2 dneh.",
        "Секрета\u0301рь пе\u0301резванивает опера\u0301тивно.",
        "First line.\r\nThe secretary\r\ncalls back soon.",
        "\u00adThe sec\u00adretary calls\u00a0back as\u00a0soon as possible.",
    ],
)
def test_spans_are_of_the_original(text: str) -> None:
    for language in ("en", "ru", "sl"):
        for finding in score_text(text, None, language).findings:
            assert text[finding.start : finding.end] == finding.text


def test_accents_and_capitals_do_not_matter() -> None:
    plain = score_text("секретарь перезванивает в течение двух дней", None, "ru")
    written = score_text("СЕКРЕТА\u0301РЬ перезва\u0301нивает в течение двух дней", None, "ru")
    assert [f.code for f in plain.findings] == [f.code for f in written.findings]


def test_span_of_a_phrase() -> None:
    text = "We answer\u00a0as soon  as possible, always."
    [finding] = [finding for finding in score_text(text, None, "en").findings if finding.code == "PK201"]
    assert finding.text == "as soon  as possible"
