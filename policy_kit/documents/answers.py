"""The answers of leadership to a questionnaire."""

from typing import Literal

from policy_kit.documents.text import Day, Document, Id, Language, Posts, Text


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
    """Answers to one questionnaire in one language. Lives in questionnaires/answers/. Released as service-policy-en."""

    kind: Literal["answers"]
    """Always “answers”."""
    questionnaire: Id
    """The short name of the questionnaire that is answered."""
    language: Language | None = None
    """The language of the answers, two letters; left out, it is the company's own."""
    effective: Day | None = None
    """The day from which the answers hold as the company's policy; left out, it is the day of their release."""
    until: Day | None = None
    """The last day on which they hold; leave it out while no end is planned."""
    signed_by: Posts = ()
    """Who signs a release of the answers: posts, or “all”; left out, nobody needs to."""
    answers: tuple[Answer, ...]
    """The answers, in any order."""
