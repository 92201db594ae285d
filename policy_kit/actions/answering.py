"""Saving an answer to one question in one language, without losing what somebody else has written meanwhile."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from policy_kit.actions.interview import (
    ANSWERS_FOLDER,
    Key,
    find_questionnaire,
    gather_answers,
    list_unreadable,
    make_version,
    read_interview,
)
from policy_kit.actions.locating import load_kit
from policy_kit.actions.scores import find_question
from policy_kit.documents import Answers, Question, Questionnaire
from policy_kit.errors import PolicyKitError, StorageError, UsageError
from policy_kit.kit import Kit
from policy_kit.kit.editing import Reply, UneditableError, begin_answers, find_reply, put_reply
from policy_kit.kit.saving import save_document
from policy_kit.kit.signs import UNSAFE, name_sign
from policy_kit.languages import Phrases, load_phrases
from policy_kit.scoring import Score, score_text

LONGEST_ANSWER = 20_000
LONGEST_NAME = 200


@dataclass(frozen=True)
class Saved:
    """An answer that is on the disk."""

    version: str
    """For the next call of `save_answer`."""
    score: Score
    text: str
    """The answer as it was saved: without blanks before and after."""
    path: str
    """The file in which it stands, relative to the kit's folder."""


class Conflict(PolicyKitError):  # noqa: N818  it is no error that two people write
    """Somebody else has changed the answer meanwhile. Nothing was saved; `theirs` is what stands there now."""

    def __init__(self, message: str, theirs: Reply, version: str) -> None:
        super().__init__(message)
        self.theirs = theirs
        """With an empty text where the answer is gone."""
        self.version = version
        """With it `save_answer` saves in place of theirs."""


def save_answer(
    kit: Kit | Path | str,
    questionnaire: str,
    question: str | int,
    language: str,
    text: str,
    *,
    answered_by: str,
    answered_on: date,
    version: str,
    spoken: str | None = None,
) -> Saved:
    """Save `text` as the answer to a question, however vague it is, and score it.

    `version` is that of the answer which the text is meant to replace, as `read_interview` told it. An empty
    `answered_by` leaves whoever is named there. `spoken` is the language of messages; left out, the answer's own.
    A text that already stands there is not written again, whatever its version.

    Raises `Conflict` when another text stands there by now; `UsageError` for an unknown or locked question, an empty
    or endless text and signs that nobody can see; `StorageError` when the disk refuses. Nothing is saved then.
    """
    if not isinstance(kit, Kit):
        kit = load_kit(kit)
    phrases = load_phrases(spoken or language)
    asked = find_questionnaire(kit, questionnaire, language, phrases)
    found = find_question(question, {each.id: each for each in asked.questions}, phrases)
    _require_open(kit, asked, found, language, phrases)
    reply = Reply(text, answered_by, answered_on).tidy()
    _require_harmless(reply, phrases)
    path = _choose_file(kit, asked.id, (found.id, language), phrases)
    change = _Change(kit.languages[0], asked.id, found.id, language, reply, version, phrases)
    try:
        save_document(kit.folder, path, change, phrases)
    except UneditableError as error:
        raise StorageError(phrases("errors.answer-file", file=path)) from error
    score = score_text(reply.text, found, language, kit.languages[0])
    return Saved(make_version(reply.text), score, reply.text, path)


@dataclass(frozen=True)
class _Change:
    """From the text of an answers file to the same with the reply in it."""

    first: str
    questionnaire: str
    question: str
    language: str
    reply: Reply
    version: str
    phrases: Phrases

    def __call__(self, old: str | None) -> str:
        theirs = find_reply(old, self.question, self.language, self.first) if old is not None else None
        theirs = theirs or Reply("")
        is_same = theirs.text == self.reply.text  # perhaps my own, when a call is repeated
        if not is_same and make_version(theirs.text) != self.version:
            raise Conflict(self.phrases("errors.answer-changed"), theirs, make_version(theirs.text))
        if old is None:
            return begin_answers(self.questionnaire, self.question, self.language, self.reply)
        if is_same and self.reply.answered_by in ("", theirs.answered_by):
            return old
        return put_reply(old, self.question, self.language, self.first, self.reply)


def _require_open(kit: Kit, asked: Questionnaire, question: Question, language: str, phrases: Phrases) -> None:
    if question.opens_after is None:
        return
    interview = read_interview(kit, asked.id, language)
    found = interview.find(question.id)
    if found.state == "locked":
        count, n = interview.count, interview.concrete
        raise UsageError(phrases("errors.answer-locked", number=found.number, concrete=n, count=count))


def _require_harmless(reply: Reply, phrases: Phrases) -> None:
    text = reply.text
    if not text:
        raise UsageError(phrases("errors.answer-empty"))
    if len(text) > LONGEST_ANSWER:
        length, most = phrases.number(len(text)), phrases.number(LONGEST_ANSWER)
        raise UsageError(phrases("errors.answer-too-long", n=len(text), length=length, most=most))
    if sign := UNSAFE.search(text):
        line = text.count("\n", 0, sign.start()) + 1
        before, after = text[: sign.start()].split(), UNSAFE.sub(" ", text[sign.start() :]).split()
        word = (before[-1:] + after[:1] + ["…"])[0][:40]
        raise UsageError(phrases("errors.answer-sign", line=line, sign=name_sign(sign[0]), word=word))
    by = reply.answered_by
    if len(by) > LONGEST_NAME or "\n" in by or UNSAFE.search(by):
        raise UsageError(phrases("errors.answered-by", most=LONGEST_NAME))


def _choose_file(kit: Kit, questionnaire: str, key: Key, phrases: Phrases) -> str:
    """The file in which the answer stands or belongs: that of its language, or one that answers in several."""
    answered = gather_answers(kit, questionnaire)
    if key in answered:
        return answered[key].path
    question, language = key
    for file in kit.files:
        if isinstance(file.document, Answers) and file.document.questionnaire == questionnaire:
            spoken = file.document.language or kit.languages[0]
            if spoken == language:
                return file.path
    for (asked, _), other in answered.items():
        if asked == question and isinstance(other.answer.answer, dict):
            return other.path
    if unreadable := list_unreadable(kit):
        raise StorageError(phrases("errors.answer-file", file=unreadable[0].place.file))
    return _name_file(kit, questionnaire, language)


def _name_file(kit: Kit, questionnaire: str, language: str) -> str:
    """The name of a new file of answers; the company's own language has the short one, if it is free."""
    taken = {file.path for file in kit.files}
    short = f"{ANSWERS_FOLDER}{questionnaire}.yml"
    if language == kit.languages[0] and short not in taken:
        return short
    return f"{ANSWERS_FOLDER}{questionnaire}.{language}.yml"
