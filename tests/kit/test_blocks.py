"""A problem as a block of lines: the caret stands below its place, and nothing in a file reaches the terminal raw."""

from pathlib import Path

import pytest

from policy_kit.kit import Place, Problem, format_problem
from policy_kit.languages import load_phrases
from tests.kit.kits import load_files

EN = load_phrases("en")


def draw(excerpt: str, column: int, width: int = 1, first: int = 1) -> tuple[str, str]:
    problem = Problem("PK999", Place("a.yml", 3, column), "Wrong.", "Mend it.", excerpt, width, first)
    head, line, caret, help = format_problem(problem, EN).split("\n")
    assert head == f"a.yml:3:{column} PK999 Wrong."
    assert help == "  = help: Mend it."
    return line.removeprefix("  | "), caret.removeprefix("  | ")


@pytest.mark.parametrize(
    ("excerpt", "column", "width", "line", "caret"),
    [
        ("title: Foo", 8, 3, "title: Foo", "       ^^^"),
        ("title: Foo", 8, 99, "title: Foo", "       ^^^"),
        ("title:", 9, 1, "title:", "      ^"),
        ("\ttitle: Foo", 2, 5, "    title: Foo", "    ^^^^^"),
        ("\ttitle: Foo", 1, 1, "    title: Foo", "^^^^"),
        ("客户: Foo", 5, 3, "客户: Foo", "      ^^^"),
        ("客户: Foo", 1, 2, "客户: Foo", "^^^^"),
        ("🙂e\u0301: x", 5, 1, "🙂e\u0301: x", "    ^"),
        ("a\u202eb: x", 4, 1, "a⟨U+202E⟩b: x", "          ^"),
        ("a\x1b[31mb", 2, 1, "a⟨U+001B⟩[31mb", " ^^^^^^^^"),
    ],
)
def test_the_caret_stands_below_the_place(excerpt: str, column: int, width: int, line: str, caret: str) -> None:
    assert draw(excerpt, column, width) == (line, caret)


def test_of_a_long_line_the_part_around_the_place_is_shown() -> None:
    text = "".join(f"{n:>9}," for n in range(100))
    for column in (1, 55, 100, 101, 500, 999, 1000):
        line, caret = draw(text, column)
        assert len(line) <= 102
        assert line[len(caret) - 1] == text[column - 1]
    assert draw(text, 1)[0].endswith("…")
    assert draw(text, 500)[0].startswith("…")
    assert draw("b" * 50, 1025, first=1000)[0].startswith("…")


def test_a_line_of_a_megabyte_is_cut_before_it_gets_into_a_problem(tmp_path: Path) -> None:
    line = "title: " + "word " * 150_000 + '"' + ": x"
    (problem,) = load_files(tmp_path, {"standards/long.yml": "kind: standard\n" + line + "\n"}).problems
    assert problem.place.column > 750_000
    assert len(problem.excerpt) <= 500
    assert problem.excerpt[problem.place.column - problem.first_column] == ":"
    shown, caret = format_problem(problem, EN).split("\n")[1:3]
    assert shown[len(caret) - 1] == ":"


def test_a_problem_without_a_line_or_help_takes_one_line() -> None:
    problem = Problem("PK999", Place("a.yml", 1, 1), "Wrong.")
    assert format_problem(problem, EN) == "a.yml:1:1 PK999 Wrong."
    assert str(problem) == "a.yml:1:1 PK999 Wrong."


def test_names_and_messages_cannot_command_the_terminal() -> None:
    problem = Problem("PK999", Place("a\x1b[2J\n.yml", 1, 1), "Wrong: \x1b]0;x\x07", "Try \x9b1m", "x\x00")
    shown = format_problem(problem, EN)
    assert "\x1b" not in shown
    assert not any(ord(sign) < 32 and sign != "\n" for sign in shown)
    assert len(shown.split("\n")) == 4


def test_colour_is_only_added() -> None:
    problem = Problem("PK999", Place("a.yml", 1, 1), "Wrong.", "Mend it.", "title: Foo", 5)
    coloured = format_problem(problem, EN, colour=True)
    for code in ("\x1b[1m", "\x1b[1;31m", "\x1b[1;34m", "\x1b[0m"):
        coloured = coloured.replace(code, "")
    assert coloured == format_problem(problem, EN)


@pytest.mark.parametrize(("language", "word"), [("en", "help:"), ("ru", "что делать:"), ("sl", "kaj storiti:")])
def test_the_help_is_called_in_the_readers_language(language: str, word: str) -> None:
    problem = Problem("PK999", Place("a.yml", 1, 1), "…", "…")
    assert word in format_problem(problem, load_phrases(language))
