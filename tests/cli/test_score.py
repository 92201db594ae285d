"""`score`: one text for people, a stream of rows for programs."""

import json
from pathlib import Path

from policy_kit import score_answer
from tests.cli.conftest import Call

ROWS: list[dict[str, object]] = [
    {"id": 1, "text": "We try to answer quickly.", "lang": "en", "question": "complaints"},
    {"id": "two", "text": "Секретариат записывает жалобу в журнал в течение часа.", "lang": "ru", "question": 8},
    {"id": None, "text": "Trudimo se po najboljših močeh.", "lang": "sl", "question": None},
    {"id": 4, "text": "The clerk calls back within two hours."},
]


def lines(*rows: object) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def test_rows_come_back_in_order_with_all_reasons(shell: Call) -> None:
    called = shell("score", "--format", "jsonl", stdin=lines(*ROWS))
    results = [json.loads(line) for line in called.out.splitlines()]
    assert called.status == 0
    assert [row["id"] for row in results] == [1, "two", None, 4]
    for row in results:
        assert row.keys() == {"id", "score", "verdict", "findings", "missing", "next_step"}
        assert row["score"] == sum(finding["points"] for finding in row["findings"])
        assert row["verdict"] in ("vague", "partly", "concrete")
    for given, row in zip(ROWS, results, strict=True):
        for finding in row["findings"]:
            assert given["text"][finding["start"] : finding["end"]] == finding["text"]  # type: ignore[index]


def test_a_bad_row_does_not_stop_the_others(shell: Call) -> None:
    bad = [
        b"not json\n",
        b"[1, 2]\n",
        b'{"id": 5}\n',
        b'{"id": 6, "text": 7}\n',
        b'{"id": 7, "text": "x", "lang": "de"}\n',
        b'{"id": 8, "text": "x", "question": "nothing-like-it"}\n',
        b'{"id": 9, "text": "x", "question": 12}\n',
        b'{"id": 10, "text": "x", "question": true}\n',
        b'{"id": 11, "text": "x", "lang": ["en"]}\n',
        b"\xff\xfe\n",
        b"[" * 50_000 + b"\n",
        b'{"id": 12, "text": "\\ud800 lone surrogate"}\n',
        b"\n",
    ]
    called = shell("score", "--format", "jsonl", stdin=b"".join(bad) + lines(ROWS[0]))
    results = [json.loads(line) for line in called.out.splitlines()]
    assert called.status == 1
    assert called.err == ""
    assert len(results) == 13
    assert all(row.keys() == {"id", "error"} for row in results[:11])
    assert [row["id"] for row in results] == [None, None, 5, 6, 7, 8, 9, 10, 11, None, None, 12, 1]
    assert "score" in results[11]
    assert "score" in results[12]


def test_more_cores_give_the_same_lines(shell: Call) -> None:
    rows = lines(*(dict(row, id=number) for number in range(150) for row in ROWS))
    alone = shell("score", "--format", "jsonl", stdin=rows)
    assert shell("score", "--format", "jsonl", "--jobs", "2", stdin=rows).out == alone.out


def test_what_a_row_leaves_out_the_call_may_say(shell: Call) -> None:
    row = lines({"id": 1, "text": "Стараемся отвечать оперативно."})
    called = shell("score", "--format", "jsonl", "--language", "ru", "--question", "complaints", stdin=row)
    expected = score_answer("Стараемся отвечать оперативно.", "complaints", "ru")
    assert json.loads(called.out)["score"] == expected.score
    assert json.loads(called.out)["next_step"] == expected.next_step


def test_a_row_without_a_language_is_in_the_one_that_its_text_shows(shell: Call) -> None:
    texts = {
        "ru": "Стараемся отвечать клиентам как можно скорее.",
        "sl": "Pritožbe vpišemo v register in stranki odgovorimo, ko je mogoče.",
        "en": "We write to the clients as soon as it is possible.",
    }
    rows = lines(*({"id": language, "text": text} for language, text in texts.items()), {"id": "", "text": "CRM, 2 h"})
    called = shell("score", "--format", "jsonl", stdin=rows)
    steps = {row["id"]: row["next_step"] for row in map(json.loads, called.out.splitlines())}
    assert steps == {
        "": score_answer("CRM, 2 h", None, "en").next_step,
        **{language: score_answer(text, None, language).next_step for language, text in texts.items()},
    }


def test_a_text_is_scored_for_people(shell: Call, tmp_path: Path) -> None:
    text = tmp_path / "answer.txt"
    text.write_text("Trudimo se odgovoriti čim prej.\n", encoding="utf-8")
    called = shell("score", text, "--question", "complaints", "--language", "sl")
    assert called.status == 0
    assert "od 100" in called.out
    assert "PK2" in called.out
    assert "PK3" in called.out
    assert "Naslednji korak" in called.out


def test_a_text_may_come_through_a_pipe(shell: Call) -> None:
    called = shell("score", "-", "--language", "ru", stdin="Стараемся отвечать оперативно.".encode())
    assert called.status == 0
    assert "из 100" in called.out


def test_bytes_that_are_no_text_are_refused_kindly(shell: Call) -> None:
    called = shell("score", stdin=b"\xff\xfe\x00")
    assert called.status == 2
    assert "UTF-8" in called.err


def test_an_unknown_question_is_refused_with_those_that_exist(shell: Call) -> None:
    called = shell("score", "--question", "weather", "--language", "en", stdin=b"x")
    assert called.status == 2
    assert "complaints" in called.err


def test_control_characters_of_a_text_never_reach_the_terminal(shell: Call) -> None:
    called = shell("score", "--language", "en", stdin="We try \x1b[31m hard\x07 as soon as possible \u202e".encode())
    assert "\x1b" not in called.out
    assert "\x07" not in called.out
    assert "\u202e" not in called.out
