"""The interview line by line: no colour and nothing that moves, for screen readers, pipes and simple terminals."""

import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import BinaryIO, TextIO

from policy_kit.terminal.leaving import catch_signals, save_last
from policy_kit.terminal.showing import make_visible
from policy_kit.terminal.sitting import Outcome, Sitting
from policy_kit.terminal.telling import (
    Paragraph,
    tell_clash,
    tell_coaching,
    tell_example,
    tell_place,
    tell_progress,
    tell_question,
    tell_score,
    tell_unreadable,
)

END = "."
INTERRUPTED = 130


class _Ended(Exception):  # noqa: N818  the input has an end, which is no error
    """There is no more input, or a signal asks us to go; with the exit status."""

    def __init__(self, status: int = 0) -> None:
        self.status = status


class PlainInterview:
    """Asks question after question; a lone full stop ends an answer."""

    def __init__(self, sitting: Sitting, source: BinaryIO, out: TextIO, *, is_live: bool) -> None:
        self.sitting = sitting
        self.phrases = sitting.phrases
        self._source = source
        self._out = out
        self._is_live = is_live
        """Whether a person sits there, whom we may ask for more; what comes through a pipe was written before."""
        self._is_reading = False
        self._signal = 0

    def run(self) -> int:
        """Ask until the questions or the input end. The exit status."""
        try:
            with catch_signals(self._stop):
                status = self._hold()
        except _Ended as end:
            status = end.status
        except KeyboardInterrupt:
            status = INTERRUPTED
        except OSError:  # nobody reads our output any more, or the terminal has gone
            status = 1
        last_words = save_last(self.sitting)
        with suppress(OSError):
            self.say(*last_words)
        return status or bool(last_words)

    def _hold(self) -> int:
        self._introduce()
        while self._ask():
            pass
        return self._count_left_over()

    def say(self, *texts: str) -> None:
        """Say something, at once, also into a pipe."""
        for text in texts:
            print(make_visible(text), file=self._out)
        self._out.flush()

    def _tell(self, paragraphs: Iterable[Paragraph]) -> None:
        self.say(*(paragraph.text for paragraph in paragraphs))

    def _introduce(self) -> None:
        sitting = self.sitting
        sitting.answered_by = sitting.suggest_name() if self._is_live else ""
        self.say(sitting.pick(sitting.interview.questionnaire.title), tell_progress(sitting))
        self._tell(tell_unreadable(sitting))
        if self._is_live:
            self.say(self.phrases("interview.asked.title"), self.phrases("interview.asked.text"))
            if sitting.answered_by:
                self.say(self.phrases("interview.plain.name", name=sitting.answered_by))
            sitting.answered_by = self._read_line().strip() or sitting.answered_by
        self.say(self.phrases("interview.plain.begin"))

    def _ask(self) -> bool:
        """Ask the open question and go on to the next one; whether there is one."""
        sitting = self.sitting
        self.say("", tell_place(sitting))
        self._tell(tell_question(sitting))
        if sitting.is_locked:
            return self._go_on()
        if sitting.text:
            self.say(self.phrases("interview.plain.so-far"), sitting.text, self.phrases("interview.plain.replace"))
        self.say(self.phrases("interview.plain.write"))
        return self._answer([])

    def _answer(self, lines: list[str]) -> bool:
        """Read an answer that goes on after `lines`; whether there is a next question."""
        began = len(lines)
        while True:
            line = self._read_line()
            command = line.strip()
            if command == END:
                break
            if not (len(command) == 2 and command[0] == END and command[1].isdecimal()):
                lines.append(line)
                self.sitting.text = "\n".join(lines)
                continue
            match command:
                case ".1":
                    self._tell(tell_example(self.sitting))
                case ".2":
                    return self._go_back()
                case ".3":
                    return self._postpone()
                case ".4":
                    lines[:0] = self._take_up(lines)
                    self.sitting.text = "\n".join(lines)
                case ".5":
                    self._show_coaching()
                case ".0":
                    raise _Ended
                case _:
                    self.say(self.phrases("interview.plain.unknown", command=command))
        return self._finish(lines, is_new=len(lines) > began)

    def _finish(self, lines: list[str], *, is_new: bool) -> bool:
        """The answer has ended: save it and tell how it stands. Whether there is a next question."""
        if not is_new:
            self.say(self.phrases("interview.plain.kept" if self.sitting.text else "interview.plain.later"))
            return self._go_on()
        if not self._save():
            return self._answer(lines)
        score = self._show_coaching()
        if self._is_live and score != "concrete":
            self.say(self.phrases("interview.plain.improve"))
            return self._answer(lines)
        return self._go_on()

    def _take_up(self, lines: list[str]) -> list[str]:
        """The answer so far, to which the new lines are added."""
        stored = self.sitting.row.text
        if not stored or lines[: stored.count("\n") + 1] == stored.split("\n"):
            self.say(self.phrases("interview.plain.nothing-so-far"))
            return []
        self.say(self.phrases("interview.plain.added"))
        return stored.split("\n")

    def _show_coaching(self) -> str:
        coaching = self.sitting.coach(self.sitting.text)
        self.say(tell_score(coaching, self.phrases).text)
        self._tell(tell_coaching(coaching, self.sitting))
        return coaching.score.verdict

    def _save(self) -> bool:
        """Save, and settle a conflict; whether it is done."""
        outcome = self.sitting.save()
        while outcome == "conflict":
            outcome = self._settle()
        if outcome == "refused":
            self.say(self.phrases("interview.saving.refused", reason=self.sitting.refusal))
            if not self._is_live:
                raise _Ended(1)
            return False
        self.say(self.phrases("interview.saving.saved" if outcome == "saved" else "interview.plain.kept"))
        return True

    def _settle(self) -> Outcome:
        self._tell(tell_clash(self.sitting))
        if not self._is_live:
            raise _Ended(1)
        self.say(self.phrases("interview.plain.choose"))
        match self._read_line().strip():
            case "1":
                return self.sitting.keep_mine()
            case "2":
                self.sitting.keep_theirs()
            case "3":
                self.sitting.keep_both()
                return self.sitting.save()
            case _:
                return "conflict"
        return "unchanged"

    def _go_back(self) -> bool:
        back = self.sitting.find_neighbour(-1)
        if back is None:
            self.say(self.phrases("interview.plain.first"))
        elif not self.sitting.text.strip() or self._save():
            self.sitting.open(back)
        return True

    def _postpone(self) -> bool:
        if self.sitting.text.strip() and not self._save():
            return True
        self.sitting.postpone()
        self.say(self.phrases("interview.plain.later"))
        return self._go_on()

    def _go_on(self) -> bool:
        """Open the next question below that has something to do; at the end the interview is over."""
        step = 1
        while id := self.sitting.find_neighbour(step):
            self.sitting.refresh()
            if not self.sitting.interview.find(id).is_finished:
                self.sitting.open(id)
                return True
            step += 1
        self.sitting.refresh()
        self.say("", self.phrases("interview.plain.all-done"), tell_progress(self.sitting))
        return False

    def _count_left_over(self) -> int:
        """Lines that nobody asked for must not vanish without a word."""
        if self._is_live:
            return 0
        left = sum(bool(line.strip()) for line in self._source)
        if left:
            self.say(self.phrases("interview.leaving.left-over", n=left))
        return 1 if left else 0

    def _read_line(self) -> str:
        """The next line of the input, without its end."""
        while True:
            self._is_reading = True
            line = b"" if self._signal else self._source.readline()
            self._is_reading = False
            if self._signal:
                raise _Ended(128 + self._signal)
            if not line:
                raise _Ended
            try:
                return line.decode("utf-8").rstrip("\r\n").removeprefix("\ufeff")
            except UnicodeDecodeError:
                self.say(self.phrases("interview.plain.not-utf8"))

    def _stop(self, number: int) -> None:
        """A signal: leave at once where we only wait for input, else when what is being done is done."""
        self._signal = number
        if self._is_reading:
            raise _Ended(128 + number)


def run_plain(sitting: Sitting) -> int:
    """Hold the interview on the standard streams."""
    return PlainInterview(sitting, sys.stdin.buffer, sys.stdout, is_live=sys.stdin.isatty()).run()
