"""The ways on from one step to the next, of a standard or of a process."""

from collections.abc import Sequence
from dataclasses import dataclass

from policy_kit.documents import ProcessStep, Step, Text


@dataclass(frozen=True)
class Way:
    """A way on from a step: the number of the step that follows, and when it does."""

    number: int
    when: Text | None


def find_ways(steps: Sequence[Step | ProcessStep]) -> list[tuple[Way, ...]]:
    """The ways on from each step; a way to a step that does not exist is left out."""
    numbers: dict[str, int] = {}
    for number, step in enumerate(steps, start=1):
        numbers.setdefault(step.id, number)
    found: list[tuple[Way, ...]] = []
    for number, step in enumerate(steps, start=1):
        if step.then is None:
            found.append((Way(number + 1, None),) if number < len(steps) else ())
        else:
            ways = {way.step: Way(numbers[way.step], way.when) for way in step.then if way.step in numbers}
            found.append(tuple(ways.values()))
    return found


def is_plain_next(ways: Sequence[Way], number: int) -> bool:
    """Whether the only way on from the step of this number is to the next in the list: that need not be told."""
    return all(way.when is None and way.number == number + 1 for way in ways)
