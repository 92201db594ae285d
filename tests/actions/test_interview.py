"""The interview: how far each question is, what is missing first, and where to go on."""

from datetime import date
from pathlib import Path

import pytest

from policy_kit.actions.interview import Interview, read_interview
from policy_kit.actions.locating import load_kit
from policy_kit.actions.scores import score_answer
from policy_kit.documents import Question, Questionnaire
from policy_kit.errors import UsageError
from policy_kit.languages import load_phrases

QUESTIONNAIRE = """\
kind: questionnaire
id: policy
title: Policy
questions:
  - id: complaints
    text: {en: How do we handle complaints?, ru: Как мы работаем с жалобами?}
    needs: [{need: actor, prompt: {en: Who receives it?, ru: Кто её принимает?}}, action, time, means]
  - id: basis
    text: What is our policy based on?
    needs: [{need: named-thing, prompt: Which document?}]
  - id: lost
    text: Why did clients leave?
    needs: [named-thing]
    opens_after: all
"""
COMPLAINTS = (
    "The secretary records every complaint in the complaints register within one hour and calls the client back. "
    "The head of service answers in writing within two working days."
)
BASIS = 'Our policy is based on ISO 9001, our "Service Charter" of 2024 and the complaints register.'
LOST = (
    "Four of our twenty largest clients left in 2025: the hotels Union and Park, the Smile clinic and Pekarna Novak. "
    "Three waited for a technician for two days; since January the dispatcher keeps two visits a day free."
)
VAGUE = "We treat complaints with care."
COMPLAINTS_RU = (
    "Секретарь записывает каждую жалобу в журнал жалоб в течение часа и перезванивает клиенту. "
    "Руководитель сервиса отвечает письменно в течение двух рабочих дней."
)


