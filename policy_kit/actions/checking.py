"""Checking a kit: every problem of its documents, and every finding in its answers."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from policy_kit.actions.comparing import (
    Earlier,
    Fall,
    find_new,
    find_new_accepted,
    key_score,
    list_falls,
    read_earlier,
    subtract,
)
from policy_kit.actions.locating import load_kit
from policy_kit.actions.scores import AnswerScore, score_kit
from policy_kit.kit import Kit, Problem, ProblemGroup, group_causes
from policy_kit.kit.causes import BEYOND, tell_causes
from policy_kit.kit.problems import Severity
from policy_kit.languages import load_phrases

Chooser = Callable[[str, str], bool]
"""Whether what has a code and stands in a file is wanted."""


@dataclass(frozen=True)
class Check:
    """What a check has found. Problems must be mended; findings say what would make an answer concrete."""

    kit: Kit
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    """What is missing between documents, and what waits for people: owed signatures. No check fails of it."""
    findings: tuple[Problem, ...]
    """Vague wording (PK2xx) and missing needs (PK3xx), each at its place."""
    scores: tuple[AnswerScore, ...]
    too_low: tuple[AnswerScore, ...]
    """Answers below the score that was asked for."""
    accepted: tuple[Problem, ...] = ()
    """Gaps and contradictions that somebody has accepted; the help of each is the reason."""
    fell: tuple[Fall, ...] = ()
    """Answers that score less than at the revision with which the kit was compared."""
    problem_groups: tuple[ProblemGroup, ...] = ()
    """The problems once more, as people read them: what is the same at many places is told once."""
    warning_groups: tuple[ProblemGroup, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether there is nothing that must be mended."""
        return not self.problems and not self.too_low and not self.fell


def check_kit(
    kit: Kit | Path | str,
    *,
    paths: Sequence[str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    min_score: int | None = None,
    against: str | None = None,
) -> Check:
    """Check a kit, or only the files or folders of it named in `paths` (relative to the kit, forward slashes).

    `select` and `ignore` are codes or beginnings of codes (“PK1”). With `min_score`, an answer below it fails the
    check. With `against`, a revision of git, only what is new since then counts, and an answer whose score fell fails
    the check. Raises `UsageError` when there is no kit in the folder, or no such revision.
    """
    if not isinstance(kit, Kit):
        kit = load_kit(kit)
    wanted = _choose(paths, select, ignore)
    scores = tuple(score for score in score_kit(kit) if _is_under(score.file.path, paths))
    earlier = read_earlier(kit, against) if against is not None else None
    problems, problem_groups = _tell(kit, "error", wanted, earlier)
    warnings, warning_groups = _tell(kit, "warning", wanted, earlier)
    check = Check(
        kit=kit,
        problems=problems,
        warnings=warnings,
        findings=_keep((advice for score in scores for _, advice in _locate(score)), wanted),
        scores=scores,
        too_low=tuple(each for each in scores if min_score is not None and each.score.score < min_score),
        accepted=_keep(find_new_accepted(kit, earlier.kit) if earlier else kit.accepted, wanted),
        problem_groups=problem_groups,
        warning_groups=warning_groups,
    )
    return _keep_new(check, earlier, wanted, paths) if earlier else check


def _tell(
    kit: Kit, severity: Severity, wanted: Chooser, earlier: Earlier | None
) -> tuple[tuple[Problem, ...], tuple[ProblemGroup, ...]]:
    """What is wanted of all that is wrong, and is new; only what is left of it is cut to what one wants to read."""
    causes = [cause for cause in kit.list_causes(severity) if wanted(cause.code, cause.source.path)]
    if earlier:
        causes = [*find_new(kit, causes, earlier.kit, earlier.kit.list_causes(severity))]
    phrases = load_phrases(kit.language)

    def is_told(problem: Problem) -> bool:
        return problem.code != BEYOND or wanted(BEYOND, problem.place.file)

    groups = (group for group in group_causes(causes, phrases) if is_told(group.problem))
    return tuple(problem for problem in tell_causes(causes, phrases) if is_told(problem)), tuple(groups)


def _keep(problems: Iterable[Problem], wanted: Chooser) -> tuple[Problem, ...]:
    """Those that are wanted."""
    return tuple(problem for problem in problems if wanted(problem.code, problem.place.file))


def _keep_new(check: Check, earlier: Earlier, wanted: Chooser, paths: Sequence[str]) -> Check:
    """Only those findings and falls that were not there at the earlier revision."""
    kit = check.kit
    known = [key for score in earlier.scores for key, _ in _locate(score)]
    found = [(key, advice) for score in check.scores for key, advice in _locate(score)]
    before = {key_score(score): score.score.score for score in earlier.scores}
    falls = list_falls(kit, check.scores, earlier) if not paths else list_falls(kit, score_kit(kit), earlier)
    return replace(
        check,
        findings=_keep(subtract(found, known), wanted),
        too_low=tuple(each for each in check.too_low if before.get(key_score(each), 101) > each.score.score),
        fell=tuple(fall for fall in falls if _is_under(fall.place.file, paths)),
    )


def _choose(paths: Sequence[str], select: Sequence[str], ignore: Sequence[str]) -> Chooser:
    def is_wanted(code: str, file: str) -> bool:
        chosen = not select or code == BEYOND or code.startswith(tuple(select))
        return chosen and not code.startswith(tuple(ignore)) and _is_under(file, paths)

    return is_wanted


def _is_under(file: str, paths: Sequence[str]) -> bool:
    return not paths or any(path in ("", ".", file) or file.startswith(path.rstrip("/") + "/") for path in paths)


def _locate(answer: AnswerScore) -> Iterator[tuple[Hashable, Problem]]:
    """The findings of an answer that ask for a change, as problems with a place in its file; each with a key.

    The key tells the finding from others wherever the answer stands.
    """
    asked = key_score(answer)
    for finding in answer.score.findings:
        if finding.points < 0:
            place = answer.file.find_place(answer.way, finding.start)
            width = len(finding.text.partition("\n")[0])
            advice = Problem(finding.code, place, finding.reason, width=width, severity="warning")
            yield (asked, finding.code, finding.text), advice
    for missing in answer.score.missing:
        place = answer.file.find_place(answer.way, None)
        yield (asked, missing.code, missing.prompt), Problem(missing.code, place, missing.prompt, severity="warning")
