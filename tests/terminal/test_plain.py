"""The interview line by line: pipes, screen readers, and terminals that can do no more."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import PATIENCE
from tests.terminal.conftest import ANSWERS, MakeKit, concrete_example, list_questions, read_answers
from tests.terminal.pseudo_terminal import ROOT, Terminal


def ask(kit: Path, given: str | bytes, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Pipe something into the interview."""
    done = subprocess.run(
        [sys.executable, "-m", "policy_kit", "ask", *arguments],
        input=given.encode() if isinstance(given, str) else given,
        capture_output=True,
        cwd=kit,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
        check=False,
        timeout=PATIENCE,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_a_pipe_needs_no_option_and_a_lone_full_stop_ends_an_answer(make_kit: MakeKit) -> None:
    kit = make_kit("ru")
    done = ask(kit, "Да, «Правила».\nИ ещё строка.\n.\n.\nТретий ответ.\n.\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Вопрос 1 из 11" in done.stdout
    assert "Вопрос 3 из 11" in done.stdout
    assert "Следующий шаг:" in done.stdout
    assert "Сохранено.\nПродолжить: policy-kit ask\n" in done.stdout
    assert "\x1b" not in done.stdout
    assert read_answers(kit) == {"policy-exists": "Да, «Правила».\nИ ещё строка.", "implementation": "Третий ответ."}


def test_the_end_of_the_input_saves_what_is_there(make_kit: MakeKit) -> None:
    kit = make_kit("sl")
    assert ask(kit, "Napol napisan", "complaints").returncode == 0
    assert read_answers(kit) == {"complaints": "Napol napisan"}


def test_eleven_answers_through_a_pipe(make_kit: MakeKit) -> None:
    kit = make_kit("en")
    answers = {each.id: concrete_example(each, "en") for each in list_questions(kit)}
    done = ask(kit, "".join(f"{text}\n.\n" for text in answers.values()))
    assert done.returncode == 0
    assert read_answers(kit) == answers
    assert "Build the handbook with: policy-kit build" in done.stdout
    assert "concrete: 11 of 11" in done.stdout
    assert "concrete: 10 of 11" not in done.stdout


def test_what_nobody_asked_for_is_not_dropped_without_a_word(make_kit: MakeKit) -> None:
    kit = make_kit("sl")
    done = ask(kit, "Odgovor.\n.\nŠe en.\n", "10")
    assert done.returncode == 1
    assert "Po zadnjem vprašanju je prišla še 1 vrstica, ki ni bila uporabljena." in done.stdout
    assert read_answers(kit) == {"information-sources": "Odgovor."}


def test_an_earlier_answer_stays_is_replaced_or_is_added_to(make_kit: MakeKit) -> None:
    kit = make_kit("sl")
    ask(kit, "Prvi.\n", "aim")
    assert "Dosedanji odgovor:\nPrvi." in ask(kit, ".\n", "aim").stdout
    assert read_answers(kit) == {"aim": "Prvi."}
    ask(kit, ".4\nDrugi.\n.\n", "aim")
    assert read_answers(kit) == {"aim": "Prvi.\nDrugi."}
    ask(kit, "Tretji.\n.\n", "aim")
    assert read_answers(kit) == {"aim": "Tretji."}


def test_digits_behind_a_full_stop_are_commands(make_kit: MakeKit) -> None:
    kit = make_kit("sl")
    done = ask(kit, ".2\n.1\nTrudimo se.\n.5\n.3\n.2\nVseeno drugače.\n.7\n.0\nne sem\n")
    assert done.returncode == 0
    assert "To je prvo vprašanje." in done.stdout
    assert "S tem lahko sodelavci delajo:" in done.stdout
    assert "»Trudimo« obljublja trud, ne dejanja." in done.stdout
    assert "Ukaza .7 ni" in done.stdout
    assert read_answers(kit) == {"policy-exists": "Vseeno drugače."}


def test_lines_that_are_no_text_are_left_out_and_signs_that_no_text_may_hold_refused(make_kit: MakeKit) -> None:
    kit = make_kit("en")
    done = ask(kit, b"\xef\xbb\xbfGood line.\r\n\xff\xfe\r\n.\r\n")
    assert "not UTF-8" in done.stdout
    assert read_answers(kit) == {"policy-exists": "Good line."}
    done = ask(kit, "Evil \x1b[31m line.\n.\n", "basis")
    assert done.returncode == 1
    assert "\x1b" not in done.stdout
    (kept,) = (kit / ".policy-kit").glob("basis.en.*.txt")
    assert kept.read_text(encoding="utf-8") == "Evil \x1b[31m line.\n"


def test_when_nobody_reads_on_the_answer_is_saved_all_the_same(make_kit: MakeKit) -> None:
    kit = make_kit("en")
    command = [sys.executable, "-m", "policy_kit", "ask", "--plain"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=kit, env=env, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        while b"Your answer:" not in (line := process.stdout.readline()):
            assert line, "it ended without a question"
        process.stdout.close()
        process.stdin.write(b"An answer.\nIts second line.\n.\n")
        process.stdin.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1
    assert read_answers(kit) == {"policy-exists": "An answer.\nIts second line."}


@pytest.mark.parametrize("ending", ["ctrl-c", "ctrl-d", "SIGTERM", "SIGHUP", "closed window"])
def test_whatever_ends_it_the_draft_is_saved_first(make_kit: MakeKit, ending: str) -> None:
    kit = make_kit("sl")
    with Terminal(kit, "--plain") as terminal:
        terminal.wait("Kdo odgovarja?")
        terminal.type("Direktor\n")
        terminal.wait("Vaš odgovor:")
        terminal.type("Napol napisan\nodgovor\n.5\n")
        terminal.wait("od 100")  # so the lines have been read
        if ending in ("ctrl-c", "ctrl-d"):
            terminal.type("\x03" if ending == "ctrl-c" else "\x04")
        elif ending == "closed window":
            terminal.hang_up()
        else:
            terminal.kill(getattr(signal, ending))
        status = terminal.finish()
        if ending != "closed window":  # there nobody reads on, and either the signal or the lost terminal comes first
            assert status == {"ctrl-c": 130, "ctrl-d": 0, "SIGTERM": 143}.get(ending, 129)
            assert "policy-kit ask --plain" in terminal.words
        assert b"\x1b" not in terminal.raw
    assert read_answers(kit) == {"policy-exists": "Napol napisan\nodgovor"}


def test_a_simple_terminal_is_asked_line_by_line_and_for_more(make_kit: MakeKit) -> None:
    kit = make_kit("ru")
    with Terminal(kit, TERM="dumb") as terminal:
        terminal.wait("Кто отвечает?")
        terminal.type("Директор\n")
        terminal.wait("Ваш ответ:")
        terminal.type("Да.\n.\n")
        terminal.wait("Допишите ответ или идите дальше")
        terminal.type("Свод правил.\n.\n")
        terminal.wait("Свод правил.", "Допишите ответ")
        terminal.type(".\n")
        terminal.wait("Вопрос 2 из 11")
        terminal.type(".0\n")
        assert terminal.finish() == 0
    assert read_answers(kit) == {"policy-exists": "Да.\nСвод правил."}
    assert "answered_by: Директор" in (kit / ANSWERS).read_text(encoding="utf-8")


@pytest.mark.parametrize("choice", ["1", "2", "3"])
def test_a_conflict_is_settled_in_words(make_kit: MakeKit, choice: str) -> None:
    kit = make_kit("sl")
    with Terminal(kit, "--plain") as terminal:
        terminal.wait("Kdo odgovarja?")
        terminal.type("\n")
        terminal.wait("Vaš odgovor:")
        terminal.type("Moje.\n")
        head = "kind: answers\nquestionnaire: service-policy\nanswers:\n"
        (kit / ANSWERS).write_text(f"{head}  - question: policy-exists\n    answer: Njihovo.\n", encoding="utf-8")
        terminal.type(".\n")
        terminal.wait("Vaše besedilo: Moje.", "v datoteki: Njihovo.", "1, 2 ali 3:")
        terminal.type(f"{choice}\n")
        terminal.wait("od 100")
        terminal.type(".\n.0\n")
        assert terminal.finish() == 0
    aside = [file.read_text(encoding="utf-8") for file in (kit / ".policy-kit").glob("*.txt")]
    assert read_answers(kit)["policy-exists"] == {"1": "Moje.", "2": "Njihovo.", "3": "Njihovo.\n\nMoje."}[choice]
    assert aside == {"1": ["Njihovo.\n"], "2": ["Moje.\n"], "3": []}[choice]


def test_a_kit_without_questions_is_told_in_a_sentence(make_kit: MakeKit) -> None:
    kit = make_kit("en")
    (kit / "questionnaires/service-policy.yml").write_text("kind: questionnaire\n", encoding="utf-8")
    done = ask(kit, "")
    assert done.returncode == 2
    assert "no questionnaire that can be read" in done.stderr


def test_the_way_back_names_a_kit_that_is_elsewhere(make_kit: MakeKit, tmp_path: Path) -> None:
    kit = make_kit("sl", "en")
    done = ask(tmp_path, "", "--kit", str(kit), "--language", "en", "--plain")
    assert f"policy-kit ask --kit {kit} --language en --plain" in done.stdout
