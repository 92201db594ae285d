"""One sitting at the questions: where one is, what has been written, and what the kit holds. It knows no screen."""

from datetime import date
from pathlib import Path
from typing import Literal

from policy_kit.actions.answering import Conflict, save_answer
from policy_kit.actions.coaching import Coaching, coach_answer
from policy_kit.actions.interview import Interview, InterviewQuestion, read_interview
from policy_kit.actions.setting_aside import set_aside
from policy_kit.documents import Text, pick_text
from policy_kit.errors import PolicyKitError
from policy_kit.kit import Kit
from policy_kit.kit.loading import Known, load_kit
from policy_kit.languages import Phrases

Outcome = Literal["saved", "unchanged", "empty", "conflict", "refused"]


class Sitting:
    """A person at the questions of one questionnaire, answering in one language."""

    def __init__(self, folder: Path, phrases: Phrases, questionnaire: str, language: str) -> None:
        self.folder = folder
        self.phrases = phrases
        self.language = language
        self.answered_by = ""
        self.text = ""
        """What is written now."""
        self.clash: Conflict | None = None
        """Somebody else's text, where the file no longer holds what we began with."""
        self.refusal = ""
        """Why the last saving failed."""
        self.saved_files: set[str] = set()
        self.kept: list[Path] = []
        """Files with texts that were set aside."""
        self._questionnaire = questionnaire
        self._postponed: set[str] = set()
        self._known: Known = {}
        self._id = ""
        self._stored = ""
        self._read()
        self.open((self.interview.next_question or self.interview.questions[0]).id)

    # Where one is

    @property
    def row(self) -> InterviewQuestion:
        """The question that is open."""
        return self.interview.find(self._id)

    @property
    def number(self) -> int:
        """The number of the question that is open, from 1."""
        return self.row.number

    @property
    def is_locked(self) -> bool:
        """Whether the question cannot be answered yet."""
        return self.row.state == "locked"

    @property
    def waiting(self) -> list[int]:
        """The numbers of the questions that keep the locked ones closed."""
        return [row.number for row in self.interview.questions if not row.is_finished]

    @property
    def is_done(self) -> bool:
        """Whether every answer is concrete."""
        return all(row.state == "concrete" for row in self.interview.questions)

    def pick(self, text: Text | None) -> str:
        """A text of the questionnaire in the language of the conversation."""
        return pick_text(text, self.phrases.language, self.kit.languages[0]) if text else ""

    def pick_sample(self, text: Text | None) -> str:
        """A text of the questionnaire in the language of the answers."""
        return pick_text(text, self.language, self.kit.languages[0]) if text else ""

    def coach(self, text: str) -> Coaching:
        """What to tell of a text as the answer to the open question."""
        first, spoken = self.kit.languages[0], self.phrases.language
        return coach_answer(text, self.row.question, self.language, spoken=spoken, first=first)

    def suggest_name(self) -> str:
        """Who answered last, according to the kit."""
        given = [row for row in self.interview.questions if row.answered_by]
        return max(given, key=lambda row: row.answered_on or date.min).answered_by if given else ""

    # Going from one question to another; what is written must have been saved

    def open(self, id: str) -> None:
        """Open a question with the answer that the kit has now."""
        self._read()
        self._id = id
        self._stored = self.text = self.row.text
        self._version = self.row.version
        self.clash, self.refusal = None, ""

    def refresh(self) -> None:
        """Read the kit again; what is written stays."""
        self._read()

    def find_neighbour(self, step: int) -> str | None:
        """The question before or after this one."""
        index = self.number - 1 + step
        return self.interview.questions[index].id if 0 <= index < len(self.interview.questions) else None

    def postpone(self) -> None:
        """Leave the open question for later."""
        self._postponed.add(self._id)

    def find_unfinished(self) -> str | None:
        """The next question that is not concrete yet, from here on and round; not one that was left for later."""
        rows = self.interview.questions
        for row in (*rows[self.number :], *rows[: self.number - 1]):
            if not row.is_finished and row.id not in self._postponed:
                return row.id
        return None

    # Keeping what is written

    def save(self) -> Outcome:
        """Save what is written, if it is new. After "conflict" there is a clash, after "refused" a refusal."""
        text = self.text.strip()
        self.refusal = ""
        if text == self._stored:
            return "unchanged"
        if not text:
            return "empty"
        try:
            self._write(text)
        except Conflict as conflict:
            self.clash = conflict
            return "conflict"
        except PolicyKitError as error:
            self.refusal = str(error)
            return "refused"
        return "saved"

    def keep_mine(self) -> Outcome:
        """Settle a clash: our text goes into the file, theirs is kept beside."""
        if self.clash and self.clash.theirs.text:
            self.keep(self.clash.theirs.text)
        self._accept_theirs()
        return self.save()

    def keep_theirs(self) -> None:
        """Settle a clash: the file stays as it is, our text is kept beside."""
        self.keep(self.text)
        self._accept_theirs()
        self.text = self._stored

    def keep_both(self) -> None:
        """Settle a clash: both texts are to be joined by hand, ours below theirs."""
        self._accept_theirs()
        self.text = f"{self._stored}\n\n{self.text.strip()}".strip()

    def keep(self, text: str) -> Path:
        """Keep a text in a file of its own. Raises `OSError` where that cannot be done either."""
        path = set_aside(self.folder, self._id, self.language, text)
        self.kept.append(path)
        return path

    def _write(self, text: str) -> None:
        saved = save_answer(
            self.kit.folder,
            self._questionnaire,
            self._id,
            self.language,
            text,
            answered_by=self.answered_by,
            answered_on=date.today(),
            version=self._version,
            spoken=self.phrases.language,
        )
        self._stored, self._version, self.clash = text, saved.version, None
        self.saved_files.add(saved.path)

    def _accept_theirs(self) -> None:
        if self.clash:
            self._stored, self._version = self.clash.theirs.text, self.clash.version
        self.clash = None

    def _read(self) -> None:
        self.kit: Kit = load_kit(self.folder, self.phrases.language, known=self._known)
        self.interview: Interview = read_interview(self.kit, self._questionnaire, self.language)
