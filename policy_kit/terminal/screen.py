"""What is to be seen of the interview, a draft or a page that covers it, and all that one can do there."""

from prompt_toolkit.application import get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.utils import Event

from policy_kit.terminal.covers import Cover, Kind
from policy_kit.terminal.draft import Draft
from policy_kit.terminal.sitting import Sitting
from policy_kit.terminal.telling import (
    Paragraph,
    tell_clash,
    tell_example,
    tell_help,
    tell_menu,
    tell_overview,
    tell_unreadable,
)


class Screen:
    """The state of the screen; it knows neither how it is shown nor which keys there are."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting
        self.phrases = sitting.phrases
        self.draft = Draft(sitting)
        self.name = Buffer(multiline=False)
        self.cover: Cover | None = None
        self.covering: Event[Screen] = Event(self)
        """Happens whenever a page covers the draft, or no longer does."""
        self.draft.open()

    @property
    def is_writing(self) -> bool:
        """Whether the draft is to be seen."""
        return self.cover is None

    def shows(self, *kinds: Kind) -> bool:
        """Whether a page of one of these kinds covers the draft."""
        return self.cover is not None and self.cover.kind in kinds

    # Pages over the draft

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

    def choose(self) -> None:
        """Open the question that is chosen in the overview."""
        if self.cover and self._finish_writing():
            self._open(self.sitting.interview.questions[self.cover.chosen - 1].id)

    def settle(self, digit: str) -> None:
        """Settle a conflict: 1 mine, 2 theirs, 3 both."""
        try:
            settle = {"1": self.sitting.keep_mine, "2": self.sitting.keep_theirs, "3": self.sitting.keep_both}[digit]
            outcome = settle()
        except OSError as error:
            self.draft.say("interview.saving.refused", "warning", reason=error.strerror or str(error))
            return
        if outcome == "conflict":
            self._show_clash()
            return
        self.draft.put(self.sitting.text)
        self.uncover()
        if outcome == "refused":
            self.draft.say("interview.saving.refused", "warning", reason=self.sitting.refusal)
        elif digit != "3":
            file = self.sitting.kept[-1] if self.sitting.kept else None
            self.draft.status = Paragraph("", self.phrases("interview.kept", file=file) if file else "")

    def uncover(self) -> None:
        """Back to the draft."""
        self._cover(None)

    # From one question to another, and out

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

    def leave(self, status: int = 0) -> None:
        """Save, and end the interview. A conflict is shown first, unless one leaves for good."""
        if status or self.draft.save() != "conflict" or self.shows("clash"):
            self.draft.take()
            app = get_app()
            if app.is_running and app.future and not app.future.done():
                app.exit(result=status)
        else:
            self._show_clash()

    # In the draft

    def open_editor(self) -> None:
        """Write in one's own editor."""
        self.uncover()
        if not self.sitting.is_locked:
            get_app().create_background_task(self.draft.edit())

    def insert_skeleton(self) -> None:
        """Put the words of the next step below the text."""
        self.uncover()
        self.draft.insert_skeleton()

    def switch_marks(self) -> None:
        """Show the marks no longer, or again."""
        self.uncover()
        self.draft.switch_marks()

    def _go(self, id: str | None) -> None:
        if not self._finish_writing():
            return
        if id is None:
            self.show_overview()
        else:
            self._open(id)

    def _open(self, id: str) -> None:
        self.sitting.open(id)
        self.draft.open()
        self.uncover()

    def _finish_writing(self) -> bool:
        """Save before the text goes out of sight; whether that is done."""
        outcome = self.draft.save()
        if outcome == "conflict":
            self._show_clash()
        elif outcome == "refused":
            self.uncover()
        return outcome not in ("conflict", "refused")

    def _show_clash(self) -> None:
        self._cover(Cover("clash", list(tell_clash(self.sitting)), self.phrases("interview.conflict.foot")))

    def _cover(self, cover: Cover | None) -> None:
        self.cover = cover
        self.covering.fire()
