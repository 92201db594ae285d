"""The interview on the whole screen: a text field, what is said around it, and pages that cover both for a moment."""

import asyncio
import signal
from contextlib import suppress

from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.input import Input
from prompt_toolkit.output import Output

from policy_kit.actions import Coaching, Mark
from policy_kit.terminal.arrangement import make_layout
from policy_kit.terminal.covers import Cover
from policy_kit.terminal.editing import insert_skeleton
from policy_kit.terminal.keys import make_bindings
from policy_kit.terminal.leaving import ENDING, save_last
from policy_kit.terminal.marks import move_marks
from policy_kit.terminal.own_editor import edit_text
from policy_kit.terminal.showing import make_visible
from policy_kit.terminal.sitting import Outcome, Sitting
from policy_kit.terminal.style import STYLE
from policy_kit.terminal.telling import (
    Paragraph,
    tell_clash,
    tell_example,
    tell_help,
    tell_menu,
    tell_overview,
    tell_unreadable,
)
from policy_kit.terminal.views import Surroundings, lay_out

COACHING_PAUSE = 0.6
"""Seconds without a keystroke after which the text is scored."""
SAVING_PAUSE = 1.2
"""So many more, and it is saved."""
LONGEST_MARK = 160
"""A longer stretch is spoken of, but not marked: then the whole answer is meant."""


