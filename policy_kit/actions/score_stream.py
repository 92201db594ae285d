"""Scoring a stream of rows, one JSON object a line: in order, with flat memory, on one core or on several."""

import json
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any

from policy_kit.actions.scores import find_question
from policy_kit.documents import Question
from policy_kit.errors import UsageError
from policy_kit.languages import list_languages, load_phrases
from policy_kit.scoring import Score, recognise_language, score_text

CHUNK = 200
"""Rows that go to a worker at once: enough to make the journey worthwhile, few enough to keep memory flat."""

Line = tuple[str, bool]
"""A row of the result, and whether it is a score (and not an error)."""


@dataclass(frozen=True)
class RowScorer:
    """Scores one row; what a row leaves out is taken from here."""

    questions: Mapping[str, Question]
    question: Question | None
    language: str | None
    """None: the one in which its text is written."""
    usual_language: str
    """That of texts of which one cannot tell."""

    def __call__(self, line: bytes) -> Line:
        name: Any = None
        try:
            row = _read_row(line)
            name = row.get("id")
            result = self._score(row)
        except _BadRow as fault:
            return _write({"id": name, "error": str(fault)}), False
        return _write({"id": name, **_as_data(result)}), True

    def score_chunk(self, lines: list[bytes]) -> list[Line]:
        """The rows of a chunk, scored in order."""
        return [self(line) for line in lines]

    def _score(self, row: Mapping[str, Any]) -> Score:
        text = row.get("text")
        if not isinstance(text, str):
            raise _BadRow(_say("row-without-text"))
        language = row.get("lang")
        if language is None:
            language = self.language or recognise_language(text) or self.usual_language
        if not isinstance(language, str) or language not in list_languages():
            raise _BadRow(_say("row-language", languages=", ".join(list_languages())))
        return score_text(text, self._question(row), language)

    def _question(self, row: Mapping[str, Any]) -> Question | None:
        """The row's own question; `null` asks for concreteness in general, even where the call names a question."""
        if "question" not in row:
            return self.question
        name = row["question"]
        if name is None:
            return None
        if isinstance(name, str | int) and not isinstance(name, bool):
            try:
                return find_question(name, self.questions, load_phrases("en"))
            except UsageError:
                pass
        raise _BadRow(_say("row-question", n=len(self.questions)))


class _BadRow(Exception):  # noqa: N818  it is a fault of one row, and never leaves this file
    pass


def score_rows(
    lines: Iterable[bytes],
    questions: Mapping[str, Question],
    question: Question | None = None,
    language: str | None = None,
    usual_language: str = "en",
    jobs: int = 1,
) -> Iterator[Line]:
    """Score rows `{"id", "text", "lang"?, "question"?}`; a bad row gives `{"id", "error"}` and the run goes on.

    A row without a language is in `language`, or else in the one that its text shows, or else in the usual one. The
    result does not depend on `jobs`. Empty lines are passed over.
    """
    scorer = RowScorer(questions, question, language, usual_language)
    rows = (line for line in lines if line.strip())
    return map(scorer, rows) if jobs == 1 else _score_on_cores(scorer, rows, jobs)


def _score_on_cores(scorer: RowScorer, rows: Iterator[bytes], jobs: int) -> Iterator[Line]:
    """Chunks go to workers and come back in order; only a few are under way, so memory stays flat."""
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        under_way: deque[Future[list[Line]]] = deque()
        while chunk := list(islice(rows, CHUNK)):
            under_way.append(pool.submit(scorer.score_chunk, chunk))
            if len(under_way) > 2 * jobs:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()


def _read_row(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict):
        raise _BadRow(_say("not-a-row"))
    return row


def _as_data(score: Score) -> dict[str, Any]:
    return {
        "score": score.score,
        "verdict": score.verdict,
        "findings": [asdict(finding) for finding in score.findings],
        "missing": [asdict(missing) for missing in score.missing],
        "next_step": score.next_step,
    }


def _write(row: dict[str, Any]) -> str:
    """A row as JSON in UTF-8; a lone surrogate, which UTF-8 cannot hold, goes out as an escape."""
    text = json.dumps(row, ensure_ascii=False)
    return text if text.isascii() or _is_sound(text) else json.dumps(row)


def _is_sound(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _say(key: str, **values: object) -> str:
    """Faults of rows are for programmers, and in one language, so that programs can rely on them."""
    return load_phrases("en")(f"errors.{key}", **values)
