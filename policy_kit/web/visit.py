"""Where a visitor is: which language the form speaks, which questionnaire, and in which language it is answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from starlette.requests import Request

from policy_kit.actions.interview import Interview, InterviewQuestion, read_interview
from policy_kit.documents import Question, Text, pick_text
from policy_kit.kit import Kit
from policy_kit.languages import Phrases, list_languages, load_phrases
from policy_kit.web.form import Form
from policy_kit.web.record import Key


@dataclass(frozen=True)
class Visit:
    """One request for a screen; guards have seen to it that every name in its path is known."""

    form: Form
    kit: Kit
    spoken: str
    """The language of the form itself."""
    questionnaire: str
    language: str
    """The language of the answers."""

    @cached_property
    def interview(self) -> Interview:
        """The questions, and how far their answers are."""
        return read_interview(self.kit, self.questionnaire, self.language)

    @cached_property
    def phrases(self) -> Phrases:
        """The phrases of the form's language."""
        return load_phrases(self.spoken)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which answers can be given and judged."""
        return tuple(language for language in self.kit.languages if language in list_languages())

    def say(self, key: str, /, **values: object) -> str:
        """One of the form's own phrases."""
        return self.phrases(f"form.{key}", **values)

    def pick(self, text: Text) -> str:
        """A text of a document in the form's language."""
        return pick_text(text, self.spoken, self.kit.languages[0])

    def moment(self, when: datetime) -> str:
        """A day and the time of day."""
        return f"{self.phrases.date(when.date())}, {when:%H:%M}"

    def key(self, question: str) -> Key:
        """Under which name the record knows an answer."""
        return (self.questionnaire, self.language, question)

    def to(self, *parts: str, spoken: str = "", language: str = "", questionnaire: str = "") -> str:
        """The address of a screen, here or in another language."""
        names = (spoken or self.spoken, questionnaire or self.questionnaire, language or self.language, *parts)
        return "/" + "/".join(names) + ("" if parts else "/")


def open_visit(form: Form, path: Mapping[str, str]) -> Visit:
    """The visit that a path names."""
    return Visit(form, form.read_kit(), path["spoken"], path["questionnaire"], path["language"])


def find_question(visit: Visit, request: Request) -> Question:
    """The question that a path names, without its answer."""
    name = request.path_params["question"]
    return next(one for one in visit.kit.questionnaires[visit.questionnaire].questions if one.id == name)


def find_asked(visit: Visit, request: Request) -> InterviewQuestion:
    """The question that a path names, and how far its answer is."""
    name = request.path_params["question"]
    return next(each for each in visit.interview.questions if each.id == name)
