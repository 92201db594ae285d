"""Where one goes on from a step of a standard or a process, by the numbers of the clauses."""

from collections.abc import Sequence
from typing import Any

from policy_kit.documents import Document
from policy_kit.handbook.papers.paper import Paragraph, Part, Points, Run, Runs
from policy_kit.handbook.papers.words import PaperWords


def tell_ways(steps: Sequence[Document], at: int, section: str, words: PaperWords) -> tuple[Part, ...]:
    """The ways on from the step with the number `at`; none where the next one simply follows.

    `section` is the number before those of the steps.
    """
    ways = getattr(steps[at - 1], "then", None)
    if ways is None:
        return ()
    say = words.wording.phrases
    if not ways:
        return (Paragraph((Run(say("papers.steps.end")),), "note"),) if at < len(steps) else ()
    numbers = {getattr(step, "id", ""): number for number, step in reversed([*enumerate(steps, start=1)])}  # the first
    known = [way for way in ways if way.step in numbers]
    if all(way.when is None and numbers[way.step] == at + 1 for way in known):
        return ()
    told = [_tell_way(way, f"{section}.{numbers[way.step]}", words) for way in known]
    return (Points(tuple(told)),)


def _tell_way(way: Any, goal: str, words: PaperWords) -> Runs:
    to = words.wording.phrases("papers.steps.to", number=goal)
    return (*words.runs(way.when), Run(f" → {to}")) if way.when else (Run(f"→ {to}"),)
