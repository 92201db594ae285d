"""Puts one reply into the text of an answers file and leaves all the rest of it as it is, to the last blank.

Comments, order, line ends and indentation belong to the people who wrote them. So nothing is written out anew: the
change is a few splices, and when they are made the text is read again and compared with what was meant.
"""

from dataclasses import dataclass
from datetime import date

from policy_kit.documents import Answer, Answers, Text, has_language, pick_text
from policy_kit.kit.source import Source
from policy_kit.kit.spelling import tidy_text
from policy_kit.kit.splices import Splices
from policy_kit.kit.syntax import read_tree
from policy_kit.kit.validation import read_document


class UneditableError(ValueError):
    """The text is no sound answers file, or it cannot be changed without changing more than was asked."""


@dataclass(frozen=True)
class Reply:
    """What was said to one question in one language, by whom and when."""

    text: str
    answered_by: str = ""
    answered_on: date | None = None

    def tidy(self) -> "Reply":
        """The same as a document holds it: lines end with a line feed, and nothing blank stands before or after."""
        return Reply(tidy_text(self.text), tidy_text(self.answered_by), self.answered_on)


def find_reply(text: str, question: str, language: str, first: str) -> Reply | None:
    """The reply that an answers file holds; `first` is the language of files that name none.

    Raises `UneditableError` where the text is no sound answers file.
    """
    document = _read(text)
    own = document.language or first
    for answer in document.answers:
        if answer.question == question and has_language(answer.answer, language, own):
            by = pick_text(answer.answered_by, language, own) if answer.answered_by else ""
            return Reply(pick_text(answer.answer, language, own), by, answer.answered_on)
    return None


def put_reply(text: str, question: str, language: str, first: str, reply: Reply) -> str:
    """The text of an answers file with `reply` in it, in place of an earlier one or as a new answer.

    A name or a day that the reply leaves out stays as it was. Raises `UneditableError`.
    """
    document, reply = _read(text), reply.tidy()
    own = document.language or first
    number = _find_number(document, question, language, own)
    splices = Splices(text)
    if number is not None:
        answer = document.answers[number]
        meant = _change(answer, language, reply)
        _replace(splices, number, answer, meant, language)
        answers = (*document.answers[:number], meant, *document.answers[number + 1 :])
    elif language == own:
        answers = (*document.answers, _append(splices, question, reply))
    else:
        raise UneditableError(f"a file of answers in {own}, not in {language}")
    changed = splices.apply()
    if _read(changed) != document.model_copy(update={"answers": answers}):
        raise UneditableError("more would change than was asked")
    return changed


def begin_answers(questionnaire: str, question: str, language: str, reply: Reply) -> str:
    """The text of a new answers file with one answer. Raises `UneditableError` where that cannot be written."""
    head = f"kind: answers\nquestionnaire: {questionnaire}\nlanguage: {language}\nanswers: []\n"
    return put_reply(head, question, language, language, reply)


def _read(text: str) -> Answers:
    source = Source("", text)
    tree = read_tree(source)
    document, causes = read_document(source, tree)
    if tree.causes or causes or not isinstance(document, Answers):
        raise UneditableError("no sound answers file")
    return document


def _find_number(document: Answers, question: str, language: str, own: str) -> int | None:
    """The number of the answer in this language, or else of one that may be given in several."""
    found = [(n, answer.answer) for n, answer in enumerate(document.answers) if answer.question == question]
    exact = (n for n, wording in found if has_language(wording, language, own))
    return next(exact, next((n for n, wording in found if isinstance(wording, dict)), None))


def _change(answer: Answer, language: str, reply: Reply) -> Answer:
    """The answer as it shall be."""
    changes: dict[str, object] = {"answer": _put(answer.answer, language, reply.text)}
    if reply.answered_by:
        changes["answered_by"] = _put(answer.answered_by, language, reply.answered_by)
    if reply.answered_on:
        changes["answered_on"] = reply.answered_on
    return answer.model_copy(update=changes)


def _put(old: Text | None, language: str, new: str) -> Text:
    return {**old, language: new} if isinstance(old, dict) else new


def _replace(splices: Splices, number: int, old: Answer, new: Answer, language: str) -> None:
    """Change in the text what is different in the answer."""
    item = splices.root.parts["answers"].parts[number]
    after = "answer"
    for key in ("answer", "answered_by", "answered_on"):
        was, shall = getattr(old, key), getattr(new, key)
        if shall == was:
            pass
        elif isinstance(was, dict):
            splices.set_text(item.parts[key], language, shall[language])
        else:
            splices.set_text(item, key, str(shall), after)
        after = key if key in item.parts else after


def _append(splices: Splices, question: str, reply: Reply) -> Answer:
    """Add an answer to the text."""
    entries = {"question": question, "answer": reply.text}
    if reply.answered_by:
        entries["answered_by"] = reply.answered_by
    if reply.answered_on:
        entries["answered_on"] = reply.answered_on.isoformat()
    splices.add_item("answers", [*entries.items()], in_block="answer")
    return Answer.model_validate(entries)
