"""Problems, findings and scores as people read them in a terminal."""

import sys
from collections.abc import Iterable, Iterator, Sequence

from policy_kit.actions.checking import Check
from policy_kit.cli.screen import has_colour, paint, show
from policy_kit.kit import Place, ProblemGroup, format_group, group_causes
from policy_kit.kit.causes import Cause
from policy_kit.languages import Phrases

COLOURS = {"vague": "red", "partly": "yellow", "concrete": "green"}


def show_causes(causes: Iterable[Cause], phrases: Phrases) -> None:
    """What is wrong: place, code, message, the line with a caret, and how to mend it. On stderr: it is a message."""
    import click

    colour = has_colour(sys.stderr)
    for group in group_causes(causes, phrases):
        told = format_group(group, phrases, colour=colour, whole=not sys.stderr.isatty())
        click.echo(told + "\n", err=True, color=colour)


def show_check(check: Check, phrases: Phrases, *, accepted: bool = False) -> None:
    """The result of a check, the most urgent last, so that it stays on the screen; what is accepted only if wanted."""
    colour = has_colour(sys.stdout)
    for told in check.accepted if accepted else ():
        show(f"{paint(str(told.place))} {paint(told.code, fg='green')} {paint(told.message)}\n  = {paint(told.help)}\n")
    for advice in check.findings:
        show(f"{paint(str(advice.place))} {paint(advice.code, fg='yellow')} {paint(advice.message)}")
    if check.findings:
        show()
    for group in (*check.warning_groups, *check.problem_groups):
        show(format_group(group, phrases, colour=colour, whole=not sys.stdout.isatty()) + "\n")
    for place, sentence in list_failures(check, phrases):
        show(f"{paint(str(place))} {paint(sentence)}")
    show(summarise(check, phrases))


def list_failures(check: Check, phrases: Phrases) -> Iterator[tuple[Place, str]]:
    """Answers that fail the check by their score: below what was asked for, or lower than they were."""
    for each in check.too_low:
        yield each.file.find_place(each.way, None), phrases("commands.check.too-low", score=each.score.score)
    for fall in check.fell:
        values = {"question": fall.question, "language": fall.language, "before": fall.before, "now": fall.now}
        yield fall.place, phrases("records.gone" if fall.now is None else "records.fell", **values)


def summarise(check: Check, phrases: Phrases) -> str:
    """One line: how many problems, how many answers, how many of them concrete."""
    concrete = sum(each.score.verdict == "concrete" for each in check.scores)
    sentences = [
        _count(check.problem_groups, "commands.check.problems", phrases) or phrases("commands.check.no-problems"),
        _count(check.warning_groups, "records.warnings", phrases),
        phrases("connections.accepted", n=len(check.accepted)) if check.accepted else "",
        phrases("commands.check.answers", n=len(check.scores), concrete=concrete) if check.scores else "",
    ]
    return paint(" ".join(filter(None, sentences)), bold=True, fg="green" if check.passed else "red")


def _count(groups: Sequence[ProblemGroup], what: str, phrases: Phrases) -> str:
    """How many problems there are, and of how many causes where some are the same."""
    n = sum(group.n for group in groups)
    if len(groups) == n:
        return phrases(what, n=n) if n else ""
    return phrases(f"groups.{what.rpartition('.')[2]}", n=n, causes=phrases("groups.causes", n=len(groups)))
