"""Puts one reply into the text of an answers file and leaves all the rest of it as it is, to the last blank.

Comments, order, line ends and indentation belong to the people who wrote them. So nothing is written out anew: the
change is a few splices, and when they are made the text is read again and compared with what was meant.
"""

import re
from dataclasses import dataclass
from datetime import date

from policy_kit.documents import has_language, pick_text
from policy_kit.kit.spelling import tidy_text

STEP = 2
"""How far an answer's lines stand behind its key, where the file has no habit of its own."""
LONGEST_LINE = 80
"""A longer text is not put on one line with its key."""
BLOCK_SIGN = re.compile(r"[|>](?:[+-]?([1-9])[+-]?|[+-]?)")
ALONE = re.compile(r"[ \t]*(?:\r\n|\n|\r)")
COMMENT = re.compile(r"[ \t]*#[^\r\n]*(?:\r\n|\n|\r|\Z)")


class UneditableError(ValueError):
    """The text is no sound answers file, or it cannot be changed without changing more than was asked."""


@dataclass(frozen=True)
class Reply:
    """What was said to one question in one language, by whom and when."""

    text: str
    answered_by: str = ""
    answered_on: date | None = None


def find_reply(text: str, question: str, language: str, first: str) -> Reply | None:
    """The reply that an answers file holds. `first` is the language of files that name none."""
    document = _read(text)
    own = document.language or first
    number = _find_number(document, question, language, own)
    if number is None or not has_language(document.answers[number].answer, language, own):
        return None
    answer = document.answers[number]
    by = pick_text(answer.answered_by, language, own) if answer.answered_by else ""
    return Reply(pick_text(answer.answer, language, own), by, answer.answered_on)


def put_reply(text: str, question: str, language: str, first: str, reply: Reply) -> str:
    """The text of an answers file with `reply` in it, in place of an earlier one or as a new answer.

    Of the reply, whom and when it does not name stays as it was. Raises `UneditableError`.
    """
    document = _read(text)
    own = document.language or first
    number = _find_number(document, question, language, own)
    if number is None and language != own:
        raise UneditableError(f"answers in {own}, not in {language}")
    edit = _Edit(text)
    if number is None:
        edit.append(question, reply)
    else:
        _replace(edit, document.answers[number], number, language, own, reply)
    changed = edit.make()
    if _read(changed) != _expect(document, number, question, language, own, reply):
        raise UneditableError("more would change than was asked")
    return changed


def begin_answers(questionnaire: str, question: str, language: str, reply: Reply) -> str:
    """The text of a new answers file with one answer."""
    lines = "".join(_spell_item(question, reply, " " * STEP, " " * (STEP - 1), STEP, "\n"))
    text = f"kind: answers\nquestionnaire: {questionnaire}\nlanguage: {language}\nanswers:\n{lines}"
    if find_reply(text, question, language, language) != Reply(
        tidy_text(reply.text), reply.answered_by, reply.answered_on
    ):
        raise UneditableError("the reply cannot be written down")
    return text
