"""A reply is put into an answers file as a person would write it, and nothing else in the file changes."""

from datetime import date

import pytest

from policy_kit.kit.editing import Reply, UneditableError, begin_answers, find_reply, put_reply
from policy_kit.kit.splices import Splices

DAY = date(2026, 11, 20)

FILE = """\
# What leadership says.
kind: answers
questionnaire: service-policy   # the eleven questions
language: en

answers:
  # Ana is to look at this again.
  - question: complaints
    answer: |
      Ana receives them.

      She answers within an hour.

    answered_by: Head of service   # since March
    answered_on: 2026-01-05
    standards: [complaint-handling]
    # the end of the first answer

  - question: basis
    roles: [director]
    answer: Our  values.   # too vague
# the end of the file
"""


def cut(text: str, before: str, after: str) -> tuple[str, str]:
    """What stands up to and including `before`, and what stands from `after` on."""
    return text[: text.index(before) + len(before)], text[text.index(after) :]


def test_only_the_text_of_the_answer_changes() -> None:
    head, tail = cut(FILE, "    answer: |\n", "\n    answered_by")
    new = put_reply(FILE, "complaints", "en", "en", Reply("Boris does.\nAlways: #1."))
    assert new == head + "      Boris does.\n      Always: #1.\n" + tail


def test_who_and_when_change_in_their_place() -> None:
    new = put_reply(FILE, "complaints", "en", "en", Reply("Ana.", "Head: of sales", DAY))
    assert '    answered_by: "Head: of sales"   # since March\n    answered_on: 2026-11-20\n' in new
    assert find_reply(new, "complaints", "en", "en") == Reply("Ana.", "Head: of sales", DAY)


def test_who_and_when_come_behind_the_answer_where_they_were_missing() -> None:
    new = put_reply(FILE, "basis", "en", "en", Reply("Our nine values.", "Director", DAY))
    head, tail = cut(FILE, "    roles: [director]\n", "# the end of the file")
    item = "    answer: Our nine values.   # too vague\n    answered_by: Director\n    answered_on: 2026-11-20\n"
    assert new == head + item + tail


def test_a_short_answer_that_grows_gets_lines_of_its_own() -> None:
    new = put_reply(FILE, "basis", "en", "en", Reply("Nine values.\nThey hang in the hall."))
    assert new.endswith(
        "    answer: |   # too vague\n      Nine values.\n      They hang in the hall.\n# the end of the file\n"
    )


def test_a_new_answer_comes_last_and_looks_like_the_others() -> None:
    new = put_reply(FILE, "aim", "en", "en", Reply("To be on time.", "Director", DAY))
    item = """\

  - question: aim
    answer: |
      To be on time.
    answered_by: Director
    answered_on: 2026-11-20
"""
    tail = "# the end of the file\n"
    assert new == FILE.removesuffix(tail) + item + tail


def test_the_same_reply_changes_nothing() -> None:
    for question in ("complaints", "basis"):
        reply = find_reply(FILE, question, "en", "en")
        assert reply is not None
        assert put_reply(FILE, question, "en", "en", reply) == FILE


def test_a_new_file_reads_as_if_written_by_hand() -> None:
    assert begin_answers("service-policy", "aim", "ru", Reply("Цель.\r\n\r\n  - одна  \n", "Ана", DAY)) == (
        "kind: answers\nquestionnaire: service-policy\nlanguage: ru\nanswers:\n"
        "  - question: aim\n    answer: |\n      Цель.\n\n        - одна\n"
        "    answered_by: Ана\n    answered_on: 2026-11-20\n"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("answer: {en: Yes, ru: Да}", "answer: {en: Yes, ru: Нет}"),
        ('answer: {en: "Yes", ru: "Да", }', 'answer: {en: "Yes", ru: Нет, }'),
        ("answer: {en: Yes}", "answer: {en: Yes, ru: Нет}"),
        ("answer:\n      en: Yes\n      ru: Да  # ?", "answer:\n      en: Yes\n      ru: Нет  # ?"),
        (
            "answer:\n      en: |\n        Yes\n      # and\n",
            "answer:\n      en: |\n        Yes\n      ru: |\n        Нет\n      # and\n",
        ),
        ("answer:\n      ru: >-\n        Да\n      en: Yes", "answer:\n      ru: |\n        Нет\n      en: Yes"),
        ("answer:\n      en: Yes # so\n", "answer:\n      en: Yes # so\n      ru: Нет\n"),
    ],
)
def test_of_several_languages_the_right_one_changes(old: str, new: str) -> None:
    head = "kind: answers\nquestionnaire: q\nanswers:\n  - question: a\n    "
    tail = "\n  - question: b\n    answer: No\n"
    assert put_reply(head + old + tail, "a", "ru", "en", Reply("Нет")) == head + new + tail


