"""Where a value stands, and where a character of a text stands, however the text is written."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policy_kit.documents import Answers
from policy_kit.kit import KitFile
from tests.kit.kits import load_files

QUESTIONS = "kind: questionnaire\nid: policy\ntitle: P\nquestions:\n  - {id: a, text: A, needs: [time]}\n"
HEAD = "kind: answers\nquestionnaire: policy\nanswers:\n  - question: a\n"
FILE = "questionnaires/answers/policy.yml"


def load_answer(folder: Path, lines: str | bytes) -> tuple[KitFile, str]:
    """The file whose answer is written in these lines, and the text of the answer."""
    content = lines if isinstance(lines, bytes) else (HEAD + lines).encode("utf-8")
    kit = load_files(folder, {"questionnaires/policy.yml": QUESTIONS, FILE: content})
    assert kit.problems == ()
    (file,) = (file for file in kit.files if file.path == FILE)
    assert isinstance(file.document, Answers)
    text = file.document.answers[0].answer
    assert isinstance(text, str)
    return file, text


STYLES = {
    "plain": "    answer: We answer within two days, at once.\n",
    "plain on two lines": "    answer: We answer\n      within two days, at\n      once.\n",
    "single quotes": "    answer: 'It''s this: we answer ''within'' two days, at once.'\n",
    "single quotes on two lines": "    answer: 'It''s this:\n\n      we answer ''within'' two\n      days, at once.'\n",
    "double quotes": '    answer: "\\tWe \\"do\\" answer \\u017Ee within\\n\\n two\\x20days, \\\\at once."\n',
    "double quotes on two lines": '    answer: "We answer\\n\\\n      \\ within\n\n      two days, at once."\n',
    "literal block": "    answer: |\n      We answer\n\n        within two\n      days, at once.\n",
    "literal block, indented further": "    answer: |2\n         We answer\n      within two days, at once.\n\n\n",
    "literal block with a comment": "    answer: |-  # why\n      We answer within # two\n      days, at once.\n  #\n",
    "literal block after an empty line": "    answer: |\n\n      We answer within two days, at once.\n",
    "folded block": "    answer: >-\n      We answer\n      within two\n\n      days, at once.\n",
    "literal block with accents": "    answer: |\n      Žž we ответим within two 🙂 days, at once.\n",
}


@pytest.mark.parametrize("style", STYLES)
def test_every_word_of_a_text_is_found_in_the_file(style: str, tmp_path: Path) -> None:
    file, text = load_answer(tmp_path, STYLES[style])
    lines = (HEAD + STYLES[style]).split("\n")
    words = [word for word in re.finditer(r"[A-Za-zа-я,.]{2,}", text) if word[0] in HEAD + STYLES[style]]
    assert len(words) >= 4
    for word in words:
        place = file.find_place(("answers", 0, "answer"), word.start())
        assert lines[place.line - 1][place.column - 1 :].startswith(word[0]), word


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_do_not_shift_places(end: str, tmp_path: Path) -> None:
    lines = (HEAD + STYLES["literal block"]).replace("\n", end)
    file, text = load_answer(tmp_path, b"\xef\xbb\xbf" + lines.encode())
    place = file.find_place(("answers", 0, "answer"), text.index("within"))
    assert (place.line, place.column) == (8, 9)
    assert file.read_line(8) == "        within two"
    place = file.find_place(("answers", 0, "question"), None)
    assert (place.line, place.column) == (4, 15)


def test_a_way_leads_to_the_value_or_as_near_as_it_goes(tmp_path: Path) -> None:
    file, _ = load_answer(tmp_path, STYLES["literal block"] + "    roles: [director, clerk]\n")

    def find(*way: str | int) -> tuple[int, int]:
        place = file.find_place(way, None)
        assert place.file == FILE
        return place.line, place.column

    assert find() == (1, 1)
    assert find("questionnaire") == (2, 16)
    assert find("answers") == (4, 3)
    assert find("answers", 0) == (4, 5)
    assert find("answers", 0, "answer") == (5, 13)
    assert find("answers", 0, "roles", 1) == (10, 23)
    assert find("answers", 0, "answer", "en") == (5, 13)
    assert find("answers", 7) == (4, 3)
    assert find("answers", 0, "answered_on") == (4, 5)


def test_an_offset_outside_of_words_means_the_next_word_or_the_end(tmp_path: Path) -> None:
    file, text = load_answer(tmp_path, "    answer: |\n      One  two\n\n      three\n")

    def find(offset: int) -> tuple[int, int]:
        place = file.find_place(("answers", 0, "answer"), offset)
        return place.line, place.column

    assert find(text.index("  two")) == find(text.index("two")) == (6, 12)
    assert find(text.index("three") - 1) == find(text.index("three")) == (8, 7)
    assert find(len(text)) == (8, 12)


WORDS = st.lists(
    st.sampled_from(["a", "word", "it's", 'a"b', "x:y", "(5)", "ž", "ж", "🙂", "#1", "\\n", "-"]), min_size=1
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(WORDS.map(" ".join), min_size=1, max_size=5),
    st.sampled_from(["|", ">", "|-", ">+", "'", '"']),
    st.integers(1, 4),
)
def test_the_n_th_sign_of_a_text_is_the_n_th_sign_of_the_file(
    tmp_path: Path, lines: list[str], style: str, blank: int
) -> None:
    between = "\n" * (blank % 2 + 1) + "      "
    if style in "'\"":
        written = between.join(lines)
        written = written.replace("'", "''") if style == "'" else written.replace("\\", "\\\\").replace('"', '\\"')
        answer = f"    answer: {style}{written}{style}\n"
    else:
        answer = f"    answer: {style}\n      " + between.join(lines) + "\n"
    file, text = load_answer(tmp_path, answer)
    rows = (HEAD + answer).split("\n")
    for offset, sign in enumerate(text):
        if not sign.isspace():
            place = file.find_place(("answers", 0, "answer"), offset)
            assert rows[place.line - 1][place.column - 1 :].startswith((sign, "\\" + sign))
