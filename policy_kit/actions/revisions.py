"""The earlier texts of one answer, as git has them."""

from dataclasses import dataclass
from datetime import datetime

from policy_kit import history
from policy_kit.actions.interview import gather_answers
from policy_kit.kit import Kit
from policy_kit.kit.editing import UneditableError, find_reply


@dataclass(frozen=True, slots=True)
class AnswerRevision:
    """The text of an answer at a commit."""

    commit: str
    author: str
    when: datetime
    summary: str
    text: str
    by: str


@dataclass(frozen=True, slots=True)
class AnswerRevisions:
    """The revisions in which an answer changed, newest first."""

    revisions: tuple[AnswerRevision, ...]
    complete: bool
    """False where git itself does not know what came before."""


def list_answer_revisions(kit: Kit, questionnaire: str, question: str, language: str) -> AnswerRevisions:
    """The committed texts of an answer; none without git, and for an answer that was never committed."""
    answered = gather_answers(kit, questionnaire).get((question, language))
    if answered is None:
        return AnswerRevisions((), True)
    known = history.list_revisions(kit.folder, answered.path)
    found: list[AnswerRevision] = []
    for revision in reversed(known.revisions):
        try:
            reply = find_reply(revision.text, question, language, kit.languages[0])
        except UneditableError:
            continue
        if reply and reply.text != (found[-1].text if found else ""):
            commit = (revision.commit, revision.author, revision.when, revision.summary)
            found.append(AnswerRevision(*commit, reply.text, reply.answered_by))
    return AnswerRevisions(tuple(reversed(found)), known.complete)
