"""A kit beside itself at an earlier revision: which problems and findings are new, and which answers have become worse.

Lines move and files are renamed, so nothing is matched by its place: a problem by its document, its code and the words
of its line, a finding by its question, its code and the words that it is about.
"""

import tempfile
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeVar

from policy_kit import history
from policy_kit.actions.locating import load_kit
from policy_kit.actions.scores import AnswerScore, score_kit
from policy_kit.errors import UsageError
from policy_kit.kit import Kit, Place, Problem
from policy_kit.kit.causes import Cause
from policy_kit.kit.files import FOLDERS
from policy_kit.languages import load_phrases

RECORD_CODES = "PK4"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fall:
    """An answer that scores less than it did."""

    place: Place
    questionnaire: str
    question: str
    language: str
    before: int
    now: int | None
    """None where the answer is gone."""


@dataclass(frozen=True)
class Earlier:
    """A kit as it was at a revision."""

    kit: Kit
    scores: tuple[AnswerScore, ...]


def read_earlier(kit: Kit, revision: str) -> Earlier:
    """The kit as it was at a revision of git: a commit, a branch, a tag. The work tree is not touched.

    Raises `UsageError` where git is missing or knows no such revision.
    """
    phrases = load_phrases(kit.language)
    files = history.read_tree_at(kit.folder, revision)
    if files is None:
        if silence := history.explain_silence(kit.folder):
            reason = phrases(f"changes.silence.{silence}", folder=kit.folder.absolute())
            raise UsageError(phrases("records.errors.nothing-to-compare", reason=reason))
        raise UsageError(phrases("records.errors.unknown-revision", revision=revision[:80]))
    with _lay_out(files) as folder:
        earlier = load_kit(folder, kit.language)
        return Earlier(earlier, score_kit(earlier))


@contextmanager
def _lay_out(files: dict[str, bytes]) -> Iterator[Path]:
    """The documents of a revision in a folder of their own, which goes away again."""
    with tempfile.TemporaryDirectory(prefix="policy-kit-") as name:
        folder = Path(name)
        for path, content in files.items():
            parts = PurePosixPath(path).parts
            if parts[0] in FOLDERS and ".." not in parts:
                target = folder.joinpath(*parts)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
        yield folder


def find_new(kit: Kit, causes: Iterable[Cause], earlier: Kit, old: Iterable[Cause]) -> tuple[Cause, ...]:
    """What is wrong in a kit and was not in an earlier one; of several alike as many as were added."""
    naming, naming_old = _name_documents(kit), _name_documents(earlier)
    return subtract(
        ((_key_cause(cause, naming), cause) for cause in causes), (_key_cause(cause, naming_old) for cause in old)
    )


def find_new_accepted(kit: Kit, earlier: Kit) -> tuple[Problem, ...]:
    """The gaps that somebody has accepted since."""
    naming, naming_old = _name_documents(kit), _name_documents(earlier)
    known = (_key_accepted(problem, naming_old) for problem in earlier.accepted)
    return subtract(((_key_accepted(problem, naming), problem) for problem in kit.accepted), known)


def subtract(found: Iterable[tuple[Hashable, T]], known: Iterable[Hashable]) -> tuple[T, ...]:
    """What was found, without what was known before."""
    left = Counter(known)
    new = []
    for key, problem in found:
        if left[key]:
            left[key] -= 1
        else:
            new.append(problem)
    return tuple(new)


def list_falls(kit: Kit, scores: Iterable[AnswerScore], earlier: Earlier) -> Iterator[Fall]:
    """The answers of the kit that scored more at the earlier revision, and those that have gone since."""
    now = {key_score(each): each for each in scores}
    for old in earlier.scores:
        key = key_score(old)
        new = now.get(key)
        asked = kit.questionnaires.get(old.questionnaire)
        is_asked = asked is not None and old.question.id in {question.id for question in asked.questions}
        if new is not None and new.score.score < old.score.score:
            yield Fall(new.file.find_place(new.way, None), *key, old.score.score, new.score.score)
        elif new is None and is_asked and old.language in kit.languages and not _is_broken(kit, old):
            yield Fall(Place(old.file.path, 1, 1), *key, old.score.score, None)


def key_score(score: AnswerScore) -> tuple[str, str, str]:
    """What tells an answer from all others: questionnaire, question and language."""
    return (score.questionnaire, score.question.id, score.language)


def _is_broken(kit: Kit, old: AnswerScore) -> bool:
    """Whether the answer may still be there, in a file that has a problem: then that is told already."""
    sound = {file.path for file in kit.files}
    return any(problem.place.file == old.file.path and problem.place.file not in sound for problem in kit.problems)


def _name_documents(kit: Kit) -> Callable[[str], Hashable]:
    """From a file to what its document is called, whatever the file is called; broken ones have only their file."""
    names: dict[str, Hashable] = {}
    for file in kit.files:
        name = getattr(file.document, "id", None)
        if name is not None:
            names[file.path] = (file.document.kind, name)
    return lambda path: names.get(path, path)


def _key_cause(cause: Cause, naming: Callable[[str], Hashable]) -> Hashable:
    told = str(cause.values) if cause.code.startswith(RECORD_CODES) else ""
    return (naming(cause.source.path), cause.code, cause.excerpt.strip(), told)


def _key_accepted(problem: Problem, naming: Callable[[str], Hashable]) -> Hashable:
    return (naming(problem.place.file), problem.code, problem.excerpt.strip())
