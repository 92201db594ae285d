"""Whatever bytes a file holds: no exception, no long wait, and at most a few problems with a place in the file."""

import json
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policy_kit.kit import Kit, format_problem
from policy_kit.kit.causes import MOST_PROBLEMS
from policy_kit.languages import load_phrases
from tests.kit.kits import STANDARD, list_codes, load_files

FILE = "standards/service/hostile.yml"
MEGABYTE = 1_000_000
PATIENCE = 15  # seconds for any file up to a megabyte: a slow machine may take its time, a quadratic reader may not


def load_bytes(folder: Path, content: bytes) -> Kit:
    kit = load_files(folder, {FILE: content})
    assert len(kit.problems) <= MOST_PROBLEMS + 1
    for problem in kit.problems:
        lines = content.decode("utf-8", "replace").count("\n") + content.count(b"\r") + 1
        assert problem.place.file == FILE
        assert 1 <= problem.place.line <= lines
        assert problem.place.column >= 1
        block = format_problem(problem, load_phrases("en"))
        assert not [sign for sign in block if unicodedata.category(sign) == "Cc" and sign != "\n"]
        assert max(map(len, block.split("\n"))) < 1000
    return kit


def fill(piece: str, size: int = MEGABYTE) -> str:
    """As many pieces as go into `size` bytes."""
    return piece * (size // len(piece.encode("utf-8")))


def number(form: str, size: int = MEGABYTE) -> str:
    """Numbered pieces, as many as go into `size` bytes."""
    return "".join(form.format(n) for n in range(size // (len(form) + 5)))


HUGE = {
    "25 kB of brackets": fill("[", 25_000),
    "brackets": fill("["),
    "braces": fill("{"),
    "bracket pairs": fill("[]"),
    "deep JSON": fill('{"a":', MEGABYTE),
    "deep JSON that closes": '{"a":' * 100_000 + "1" + "}" * 100_000,
    "dashes": fill("- "),
    "dashes on lines": fill("-\n"),
    "question marks": fill("? "),
    "question marks on lines": fill("? a\n"),
    "keys in a line": fill("a: "),
    "colons": fill(":"),
    "commas": "a: [" + fill(","),
    "one word": fill("x"),
    "one line of words": "title: " + fill("x "),
    "one line of quotes": "title: '" + fill("''", MEGABYTE - 20) + "'",
    "one line of escapes": 'title: "' + fill("\\n", MEGABYTE - 20) + '"',
    "unclosed double quote": 'title: "' + fill("x\n", MEGABYTE - 20),
    "unclosed single quote": "title: '" + fill("x ", MEGABYTE - 20),
    "unclosed list of numbers": "title: [" + fill("1, ", MEGABYTE - 20),
    "list of numbers": "kind: standard\nsteps: [" + fill("1,", 98_000) + "]",
    "list of groups": "kind: standard\nsteps:\n" + fill("- {id: A, doo: 012}\n", 160_000),
    "list of groups with unknown keys": "kind: standard\nsteps:\n" + number("- id{}: a\n", 150_000),
    "list in a list": "kind: standard\nsteps: " + "[" * 22 + fill("1,", 98_000) + "]" * 22,
    "anchors": number("k{0}: &a{0} x\n"),
    "aliases": number("k{0}: *a{0}\n"),
    "tags": number("k{0}: !t{0} x\n"),
    "directives": number("%TAG !a{}! b\n") + "--- x\n",
    "directives below": "a: b\n...\n" + number("%TAG !a{}! b\n", MEGABYTE - 20) + "--- x\n",
    "equal keys": fill("title: x\n"),
    "unknown keys": "kind: standard\n" + number("kay{}: x\n", 300_000),
    "unknown keys without value": "kind: standard\n" + number("? kay{}\n", 300_000),
    "ambiguous numbers": "kind: standard\nsteps:\n" + fill("- 012\n", MEGABYTE - 100),
    "digits": "title: " + fill("1", MEGABYTE - 20),
    "almost a time": "title: " + fill("1:2", MEGABYTE - 20) + "x",
    "almost a number": "title: " + fill("1_", MEGABYTE - 20) + "e",
    "languages": "kind: standard\ntitle: {" + number("l{}: x, ", 250_000) + "}",
    "documents": fill("--- a\n"),
    "spaces": fill(" "),
    "empty lines": fill("\n"),
    "carriage returns": fill("\r"),
    "tabs": fill("\t"),
    "comments": fill("#\n"),
    "one comment": fill("#"),
    "comments before a mistake": fill("#\n", MEGABYTE - 20) + "a b\nc: d\n",
    "literal block": "title: |\n" + fill("  x\n", MEGABYTE - 20),
    "folded block": "title: >\n" + fill("\n", MEGABYTE - 20),
    "Cyrillic": "title: " + fill("ж", MEGABYTE - 20),
    "NUL": "title: x" + fill("\0", MEGABYTE - 20),
    "too large": fill("x", MEGABYTE + 1),
}


@pytest.mark.parametrize("name", HUGE)
def test_a_huge_file_is_read_or_refused_in_no_time(name: str, tmp_path: Path) -> None:
    start = time.process_time()
    kit = load_bytes(tmp_path, HUGE[name].encode("utf-8"))
    assert time.process_time() - start < PATIENCE
    assert kit.problems


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        (STANDARD.encode("utf-16"), ["PK002"]),
        (STANDARD.encode("utf-16-le"), ["PK002"]),
        (STANDARD.encode("utf-16-be"), ["PK002"]),
        (STANDARD.replace("Letters", "Čas").encode("iso-8859-2"), ["PK002"]),
        (STANDARD.replace("Letters", "Письма").encode("windows-1251"), ["PK002"]),
        (b"title: \xed\xa0\x80\n", ["PK002"]),  # half of a surrogate pair
        (b"title: \xf5\x80\x80\x80\n", ["PK002"]),
        (b"title: a\x00b\n", ["PK004"]),
        (b"title: a\x1b[31mb\n", ["PK004"]),
        ("title: a\x85b\n".encode(), ["PK004"]),
        ("title: a\u2028b\n".encode(), ["PK004"]),
        ("title: a\u202eb\n".encode(), ["PK004"]),
        ("# a\u2066b\n".encode(), ["PK004"]),
        ("title: a\u200bb\n".encode(), ["PK004"]),
        ("title: a\ufeffb\n".encode(), ["PK004"]),
        ("title: \uffff\n".encode(), ["PK004"]),
        ("title: \U000e0041\n".encode(), ["PK004"]),
        (b"", ["PK005"]),
        (b"\xef\xbb\xbf", ["PK005"]),
        (b"\n\r\n# nothing\n", ["PK005"]),
        (b"---\n", ["PK005"]),
        (b"~\n", ["PK005"]),
        (b"just a text\n", ["PK030"]),
    ],
)
def test_what_is_no_text_is_told_in_one_problem(content: bytes, codes: list[str], tmp_path: Path) -> None:
    assert list_codes(load_bytes(tmp_path, content)) == codes


@pytest.mark.parametrize("escape", ["\\0", "\\x1b", "\\e", "\\u202e", "\\N", "\\L", "\\U000E0041", "\\ufeff"])
def test_an_escape_brings_no_invisible_character_in(escape: str, tmp_path: Path) -> None:
    kit = load_files(tmp_path, {FILE: STANDARD.replace("letters", "hostile").replace("Letters", f'"a{escape}b"')})
    assert list_codes(kit) == ["PK004"]


@pytest.mark.parametrize("escape", ["\\ud800", "\\x", "\\u12", "\\q"])
def test_an_escape_that_is_none_is_told(escape: str, tmp_path: Path) -> None:
    assert list_codes(load_bytes(tmp_path, f'title: "a{escape}"\n'.encode())) == ["PK016"]


def test_byte_order_mark_and_line_ends_of_other_systems_are_welcome(tmp_path: Path) -> None:
    hostile = STANDARD.replace("letters", "hostile")
    for end in ("\n", "\r\n", "\r"):
        kit = load_bytes(tmp_path, b"\xef\xbb\xbf" + hostile.replace("\n", end).encode())
        assert kit.problems == ()
        assert kit.standards["hostile"].title == "Letters"


WORDS = "a kind standard title id steps then en 012 1:30 5 2026-01-01 null true ж č 🙂 \\u0041"
SIGNS = ": - [ ] { } \" ' | > |2- &x *x !t !!int << ? # % --- ... \\ \ufeff \x00"
BLANKS = ["\n", "\n  ", "\n    ", "\r", "\r\n", "\t", " ", ": ", "- ", "? ", ", ", "!t ", "# "]
PIECES = st.sampled_from(WORDS.split() + SIGNS.split() + BLANKS)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_arrangement_of_yaml_raises(tmp_path: Path, text: str) -> None:
    load_bytes(tmp_path, text.encode("utf-8"))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_no_bytes_raise(tmp_path: Path, content: bytes) -> None:
    load_bytes(tmp_path, content)


KEYS = "id title en eng ru steps do then step when who measure what a"
TEXTS = ["", "a", "letters", "2026-01-01", "2026-02-30", "en", "time", "all", "Ж", "01.02.2026"]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-99, 99) | st.sampled_from(TEXTS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS.split()), inner, max_size=4),
    max_leaves=12,
)
KINDS = st.sampled_from(["company", "questionnaire", "answers", "standard", "job-description", "moral-code"])
FIELDS = """
    id title effective until owner statement steps requirements measure exceptions name languages roles questions
    questionnaire language answers duties measures principles purpose unknown
"""


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(KINDS, st.dictionaries(st.sampled_from(FIELDS.split()), VALUES, max_size=8))
def test_a_document_is_sound_or_has_a_problem(tmp_path: Path, kind: str, fields: dict[str, object]) -> None:
    kit = load_bytes(tmp_path, json.dumps({"kind": kind, **fields}, ensure_ascii=False).encode())
    assert kit.problems or any(file.path == FILE for file in kit.files)
