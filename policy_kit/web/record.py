"""What was written in this form since it was opened, so that no text is lost, whatever happens to the file."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Lock

from policy_kit.history import compare_words

ONE_SITTING = timedelta(minutes=10)
FEW_WORDS = 3
MOST = 100
Key = tuple[str, str, str]
"""Questionnaire, language, question."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text at a moment."""

    number: int
    text: str
    by: str
    when: datetime
    is_saved: bool


class Record:
    """All texts of all answers, oldest first. A text gives way only to one that holds nearly all of its words."""

    def __init__(self) -> None:
        self._texts: dict[Key, list[Written]] = {}
        self._begun: dict[Key, int] = {}
        self._count = 0
        self._lock = Lock()

    def keep(self, key: Key, text: str, by: str, *, is_saved: bool) -> None:
        """Remember a text."""
        with self._lock:
            texts = self._texts.setdefault(key, [])
            self._count += 1
            new = Written(self._count, text, by, datetime.now(), is_saved)
            last = texts[-1] if texts else None
            if last and last.text == text:
                texts[-1] = replace(last, is_saved=last.is_saved or is_saved)
            elif last and last.is_saved and is_saved and _grew(last, new):
                texts[-1] = new
            else:
                texts.append(new)
            del texts[:-MOST]

    def list_texts(self, key: Key) -> tuple[Written, ...]:
        """What was written to a question, oldest first."""
        with self._lock:
            return tuple(self._texts.get(key, ()))

    def begin(self, key: Key, score: int) -> int:
        """The score with which the work on an answer began; the first call decides."""
        return self._begun.setdefault(key, score)


def _grew(old: Written, new: Written) -> bool:
    if new.when - old.when > ONE_SITTING:
        return False
    lost = sum(len(piece.text.split()) for piece in compare_words(old.text, new.text) if piece.kind == "removed")
    return lost <= FEW_WORDS
