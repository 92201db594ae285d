"""Reads lengths of time out of texts: “within two working days” → 2 working days, a deadline. Text in, values out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from policy_kit.languages import list_languages
from policy_kit.languages.phrases import read_language_file

_TOKEN = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+|[^\w\s]")
_DASHES = ("-", "–", "—", "‑")
_WIDEST = 70
"""Characters; so far before a unit of time, and half as far behind it, we read."""
_LONGEST_MARKER = 5
"""Words; so far before a length of time we look for what makes it a deadline."""

HOUR, DAY = 60, 24 * 60
WORKING_DAY = 8 * HOUR
_BOUNDS = {
    "minutes": (1, 1),
    "hours": (HOUR, HOUR),
    "working-hours": (HOUR, HOUR),
    "days": (DAY, DAY),
    "weeks": (7 * DAY, 7 * DAY),
    "months": (28 * DAY, 31 * DAY),
}
"""The least and the most minutes of a unit. Hours are mostly meant as working hours whether or not one says so."""


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A length of time."""

    least: float
    """The number of units; of “2 or 3 days” the smaller one."""
    most: float
    unit: str
    """What is counted: minutes, hours, days, weeks, months, working-hours or working-days."""

    def differs_from(self, other: "TimeSpan") -> bool:
        """Whether the two cannot be meant to be the same: 4 hours and 8 hours, but not 5 working days and a week."""
        mine, others = (self.least, self.most), (other.least, other.most)
        if self.unit != other.unit:
            mine, others = self._measure(), other._measure()
        return mine[1] < others[0] or others[1] < mine[0]

    def count_minutes(self) -> tuple[float, float]:
        """About how many minutes it is, at least and at most: a working day ends a day later, and a month has 30."""
        minutes = {**{unit: least for unit, (least, _) in _BOUNDS.items()}, "working-days": DAY, "months": 30 * DAY}
        return self.least * minutes[self.unit], self.most * minutes[self.unit]

    def _measure(self) -> tuple[float, float]:
        """The least and the most minutes that can be meant: a working day may be eight hours or end a day later."""
        if self.unit == "working-days":
            weekends = -(-self.most // 5)
            return (self.least - 1) * DAY + WORKING_DAY, self.most * DAY + weekends * 2 * DAY
        least, most = _BOUNDS[self.unit]
        return self.least * least, self.most * most


@dataclass(frozen=True, slots=True)
class FoundDuration:
    """A length of time that a text names, and where."""

    start: int
    """Where it begins in the text, with what makes it a deadline: “within two hours”."""
    end: int
    span: TimeSpan
    is_deadline: bool
    """Whether something has to be done by then; else it says how long or how often."""


class _Word(NamedTuple):
    start: int
    end: int
    form: str


@dataclass(frozen=True)
class _Grammar:
    """How one language says lengths of time."""

    numbers: Mapping[str, float]
    ones: Mapping[str, float]
    tens: Mapping[str, float]
    units: Mapping[str, str]
    whole: Mapping[str, TimeSpan]
    phrases: Mapping[str, frozenset[tuple[str, ...]]]
    hint: re.Pattern[str]
    """Finds in a text whether it is worth reading."""


@lru_cache(maxsize=4096)  # the same times are said in many places
def find_durations(text: str, language: str) -> tuple[FoundDuration, ...]:
    """Every length of time in `text`, in order; none in a language that we do not speak."""
    grammar = _load_grammar(language) if language in list_languages() else None
    units = list(grammar.hint.finditer(text)) if grammar else []
    return _read_all(text, units, grammar) if grammar and units else ()


@lru_cache(maxsize=4096)
def read_deadline(text: str, language: str) -> FoundDuration | None:
    """The deadline that a whole text gives, such as “2 working hours”; None where it says more, or something else."""
    found = find_durations(text, language)
    if len(found) != 1 or text[: found[0].start].strip():
        return None
    rest = [_fold(match[0]) for match in _TOKEN.finditer(text, found[0].end)]
    while rest and rest[-1] in (".", ")"):
        rest.pop()
    grammar = _load_grammar(language)
    if rest and not _starts(rest, grammar.phrases["since"] | grammar.phrases["deadline-behind"]):
        return None
    return found[0]


def _fold(word: str) -> str:
    return word.casefold().replace("ё", "е")


@cache
def _load_grammar(language: str) -> _Grammar:
    data: dict[str, Any] = read_language_file(language, "durations")
    ones, tens = _turn(data["ones"]), _turn(data["tens"])
    units = {form: unit for unit, forms in data["units"].items() for form in forms}
    whole: dict[str, TimeSpan] = {}
    for said, forms in data["whole"].items():
        number, unit = said.split(" ")
        whole |= dict.fromkeys(forms, TimeSpan(float(number), float(number), unit))
    phrases = {
        key: frozenset(tuple(phrase.split(" ")) for phrase in data[key]) for key in data if isinstance(data[key], list)
    }
    hint = re.compile(
        rf"(?<![^\W\d_])(?:{'|'.join(sorted({*units, *whole}, key=len, reverse=True))})(?![^\W\d_])", re.IGNORECASE
    )
    return _Grammar(ones | tens | _turn(data["numbers"]), ones, tens, units, whole, phrases, hint)


def _turn(numbers: Mapping[float, Sequence[str]]) -> dict[str, float]:
    return {form: float(number) for number, forms in numbers.items() for form in forms}


def _read_all(text: str, units: list[re.Match[str]], grammar: _Grammar) -> tuple[FoundDuration, ...]:
    """What stands around each unit of time; nobody says a length of time with more letters than we look at."""
    found: list[FoundDuration] = []
    for unit in units:
        first = max(0, unit.start() - _WIDEST)
        while first and text[first - 1].isalnum():
            first += 1
            if first >= unit.start():
                break
        words = [
            _Word(match.start(), match.end(), _fold(match[0]))
            for match in _TOKEN.finditer(text, first, unit.end() + _WIDEST // 2)
        ]
        at = next((at for at, word in enumerate(words) if word.start == unit.start()), None)
        if at is None:
            continue
        form = words[at].form
        if form in grammar.whole:
            found.append(_judge(words, at, at + 1, grammar.whole[form], grammar))
        elif form in grammar.units and (read := _read_backwards(words, at, grammar)):
            found.append(read)
    return tuple(found)


def _read_backwards(words: list[_Word], at: int, grammar: _Grammar) -> FoundDuration | None:
    """The length of time whose unit is word number `at`: its number stands before it."""
    unit = grammar.units[words[at].form]
    first, works = at, False
    if at > 1 and words[at - 1].form == "." and _is_in(words[at - 2], grammar, "working"):
        first -= 1  # an abbreviation
    while first and (_is_in(words[first - 1], grammar, "working") or _is_in(words[first - 1], grammar, "neutral")):
        first -= 1
        works = works or _is_in(words[first], grammar, "working")
    if first and words[first - 1].form in _DASHES:
        first -= 1
    end = at + 1
    if behind := _find_phrase(words, end, grammar.phrases["working-behind"]):
        works, end = True, end + behind
    number = _read_number(words, first, grammar)
    if number is None:
        if not _find_phrase_before(words, first, grammar.phrases["bare"]):
            return None
        number = (first, 1.0, 1.0)
    start, least, most = number
    if behind := _find_phrase(words, end, grammar.phrases["half-behind"]):
        least, most, end = least + 0.5, most + 0.5, end + behind
    if works and unit in ("hours", "days"):
        unit = f"working-{unit}"
    return _judge(words, start, end, TimeSpan(least, most, unit), grammar)


def _read_number(words: list[_Word], end: int, grammar: _Grammar) -> tuple[int, float, float] | None:
    """The number that ends before word number `end`, or a range of two: where it begins, the least and the most."""
    last = _read_single(words, end, grammar)
    if last is None:
        return None
    start, most = last
    joins = start and (words[start - 1].form in _DASHES or _is_in(words[start - 1], grammar, "between"))
    before = _read_single(words, start - 1, grammar) if joins else None
    if before is not None and before[1] < most:
        return before[0], before[1], most
    return start, most, most


def _read_single(words: list[_Word], end: int, grammar: _Grammar) -> tuple[int, float] | None:
    if end < 1:
        return None
    form = words[end - 1].form
    if form[0].isdigit() and form[0].isascii():
        return end - 1, float(form.replace(",", "."))
    half = grammar.phrases["half"]
    if (form,) in half:
        return _read_half(words, end - 1, grammar)
    if form not in grammar.numbers:
        return None
    start, value = end - 1, grammar.numbers[form]
    if start and (words[start - 1].form,) in half and value == 1:  # half an hour
        return start - 1, 0.5
    if form in grammar.ones:
        tens = start - (2 if start > 1 and words[start - 1].form in _DASHES else 1)
        if tens >= 0 and words[tens].form in grammar.tens:
            return tens, grammar.tens[words[tens].form] + value
    return start, value


def _read_half(words: list[_Word], at: int, grammar: _Grammar) -> tuple[int, float]:
    """A half alone, or the half of “one and a half hours”."""
    for phrase in grammar.phrases["half-behind"]:
        start = at + 1 - len(phrase)
        if start > 0 and tuple(word.form for word in words[start : at + 1]) == phrase:
            whole = _read_single(words, start, grammar)
            if whole:
                return whole[0], whole[1] + 0.5
    return at, 0.5


def _judge(words: list[_Word], start: int, end: int, span: TimeSpan, grammar: _Grammar) -> FoundDuration:
    """Whether it is a deadline, by the words around it."""
    markers = grammar.phrases["deadline"]
    if span.unit in ("hours", "working-hours"):
        markers = markers - grammar.phrases["not-for-hours"]
    behind = _find_phrase(words, end, grammar.phrases["deadline-behind"])
    is_deadline = behind > 0
    first = start
    while taken := _find_phrase_before(words, first, markers | grammar.phrases["bare"]):
        first, is_deadline = first - taken, True
    if _find_phrase(words, end, grammar.phrases["never-behind"]):
        is_deadline = False
    return FoundDuration(words[first].start, words[end + behind - 1].end, span, is_deadline)


def _is_in(word: _Word, grammar: _Grammar, key: str) -> bool:
    return (word.form,) in grammar.phrases[key]


def _find_phrase(words: list[_Word], at: int, phrases: frozenset[tuple[str, ...]]) -> int:
    """How many words the longest phrase has that stands from word number `at` on; 0 where none does."""
    for length in range(min(_LONGEST_MARKER, len(words) - at), 0, -1):
        if tuple(word.form for word in words[at : at + length]) in phrases:
            return length
    return 0


def _find_phrase_before(words: list[_Word], end: int, phrases: frozenset[tuple[str, ...]]) -> int:
    """The same for what ends before word number `end`."""
    for length in range(min(_LONGEST_MARKER, end), 0, -1):
        if tuple(word.form for word in words[end - length : end]) in phrases:
            return length
    return 0


def _starts(forms: Sequence[str], phrases: frozenset[tuple[str, ...]]) -> bool:
    return any(tuple(forms[: len(phrase)]) == phrase for phrase in phrases)