class Screen:
    """The state of the screen, and what the keys do."""

    def __init__(self, sitting: Sitting, source: Input | None = None, output: Output | None = None) -> None:
        self.sitting = sitting
        self.phrases = sitting.phrases
        self.cover: Cover | None = None
        self._shows_marks = True
        self.last_words: list[str] = []
        self._coaching: Coaching | None = None
        self._marks: tuple[Mark, ...] = ()
        self._before: int | None = None
        self._status = Paragraph("", "")
        self._text = ""
        self._pause: asyncio.Task[None] | None = None
        self.field = Buffer(
            multiline=True,
            read_only=Condition(lambda: sitting.is_locked),
            on_text_changed=lambda _: self._notice_change(),
        )
        self.name = Buffer(multiline=False)
        layout, self._page = make_layout(self)
        self.app: Application[int] = Application(
            layout=layout,
            key_bindings=make_bindings(self),
            style=STYLE,
            full_screen=True,
            input=source,
            output=output,
        )
        self.app.ttimeoutlen = 0.1
        self.app.timeoutlen = 0.3
        self._show_question()

    def run(self) -> int:
        """Hold the interview. The exit status."""
        self.ask_name()
        status = 0
        try:
            status = self.app.run(pre_run=self._watch_signals, handle_sigint=False)
        except (EOFError, OSError):  # the terminal has gone
            status = 128 + getattr(signal, "SIGHUP", 1)
        finally:
            self._take_text()
            self.last_words = save_last(self.sitting)
        return status or bool(self.last_words)

    @property
    def is_writing(self) -> bool:
        """Whether the text field is to be seen."""
        return self.cover is None

    @property
    def size(self) -> tuple[int, int]:
        """The rows and columns of the window."""
        size = self.app.output.get_size()
        return size.rows, size.columns

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The vague places that are to be marked."""
        return self._marks if self._shows_marks else ()

    def surround(self) -> Surroundings:
        """What is to be seen around the text."""
        return lay_out(
            self.sitting,
            self.size,
            self._coaching,
            before=self._before,
            shows_marks=self._shows_marks,
            status=self._status,
        )

    # What the keys do

    def show_help(self) -> None:
        """How all this works."""
        self._cover(Cover("reading", list(tell_help(self.phrases)), self.phrases("interview.reading-foot")))

    def show_example(self) -> None:
        """An example, and why we ask."""
        self._cover(Cover("reading", list(tell_example(self.sitting)), self.phrases("interview.reading-foot")))

    def show_menu(self) -> None:
        """What one can do, with digits."""
        title = Paragraph("label", self.phrases("interview.menu.title"))
        self._cover(Cover("menu", [title, *tell_menu(self.phrases)], self.phrases("interview.menu.foot")))

    def show_overview(self) -> None:
        """All questions, to choose from."""
        if not self._finish_writing():
            return
        self.sitting.refresh()
        title = Paragraph("label", self.phrases("interview.overview.title"))
        foot = self.phrases("interview.overview.foot")
        self._cover(Cover("overview", [title, *tell_overview(self.sitting)], foot, chosen=self.sitting.number))

    def ask_name(self) -> None:
        """Who answers, before the first question."""
        phrases = self.phrases
        suggestion = self.sitting.suggest_name()
        self.name.document = Document(suggestion, len(suggestion))
        told = [
            Paragraph("label", self.sitting.pick(self.sitting.interview.questionnaire.title)),
            Paragraph("", self.sitting.pick(self.sitting.interview.questionnaire.intro)),
            Paragraph("", ""),
            *tell_unreadable(self.sitting),
            Paragraph("label", phrases("interview.asked.title")),
            Paragraph("", phrases("interview.asked.text")),
        ]
        self._cover(Cover("name", told, phrases("interview.asked.foot")))

    def take_name(self) -> None:
        """The name has been given."""
        self.sitting.answered_by = self.name.text.strip()
        self.uncover()

    def go_back(self) -> None:
        """To the question before."""
        self._go(self.sitting.find_neighbour(-1))

    def go_on(self) -> None:
        """To the next question; behind the last one, to all of them."""
        self._go(self.sitting.find_neighbour(1))

    def postpone(self) -> None:
        """To the next unfinished question; this one later."""
        if self._finish_writing():
            self.sitting.refresh()
            self.sitting.postpone()
            self._go(self.sitting.find_unfinished())

    def open_editor(self) -> None:
        """Write in one's own editor."""
        self.uncover()
        if not self.sitting.is_locked:
            self.app.create_background_task(self._edit())

    def insert(self) -> None:
        """Put the words of the next step below the text."""
        self.uncover()
        skeleton = self._coaching.skeleton if self._coaching else ""
        if skeleton and not self.sitting.is_locked:
            insert_skeleton(self.field, skeleton)
        else:
            self._say("interview.skeleton-none")

    def switch_marks(self) -> None:
        """Show the marks no longer, or again."""
        self.uncover()
        self._shows_marks = not self._shows_marks
        if not self._shows_marks:
            self._say("interview.marks-off")

    def save(self) -> Outcome:
        """Save now, and say so."""
        self._take_text()
        outcome = self.sitting.save()
        if outcome == "refused":
            self._say("interview.saving.refused", "warning", reason=self.sitting.refusal)
        elif outcome == "conflict":
            self._say("interview.conflict.title", "warning")
        elif outcome != "unchanged":
            self._say(f"interview.saving.{outcome}")
        elif self._status.text == self.phrases("interview.saving.unsaved"):
            self._say("interview.saving.saved")
        return outcome

    def leave(self, status: int = 0) -> None:
        """Save, and end the interview. A conflict is shown first, unless one leaves for good."""
        if status or self.save() != "conflict" or (self.cover and self.cover.kind == "clash"):
            self._take_text()
            if self.app.is_running and not self.app.future.done():  # type: ignore[union-attr]
                self.app.exit(result=status)
        else:
            self._show_clash()

    def settle(self, digit: str) -> None:
        """Settle a conflict: 1 mine, 2 theirs, 3 both."""
        try:
            settle = {"1": self.sitting.keep_mine, "2": self.sitting.keep_theirs, "3": self.sitting.keep_both}[digit]
            outcome = settle()
        except OSError as error:
            self._say("interview.saving.refused", "warning", reason=error.strerror or str(error))
            return
        if outcome == "conflict":
            self._show_clash()
            return
        self._put_text(self.sitting.text)
        self.uncover()
        if outcome == "refused":
            self._say("interview.saving.refused", "warning", reason=self.sitting.refusal)
        elif digit != "3":
            file = self.sitting.kept[-1] if self.sitting.kept else None
            self._status = Paragraph("", self.phrases("interview.kept", file=file) if file else "")

    def choose(self) -> None:
        """Open the question that is chosen in the overview."""
        if self.cover and self._finish_writing():
            self._open(self.sitting.interview.questions[self.cover.chosen - 1].id)

    def uncover(self) -> None:
        """Back to the text."""
        self.cover = None
        self.app.layout.focus(self.field)

    # Between the keys and the kit

    def _go(self, id: str | None) -> None:
        if not self._finish_writing():
            return
        if id is None:
            self.show_overview()
        else:
            self._open(id)

    def _open(self, id: str) -> None:
        self.sitting.open(id)
        self._show_question()
        self.uncover()

    def _finish_writing(self) -> bool:
        """Save before the text goes out of sight; whether that is done."""
        outcome = self.save()
        if outcome == "conflict":
            self._show_clash()
        elif outcome == "refused":
            self.uncover()
        return outcome not in ("conflict", "refused")

    def _show_clash(self) -> None:
        self._cover(Cover("clash", list(tell_clash(self.sitting)), self.phrases("interview.conflict.foot")))

    def _show_question(self) -> None:
        self._put_text(self.sitting.text)
        self._status = Paragraph("", "")
        self._before = self._coaching.score.score if self._coaching and self.sitting.text else None

    def _put_text(self, text: str) -> None:
        self.field.reset(Document(text, len(text)))
        self._stop_pause()
        self._text = text
        self._judge(None if self.sitting.is_locked else self.sitting.coach(text))

    def _take_text(self) -> None:
        if not self.sitting.is_locked:
            self.sitting.text = self.field.text

    def _judge(self, coaching: Coaching | None) -> None:
        self._coaching = coaching
        marks = coaching.marks if coaching else ()
        self._marks = tuple(mark for mark in marks if mark.end - mark.start <= LONGEST_MARK)

    def _notice_change(self) -> None:
        text = self.field.text
        self._marks = move_marks(self._marks, self._text, text)
        self._text = self.sitting.text = text
        self._say("interview.saving.unsaved")
        self._stop_pause()
        self._pause = self.app.create_background_task(self._wait_for_pause())

    async def _wait_for_pause(self) -> None:
        """Score, and then save, when nothing has been typed for a while."""
        await asyncio.sleep(COACHING_PAUSE)
        coaching = await asyncio.get_running_loop().run_in_executor(None, self.sitting.coach, self.field.text)
        self._judge(coaching)
        self.app.invalidate()
        await asyncio.sleep(SAVING_PAUSE)
        self.save()
        self.app.invalidate()

    def _stop_pause(self) -> None:
        if self._pause:
            self._pause.cancel()
        self._pause = None

    async def _edit(self) -> None:
        self.save()
        before = self.field.text
        text, failed = await run_in_terminal(lambda: edit_text(before, self.phrases), in_executor=True)
        if failed:
            self._status = Paragraph("warning", failed)
        elif text != before:
            self.field.document = Document(text, len(text))
            self.save()
        self.app.invalidate()

    def _watch_signals(self) -> None:
        """Before anything touches a terminal that may have gone, save."""

        def end(number: int) -> None:
            self.save()
            self.leave(128 + number)

        loop = asyncio.get_running_loop()
        for name in (*ENDING, "SIGINT"):
            if number := getattr(signal, name, None):
                with suppress(NotImplementedError):  # Windows
                    loop.add_signal_handler(number, end, number)

    def _say(self, key: str, style: str = "", **values: object) -> None:
        self._status = Paragraph(style, make_visible(self.phrases(key, **values)))

    def _cover(self, cover: Cover) -> None:
        self.cover = cover
        self.app.layout.focus(self.name if cover.kind == "name" else self._page)


def run_screen(sitting: Sitting) -> int:
    """Hold the interview on the terminal of the standard streams."""
    screen = Screen(sitting)
    status = screen.run()
    with suppress(OSError):
        for text in screen.last_words:
            print(make_visible(text), flush=True)
    return status
