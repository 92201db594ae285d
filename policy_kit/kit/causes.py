"""Causes: what is wrong and where, before it is told in a language."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from policy_kit.documents import Duration
from policy_kit.kit.problems import Problem, Severity
from policy_kit.kit.rules import load_problem_rule
from policy_kit.kit.signs import show_value
from policy_kit.kit.source import Source
from policy_kit.kit.suggestions import find_nearest
from policy_kit.languages import Phrases

MOST_PROBLEMS = 25
"""Of one file we tell so many; whoever has more has made one mistake many times."""
BEYOND = "PK099"
LONGEST_EXCERPT = 500


Meant = tuple[str, tuple[str, ...]]
"""What was written, and the words of which one may have been meant."""
NOTHING: Meant = ("", ())


class Wording(str):
    """A value that is itself one of our phrases: its key under “problems”."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit among the values of a phrase: each language says it in its own way."""

    number: float
    unit: str


@dataclass(frozen=True)
class Cause:
    """One thing that is wrong."""

    source: Source
    index: int
    """Where it stands."""
    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    """What fills the gaps of its phrases: a text from the file, a number, words, a length of time, or a phrase."""
    width: int = 1
    meant: Meant = NOTHING
    advice: str = ""
    """The key under “problems” of a help that fits better than the usual one."""

    @property
    def key(self) -> tuple[str, int, str, str]:
        """Orders causes by file and place, and tells one from another."""
        return (self.source.path, self.index, self.code, str(self.values))

    @property
    def severity(self) -> Severity:
        """“error” for what must be mended, “warning” for what waits for people or is missing between documents."""
        return load_problem_rule(self.code).severity

    @property
    def excerpt(self) -> str:
        """The line in which it stands, as far as it is shown."""
        place = self.source.find_place(self.index)
        return _cut_line(self.source.read_line(place.line), place.column)[0]


def tell_causes(causes: Iterable[Cause], phrases: Phrases) -> tuple[Problem, ...]:
    """The causes as problems, by file and line, each once; of one file no more than one wants to read."""
    different = {cause.key: cause for cause in causes}
    problems: list[Problem] = []
    for _, found in groupby(sorted(different), key=lambda key: key[0]):
        ordered = [different[key] for key in found]
        problems.extend(tell_cause(cause, phrases) for cause in ordered[:MOST_PROBLEMS])
        if beyond := ordered[MOST_PROBLEMS:]:
            problems.append(tell_beyond(beyond, phrases))
    return tuple(problems)


def tell_beyond(causes: Sequence[Cause], phrases: Phrases) -> Problem:
    """How many causes a file has beyond those that one wants to read; as loud as the loudest of them."""
    more = tell_cause(Cause(causes[0].source, causes[0].index, BEYOND, {"n": len(causes)}), phrases)
    return replace(more, severity="error" if any(cause.severity == "error" for cause in causes) else "warning")


def tell_cause(cause: Cause, phrases: Phrases) -> Problem:
    """One cause as a problem."""
    values = {name: _show(value, phrases) for name, value in cause.values.items()}
    wordings = {name: value for name, value in cause.values.items() if isinstance(value, Wording)}
    values |= {name: phrases(f"problems.{key}", **values) for name, key in wordings.items()}
    if near := find_nearest(*cause.meant):
        advice = phrases("problems.did-you-mean", near=show_value(near))
    else:
        advice = phrases(f"problems.{cause.advice or cause.code + '.help'}", **values)
    place = cause.source.find_place(cause.index)
    excerpt, first = _cut_line(cause.source.read_line(place.line), place.column)
    message = phrases(f"problems.{cause.code}.message", **values)
    return Problem(cause.code, place, message, advice, excerpt, max(cause.width, 1), first, cause.severity)


def _show(value: object, phrases: Phrases) -> object:
    if isinstance(value, Duration):
        return phrases.duration(value.number, value.unit)
    if isinstance(value, Amount):
        return show_value(phrases.amount(value.number, value.unit))
    if isinstance(value, tuple):
        return ", ".join(show_value(str(word)) for word in value)
    return value if isinstance(value, int) else show_value(str(value))


def _cut_line(line: str, column: int) -> tuple[str, int]:
    """A line of bearable length, and the column with which it begins."""
    first = max(column - LONGEST_EXCERPT // 2, 1) if len(line) > LONGEST_EXCERPT else 1
    return line[first - 1 : first - 1 + LONGEST_EXCERPT], first
