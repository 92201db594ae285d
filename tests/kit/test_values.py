"""What a value may look like: plain words stay text, numbers stay numbers, and what could be both is asked about."""

from pathlib import Path

import pytest

from policy_kit.kit.scalars import AmbiguousError, resolve_scalar
from tests.kit.kits import JOB, STANDARD, list_codes, load_files

LETTERS = "standards/service/letters.yml"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("FALSE", False),
        ("0", 0),
        ("-5", -5),
        ("95", 95),
        ("95.50", 95.5),
        ("no", "no"),
        ("Yes", "Yes"),
        ("on", "on"),
        ("nUlL", "nUlL"),
        ("2026-03-01", "2026-03-01"),
        ("24/7", "24/7"),
        ("95%", "95%"),
        ("1.2.3", "1.2.3"),
        ("+386 1 234 56 78", "+386 1 234 56 78"),
        ("-", "-"),
        ("...", "..."),
        ("9:00–17:00", "9:00–17:00"),
        ("1:75", "1:75"),
        ("12a", "12a"),
        ("٣", "٣"),
    ],
)
def test_an_unquoted_word_means_what_it_looks_like(text: str, value: object) -> None:
    resolved = resolve_scalar(text, None)
    assert resolved == value
    assert type(resolved) is type(value)


TWOFOLD = "012 00 08 -07 +5 1_000 1e3 1.5E-3 5. .5 0x1F 0o17 0b11 1:30 23:59:59 .inf -.Inf .NaN 12345678901234567890"


@pytest.mark.parametrize("text", TWOFOLD.split())
def test_what_could_be_a_number_or_a_text_is_not_guessed(text: str) -> None:
    with pytest.raises(AmbiguousError):
        resolve_scalar(text, None)


def test_a_source_may_begin_with_zeros() -> None:
    assert resolve_scalar("001", "source") == "001"
    with pytest.raises(AmbiguousError):
        resolve_scalar("1e3", "source")


@pytest.mark.parametrize(("written", "title"), [("2024", "2024"), ("1.10", "1.10"), ("true", "true"), ("No", "No")])
def test_where_only_a_text_is_possible_digits_are_one(written: str, title: str, tmp_path: Path) -> None:
    kit = load_files(tmp_path, {LETTERS: STANDARD.replace("Letters", written)})
    assert kit.problems == ()
    assert kit.standards["letters"].title == title


def test_digits_are_texts_in_lists_and_by_language_too(tmp_path: Path) -> None:
    job = JOB.replace("title: Clerk", "title: {en: 1, ru: 2.0}") + "skills: [3, four]\nmeasures: []\n"
    kit = load_files(tmp_path, {"standards/jobs/clerk.yml": job})
    assert kit.problems == ()
    assert kit.jobs["clerk"].title == {"en": "1", "ru": "2.0"}
    assert kit.jobs["clerk"].skills == ("3", "four")


def test_an_entry_without_a_value_is_left_out_where_it_can_be(tmp_path: Path) -> None:
    job = JOB + "until:\nskills:\nmanages_people: ~\nmeasures: null\n"
    assert load_files(tmp_path, {"standards/jobs/clerk.yml": job}).problems == ()


@pytest.mark.parametrize(
    ("line", "code", "column", "help"),
    [
        ("title: 012", "PK026", 8, 'use quotes: "012"'),
        ("title: 1:30", "PK026", 8, 'use quotes: "1:30"'),
        ("titel: Letters", "PK033", 1, "Did you mean “title”?"),
        ("Title: Letters", "PK033", 1, "Did you mean “title”?"),
        ("title:", "PK036", 1, "Write the content"),
        ('title: " "', "PK036", 8, "Write the content"),
        ("title: [Letters]", "PK035", 8, "one text per language"),
        ("title: {english: Letters}", "PK041", 9, "For example: en, ru, sl."),
        ("title: {eng: Letters}", "PK041", 9, "Did you mean “en”?"),
        ("title: {en: [Letters]}", "PK035", 13, "one text per language"),
        ("title: {}", "PK036", 1, "Write the content"),
    ],
)
def test_a_title_that_is_none_is_told_once_and_exactly(
    line: str, code: str, column: int, help: str, tmp_path: Path
) -> None:
    (problem,) = load_files(tmp_path, {LETTERS: STANDARD.replace("title: Letters", line)}).problems
    assert (problem.code, problem.place.line, problem.place.column) == (code, 3, column)
    assert help in problem.help


@pytest.mark.parametrize(
    ("written", "code", "help"),
    [
        ("01.03.2026", "PK038", "Did you mean “2026-03-01”?"),
        ("1. 3. 2026", "PK038", "Did you mean “2026-03-01”?"),
        ("2026-3-1", "PK038", "Did you mean “2026-03-01”?"),
        ("2026/03/01", "PK038", "Did you mean “2026-03-01”?"),
        ("31/03/2026", "PK038", "Did you mean “2026-03-31”?"),
        ("03/04/2026", "PK038", "year-month-day: 2026-03-01"),
        ("1 March 2026", "PK038", "year-month-day: 2026-03-01"),
        ("2026-03-01T10:00:00", "PK038", "year-month-day: 2026-03-01"),
        ("20260301", "PK038", "year-month-day: 2026-03-01"),
        ('"1772323200"', "PK038", "year-month-day: 2026-03-01"),
        ("2026-02-30", "PK042", "year-month-day"),
        ("2026-13-01", "PK042", "year-month-day"),
        ("0000-01-01", "PK042", "year-month-day"),
        ("[2026-03-01]", "PK035", "year-month-day: 2026-03-01"),
    ],
)
def test_a_date_that_is_none_is_told_with_the_right_one(written: str, code: str, help: str, tmp_path: Path) -> None:
    (problem,) = load_files(tmp_path, {LETTERS: STANDARD.replace("2026-01-01", written)}).problems
    assert (problem.code, str(problem.place)) == (code, f"{LETTERS}:4:12")
    assert help in problem.help


