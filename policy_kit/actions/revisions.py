"""The earlier texts of one answer, as git has them."""

from dataclasses import dataclass
from datetime import datetime

from policy_kit import history
from policy_kit.actions.interview import gather_answers
from policy_kit.kit import Kit
from policy_kit.kit.editing import UneditableError, find_reply

MOST = 200
"""So many revisions of a file are read; who needs older ones asks git itself."""


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
    past = history.read_history(kit.folder)
    known = past.list_revisions(answered.path)
    revisions = [each for each in known.revisions if each.when is not None][:MOST]
    texts = past.read_texts(revisions)
    found: list[AnswerRevision] = []
    for revision in reversed(revisions):
        try:
            text = texts.get(revision, b"").decode("utf-8", "replace")
            reply = find_reply(text, question, language, kit.languages[0])
        except UneditableError:
            continue
        if reply and revision.when and reply.text != (found[-1].text if found else ""):
            commit = (revision.commit, revision.author, revision.when, revision.summary)
            found.append(AnswerRevision(*commit, reply.text, reply.answered_by))
    is_complete = known.is_complete and len(known.revisions) <= MOST
    return AnswerRevisions(tuple(reversed(found)), is_complete or not known.is_known)
