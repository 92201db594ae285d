"""An answer while it is written: the text field, what is to be said of its text, and whether that is saved."""

import asyncio

from prompt_toolkit.application import get_app, run_in_terminal
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition

from policy_kit.actions.coaching import LONGEST_MARK, Coaching, Mark
from policy_kit.terminal.editing import insert_skeleton
from policy_kit.terminal.marks import move_marks
from policy_kit.terminal.own_editor import edit_text
from policy_kit.terminal.showing import make_visible
from policy_kit.terminal.sitting import Outcome, Sitting
from policy_kit.terminal.telling import Paragraph

COACHING_PAUSE = 0.6
"""Seconds without a keystroke after which the text is scored."""
SAVING_PAUSE = 1.2
"""So many more, and it is saved."""


class Draft:
    """The answer to the open question, as it stands in the text field."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._phrases = sitting.phrases
        self.field = Buffer(
            multiline=True,
            read_only=Condition(lambda: sitting.is_locked),
            on_text_changed=lambda _: self._notice_change(),
        )
        self.coaching: Coaching | None = None
        self.before: int | None = None
        """The score that the text had when the question was opened."""
        self.shows_marks = True
        self.status = Paragraph("", "")
        self._marks: tuple[Mark, ...] = ()
        self._text = ""
        self._pause: asyncio.Task[None] | None = None

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The vague places that are to be marked."""
        return self._marks if self.shows_marks else ()

    def open(self) -> None:
        """Begin with the answer that the open question has."""
        self.put(self._sitting.text)
        self.status = Paragraph("", "")
        self.before = self.coaching.score.score if self.coaching and self._sitting.text else None

    def put(self, text: str) -> None:
        """Put a text in place of the one in the field."""
        self.field.reset(Document(text, len(text)))
        self._stop_pause()
        self._text = text
        self._judge(None if self._sitting.is_locked else self._sitting.coach(text))

    def take(self) -> None:
        """Let the sitting have the text as it is now."""
        if not self._sitting.is_locked:
            self._sitting.text = self.field.text

    def save(self) -> Outcome:
        """Save now, and say so."""
        self.take()
        outcome = self._sitting.save()
        if outcome == "refused":
            self.say("interview.saving.refused", "warning", reason=self._sitting.refusal)
        elif outcome == "conflict":
            self.say("interview.conflict.title", "warning")
        elif outcome != "unchanged":
            self.say(f"interview.saving.{outcome}")
        elif self.status.text == self._phrases("interview.saving.unsaved"):
            self.say("interview.saving.saved")
        return outcome

    def say(self, key: str, style: str = "", **values: object) -> None:
        """Say what has become of the text."""
        self.status = Paragraph(style, make_visible(self._phrases(key, **values)))

    def insert_skeleton(self) -> None:
        """Put the words of the next step below the text."""
        skeleton = self.coaching.skeleton if self.coaching else ""
        if skeleton and not self._sitting.is_locked:
            insert_skeleton(self.field, skeleton)
        else:
            self.say("interview.skeleton-none")

    def switch_marks(self) -> None:
        """Show the marks no longer, or again."""
        self.shows_marks = not self.shows_marks
        if not self.shows_marks:
            self.say("interview.marks-off")

    async def edit(self) -> None:
        """Write in one's own editor."""
        self.save()
        before = self.field.text
        text, failed = await run_in_terminal(lambda: edit_text(before, self._phrases), in_executor=True)
        if failed:
            self.status = Paragraph("warning", failed)
        elif text != before:
            self.field.document = Document(text, len(text))
            self.save()
        get_app().invalidate()

    def _judge(self, coaching: Coaching | None) -> None:
        self.coaching = coaching
        marks = coaching.marks if coaching else ()
        self._marks = tuple(mark for mark in marks if mark.end - mark.start <= LONGEST_MARK)

    def _notice_change(self) -> None:
        text = self.field.text
        self._marks = move_marks(self._marks, self._text, text)
        self._text = self._sitting.text = text
        self.say("interview.saving.unsaved")
        self._stop_pause()
        self._pause = get_app().create_background_task(self._wait_for_pause())

    async def _wait_for_pause(self) -> None:
        """Score, and then save, when nothing has been typed for a while."""
        await asyncio.sleep(COACHING_PAUSE)
        coaching = await asyncio.get_running_loop().run_in_executor(None, self._sitting.coach, self.field.text)
        self._judge(coaching)
        get_app().invalidate()
        await asyncio.sleep(SAVING_PAUSE)
        self.save()
        get_app().invalidate()

    def _stop_pause(self) -> None:
        if self._pause:
            self._pause.cancel()
        self._pause = None
