"""A problem as people read it in a terminal: where, what, the line with a caret, and how to mend it."""

import unicodedata
from collections.abc import Iterator

from policy_kit.kit.groups import ProblemGroup
from policy_kit.kit.problems import Problem
from policy_kit.kit.signs import show_unseen
from policy_kit.languages import Phrases

WIDEST = 100
"""So much of a line is shown: the part around the place."""
BEFORE = 60
"""So much of it at most before the caret."""
CUT = "…"
MOST_PLACES = 12
"""Of a problem that stands at many places, so many are listed."""

BOLD, BLUE, PLAIN = "\x1b[1m", "\x1b[1;34m", "\x1b[0m"
LOUD = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m"}


def format_problem(problem: Problem, phrases: Phrases, *, colour: bool = False) -> str:
    """The problem as a block of lines. Nothing in a document can reach the terminal as a command."""
    return format_group(ProblemGroup(problem), phrases, colour=colour)


def format_group(group: ProblemGroup, phrases: Phrases, *, colour: bool = False, whole: bool = False) -> str:
    """The same of a problem that stands at several places: they are listed below its line, and the help comes once.

    Of very many places a reader sees the first; a program, with `whole`, every one.
    """
    problem = group.problem
    bold, loud, blue, plain = (BOLD, LOUD[problem.severity], BLUE, PLAIN) if colour else ("", "", "", "")
    place, message = show_unseen(str(problem.place)), show_unseen(problem.message)
    lines = [f"{bold}{place}{plain} {loud}{problem.code}{plain} {message}"]
    if problem.excerpt.strip():
        shown, caret = _draw_excerpt(problem)
        lines += [f"{blue}  | {plain}{shown}", f"{blue}  | {loud}{caret}{plain}"]
    if group.others:
        lines.append(f"{blue}  = {plain}{phrases('groups.others', n=len(group.others))}")
        lines += [f"      {line}" for line in _list_places(group, phrases, whole=whole)]
    if problem.help:
        lines.append(f"{blue}  = {plain}{bold}{phrases('problems.help')}{plain} {show_unseen(problem.help)}")
    return "\n".join(lines)


def _list_places(group: ProblemGroup, phrases: Phrases, *, whole: bool) -> Iterator[str]:
    """All places, each with the code, as a program looks for it; or a dozen, and how many more there are."""
    shown = group.others if whole else group.others[:MOST_PLACES]
    yield from (f"{show_unseen(str(place))} {group.problem.code}" for place in shown)
    if more := len(group.others) - len(shown):
        yield phrases("groups.more", n=more)


def _draw_excerpt(problem: Problem) -> tuple[str, str]:
    """The part of the line around the place, and the caret that stands below it."""
    column = min(problem.place.column - problem.first_column, len(problem.excerpt))
    first = max(column - BEFORE, 0) if len(problem.excerpt) > WIDEST else 0
    part = problem.excerpt[first : first + WIDEST]
    head = CUT if first or problem.first_column > 1 else ""
    tail = CUT if first + WIDEST < len(problem.excerpt) else ""
    before, marked = part[: column - first], part[column - first :][: problem.width]
    shown = _show_signs(part)
    caret = " " * (len(head) + _measure(_show_signs(before))) + "^" * max(_measure(_show_signs(marked)), 1)
    return f"{head}{shown}{tail}".rstrip(), caret


def _show_signs(text: str) -> str:
    """Tabs as blanks and every unseen sign spelled out, so that what is counted is what is seen."""
    return show_unseen(text.replace("\t", "    "))


def _measure(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return sum(map(_measure_sign, text))


def _measure_sign(sign: str) -> int:
    """East Asian signs and most emoji take two cells; an accent takes none of its own."""
    if unicodedata.combining(sign) or sign == "\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
