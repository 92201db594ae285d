"""Lengths of time and named days are read out of texts in three languages, and whether they are deadlines."""

import pytest

from policy_kit.kit.deadlines import find_deadlines, read_deadline
from policy_kit.kit.durations import TimeSpan, find_durations


def tell(text: str, language: str) -> list[str]:
    """What is found in a text: “4 hours”, and “within” before it where it is a deadline."""
    return [f"{'within ' if found.is_deadline else ''}{show(found.span)}" for found in find_durations(text, language)]


def show(span: TimeSpan) -> str:
    numbers = f"{span.least:g}" if span.least == span.most else f"{span.least:g}-{span.most:g}"
    return f"{numbers} {span.unit}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We answer within 4 hours.", ["within 4 hours"]),
        ("within 48h", ["within 48 hours"]),
        ("no later than three business days", ["within 3 working-days"]),
        ("takes one working day at most", ["within 1 working-days"]),
        ("in half an hour", ["within 0.5 hours"]),
        ("within an hour and a half", ["within 1.5 hours"]),
        ("within one and a half hours", ["within 1.5 hours"]),
        ("in twenty-four hours", ["within 24 hours"]),
        ("within the hour", ["within 1 hours"]),
        ("in 2–3 weeks", ["within 2-3 weeks"]),
        ("answers within two hours and calls within 30 minutes", ["within 2 hours", "within 30 minutes"]),
        ("answers the phone within 20 seconds", ["within 20 seconds"]),
        ("within a three-day period", ["within 3 days"]),
        ("a 48-hour deadline", ["within 48 hours"]),
        ("phones the owner three days after the repair", ["within 3 days"]),
        # how long, how often, how long before: no deadlines
        ("spend ten minutes on the open orders", ["10 minutes"]),
        ("agrees the programme three weeks ahead", ["3 weeks"]),
        ("ordered nothing in the last 30 days", ["30 days"]),
        ("within two working days before the meeting", ["2 working-days"]),
        ("by 5 p.m. on the first day", []),
        ("the whole day, every hour", []),
    ],
)
def test_english(text: str, found: list[str]) -> None:
    assert tell(text, "en") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("в течение двух рабочих дней", ["within 2 working-days"]),
        ("в течение двадцати четырёх часов", ["within 24 hours"]),
        ("не позднее чем через сутки", ["within 1 days"]),
        ("не позднее 3 раб. дней", ["within 3 working-days"]),
        ("за час", ["within 1 hours"]),
        ("в течение получаса", ["within 30 minutes"]),
        ("за полтора часа", ["within 1.5 hours"]),
        ("от 2 до 4 часов", ["within 2-4 hours"]),
        ("в течение 4 часов рабочего времени", ["within 4 working-hours"]),
        ("в течение 2 р. д.", ["within 2 working-days"]),
        ("не позднее 5 к. д.", ["within 5 days"]),
        ("в двухдневный срок", ["within 2 days"]),
        ("В ТРЁХДНЕВНЫЙ СРОК", ["within 3 days"]),
        ("в 10-дневный срок", ["within 10 days"]),
        ("двухдневный семинар", ["2 days"]),
        ("дневной свет, часовой механизм", []),
        ("за 20 секунд", ["within 20 seconds"]),
        ("за три дня до встречи", ["3 days"]),
        ("звоните до 15 часов", ["15 hours"]),
        ("два раза в неделю", []),
    ],
)
def test_russian(text: str, found: list[str]) -> None:
    assert tell(text, "ru") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("v dveh delovnih dneh", ["within 2 working-days"]),
        ("najpozneje v oseminštiridesetih urah", ["within 48 hours"]),
        ("v roku ene ure", ["within 1 hours"]),
        ("v pol ure", ["within 0.5 hours"]),
        ("v dveh urah in pol", ["within 2.5 hours"]),
        ("v poldrugi uri", ["within 1.5 hours"]),
        ("največ pet dni", ["within 5 days"]),
        ("v petinosemdesetih minutah", ["within 85 minutes"]),
        ("v dvodnevnem roku", ["within 2 days"]),
        ("v 24-urnem roku", ["within 24 hours"]),
        ("dvodnevni seminar", ["2 days"]),
        ("v 20 sekundah", ["within 20 seconds"]),
        ("tri dni po popravilu pokliče lastnika", ["within 3 days"]),
        ("dva delovna dneva pred sestankom", ["2 working-days"]),
        ("v zadnjih 30 dneh", ["30 days"]),
        ("do 15. ure", []),
    ],
)
def test_slovenian(text: str, found: list[str]) -> None:
    assert tell(text, "sl") == found


