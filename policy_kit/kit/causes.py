"""Causes: what is wrong and where, before it is told in a language."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from policy_kit.kit.places import Place
from policy_kit.kit.problems import Problem
from policy_kit.kit.signs import show_value
from policy_kit.kit.source import START, Mark, Source
from policy_kit.kit.suggestions import find_nearest
from policy_kit.languages import Phrases

MOST_PROBLEMS = 25
"""Of one file we tell so many; whoever has more has one mistake many times, or not a document at all."""
LONGEST_EXCERPT = 500


class Wording(str):
    """A value that is itself a phrase: the key of it."""

    __slots__ = ()


@dataclass(frozen=True)
class Cause:
    """One thing that is wrong. Values go into the gaps of the phrases that tell it."""

    source: Source
    mark: Mark
    code: str
    values: dict[str, object] = field(default_factory=dict)
    width: int = 1
    word: str = ""
    """What was written where one of `options` was meant."""
    options: tuple[str, ...] = ()
    advice: str = ""
    """The key of a help that fits better than the usual one."""

    @property
    def order(self) -> tuple[str, int, int, str]:
        """By file, then line."""
        return (self.source.path, self.mark.line, self.mark.column, self.code)


def tell_causes(causes: Iterable[Cause], phrases: Phrases) -> tuple[Problem, ...]:
    """The causes as problems, in the order of files and lines; of one file no more than can be read."""
    problems: list[Problem] = []
    told, beyond = 0, 0
    last: Cause | None = None
    for cause in sorted(causes, key=lambda cause: cause.order):
        if last and last.source.path != cause.source.path:
            problems.extend(_tell_beyond(last, beyond, phrases))
            told, beyond = 0, 0
        if told < MOST_PROBLEMS:
            problems.append(_tell(cause, phrases))
            told += 1
        else:
            beyond += 1
        last = cause
    return (*problems, *_tell_beyond(last, beyond, phrases))
