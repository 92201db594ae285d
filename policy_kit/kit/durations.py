"""Reads lengths of time out of texts: “within two working days” → 2 working days, a deadline. Text in, values out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any, NamedTuple

from policy_kit.kit.likeness import fold
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
DAY_NAMES = "day-names"
"""The unit of days that are named: 0 is the same day, 1 the next, 1–2 the next working day."""
_BOUNDS = {
    "seconds": (1 / 60, 1 / 60),
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
    """What is counted: seconds, minutes, hours, days, weeks, months, working-hours, working-days or DAY_NAMES."""

    def differs_from(self, other: "TimeSpan") -> bool:
        """Whether the two cannot be meant to be the same: 4 hours and 8 hours, but not 5 working days and a week."""
        mine, others = (self.least, self.most), (other.least, other.most)
        if {self.unit, other.unit} == {DAY_NAMES, "working-days"}:
            mine, others = self._count_working_days(), other._count_working_days()
        elif self.unit != other.unit:
            mine, others = self._measure(), other._measure()
        return mine[1] < others[0] or others[1] < mine[0]

    def count_minutes(self) -> tuple[float, float]:
        """About how many minutes it is, at least and at most: a working day ends a day later, and a month has 30."""
        minutes = {**{unit: least for unit, (least, _) in _BOUNDS.items()}, "working-days": DAY, "months": 30 * DAY}
        if self.unit == DAY_NAMES:
            return self.least * DAY, (self.least + 1) * DAY
        return self.least * minutes[self.unit], self.most * minutes[self.unit]

    def _measure(self) -> tuple[float, float]:
        """The least and the most minutes that can be meant: a working day may be eight hours or end a day later."""
        if self.unit == "working-days":
            weekends = -(-self.most // 5)
            return (self.least - 1) * DAY + WORKING_DAY, self.most * DAY + weekends * 2 * DAY
        if self.unit == DAY_NAMES:  # the next working day may be behind a weekend
            return max(0, (self.least - 1) * DAY + WORKING_DAY), (2 * self.most or 1) * DAY
        least, most = _BOUNDS[self.unit]
        return self.least * least, self.most * most

    def _count_working_days(self) -> tuple[float, float]:
        """Working days at least and at most; the same day is a part of one, or a whole one."""
        return (self.least, max(1, self.least)) if self.unit == DAY_NAMES else (self.least, self.most)


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
    joined: re.Pattern[str]
    """A number and a unit in one adjective, as in «двухдневный»: groups `number` and `unit`."""
    joined_numbers: Mapping[str, float]
    joined_units: Mapping[str, str]
    alone: frozenset[str]
    """Units that are 1 where no number is joined to them."""
    phrases: Mapping[str, frozenset[tuple[str, ...]]]
    hint: re.Pattern[str]
    """Finds in a text whether it is worth reading."""


@lru_cache(maxsize=4096)  # the same times are said in many places
def find_durations(text: str, language: str) -> tuple[FoundDuration, ...]:
    """Every length of time in `text`, in order; none in a language that we do not speak."""
    grammar = _load_grammar(language) if language in list_languages() else None
    units = list(grammar.hint.finditer(fold(text))) if grammar else []
    return _read_all(text, units, grammar) if grammar and units else ()


def ends_deadline(text: str, at: int, language: str) -> bool:
    """Whether nothing follows behind a length of time but from when it runs, or that it is the longest."""
    rest = [fold(match[0]) for match in _TOKEN.finditer(text, at)]
    while rest and rest[-1] in (".", ")"):
        rest.pop()
    phrases = _load_grammar(language).phrases
    return not rest or _starts(rest, phrases["since"] | phrases["deadline-behind"])


def count_since(text: str, language: str) -> int:
    """How many letters at the beginning of `text` say that what follows is from when a deadline runs: “ after”."""
    first = _TOKEN.search(text)
    since = _load_grammar(language).phrases["since"] if language in list_languages() else frozenset()
    return first.end() if first and (fold(first[0]),) in since else 0


def read_number_before(text: str, at: int, language: str) -> tuple[int, float] | None:
    """The number in digits or words that ends before letter number `at`: where it begins, and what it is."""
    if language not in list_languages():
        return None
    first = max(0, at - _WIDEST // 2)
    while first and first < at and text[first - 1].isalnum():
        first += 1
    words = [_Word(match.start(), match.end(), fold(match[0])) for match in _TOKEN.finditer(text, first, at)]
    found = _read_single(words, len(words), _load_grammar(language))
    return (words[found[0]].start, found[1]) if found else None


@cache
def _load_grammar(language: str) -> _Grammar:
    data: dict[str, Any] = read_language_file(language, "durations")
    ones, tens = _turn(data["ones"]), _turn(data["tens"])
    units = {form: unit for unit, forms in data["units"].items() for form in forms}
    whole: dict[str, TimeSpan] = {}
    for said, forms in data["whole"].items():
        number, unit = said.split(" ")
        least, _, most = number.partition("-")
        whole |= dict.fromkeys(forms, TimeSpan(float(least), float(most or least), unit))
    phrases = {
        key: frozenset(tuple(phrase.split(" ")) for phrase in data[key]) for key in data if isinstance(data[key], list)
    }
    numbers = ones | tens | _turn(data["numbers"])
    for value, joined in data["joined"]["ones"].items():  # »petinštirideset«
        numbers |= {joined + form: number + value for form, number in tens.items()}
    names = "|".join(sorted({*units, *whole}, key=len, reverse=True))
    joined = _read_joints(data["joined"])
    hint = re.compile(rf"(?<![^\W\d_])(?:{names}|{joined[0].pattern})(?![^\W\d_])", re.IGNORECASE)
    return _Grammar(numbers, ones, tens, units, whole, *joined, phrases, hint)


def _read_joints(
    data: Mapping[str, Any],
) -> tuple[re.Pattern[str], Mapping[str, float], Mapping[str, str], frozenset[str]]:
    """How a language joins a number and a unit in one adjective; a pattern that finds nothing where it does not."""
    numbers, units = _turn(data["numbers"]), {form: unit for unit, forms in data["units"].items() for form in forms}
    if not units:
        return re.compile(r"(?P<number>)(?P<unit>)(?!)"), {}, {}, frozenset()
    pattern = rf"(?P<number>{'|'.join(numbers)})?(?P<unit>{'|'.join(units)})(?:{'|'.join(data['endings'])})"
    return re.compile(pattern), numbers, units, frozenset(data["alone"])


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
            _Word(match.start(), match.end(), fold(match[0]))
            for match in _TOKEN.finditer(text, first, unit.end() + _WIDEST // 2)
        ]
        at = next((at for at, word in enumerate(words) if word.start == unit.start()), None)
        if at is None:
            continue
        form = words[at].form
        if form in grammar.whole:
            found.append(_judge(words, at, at + 1, grammar.whole[form], grammar))
        elif read := (_read_backwards if form in grammar.units else _read_joined)(words, at, grammar):
            found.append(read)
    return tuple(found)


def _read_backwards(words: list[_Word], at: int, grammar: _Grammar) -> FoundDuration | None:
    """The length of time whose unit is word number `at`: its number stands before it."""
    unit = grammar.units[words[at].form]
    first, works = at, False
    if at > 1 and words[at - 1].form == "." and _is_of_days(words[at - 2], grammar):
        first -= 1  # an abbreviation
    while first and _is_of_days(words[first - 1], grammar):
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
    if (unit, most) == ("days", 0.5):  # of a working day or of a whole one
        least, most, unit = 4, 12, "hours"
    if works and unit in ("hours", "days"):
        unit = f"working-{unit}"
    return _judge(words, start, end, TimeSpan(least, most, unit), grammar)


def _read_joined(words: list[_Word], at: int, grammar: _Grammar) -> FoundDuration | None:
    """The length of time that is one adjective, or an adjective behind a number in digits: «3-дневный»."""
    match = grammar.joined.fullmatch(words[at].form)
    if match is None:
        return None
    start, number = at, grammar.joined_numbers.get(match["number"] or "")
    if number is None and at > 1 and words[at - 1].form in _DASHES and words[at - 2].form.isdecimal():
        start, number = at - 2, float(words[at - 2].form)
    if number is None and match["unit"] in grammar.alone:
        number = 1
    if number is None:
        return None
    found = _judge(words, start, at + 1, TimeSpan(number, number, grammar.joined_units[match["unit"]]), grammar)
    if _find_phrase(words, at + 1, grammar.phrases["terms"]):
        return replace(found, is_deadline=True)
    return found


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
    is_deadline = is_deadline or _find_phrase(words, end, grammar.phrases["later"]) > 0
    if _find_phrase(words, end, grammar.phrases["never-behind"]):
        is_deadline = False
    return FoundDuration(words[first].start, words[end + behind - 1].end, span, is_deadline)


def _is_of_days(word: _Word, grammar: _Grammar) -> bool:
    """Whether a word says which days are counted: working or calendar ones."""
    return _is_in(word, grammar, "working") or _is_in(word, grammar, "neutral")


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
