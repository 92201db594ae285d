"""Scores: of one text, and of every answer of a kit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from policy_kit.actions.starter import find_starter
from policy_kit.documents import Answer, Answers, Question
from policy_kit.errors import UsageError
from policy_kit.kit import Kit, KitFile, Way, load_kit
from policy_kit.languages import Phrases, list_languages, load_phrases
from policy_kit.languages.phrases import ORIGIN
from policy_kit.scoring import Score, recognise_language, score_text

STANDARD = "service-policy"
"""The questionnaire of the eleven questions, which every kit is given."""


@dataclass(frozen=True)
class AnswerScore:
    """The score of an answer of a kit, and where the answer stands."""

    file: KitFile
    way: Way
    """The way to the answer's text in its document."""
    questionnaire: str
    question: Question
    language: str
    answer: Answer
    text: str
    score: Score
    first: str
    """The kit's own language, in which the question may be asked."""


def score_answer(text: str, question: Question | str | int | None = None, language: str | None = None) -> Score:
    """How concrete is `text` as an answer to `question`, written in `language`, or in the one that can be recognised?

    `question` is an id or number (1 to 11) of the standard questionnaire, a `Question` of your own, or None for
    concreteness in general. Raises `UsageError` for a question or a language that we do not know.
    """
    if language is None:
        language = recognise_language(text) or ORIGIN
    if language not in list_languages():
        languages = ", ".join(list_languages())
        raise UsageError(load_phrases("en")("errors.unknown-language", language=language, languages=languages))
    if isinstance(question, str | int):
        question = find_question(question, standard_questions(), load_phrases(language))
    return score_text(text, question, language)


def find_question(name: str | int, questions: Mapping[str, Question], phrases: Phrases) -> Question:
    """The question with this id, or with this number counted from 1. Raises `UsageError` where there is none."""
    key = str(name).strip()
    if key.isascii() and key.isdigit() and 1 <= int(key[:4]) <= len(questions):
        return list(questions.values())[int(key) - 1]
    if key in questions:
        return questions[key]
    known = ", ".join(questions)
    raise UsageError(phrases("errors.unknown-question", question=key[:80], questions=known, n=len(questions)))


@cache
def standard_questions() -> dict[str, Question]:
    """The eleven questions, by id and in order."""
    return questions_of(load_kit(find_starter()))


def questions_of(kit: Kit) -> dict[str, Question]:
    """The questions of a kit's questionnaires by id, those of the standard questionnaire first."""
    questionnaires = sorted(kit.questionnaires.values(), key=lambda each: each.id != STANDARD)
    return {question.id: question for each in reversed(questionnaires) for question in each.questions}


def score_kit(kit: Kit, known: Sequence[AnswerScore] = ()) -> tuple[AnswerScore, ...]:
    """The scores of all answers of a kit, file by file, as they stand there.

    `known` are scores from before: a text that is the same under the same question is not scored again.
    """
    return tuple(_score_answers(kit, {(each.language, each.text): each for each in known}))


def _score_answers(kit: Kit, known: Mapping[tuple[str, str], AnswerScore]) -> Iterator[AnswerScore]:
    for file in kit.files:
        if not isinstance(file.document, Answers) or file.document.questionnaire not in kit.questionnaires:
            continue
        questionnaire = kit.questionnaires[file.document.questionnaire]
        questions = {question.id: question for question in questionnaire.questions}
        first = kit.languages[0]
        for index, answer in enumerate(file.document.answers):
            if question := questions.get(answer.question):
                for language, way, text in list_wordings(file.document, answer, index, first):
                    before = known.get((language, text))
                    is_same = before is not None and before.question == question and before.first == first
                    score = before.score if before and is_same else score_text(text, question, language, first)
                    yield AnswerScore(file, way, questionnaire.id, question, language, answer, text, score, first)


def list_wordings(document: Answers, answer: Answer, index: int, first: str) -> Iterator[tuple[str, Way, str]]:
    """An answer's texts, each with its language and its way; only in languages that we can judge."""
    way: Way = ("answers", index, "answer")
    if isinstance(answer.answer, str):
        wordings = [(document.language or first, way, answer.answer)]
    else:
        wordings = [(language, (*way, language), text) for language, text in answer.answer.items()]
    yield from (wording for wording in wordings if wording[0] in list_languages())