def test_who_answered_is_told_in_the_right_language() -> None:
    head = "kind: answers\nquestionnaire: q\nanswers:\n- question: a\n  answer: {en: Yes, ru: Да}\n  answered_by: "
    new = put_reply(head + "{en: Ann}\n", "a", "ru", "en", Reply("Нет", "Анна", DAY))
    assert new.endswith("  answered_by: {en: Ann, ru: Анна}\n  answered_on: 2026-11-20\n")
    assert find_reply(new, "a", "en", "en") == Reply("Yes", "Ann", DAY)
    assert find_reply(new, "a", "sl", "en") is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("answer: 'It''s so'", "answer: Other"),
        ("answer: yes it is", "answer: Other"),
        ("answer:\n    plain\n    lines # why", "answer: | # why\n    Other"),
        ('answer: "quoted\n    lines" # why', "answer: | # why\n    Other"),
        ("answer: # why\n    plain", "answer: # why\n    Other"),
        ("answer: # why\n    plain\n    lines", "answer: # why\n    |\n    Other"),
        ("answer: |2-\n    text", "answer: |\n    Other"),
        ("answer: >+ # why\n       text\n\n\n", "answer: | # why\n       Other\n\n\n"),
        ("answer : x", "answer : Other"),
        ("? answer\n  : x", "? answer\n  : Other"),
    ],
)
def test_every_way_of_writing_a_text_can_be_replaced(old: str, new: str) -> None:
    head, tail = "kind: answers\nquestionnaire: q\nanswers:\n- question: a\n  ", "\n  standards: [s]\n"
    assert put_reply(head + old + tail, "a", "en", "en", Reply("Other")) == head + new + tail


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("answers: []", "answers:\n  - question: z\n    answer: |\n      Other\n"),
        ("answers:\n  []  # none yet\n", "answers:  # none yet\n  - question: z\n    answer: |\n      Other\n"),
        ("answers: [{question: a, answer: x}]", "answers: [{question: a, answer: x}, {question: z, answer: Other}]"),
        (
            "answers:\n- question: a\n  answer: x",
            "answers:\n- question: a\n  answer: x\n- question: z\n  answer: |\n    Other\n",
        ),
        (
            "answers:\n-   answer: >\n      x\n    question: a\n",
            "answers:\n-   answer: >\n      x\n    question: a\n-   question: z\n    answer: |\n      Other\n",
        ),
        (
            "answers:\n  -\n    question: a\n    answer: x\n",
            "answers:\n  -\n    question: a\n    answer: x\n  - question: z\n    answer: |\n      Other\n",
        ),
        (
            "answers:\n - {question: a, answer: x}\n",
            "answers:\n - {question: a, answer: x}\n - question: z\n   answer: |\n     Other\n",
        ),
    ],
)
def test_an_answer_can_be_added_to_every_list(old: str, new: str) -> None:
    head = "kind: answers\nquestionnaire: q\n"
    assert put_reply(head + old, "z", "en", "en", Reply("Other")) == head + new


@pytest.mark.parametrize("question", ["a", "z"])
def test_a_comment_below_does_not_become_part_of_the_answer(question: str) -> None:
    text = "kind: answers\nquestionnaire: q\nanswers:\n- question: a\n  answer: Yes.\n\n      # a remark\n"
    new = put_reply(text, question, "en", "en", Reply("One.\nTwo."))
    assert "answer: |\n       One.\n       Two.\n\n      # a remark\n" in new


