"""What is shown fits the window, keeps words whole, and cannot act on the terminal."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st
from prompt_toolkit.document import Document

from policy_kit.actions.coaching import Mark
from policy_kit.terminal.covers import Cover
from policy_kit.terminal.editing import move_by_row
from policy_kit.terminal.marks import move_marks
from policy_kit.terminal.room import share_rows
from policy_kit.terminal.showing import clean_input, make_visible
from policy_kit.terminal.telling import Paragraph
from policy_kit.terminal.wrapping import find_rows, measure, wrap_text


@settings(deadline=None)
@given(st.text(max_size=80))
def test_nothing_that_is_shown_can_act(text: str) -> None:
    for sign in make_visible(text).replace("\n", ""):
        assert unicodedata.category(sign) not in ("Cc", "Cs", "Zl", "Zp"), sign
        assert sign not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200e\u200f\ufeff"


@settings(deadline=None)
@given(st.text(max_size=80))
def test_what_is_pasted_may_stand_in_a_document(text: str) -> None:
    cleaned = clean_input(text)
    assert clean_input(cleaned) == cleaned
    assert not any(unicodedata.category(sign) == "Cc" and sign != "\n" for sign in cleaned)


@settings(deadline=None)
@given(st.text("aбč 漢-", max_size=60), st.integers(2, 20))
def test_no_row_is_wider_than_the_window_and_none_is_lost(text: str, width: int) -> None:
    rows = wrap_text(text, width)
    assert all(measure(row) <= width for row in rows)
    assert "".join("".join(rows).split()) == "".join(text.split())


def test_words_stay_whole_unless_they_fill_a_row_alone() -> None:
    assert wrap_text("Секретариат пишет, kdo odgovarja", 12) == ["Секретариат", "пишет, kdo", "odgovarja"]
    assert wrap_text("dolgabesedabrezkonca ja", 8) == ["dolgabes", "edabrezk", "onca ja"]
    assert wrap_text("a\n\nb", 8) == ["a", "", "b"]


def test_the_cursor_goes_by_rows() -> None:
    text = "one two three four\nfive"
    assert find_rows("one two three four", 9) == (0, 8, 14)
    assert move_by_row(Document(text, 2), 9, 1) == 10
    assert move_by_row(Document(text, 10), 9, 1) == 16
    assert move_by_row(Document(text, 16), 9, 1) == 21
    assert move_by_row(Document(text, 21), 9, -1) == 16
    assert move_by_row(Document(text, 2), 9, -1) == 0
    assert move_by_row(Document(text, 21), 9, 1) == len(text)
    assert move_by_row(Document("abcdefgh ij", 8), 9, 1) == 11  # a row's last place comes before its blank


def test_marks_stay_with_their_words_while_one_types() -> None:
    old = "We try to answer soon."
    marks = [Mark(3, 6, "try", "a"), Mark(17, 21, "soon", "b")]
    assert [(m.start, m.end) for m in move_marks(marks, old, "We try to always answer soon.")] == [(3, 6), (24, 28)]
    assert [(m.start, m.end) for m in move_marks(marks, old, "We trry to answer soon.")] == [(18, 22)]
    assert [(m.start, m.end) for m in move_marks(marks, old, old + " Yes.")] == [(3, 6), (17, 21)]
    assert move_marks(marks, old, "") == ()


@settings(deadline=None)
@given(st.integers(0, 80), st.integers(0, 30), st.integers(0, 30))
def test_the_text_keeps_its_rows_in_any_window(rows: int, question: int, coach: int) -> None:
    room = share_rows(rows, question, coach)
    assert room.question + room.text + room.coach == max(rows, 0)
    assert room.text >= min(5, rows)
    assert room.question <= question
    assert room.coach <= coach
    if rows >= 5 + question + coach:
        assert (room.question, room.coach) == (question, coach)


def test_two_digits_choose_one_question_as_long_as_there_is_one() -> None:
    cover = Cover("overview", [Paragraph("", "All")] + [Paragraph("", str(n)) for n in range(1, 12)], "", chosen=3)

    def choose(*digits: str) -> int:
        cover.move(0)
        for digit in digits:
            cover.type_digit(digit)
        return cover.chosen

    assert choose("1", "1") == 11
    assert choose("1", "5") == 5
    assert choose("0") == 5
    assert choose("1", "0") == 10


def test_a_long_page_scrolls_and_ends() -> None:
    cover = Cover("reading", [Paragraph("", f"row {n}") for n in range(30)], "foot")
    assert "".join(text for row in cover.show((6, 20)) for _, text in row) == "row 0row 1row 2row 3row 4foot"
    cover.move(100)
    assert [text for row in cover.show((6, 20)) for _, text in row][:5] == [f"row {n}" for n in range(25, 30)]
    cover.move(-1)
    assert next(text for row in cover.show((6, 20)) for _, text in row) == "row 24"
