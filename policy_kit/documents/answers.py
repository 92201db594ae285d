"""The answers of leadership to a questionnaire."""

from typing import Literal

from policy_kit.documents.text import Day, Document, Id, Language, Text


class Answer(Document):
    """The company's answer to one question."""

    question: Id
    """The short name of the question that is answered."""
    answer: Text
    """The answer in your own words."""
    answered_by: Text | None = None
    """Who gave the answer: a post or a name."""
    answered_on: Day | None = None
    """The day of the answer (year-month-day)."""
    standards: tuple[Id, ...] = ()
    """The standards that back this answer, by their short names."""
    roles: tuple[Id, ...] = ()
    """The posts that the answer relies on, by their short names."""


class Answers(Document):
    """Answers to one questionnaire in one language. Lives in questionnaires/answers/."""

    kind: Literal["answers"]
    """Always “answers”."""
    questionnaire: Id
    """The short name of the questionnaire that is answered."""
    language: Language | None = None
    """The language of the answers, two letters; left out, it is the company's own."""
    answers: tuple[Answer, ...]
    """The answers, in any order."""
