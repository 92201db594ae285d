"""Forms of answer that are none, in whatever signs they come, and honest gaps."""

import pytest

from policy_kit.actions.scores import standard_questions
from policy_kit.scoring import Score, score_text


def _score(text: str, question: str, language: str = "en") -> Score:
    return score_text(text, standard_questions()[question], language, "en")


def _codes(score: Score) -> set[str]:
    return {finding.code for finding in score.findings}


@pytest.mark.parametrize("sign", [", ", " | ", " → ", "\n", " • ", "; ", " / ", "\n- ", "</li><li>", " "])
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["training", "checklist", "briefing", "dashboard", "mentoring", "retention", "quality", "strategy"]),
        ("ru", ["обучение", "чек-лист", "аудит", "наставничество", "качество", "стратегия", "лояльность", "охват"]),
        ("sl", ["usposabljanje", "seznam", "presoja", "mentorstvo", "kakovost", "strategija", "zvestoba", "doseg"]),
    ],
)
def test_keywords_in_any_punctuation(language: str, words: list[str], sign: str) -> None:
    assert _score(sign.join(words), "implementation", language).verdict == "vague"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "For this we have Salesforce, Teams, Olga from marketing and the head of sales."),
        ("ru", "Для этого у нас есть Битрикс24, Ольга, руководитель отдела продаж и таблица."),
        ("sl", "Za to imamo Pantheon, Teams, vodjo prodaje in tabelo."),
    ],
)
def test_people_and_tools_without_an_act(language: str, text: str) -> None:
    score = _score(text, "complaints", language)
    assert score.verdict == "vague"
    assert "PK216" in _codes(score)


@pytest.mark.parametrize(
    "text",
    [
        "We reply within 7 working days. If not, we pay you £40, and another £40 after 10 working days.",
        "Response in 30 minutes, repair in 4 hours; on Sundays response in 2 hours, repair in 24 hours.",
    ],
)
def test_deadlines_are_no_stuffed_numbers(text: str) -> None:
    assert "PK217" not in _codes(_score(text, "complaints"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They are handled so: who receives the complaint, who looks for the cause, who answers the client."),
        ("ru", "Так: кто принимает жалобу, кто ищет причину, кто отвечает клиенту и к какому сроку."),
        ("sl", "Takole: kdo pritožbo sprejme, kdo poišče vzrok, kdo odgovori stranki in do kdaj."),
    ],
)
def test_the_question_told_as_an_answer(language: str, text: str) -> None:
    score = _score(text, "complaints", language)
    assert score.verdict == "vague"
    assert "PK212" in _codes(score)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nobody has ever asked them. From Monday reception asks each new patient and ticks it on the card."),
        ("ru", "Никто их не спрашивал. С понедельника администратор будет спрашивать каждого и ставить галочку."),
        ("sl", "Nihče jih ni vprašal. Od ponedeljka bo receptorka vprašala vsakega in odkljukala na kartonu."),
    ],
)
def test_a_gap_that_somebody_closes_is_partly(language: str, text: str) -> None:
    assert _score(text, "information-sources", language).verdict == "partly"


def test_an_answer_that_names_its_own_rest_is_not_concrete() -> None:
    score = _score(
        "Punctuality: the dispatcher phones the client an hour ahead and logs it. The rest is still unwritten.",
        "standards-described",
    )
    assert score.verdict == "partly"
    assert "PK222" in _codes(score)


def test_an_answer_that_never_speaks_of_the_theme() -> None:
    score = _score("Each Wednesday the head of purchasing compares offers and orders flour by e-mail.", "satisfaction")
    assert score.verdict == "vague"
    assert "PK213" in _codes(score)


@pytest.mark.parametrize(
    "text",
    [
        "Секретapь зaписывaeт жaлoбу в журнaл",
        "Секре\u200bтарь записы\u2060вает жалобу в журнал",
        "<p>Секретарь <b>записывает</b> жалобу в&nbsp;журнал</p>",
        "СЕКРЕТАРЬ ЗАПИСЫВАЕТ ЖАЛОБУ В ЖУРНАЛ",
    ],
)
def test_disguised_letters(text: str) -> None:
    plain = _score("Секретарь записывает жалобу в журнал", "complaints", "ru")
    assert [finding.need for finding in _score(text, "complaints", "ru").findings] == [f.need for f in plain.findings]


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "Звоню клиенту сам в тот же день."), ("sl", "Stranko pokličem sam še isti dan."), ("en", "I phone them.")],
)
def test_who_does_it_alone_is_somebody(language: str, text: str) -> None:
    assert "PK251" in _codes(_score(text, "complaints", language))


@pytest.mark.parametrize(
    ("language", "base", "forms"),
    [
        ("ru", "отправить", {"отправлю", "отправит", "отправили"}),
        ("ru", "записывать", {"записывает", "записываем", "записывал"}),
        ("ru", "связаться", {"свяжется", "свяжемся", "связались"}),
        ("sl", "poslati", {"pošlje", "pošljemo", "poslal"}),
        ("sl", "potrjevati", {"potrjuje", "potrjujejo"}),
        ("sl", "dvigniti", {"dvigne", "dvignejo", "dvignila"}),
    ],
)
def test_verbs_are_inflected(language: str, base: str, forms: set[str]) -> None:
    from importlib import import_module

    assert forms <= set(import_module(f"policy_kit.languages.{language}.morphology").inflect(base))
