"""The interview: the questions of a questionnaire in one language, with their answers and how far each one is."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from policy_kit.actions.scores import find_question
from policy_kit.documents import Answer, Answers, Question, Questionnaire, pick_text
from policy_kit.errors import UsageError
from policy_kit.kit import Kit, Problem
from policy_kit.languages import Phrases, list_languages, load_phrases
from policy_kit.scoring import Score, score_text

State = Literal["unanswered", "vague", "partly", "concrete", "locked"]

Key = tuple[str, str]
"""A question's id and a language."""

ANSWERS_FOLDER = "questionnaires/answers/"


@dataclass(frozen=True)
class Answered:
    """An answer in one language, and the file of the kit in which it stands."""

    path: str
    answer: Answer
    language: str
    text: str

    @property
    def answered_by(self) -> str:
        """Who gave the answer; empty where that is not told."""
        by = self.answer.answered_by
        return pick_text(by, self.language, self.language) if by else ""


@dataclass(frozen=True)
class InterviewQuestion:
    """A question, and how far its answer is."""

    number: int
    """Its place in the questionnaire, counted from 1."""
    question: Question
    answered: Answered | None
    score: Score | None
    state: State
    missing: str
    """What to ask first of what is missing; empty when nothing is, and while the question is locked."""

    @property
    def id(self) -> str:
        """The id of the question."""
        return self.question.id

    @property
    def answer(self) -> Answer | None:
        """The answer as its document holds it."""
        return self.answered.answer if self.answered else None

    @property
    def text(self) -> str:
        """The text of the answer; empty where there is none."""
        return self.answered.text if self.answered else ""

    @property
    def answered_by(self) -> str:
        """Who gave the answer; empty where that is not told."""
        return self.answered.answered_by if self.answered else ""

    @property
    def answered_on(self) -> date | None:
        """When it was given."""
        return self.answered.answer.answered_on if self.answered else None

    @property
    def version(self) -> str:
        """What `save_answer` wants to hear, so that nobody's text is lost."""
        return make_version(self.text)

    @property
    def is_finished(self) -> bool:
        """Whether there is nothing to do here, or nothing can be done yet."""
        return self.state in ("concrete", "locked")


@dataclass(frozen=True)
class Interview:
    """A questionnaire in one language, as far as it has come."""

    questionnaire: Questionnaire
    language: str
    questions: tuple[InterviewQuestion, ...]
    unreadable: tuple[Problem, ...]
    """Why some answers may be missing here: problems of answers files that could not be read."""

    @property
    def concrete(self) -> int:
        """How many of the open questions are answered concretely."""
        return sum(each.state == "concrete" for each in self.questions)

    @property
    def count(self) -> int:
        """How many questions are open."""
        return sum(each.state != "locked" for each in self.questions)

    @property
    def next_question(self) -> InterviewQuestion | None:
        """Where to go on: the first question with something left to do. None when all is done."""
        return next((each for each in self.questions if not each.is_finished), None)

    def find(self, question: str | int) -> InterviewQuestion:
        """A question by its id, or by its number counted from 1. Raises `UsageError`."""
        known = {each.id: each.question for each in self.questions}
        found = find_question(question, known, load_phrases(self.language))
        return next(each for each in self.questions if each.id == found.id)


def read_interview(kit: Kit, questionnaire: str, language: str) -> Interview:
    """How far the answers to a questionnaire are in one of the kit's languages.

    Raises `UsageError` for a questionnaire that the kit does not have, and for a language that is not the kit's or
    that we do not speak.
    """
    asked = find_questionnaire(kit, questionnaire, language, load_phrases(kit.language))
    answered = gather_answers(kit, asked.id)
    scores = {
        (question.id, language): _score(kit, asked, answered[question.id, language])
        for question in asked.questions
        if (question.id, language) in answered
    }
    concrete = _list_concrete(kit, asked, answered, scores, language)
    questions = []
    for number, question in enumerate(asked.questions, start=1):
        key = (question.id, language)
        score = scores.get(key)
        is_open = asked.is_open(question, concrete)
        state: State = "locked" if not is_open else score.verdict if score else "unanswered"
        missing = score or score_text("", question, language, kit.languages[0])
        first = missing.missing[0].prompt if is_open and missing.missing else ""
        questions.append(InterviewQuestion(number, question, answered.get(key), score, state, first))
    return Interview(asked, language, tuple(questions), list_unreadable(kit))


def find_questionnaire(kit: Kit, questionnaire: str, language: str, phrases: Phrases) -> Questionnaire:
    """The questionnaire with this id, which may be answered in `language`. Raises `UsageError`."""
    if language not in kit.languages or language not in list_languages():
        known = ", ".join(each for each in kit.languages if each in list_languages())
        raise UsageError(phrases("errors.foreign-language", language=language[:80], languages=known))
    if questionnaire not in kit.questionnaires:
        known = ", ".join(kit.questionnaires)
        raise UsageError(
            phrases("errors.unknown-questionnaire", questionnaire=questionnaire[:80], questionnaires=known)
        )
    return kit.questionnaires[questionnaire]


def gather_answers(kit: Kit, questionnaire: str) -> dict[Key, Answered]:
    """The answers to a questionnaire by question and language. Of two to the same, the first one counts."""
    found: dict[Key, Answered] = {}
    for file in kit.files:
        document = file.document
        if isinstance(document, Answers) and document.questionnaire == questionnaire:
            own = document.language or kit.languages[0]
            for answer in document.answers:
                texts = {own: answer.answer} if isinstance(answer.answer, str) else answer.answer
                for language, text in texts.items():
                    found.setdefault((answer.question, language), Answered(file.path, answer, language, text))
    return found


def list_unreadable(kit: Kit) -> tuple[Problem, ...]:
    """The problems that keep files of answers from being read."""
    sound = {file.path for file in kit.files}
    return tuple(
        problem
        for problem in kit.problems
        if problem.place.file.startswith(ANSWERS_FOLDER) and problem.place.file not in sound
    )


def make_version(text: str) -> str:
    """The version of an answer: a fingerprint of its text, which is what must not be lost."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _score(kit: Kit, asked: Questionnaire, answered: Answered) -> Score:
    question = next(each for each in asked.questions if each.id == answered.answer.question)
    return score_text(answered.text, question, answered.language, kit.languages[0])


def _list_concrete(
    kit: Kit, asked: Questionnaire, answered: Mapping[Key, Answered], scores: Mapping[Key, Score], language: str
) -> set[str]:
    """The questions that the company has answered concretely: in this language, else in its own, else in any."""
    languages = dict.fromkeys((language, *kit.languages))
    concrete = set()
    for question in asked.questions:
        given = (answered[question.id, each] for each in languages if (question.id, each) in answered)
        if shown := next(given, None):
            score = scores.get((question.id, shown.language)) or _score(kit, asked, shown)
            if score.verdict == "concrete":
                concrete.add(question.id)
    return concrete
