"""The overview: every question, how far its answer is, and one button that goes on where work stopped."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from policy_kit.actions.coaching import say_need
from policy_kit.actions.interview import InterviewQuestion
from policy_kit.web.form import Form
from policy_kit.web.rendering import render
from policy_kit.web.screens.pages import find_handbook
from policy_kit.web.visit import Visit, open_visit


@dataclass(frozen=True)
class Row:
    """A question of the overview."""

    asked: InterviewQuestion
    missing: str
    """What is missing first, in the form's language."""
    by: str
    """Who answered and when."""


def show_overview(form: Form, request: Request) -> Response:
    """The first screen."""
    visit = open_visit(form, request.path_params)
    interview = visit.interview
    rows = [Row(asked, say_missing(visit, asked), say_who(visit, asked)) for asked in interview.questions]
    begun = any(asked.answered for asked in interview.questions)
    return render("overview", visit, interview=interview, rows=rows, begun=begun, open_at=find_handbook(visit))


def say_missing(visit: Visit, asked: InterviewQuestion) -> str:
    """The first need that the answer does not meet; for an empty answer, the first of all."""
    if asked.state in ("locked", "concrete"):
        return ""
    missing = asked.score.missing if asked.score else ()
    needs = [one.need for one in missing] if asked.score else [one.need for one in asked.question.needs]
    return say_need(asked.question, needs[0], visit.spoken, visit.kit.languages[0]) if needs else ""


def say_who(visit: Visit, asked: InterviewQuestion) -> str:
    """Who gave the answer, and when."""
    if not asked.answered:
        return ""
    day = visit.phrases.date(asked.answered_on) if asked.answered_on else ""
    if asked.answered_by and day:
        return visit.say("overview.by", who=asked.answered_by, day=day)
    return asked.answered_by or day