@pytest.mark.parametrize(
    ("written", "help"),
    [
        ("Complaint Handling", "Did you mean “complaint-handling”?"),
        ("Reševanje_pritožb", "Did you mean “resevanje-pritozb”?"),
        ("Работа с жалобой", "Did you mean “rabota-s-zhaloboi”?"),
        ("-letters-", "Did you mean “letters”?"),
        ("客户", "For example: `complaint-handling`."),
    ],
)
def test_a_short_name_that_is_none_is_told_with_the_nearest(written: str, help: str, tmp_path: Path) -> None:
    (problem,) = load_files(tmp_path, {LETTERS: STANDARD.replace("id: letters", f"id: {written}")}).problems
    assert (problem.code, str(problem.place)) == ("PK039", f"{LETTERS}:2:5")
    assert problem.help == help


def test_a_short_name_may_be_too_long(tmp_path: Path) -> None:
    kit = load_files(tmp_path, {LETTERS: STANDARD.replace("id: letters", f"id: {'a' * 81}")})
    assert [problem.message for problem in kit.problems] == ["This short name has more than 80 characters."]


def test_a_slip_in_a_required_key_is_one_problem_and_two_slips_are_two(tmp_path: Path) -> None:
    text = STANDARD.replace("owner", "ownr").replace("statement", "statment") + "colour: red\n"
    kit = load_files(tmp_path, {LETTERS: text})
    assert [(problem.code, problem.help) for problem in kit.problems] == [
        ("PK033", "Did you mean “owner”?"),
        ("PK033", "Did you mean “statement”?"),
        (
            "PK033",
            "Still free here: until, signed_by, internal, owner, statement, why, source, steps, requirements, measure, "
            "exceptions.",
        ),
    ]


def test_all_problems_of_a_file_are_told_in_one_run(tmp_path: Path) -> None:
    text = (
        STANDARD.replace("effective: 2026-01-01", "effective: 2026-02-30").replace("owner: clerk", "owner: clark")
        + "steps:\n"
        + "  - {id: read, do: {en: Read, fr: Lire}, who: nobody}\n"
        + "  - {id: read, do: Answer, then: [sned]}\n"
        + "  - {do: Send}\n"
        + "why: 012\n"
    )
    kit = load_files(tmp_path, {LETTERS: text})
    assert [(problem.code, problem.place.line) for problem in kit.problems] == [
        ("PK042", 4),
        ("PK110", 5),
        ("PK109", 8),
        ("PK104", 8),
        ("PK103", 9),
        ("PK108", 9),
        ("PK034", 10),
        ("PK026", 11),
    ]
    assert "letters" not in kit.standards


def test_of_one_file_only_so_many_problems_are_told(tmp_path: Path) -> None:
    kit = load_files(tmp_path, {LETTERS: STANDARD + "steps:\n" + "".join(f"  - {n:03}\n" for n in range(30))})
    assert list_codes(kit) == ["PK026"] * 25 + ["PK099"]
    assert kit.problems[-1].message == "And at least 5 more problems in this file."
    assert kit.problems[-1].place.line == 33


@pytest.mark.parametrize(
    ("line", "code", "help"),
    [
        ("text: Prices: we name them first", "PK014", '`text: "Prices: we name them first"`'),
        ('text: We say: "yes"', "PK014", "Put the whole text in quotes"),
        ("within: 4 working hours", "PK035", "`within: {number: 4, unit: working-hours}`"),
        ("within: 30 seconds", "PK035", "The units are: minutes, hours"),
        ("answered_by: clerk", "PK035", "`answered_by: [clerk]`"),
    ],
)
def test_help_writes_the_line_as_it_can_stand(line: str, code: str, help: str, tmp_path: Path) -> None:
    channels = f"""\
kind: channels
title: Channels
effective: 2026-01-01
owner: clerk
channels:
  - id: telephone
    title: Telephone
    purpose: For what is urgent.
    {line}
"""
    told = {one.code: one.help for one in load_files(tmp_path, {"standards/clients/channels.yml": channels}).problems}
    assert help in told[code]


def test_a_decimal_comma_is_told_with_the_point(tmp_path: Path) -> None:
    job = """\
kind: job-description
id: clerk
title: Clerk
effective: 2026-01-01
purpose: Answers letters.
qualities: Patient and exact
measures:
  - {what: Letters late, target: "1,5", unit: percent, every: month}
"""
    problems = load_files(tmp_path, {"standards/jobs/clerk.yml": job}).problems
    assert [one.help for one in problems if one.code == "PK035"] == [
        "Write it as an entry of a list, on a line of its own, beginning with a dash: `- Patient and exact`",
        "Did you mean “1.5”?",
    ]
