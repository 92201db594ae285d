"""How the scores of the answers went: one point for every revision in git at which the text of an answer changed."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from policy_kit.actions.scores import AnswerScore, list_wordings, score_kit
from policy_kit.documents import Answers, Question
from policy_kit.history import History, Revision, read_history
from policy_kit.kit import Kit
from policy_kit.kit.versions import Version, read_version
from policy_kit.languages import load_phrases
from policy_kit.scoring import score_text

MOST = 500
"""So many revisions of a file are read, the newest: a chart of more points shows nothing more."""
KEPT = 20_000
"""So many scores are remembered; a text is scored once, in however many revisions it stands."""


@dataclass(frozen=True, slots=True)
class ScorePoint:
    """The score of an answer from a revision on."""

    commit: str
    """Empty for what is not committed yet."""
    when: datetime | None
    author: str
    score: int
    verdict: str
    text: str


@dataclass(frozen=True, slots=True)
class ScoreHistory:
    """The scores of one answer over time."""

    questionnaire: str
    question: str
    language: str
    points: tuple[ScorePoint, ...]
    """The oldest first; two neighbours never have the same text."""
    is_known: bool
    """False without git."""
    is_complete: bool
    """False in a shallow clone, and where there are more revisions than we read."""


def read_score_history(kit: Kit) -> tuple[ScoreHistory, ...]:
    """The score history of every answer that the kit holds today, in the order in which the answers stand.

    Earlier texts are judged as one would judge them today: by today's rules, as answers to today's question.
    """
    past = read_history(kit.folder)
    files: dict[str, list[tuple[Revision, Version]]] = {}
    histories = []
    for answer in score_kit(kit):
        path = answer.file.path
        if path not in files:
            files[path] = _read_file(path, past, kit)
        known = past.list_revisions(path)
        is_complete = known.is_complete and len(known.revisions) <= MOST
        points = _list_points(answer, files[path], kit) or _describe_today(answer)
        names = (answer.questionnaire, answer.question.id, answer.language)
        histories.append(ScoreHistory(*names, points, known.is_known, is_complete))
    return tuple(histories)


def _read_file(path: str, past: History, kit: Kit) -> list[tuple[Revision, Version]]:
    """The sound revisions of a file of answers, the oldest first; what stood there before the first is not one."""
    revisions = past.list_revisions(path).revisions[:MOST][::-1]
    texts, phrases = past.read_texts(revisions), load_phrases(kit.language)
    read: dict[bytes, Version] = {}
    for content in texts.values():
        if content not in read:
            read[content] = read_version(content, path, phrases)
    return [(each, read[texts[each]]) for each in revisions if each in texts]


def _list_points(answer: AnswerScore, revisions: list[tuple[Revision, Version]], kit: Kit) -> tuple[ScorePoint, ...]:
    points: list[ScorePoint] = []
    question = answer.question.model_dump_json()
    for revision, version in revisions:
        text = _find_text(answer, version, kit)
        if text is not None and (not points or points[-1].text != text):
            score, verdict = _score(text, question, answer.language, kit.languages[0])
            points.append(ScorePoint(revision.commit, revision.when, revision.author, score, verdict, text))
    return tuple(points)


def _describe_today(answer: AnswerScore) -> tuple[ScorePoint, ...]:
    """Without git there is today, and nothing else."""
    return (ScorePoint("", None, "", answer.score.score, answer.score.verdict, answer.text),)


def _find_text(answer: AnswerScore, version: Version, kit: Kit) -> str | None:
    """What the answer said in an earlier version of its file; None where there was none."""
    document = version.document
    if not isinstance(document, Answers) or document.questionnaire != answer.questionnaire:
        return None
    for index, each in enumerate(document.answers):
        if each.question == answer.question.id:
            for language, _, text in list_wordings(document, each, index, kit.languages[0]):
                if language == answer.language:
                    return text
    return None


@lru_cache(maxsize=KEPT)
def _score(text: str, question: str, language: str, first: str) -> tuple[int, str]:
    score = score_text(text, _read_question(question), language, first)
    return score.score, score.verdict


@lru_cache(maxsize=100)
def _read_question(question: str) -> Question:
    return Question.model_validate_json(question)