def test_it_tells_where_in_the_text_the_deadline_stands() -> None:
    text = "Мы отвечаем в течение двух часов, не позже."
    (found,) = find_durations(text, "ru")
    assert text[found.start : found.end] == "в течение двух часов"


@pytest.mark.parametrize(
    ("text", "language", "span"),
    [
        ("1 hour", "en", "1 hours"),
        ("within 8 hours of the call", "en", "8 hours"),
        ("5 working days after the order", "en", "5 working-days"),
        ("1 рабочий час", "ru", "1 working-hours"),
        ("2 delovna dneva", "sl", "2 working-days"),
        ("the same day", "en", "0 day-names"),
        ("by the end of the working day", "en", "0 day-names"),
        ("immediately", "en", "0-2 hours"),
        ("на следующий рабочий день", "ru", "1-2 day-names"),
        ("the next day", "en", "1 day-names"),
        ("še isti dan", "sl", "0 day-names"),
    ],
)
def test_a_field_that_is_a_deadline_and_nothing_else(text: str, language: str, span: str) -> None:
    found = read_deadline(text, language)
    assert found is not None
    assert show(found.span) == span


@pytest.mark.parametrize(
    "text",
    ["10 minutes before the meeting", "once every six months", "1 hour, on Mondays 2 hours", "soon"],
)
def test_a_field_that_says_something_else_is_no_deadline(text: str) -> None:
    assert read_deadline(text, "en") is None


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("The clerk answers the same day, or by noon of the next working day.", "en", ["0 day-names", "1-2 day-names"]),
        ("She calls at once, at most in 15 minutes.", "en", ["15 minutes"]),
        ("Каждую жалобу подтверждаем в тот же день.", "ru", ["0 day-names"]),
        ("Отвечаем не позднее полудня следующего рабочего дня.", "ru", ["1-2 day-names"]),
        ("Проверяет почту два раза в день.", "ru", []),
        ("Счёт выставляем в день доставки.", "ru", ["0 day-names"]),
        ("Pritožbo potrdimo še isti dan.", "sl", ["0 day-names"]),
        ("Odgovorimo najpozneje do poldneva naslednjega delovnega dne.", "sl", ["1-2 day-names"]),
        ("Pošto pregleda trikrat na dan.", "sl", []),
    ],
)
def test_named_days_are_deadlines_too(text: str, language: str, found: list[str]) -> None:
    assert [show(each.span) for each in find_deadlines(text, language)] == found


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("the same day", "24 hours", False),
        ("the same day", "4 hours", False),
        ("the same day", "1 working day", False),
        ("the same day", "2 working days", True),
        ("the same day", "the next working day", True),
        ("the next working day", "24 hours", False),
        ("the next working day", "1 working day", False),
        ("the next working day", "2 working days", True),
        ("the next working day", "1 hour", True),
        ("the next working day", "the next day", False),
        ("the next working day", "3 days", False),
        ("the next day", "3 days", True),
        ("the next day", "the same day", True),
        ("at once", "the same day", False),
        ("at once", "1 hour", False),
        ("at once", "8 hours", True),
        ("90 seconds", "2 minutes", True),
    ],
)
def test_named_days_differ_only_where_they_cannot_be_meant(one: str, other: str, differ: bool) -> None:
    mine, others = read_deadline(one, "en"), read_deadline(other, "en")
    assert mine
    assert others
    assert mine.span.differs_from(others.span) is others.span.differs_from(mine.span) is differ


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("4 hours", "8 hours", True),
        ("60 minutes", "1 hour", False),
        ("1 day", "24 hours", False),
        ("1 working day", "3 working days", True),
        ("1 hour", "1 working day", True),
        ("2 hours", "2 working hours", False),
        ("1 week", "5 working days", False),
        ("1 working day", "24 hours", False),
        ("2 to 4 hours", "3 hours", False),
        ("30 days", "1 month", False),
    ],
)
def test_two_times_differ_only_where_they_cannot_be_meant_to_be_the_same(one: str, other: str, differ: bool) -> None:
    (mine,), (others,) = find_durations(one, "en"), find_durations(other, "en")
    assert mine.span.differs_from(others.span) is others.span.differs_from(mine.span) is differ


def test_a_language_that_we_do_not_speak_has_no_times() -> None:
    assert find_durations("binnen 4 hours", "nl") == ()


def test_reading_a_hostile_text_takes_time_that_grows_with_its_length_only() -> None:
    assert len(find_durations("1 or " * 20_000 + "2 hours", "en")) == 1
