"""The questionnaire: what leadership is asked, and what an answer must hold to be concrete."""

from collections.abc import Set
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from policy_kit.documents.text import Document, Id, Language, Text, Words


class NeedKind(StrEnum):
    """One kind of evidence that a concrete answer may have to hold."""

    ACTOR = "actor"
    ACTION = "action"
    TIME = "time"
    MEANS = "means"
    MEASURE = "measure"
    NAMED_THING = "named-thing"
    LIST = "list"
    EXCEPTION = "exception"
    CONSEQUENCE = "consequence"


class Need(Document):
    """A piece of evidence that an answer must hold."""

    need: NeedKind
    """What must be there: actor, action, time, means, measure, named-thing, list, exception or consequence."""
    prompt: Text | None = None
    """What to ask when it is missing, for example “Who receives the complaint?”."""


def _accept_bare_kind(value: Any) -> Any:
    return {"need": value} if isinstance(value, str) else value


KindOrNeed = Annotated[Need, BeforeValidator(_accept_bare_kind, json_schema_input_type=NeedKind | Need)]
"""A need; one without a prompt may be written as its kind alone."""


class Example(Document):
    """A pair of answers that shows the difference."""

    vague: Text | None = None
    """An answer that says nothing yet."""
    concrete: Text | None = None
    """An answer with which staff could begin to work."""


class Question(Document):
    """One question to leadership."""

    id: Id
    """The short name of the question; answers call it by this name."""
    text: Text
    """The question itself."""
    hint: Text | None = None
    """What turns a general answer into a concrete one."""
    why: Text | None = None
    """Why we ask."""
    needs: Annotated[tuple[KindOrNeed, ...], Field(min_length=1)]
    """What an answer must hold, each with a prompt of its own if you like."""
    example: Example | None = None
    """A vague and a concrete answer, to learn from."""
    topic: dict[Language, tuple[Words, ...]] = Field(default_factory=dict)
    """Words that an answer to this question usually holds; with them an answer to another question is noticed."""
    source: Words | None = None
    """Where the question comes from; “ours” where it is our own."""
    opens_after: Literal["all"] | None = None
    """“all”: this question opens only when all the others are answered concretely."""


class Questionnaire(Document):
    """A set of questions to leadership. Lives in questionnaires/."""

    kind: Literal["questionnaire"]
    """Always “questionnaire”."""
    id: Id
    """The short name of the questionnaire; the files with answers call it by this name."""
    title: Text
    """The name of the questionnaire, as leadership sees it."""
    intro: Text | None = None
    """What leadership should know before the first question."""
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]
    """The questions, in the order in which they are asked."""

    def is_open(self, question: Question, concrete: Set[str]) -> bool:
        """Whether a question may be answered, when the answers to those in `concrete` are."""
        others = {each.id for each in self.questions if each.opens_after is None}
        return question.opens_after is None or others <= concrete