def test_a_file_in_brackets_stays_one() -> None:
    head = '{"kind": "answers", "questionnaire": "q", "answers": ['
    new = put_reply(head + "]}", "z", "en", "en", Reply("a: b\nc", "No", DAY))
    assert new == head + '{question: z, answer: "a: b\\nc", answered_by: "No", answered_on: 2026-11-20}]}'
    assert put_reply(new, "z", "en", "en", Reply("x")).startswith(head + "{question: z, answer: x, ")


def test_entries_without_a_value_get_one() -> None:
    head = "kind: answers\nquestionnaire: q\nanswers:\n- question: a\n  answer: x\n"
    new = put_reply(head + "  answered_by:   # who?\n  answered_on:\n", "a", "en", "en", Reply("z", "Ana", DAY))
    assert new.endswith("  answer: z\n  answered_by: Ana   # who?\n  answered_on: 2026-11-20\n")


def test_windows_lines_stay_windows_lines() -> None:
    text = FILE.replace("\n", "\r\n")
    for question in ("complaints", "basis", "aim"):
        new = put_reply(text, question, "en", "en", Reply("One.\nTwo.", "Ana", DAY))
        assert "\n" not in new.replace("\r\n", "")
        assert new.replace("\r\n", "\n") == put_reply(FILE, question, "en", "en", Reply("One.\nTwo.", "Ana", DAY))


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("Ten of us", "Ten of us"),
        ("10 of us", "10 of us"),
        ("Ана: шеф", '"Ана: шеф"'),
        ('the "boss": \\me', "'the \"boss\": \\me'"),
        ("#1", '"#1"'),
        ("no", '"no"'),
        ("true", '"true"'),
        ("12", '"12"'),
        ("012", '"012"'),
        ("1:30", '"1:30"'),
        ("- one", '"- one"'),
        ("C# at 10:30", "C# at 10:30"),
        ("ends so:", '"ends so:"'),
        ("a #b", '"a #b"'),
        ("tab\there", '"tab\\there"'),
    ],
)
def test_quotes_stand_only_where_they_are_needed(text: str, spelled: str) -> None:
    new = put_reply(FILE, "basis", "en", "en", Reply(text))
    assert f"    answer: {spelled}   # too vague\n" in new


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kind: company\nname: A\nlanguages: [en]\n",
        FILE.replace("language: en", "language: en\nlanguage: en"),
        FILE.replace("question: basis", "qestion: basis"),
        FILE + "\t: [",
    ],
)
def test_a_file_that_is_not_sound_is_left_alone(text: str) -> None:
    with pytest.raises(UneditableError):
        put_reply(text, "basis", "en", "en", Reply("x"))
    with pytest.raises(UneditableError):
        find_reply(text, "basis", "en", "en")


def test_an_answer_does_not_go_into_a_file_of_another_language() -> None:
    with pytest.raises(UneditableError):
        put_reply(FILE, "aim", "ru", "en", Reply("Цель"))


@pytest.mark.parametrize("sign", ["\0", "\x07", "\x1b", "\x85", "\u2028", "\u202e", "\ufeff", "\ud800"])
def test_nothing_is_written_that_could_not_be_read(sign: str) -> None:
    with pytest.raises(UneditableError):
        put_reply(FILE, "basis", "en", "en", Reply(f"a{sign}b"))


def test_an_empty_reply_is_refused() -> None:
    with pytest.raises(UneditableError):
        put_reply(FILE, "basis", "en", "en", Reply("  \n "))


def test_a_change_that_would_touch_something_else_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    apply = Splices.apply
    monkeypatch.setattr(Splices, "apply", lambda splices: apply(splices).replace("Head of service", "Head of sales"))
    with pytest.raises(UneditableError):
        put_reply(FILE, "basis", "en", "en", Reply("x"))
