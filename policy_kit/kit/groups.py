"""Problems that are the same, told together: a post that is gone is one matter, however many documents name it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from policy_kit.kit.causes import MOST_PROBLEMS, NOTHING, Cause, tell_beyond, tell_cause
from policy_kit.kit.places import Place
from policy_kit.kit.problems import Problem
from policy_kit.kit.suggestions import find_nearest
from policy_kit.languages import Phrases

FEWEST = 3
"""So many must be the same; two are read as quickly each for itself, with its line."""
BETWEEN_DOCUMENTS = "PK1"
"""Of what is wrong in a file by itself, every place is told with its line."""


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """A problem at its first place, and all other places where the same is wrong."""

    problem: Problem
    others: tuple[Place, ...] = ()
    n: int = 1
    """How many problems it stands for."""


def group_causes(causes: Iterable[Cause], phrases: Phrases) -> tuple[ProblemGroup, ...]:
    """The causes as groups of problems, by file and line; of one file no more than one wants to read."""
    groups: dict[object, list[Cause]] = {}
    for cause in sorted({cause.key: cause for cause in causes}.values(), key=lambda cause: cause.key):
        same = (cause.code, str(cause.values).casefold()) if cause.code.startswith(BETWEEN_DOCUMENTS) else cause.key
        groups.setdefault(same, []).append(cause)
    ordered = sorted(_part(groups.values()), key=lambda group: group[0].key)
    return tuple(
        told for _, found in groupby(ordered, lambda group: group[0].source.path) for told in _cut(found, phrases)
    )


def _part(groups: Iterable[list[Cause]]) -> Iterator[list[Cause]]:
    """The groups; those that are too small to be one, each cause for itself."""
    for group in groups:
        yield from [group] if len(group) >= FEWEST else ([cause] for cause in group)


def _cut(groups: Iterable[list[Cause]], phrases: Phrases) -> Iterator[ProblemGroup]:
    """The groups that begin in one file; of very many the first, and how many problems there are beyond them."""
    groups = [*groups]
    yield from (_tell(group, phrases) for group in groups[:MOST_PROBLEMS])
    if beyond := [cause for group in groups[MOST_PROBLEMS:] for cause in group]:
        yield ProblemGroup(tell_beyond(beyond, phrases), n=len(beyond))


def _tell(group: list[Cause], phrases: Phrases) -> ProblemGroup:
    """Of what is named so often, a document or a post is rather gone than misspelled: the help says what then."""
    first = tell_cause(group[0], phrases)
    if len(group) == 1:
        return ProblemGroup(first)
    usual = tell_cause(replace(group[0], meant=NOTHING), phrases).help
    advice = f"groups.gone.{first.code}"
    parts = (phrases(advice) if phrases.has(advice) else usual, first.help if find_nearest(*group[0].meant) else "")
    places = tuple(cause.source.find_place(cause.index) for cause in group[1:])
    return ProblemGroup(replace(first, help=" ".join(filter(None, parts))), places, len(group))