def write_kit(folder: Path, questionnaire: str = QUESTIONNAIRE) -> Path:
    """A kit in English and Russian without answers."""
    for path, text in {
        "standards/company.yml": "kind: company\nname: Acme\nlanguages: [en, ru]\n",
        "questionnaires/policy.yml": questionnaire,
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def write_answers(folder: Path, language: str, name: str = "", **answers: str) -> Path:
    """Write answers by hand; each of them one line."""
    items = "".join(f"  - {{question: {question}, answer: {text!r}}}\n" for question, text in answers.items())
    path = folder / f"questionnaires/answers/{name or language}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"kind: answers\nquestionnaire: policy\nlanguage: {language}\nanswers:\n{items}", encoding="utf-8")
    return path


def read(folder: Path, language: str = "en") -> Interview:
    return read_interview(load_kit(folder, "en"), "policy", language)


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    return write_kit(tmp_path)


def test_an_empty_kit_begins_at_the_first_question(kit: Path) -> None:
    interview = read(kit)
    assert [(each.number, each.id, each.state) for each in interview.questions] == [
        (1, "complaints", "unanswered"),
        (2, "basis", "unanswered"),
        (3, "lost", "locked"),
    ]
    assert [each.missing for each in interview.questions] == ["Who receives it?", "Which document?", ""]
    assert (interview.concrete, interview.count) == (0, 2)
    assert interview.next_question == interview.questions[0]
    first = interview.questions[0]
    assert (first.answer, first.score, first.text, first.answered_by, first.answered_on) == (None, None, "", "", None)


def test_what_is_missing_is_asked_in_the_language_of_the_answers(kit: Path) -> None:
    assert read(kit, "ru").questions[0].missing == "Кто её принимает?"


def test_each_answer_has_its_score_and_state(kit: Path) -> None:
    write_answers(kit, "en", complaints=VAGUE, basis=BASIS)
    complaints, basis, lost = read(kit).questions
    assert complaints.score == score_answer(VAGUE, load_kit(kit).questionnaires["policy"].questions[0])
    assert (complaints.state, complaints.text, complaints.missing) == ("vague", VAGUE, "Who receives it?")
    assert (basis.state, basis.is_finished) == ("concrete", True)
    assert lost.state == "locked"
    assert (read(kit).concrete, read(kit).count) == (1, 2)
    assert read(kit).next_question == complaints


def test_the_last_question_opens_when_the_others_are_concrete(kit: Path) -> None:
    write_answers(kit, "en", complaints=COMPLAINTS, basis=BASIS)
    interview = read(kit)
    assert [each.state for each in interview.questions] == ["concrete", "concrete", "unanswered"]
    assert (interview.concrete, interview.count) == (2, 3)
    assert interview.next_question is not None
    assert interview.next_question.id == "lost"


def test_when_all_is_done_there_is_no_next_question(kit: Path) -> None:
    write_answers(kit, "en", complaints=COMPLAINTS, basis=BASIS, lost=LOST)
    interview = read(kit)
    assert interview.next_question is None
    assert interview.concrete == interview.count == 3


def test_an_answer_in_another_language_opens_but_does_not_count(kit: Path) -> None:
    write_answers(kit, "ru", complaints=COMPLAINTS_RU)
    write_answers(kit, "en", basis=BASIS)
    assert [each.state for each in read(kit, "en").questions] == ["unanswered", "concrete", "unanswered"]
    assert [each.state for each in read(kit, "ru").questions] == ["concrete", "unanswered", "unanswered"]


def test_a_vague_answer_in_this_language_outweighs_a_concrete_one_in_another(kit: Path) -> None:
    write_answers(kit, "ru", complaints=COMPLAINTS_RU)
    write_answers(kit, "en", complaints=VAGUE, basis=BASIS)
    assert read(kit, "en").questions[2].state == "locked"


def test_answers_in_several_languages_are_told_apart(kit: Path) -> None:
    path = write_answers(kit, "en", basis=BASIS)
    item = "  - question: complaints\n    answer: {en: With care., ru: Бережно.}\n"
    item += "    answered_by: {en: Director, ru: Директор}\n    answered_on: 2026-01-05\n"
    path.write_text(path.read_text() + item, encoding="utf-8")
    for language, text, by in (("en", "With care.", "Director"), ("ru", "Бережно.", "Директор")):
        found = read(kit, language).find("complaints")
        assert (found.text, found.answered_by, found.answered_on) == (text, by, date(2026, 1, 5))


def test_of_two_answers_to_a_question_the_first_counts(kit: Path) -> None:
    write_answers(kit, "en", "a", basis="One.")
    write_answers(kit, "en", "b", basis="Two.")
    assert read(kit).find("basis").text == "One."


def test_the_version_is_that_of_the_text(kit: Path) -> None:
    write_answers(kit, "en", complaints=VAGUE, basis=VAGUE)
    complaints, basis, lost = read(kit).questions
    assert complaints.version == basis.version != lost.version
    write_answers(kit, "en", complaints=VAGUE + "!", basis=VAGUE)
    assert read(kit).questions[0].version != complaints.version


def test_answers_that_cannot_be_read_are_not_passed_over_in_silence(kit: Path) -> None:
    write_answers(kit, "en", basis=BASIS).write_text("kind: answers\nquestionnaire: policy\nanswers: [\n")
    interview = read(kit)
    assert [problem.place.file for problem in interview.unreadable] == ["questionnaires/answers/en.yml"]
    write_answers(kit, "en", basis=BASIS)
    assert read(kit).unreadable == ()


def test_a_question_is_found_by_id_and_number(kit: Path) -> None:
    interview = read(kit)
    assert interview.find("basis") == interview.find(2) == interview.find("2") == interview.questions[1]
    with pytest.raises(UsageError, match="There is no question 4"):
        interview.find(4)


def test_what_the_kit_does_not_have_is_refused(kit: Path) -> None:
    loaded = load_kit(kit)
    with pytest.raises(UsageError, match="There is no questionnaire other; choose from policy"):
        read_interview(loaded, "other", "en")
    for language in ("sl", "de", "../ru"):
        with pytest.raises(UsageError, match="choose from en, ru"):
            read_interview(loaded, "policy", language)
    assert load_phrases("sl")("errors.unknown-questionnaire", questionnaire="a", questionnaires="b").startswith("Vpr")


def test_a_question_opens_only_after_all_others() -> None:
    def ask(id: str, opens_after: str | None = None) -> Question:
        return Question.model_validate({"id": id, "text": "?", "needs": ["actor"], "opens_after": opens_after})

    one, two, last, later = ask("one"), ask("two"), ask("last", "all"), ask("later", "all")
    policy = Questionnaire(kind="questionnaire", id="q", title="Q", questions=(one, two, last, later))
    assert policy.is_open(one, set())
    assert not policy.is_open(last, {"one"})
    assert policy.is_open(last, {"one", "two"})
    assert policy.is_open(later, {"one", "two"})  # two that wait do not wait for each other
