"""Reads deadlines out of texts: lengths of time (“within 4 hours”) and named days (“the same day”, “at once”)."""

import re
from functools import cache, lru_cache
from typing import Any

from policy_kit.kit.durations import DAY_NAMES, FoundDuration, TimeSpan, ends_deadline, find_durations
from policy_kit.kit.likeness import NEVER, fold
from policy_kit.languages import list_languages
from policy_kit.languages.phrases import read_language_file

_SPANS = {
    "at-once": TimeSpan(0, 2, "hours"),  # how soon “at once” is nobody says; that it is not half a day is sure
    "same-day": TimeSpan(0, 0, DAY_NAMES),
    "next-working-day": TimeSpan(1, 2, DAY_NAMES),  # it may be the one behind a weekend
    "next-day": TimeSpan(1, 1, DAY_NAMES),
}
_BESIDE = re.compile(r"[\s,(–—-]*")


def find_deadlines(text: str, language: str) -> list[FoundDuration]:
    """The deadlines in a text, in order, whatever has to be done by then."""
    lengths = [found for found in find_durations(text, language) if found.is_deadline]
    days = _find_named_days(text, language)
    if not days:
        return lengths
    days = tuple(day for day in days if not any(_is_beside(text, day, each) for each in lengths))
    lengths = [each for each in lengths if not any(each.start < day.end and day.start < each.end for day in days)]
    return sorted([*lengths, *days], key=lambda found: found.start)


@lru_cache(maxsize=4096)
def read_deadline(text: str, language: str) -> FoundDuration | None:
    """The deadline that a whole text gives, such as “2 working hours”; None where it says more, or something else."""
    found = _find_named_days(text, language) or find_durations(text, language)
    if len(found) != 1 or text[: found[0].start].strip() or not ends_deadline(text, found[0].end, language):
        return None
    return found[0]


@lru_cache(maxsize=4096)
def _find_named_days(text: str, language: str) -> tuple[FoundDuration, ...]:
    """Every named day by which something has to be done, in order; none in a language that we do not speak."""
    folded = fold(text)
    hints, names = _load_names(language)
    if not any(hint in folded for hint in hints):
        return ()
    return tuple(
        FoundDuration(match.start(), match.end(), _SPANS[str(match.lastgroup).replace("_", "-")], True)
        for match in names.finditer(folded)
    )


def _is_beside(text: str, day: FoundDuration, length: FoundDuration) -> bool:
    """Whether a length of time only says a day more exactly: “at once, at most in 15 minutes”."""
    first, last = sorted((day, length), key=lambda found: found.start)
    return first.end <= last.start and bool(_BESIDE.fullmatch(text, first.end, last.start))


@cache
def _load_names(language: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """Of what a text must have one to be worth reading, and how days are named."""
    if language not in list_languages():
        return (), NEVER
    data: dict[str, Any] = read_language_file(language, "durations")["named"]
    names = "|".join(rf"(?P<{name.replace('-', '_')}>(?<!\w)(?:{'|'.join(data[name])})(?!\w))" for name in _SPANS)
    return tuple(data["hints"]), re.compile(names)
