"""Two have written: both texts side by side, the difference, and three ways on. Neither text is ever lost."""

from starlette.responses import RedirectResponse, Response

from policy_kit.actions.answering import Conflict
from policy_kit.actions.interview import InterviewQuestion
from policy_kit.history import compare_words
from policy_kit.web.rendering import render
from policy_kit.web.visit import Visit


def show_conflict(visit: Visit, asked: InterviewQuestion, conflict: Conflict, mine: str, by: str) -> Response:
    """The screen; saving from it replaces the text that it shows, and no later one."""
    return render(
        "conflict",
        visit,
        409,
        asked=asked,
        interview=visit.interview,
        theirs=conflict.theirs,
        version=conflict.version,
        mine=mine,
        by=by,
        pieces=compare_words(conflict.theirs.text, mine),
    )


def keep_theirs(visit: Visit, asked: InterviewQuestion, mine: str, by: str) -> Response:
    """Leave the saved text; mine stays among the versions."""
    visit.form.record.keep(visit.key(asked.id), mine, by, is_saved=False)
    return RedirectResponse(visit.to("questions", asked.id) + "?notice=kept", 303)
