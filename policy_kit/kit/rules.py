"""The catalogue of problems: one file per code, with an example that has the problem and one that is mended."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from policy_kit.kit.problems import Severity
from policy_kit.languages.own_yaml import read_own_yaml

FOLDER = Path(__file__).parent / "catalogue"
GOOD_KIT = FOLDER / "kit"
"""A small kit without problems. The files of an example are laid over it."""


@dataclass(frozen=True, slots=True)
class ProblemRule:
    """A code and its examples. What it is called and why it matters stands with the languages."""

    code: str
    name: str
    """A short name for programs: unknown-key."""
    bad: dict[str, str]
    """Files that have this problem: path and text."""
    good: dict[str, str]
    """The same, mended."""
    encoding: str = "utf-8"
    """In which the bad files are saved."""
    times: int = 1
    """How often the text of the bad files is repeated, where the problem is its size."""
    without: Sequence[str] = ()
    """Files of the good kit that are missing from the bad one."""
    severity: Severity = "error"
    """How loud it is: what waits for somebody is a warning."""


@cache
def list_problem_codes() -> tuple[str, ...]:
    """The codes of all problems, in order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("PK*.yml")))


@cache
def load_problem_rule(code: str) -> ProblemRule:
    """The rule of a code; KeyError where there is none."""
    if code not in list_problem_codes():
        raise KeyError(code)
    return ProblemRule(**read_own_yaml(FOLDER / f"{code}.yml"))
