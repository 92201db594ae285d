"""Checking a kit: every problem of its documents, and every finding in its answers."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from policy_kit.actions.locating import load_kit
from policy_kit.actions.scores import AnswerScore, score_kit
from policy_kit.kit import Kit, Problem

Chooser = Callable[[Problem], bool]


@dataclass(frozen=True)
class Check:
    """What a check has found. Problems must be mended; findings say what would make an answer concrete."""

    kit: Kit
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    """What waits for people: signatures that are owed or have lapsed. No check fails of it."""
    findings: tuple[Problem, ...]
    """Vague wording (PK2xx) and missing needs (PK3xx), each at its place."""
    scores: tuple[AnswerScore, ...]
    too_low: tuple[AnswerScore, ...]
    """Answers below the score that was asked for."""

    @property
    def passed(self) -> bool:
        """Whether there is nothing that must be mended."""
        return not self.problems and not self.too_low


def check_kit(
    kit: Kit | Path | str,
    *,
    paths: Sequence[str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    min_score: int | None = None,
) -> Check:
    """Check a kit, or only the files or folders of it named in `paths` (relative to the kit, forward slashes).

    `select` and `ignore` are codes or beginnings of codes (“PK1”). With `min_score`, an answer below it fails the
    check. Raises `UsageError` when there is no kit in the folder.
    """
    if not isinstance(kit, Kit):
        kit = load_kit(kit)
    wanted = _choose(paths, select, ignore)
    scores = tuple(score for score in score_kit(kit) if _is_under(score.file.path, paths))
    return Check(
        kit=kit,
        problems=tuple(filter(wanted, kit.problems)),
        warnings=tuple(filter(wanted, kit.warnings)),
        findings=tuple(filter(wanted, (advice for score in scores for advice in _locate(score)))),
        scores=scores,
        too_low=tuple(each for each in scores if min_score is not None and each.score.score < min_score),
    )


def _choose(paths: Sequence[str], select: Sequence[str], ignore: Sequence[str]) -> Chooser:
    def is_wanted(problem: Problem) -> bool:
        chosen = not select or problem.code.startswith(tuple(select))
        return chosen and not problem.code.startswith(tuple(ignore)) and _is_under(problem.place.file, paths)

    return is_wanted


def _is_under(file: str, paths: Sequence[str]) -> bool:
    return not paths or any(path in ("", ".", file) or file.startswith(path.rstrip("/") + "/") for path in paths)


def _locate(answer: AnswerScore) -> Iterator[Problem]:
    """The findings of an answer that ask for a change, as problems with a place in its file."""
    for finding in answer.score.findings:
        if finding.points < 0:
            place = answer.file.find_place(answer.way, finding.start)
            width = len(finding.text.partition("\n")[0])
            yield Problem(finding.code, place, finding.reason, width=width, severity="warning")
    for missing in answer.score.missing:
        place = answer.file.find_place(answer.way, None)
        yield Problem(missing.code, place, missing.prompt, severity="warning")
