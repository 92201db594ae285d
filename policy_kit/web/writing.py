"""Saves an answer that came from the form, and keeps every text of it within reach."""

from contextlib import suppress
from datetime import date

from policy_kit.actions.answering import Conflict, Saved, save_answer
from policy_kit.actions.interview import InterviewQuestion
from policy_kit.actions.setting_aside import set_aside
from policy_kit.errors import PolicyKitError
from policy_kit.scoring import Score
from policy_kit.web.visit import Visit

UNSEEN = {0x200B: None, 0x2060: None, 0xFEFF: None, 0x2028: "\n", 0x2029: "\n", 0x0B: "\n", 0x0C: "\n", 0xAD: None}
"""What comes along when one pastes from a word processor, and what nobody means to write."""


def tidy(text: str) -> str:
    """The text without signs that nobody sees; line ends as ours."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(UNSEEN)


def write_answer(visit: Visit, asked: InterviewQuestion, text: str, by: str, version: str) -> Saved:
    """Save an answer. The text that it replaces is remembered; a text that cannot be saved is, too.

    Raises what `save_answer` raises.
    """
    record, key = visit.form.record, visit.key(asked.id)
    if text.strip() == asked.text and by in ("", asked.answered_by):
        return Saved(asked.version, asked.score or Score(0, "vague", (), (), ""), asked.text, "")
    if asked.answered:
        record.keep(key, asked.text, asked.answered_by, is_saved=True)
    try:
        saved = save_answer(
            visit.kit,
            visit.questionnaire,
            asked.id,
            visit.language,
            text,
            answered_by=by,
            answered_on=date.today(),
            version=version,
            spoken=visit.spoken,
        )
    except PolicyKitError as error:
        _keep_unsaved(visit, asked, text, by, error)
        raise
    record.keep(key, saved.text, by, is_saved=True)
    visit.form.written.add(saved.path)
    return saved


def _keep_unsaved(visit: Visit, asked: InterviewQuestion, text: str, by: str, error: PolicyKitError) -> None:
    """A text that lost against another one goes into a file of its own, for the form may be closed at any moment."""
    kept = visit.form.record.list_texts(visit.key(asked.id))
    if isinstance(error, Conflict) and all(one.text != text for one in kept):
        with suppress(OSError):
            set_aside(visit.form.folder, asked.id, visit.language, text)
    visit.form.record.keep(visit.key(asked.id), text, by, is_saved=False)
