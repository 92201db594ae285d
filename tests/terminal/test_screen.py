"""The interview on the whole screen, as a person at a terminal sees it."""

import re
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from policy_kit.actions.scores import score_answer
from tests.terminal.conftest import ANSWERS, MakeKit, concrete_example, list_questions, read_answers
from tests.terminal.pseudo_terminal import Terminal

ESCAPE = "\x1b"


def give_name(terminal: Terminal, name: str = "") -> None:
    """Pass the page that asks for the name."""
    terminal.wait("Enter")
    terminal.type(f"{name}\r")
    terminal.wait("Esc", "F10")


@contextmanager
def begin(terminal: Terminal, name: str = "") -> Iterator[Terminal]:
    """An interview, at its first question."""
    with terminal:
        give_name(terminal, name)
        yield terminal


def test_vague_places_are_marked_and_one_next_step_is_told_in_russian(make_kit: MakeKit) -> None:
    kit = make_kit("ru")
    with begin(Terminal(kit, "complaints"), "Директор") as terminal:
        terminal.wait("Вопрос 8 из 11", "Подсказка:", "конкретных: 0 из 10")
        terminal.type("Стараемся отвечать оперативно.")
        terminal.wait("из 100: общие слова", "Следующий шаг:", "Скажите точнее:", "Сохранено.")
        terminal.wait_until(lambda: "Стараемся" in "".join(terminal.marked), "a mark")
        terminal.settle()
        assert "отвечать" not in "".join(terminal.marked)
        terminal.press(10)
        assert terminal.finish() == 0
        assert "Сохранено. Продолжить: policy-kit ask" in terminal.words
    assert read_answers(kit) == {"complaints": "Стараемся отвечать оперативно."}
    assert "answered_by: Директор" in (kit / ANSWERS).read_text(encoding="utf-8")


def test_at_most_three_places_are_marked(make_kit: MakeKit) -> None:
    text = "Trudimo se. Odzivamo se čim prej. Stranka je kralj. Smo fleksibilni. Delamo kakovostno. Redno ukrepamo."
    assert sum(one.points < 0 for one in score_answer(text, 1, "sl").findings) > 3
    with begin(Terminal(make_kit("sl"))) as terminal:
        terminal.paste(text)
        terminal.wait("Povejte natančneje:")
        terminal.wait_until(lambda: terminal.marked != [], "marks")
        terminal.settle()
        assert 1 <= len(terminal.marked) <= 3
        terminal.type(ESCAPE + "9")
        terminal.wait("Oznake so izključene")
        terminal.wait_until(lambda: terminal.marked == [], "marks that go")


def test_eleven_answers_from_an_empty_kit_in_slovenian(make_kit: MakeKit) -> None:
    kit = make_kit("sl")
    questions = list_questions(kit)
    with begin(Terminal(kit), "Direktor") as terminal:
        for number, question in enumerate(questions, start=1):
            terminal.wait(f"Vprašanje {number} od 11")
            terminal.paste(concrete_example(question, "sl"))
            terminal.wait(f"konkretnih: {number} od 1")
            terminal.press(5)
        terminal.wait("Vsa vprašanja", "– konkretno")
        terminal.press(10)
        assert terminal.finish() == 0
        assert "Priročnik zgradite z: policy-kit build" in terminal.words
    answers = read_answers(kit)
    assert answers == {each.id: concrete_example(each, "sl") for each in questions}


def test_the_next_sitting_begins_at_the_first_unfinished_question(make_kit: MakeKit) -> None:
    kit = make_kit("sl")
    with begin(Terminal(kit), "Vodja kakovosti") as terminal:
        terminal.paste(concrete_example(list_questions(kit)[0], "sl"))
        terminal.press(5)
        terminal.wait("Vprašanje 2 od 11")
        terminal.type("Na izkušnjah.\rIn še na čem.")
        terminal.press(10)
        assert terminal.finish() == 0
    with Terminal(kit) as terminal:
        terminal.wait("Vodja kakovosti", "Enter")
        terminal.type("\r")
        terminal.wait("Vprašanje 2 od 11", "Na izkušnjah.", "In še na čem.", "Odgovor: Vodja kakovosti")
        terminal.press(10)
        assert terminal.finish() == 0
        assert "Nič se ni spremenilo." in terminal.words


def test_digits_behind_escape_do_what_f_keys_do(make_kit: MakeKit) -> None:
    with begin(Terminal(make_kit("ru"))) as terminal:
        terminal.type(ESCAPE)
        terminal.wait("Что сделать?", "0 Сохранить и выйти")
        terminal.type("2")
        terminal.wait("С этим сотрудники могут работать:", "Правила обслуживания клиентов")
        terminal.type(ESCAPE)
        terminal.wait("Вопрос 1 из 11", "F5 Дальше")
        terminal.type(ESCAPE + "8")
        terminal.wait("Все вопросы", "11. ", "пока закрыт")
        terminal.type("11\r")
        terminal.wait("Вопрос 11 из 11", "Этот вопрос откроется")
        terminal.type("не сюда")
        terminal.press(3)
        terminal.wait("Вопрос 10 из 11")
        terminal.press(4)
        terminal.wait("Вопрос 1 из 11")
        terminal.press(1)
        terminal.wait("дотошный клиент")
        terminal.type(ESCAPE)
        terminal.type("\x1b0")
        assert terminal.finish() == 0


def test_what_one_types_goes_below_inserted_words_and_into_their_gaps(make_kit: MakeKit) -> None:
    kit = make_kit("en")
    with begin(Terminal(kit, "complaints")) as terminal:
        terminal.type("We answer every complaint.")
        terminal.wait("Next step:")
        terminal.press(7)
        terminal.wait("__")
        terminal.type("The clerk\tcalls back")
        terminal.wait("The clerk", "calls back")
        terminal.press(10)
        assert terminal.finish() == 0
    text = read_answers(kit)["complaints"]
    assert text.startswith("We answer every complaint.\nThe clerk")


def write_unsaved(terminal: Terminal, kit: Path, text: str) -> str:
    """Type a text, and find it not yet saved; where that came first, a little more of it."""
    for _ in range(20):
        terminal.type(text if terminal.words.find(text[:-1]) < 0 else text[-1])
        terminal.wait(text)
        if read_answers(kit).get("policy-exists") != text:
            return text
        text += "o"
    pytest.fail("it is saved at once")


@pytest.mark.parametrize("ending", ["ctrl-c", "SIGTERM", "SIGHUP", "SIGINT", "closed window"])
def test_whatever_ends_it_the_draft_is_saved_first(make_kit: MakeKit, ending: str) -> None:
    kit = make_kit("sl")
    with begin(Terminal(kit)) as terminal:
        text = write_unsaved(terminal, kit, "Napol napisan odgov")
        if ending == "ctrl-c":
            terminal.type("\x03")
        elif ending == "closed window":
            terminal.hang_up()
        else:
            terminal.kill(getattr(signal, ending))
        expected = {"ctrl-c": 130, "SIGINT": 130, "SIGTERM": 143}.get(ending, 129)
        assert terminal.finish() == expected
        if ending != "closed window":
            assert "Shranjeno. Nadaljujete z: policy-kit ask" in terminal.words
    assert read_answers(kit) == {"policy-exists": text}


def test_kill_loses_no_more_than_the_last_moment(make_kit: MakeKit) -> None:
    kit = make_kit("en")
    with begin(Terminal(kit)) as terminal:
        terminal.type("Our Client Rules.")
        terminal.wait("Saved.")
        terminal.type(" And")
        terminal.kill(signal.SIGKILL)
    assert read_answers(kit)["policy-exists"] in ("Our Client Rules.", "Our Client Rules. And")


def write_theirs(kit: Path, text: str) -> None:
    head = "kind: answers\nquestionnaire: service-policy\nanswers:\n  # ours to keep\n"
    (kit / ANSWERS).write_text(f"{head}  - question: policy-exists\n    answer: {text}\n", encoding="utf-8")


@pytest.mark.parametrize("choice", ["1", "2", "3"])
def test_a_conflict_shows_both_texts_and_loses_neither(make_kit: MakeKit, choice: str) -> None:
    kit = make_kit("sl")
    write_theirs(kit, "Prej.")
    with begin(Terminal(kit)) as terminal:
        terminal.wait("Prej.")
        write_theirs(kit, "Njihovo besedilo.")
        terminal.type(" Moje besedilo.")
        terminal.wait("Datoteka se je med vašim pisanjem spremenila")
        terminal.type(" In 3 dni.")  # typing goes on; no page may swallow it
        terminal.wait("Moje besedilo. In 3 dni.")
        terminal.press(5)
        terminal.wait("Vaše besedilo: Prej. Moje besedilo. In 3 dni.", "Njihovo besedilo.", "1 moje besedilo")
        terminal.type(choice)
        terminal.wait("Vprašanje 1 od 11", "F10")
        terminal.press(10)
        assert terminal.finish() == 0
    mine = "Prej. Moje besedilo. In 3 dni."
    aside = [file.read_text(encoding="utf-8").strip() for file in (kit / ".policy-kit").glob("*.txt")]
    expected = {"1": mine, "2": "Njihovo besedilo.", "3": f"Njihovo besedilo.\n\n{mine}"}[choice]
    assert read_answers(kit) == {"policy-exists": expected}
    assert aside == {"1": ["Njihovo besedilo."], "2": [mine], "3": []}[choice]
    assert "# ours to keep" in (kit / ANSWERS).read_text(encoding="utf-8")


def test_what_the_kit_does_not_take_is_kept_beside(make_kit: MakeKit, tmp_path: Path) -> None:
    kit = make_kit("sl")
    elsewhere = tmp_path / "elsewhere"
    (kit / "questionnaires/answers").rename(elsewhere)
    (kit / "questionnaires/answers").symlink_to(elsewhere)
    with begin(Terminal(kit)) as terminal:
        terminal.type("Pomembno besedilo.")
        terminal.wait("Ni shranjeno:")
        terminal.press(10)
        assert terminal.finish() == 1
        assert "Vašega besedila ni bilo mogoče zapisati v zbirko" in terminal.words
    (kept,) = (kit / ".policy-kit").glob("policy-exists.sl.*.txt")
    assert kept.read_text(encoding="utf-8") == "Pomembno besedilo.\n"
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize(("rows", "columns"), [(24, 40), (10, 40), (6, 30), (50, 200), (3, 12)])
def test_any_size_of_window_will_do_and_it_may_change(make_kit: MakeKit, rows: int, columns: int) -> None:
    kit = make_kit("ru")
    text = "Секретариат записывает жалобу в журнал жалоб и называет клиенту день ответа."
    with begin(Terminal(kit, "complaints")) as terminal:
        terminal.paste(text)
        terminal.wait("Следующий шаг:")
        terminal.resize(rows, columns)
        if rows >= 10:
            terminal.wait("Вопрос 8 из 11", text, "Esc Меню")
            words = set(text.split())
            terminal.wait_until(lambda: words <= set(terminal.words.split()), "every word, none torn apart")
        else:
            terminal.wait_until(lambda: text.split()[-1][:5] in terminal.text, "the end of the text")
        terminal.type(" Ещё.")
        terminal.resize(24, 80)
        terminal.wait("Вопрос 8 из 11", f"{text} Ещё.", "F10 Выйти")
        terminal.press(10)
        assert terminal.finish() == 0
    assert read_answers(kit) == {"complaints": f"{text} Ещё."}


def test_arrows_go_by_rows_as_they_are_shown(make_kit: MakeKit) -> None:
    kit = make_kit("en")
    with begin(Terminal(kit, columns=40)) as terminal:
        terminal.paste("one two three four five six seven eight nine ten eleven twelve")
        terminal.type(f"{ESCAPE}[A{ESCAPE}[H")
        terminal.type(f"{ESCAPE}[F{ESCAPE}[A!")
        terminal.wait("!")
        terminal.press(10)
        assert terminal.finish() == 0
    assert read_answers(kit)["policy-exists"].index("!") < 40


@pytest.mark.parametrize("no_color", ["", "1"])
def test_colour_only_where_it_is_wanted(make_kit: MakeKit, no_color: str) -> None:
    with begin(Terminal(make_kit("sl"), NO_COLOR=no_color)) as terminal:
        terminal.type("Trudimo se.")
        terminal.wait("Povejte natančneje:")
        terminal.wait_until(lambda: terminal.marked != [], "a mark")
        coloured = re.search(rb"\x1b\[(?:\d+;)*(?:3[0-7]|4[0-7]|38|48|9[0-7]|10[0-7])(?:;\d+)*m", terminal.raw)
        assert bool(coloured) is not bool(no_color)
        assert terminal.marked


def test_the_users_own_editor(make_kit: MakeKit, tmp_path: Path) -> None:
    kit = make_kit("sl")
    editor = tmp_path / "urejevalnik"
    editor.write_text("#!/bin/sh\nprintf 'Iz urejevalnika: čaša.\\n' >> \"$2\"\n", encoding="utf-8")
    editor.chmod(0o755)
    with begin(Terminal(kit, EDITOR=f"{editor} -w")) as terminal:
        terminal.type("Prva vrstica.")
        terminal.press(6)
        terminal.wait("Prva vrstica. Iz urejevalnika: čaša.", "Shranjeno.")
        terminal.press(10)
        assert terminal.finish() == 0
    assert read_answers(kit) == {"policy-exists": "Prva vrstica.\nIz urejevalnika: čaša."}


def test_an_editor_that_is_not_there_costs_no_text(make_kit: MakeKit) -> None:
    with begin(Terminal(make_kit("sl"), EDITOR="/ni/ga")) as terminal:
        terminal.type("Besedilo.")
        terminal.press(6)
        terminal.wait("Urejevalnik se ni zagnal", "Besedilo.")


def test_control_characters_never_reach_the_terminal(make_kit: MakeKit) -> None:
    kit = make_kit("en")
    path = kit / "questionnaires/service-policy.yml"
    text = re.sub(
        "^title: .*\n", "title: soft\u00adhyphen\n", path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE
    )
    path.write_text(text, encoding="utf-8")
    with Terminal(kit) as terminal:
        terminal.wait("soft⟨U+00AD⟩hyphen")
        give_name(terminal)
        terminal.paste("a\x07b\u202ec\x1b]0;title\x07d\u200be")
        terminal.wait("abc]0;titlede")
        terminal.press(10)
        assert terminal.finish() == 0
    for sign in ("\x07", "\u202e", "\u200b", "\u00ad"):
        assert sign.encode() not in terminal.raw
    assert read_answers(kit) == {"policy-exists": "abc]0;titlede"}


def test_answers_that_cannot_be_read_are_told_and_never_written_over(make_kit: MakeKit) -> None:
    kit = make_kit("sl")
    broken = "kind: answers\nquestionnaire: service-policy\nanswers: [\n"
    (kit / ANSWERS).write_text(broken, encoding="utf-8")
    with Terminal(kit) as terminal:
        terminal.wait(f"Datoteke {ANSWERS} ni mogoče prebrati")
        give_name(terminal)
        terminal.type("Odgovor.")
        terminal.wait("Ni shranjeno:")
        terminal.press(10)
        assert terminal.finish() == 1
    assert (kit / ANSWERS).read_text(encoding="utf-8") == broken
    (kept,) = (kit / ".policy-kit").glob("*.txt")
    assert kept.read_text(encoding="utf-8") == "Odgovor.\n"


def test_a_question_may_be_named_by_id_or_number(make_kit: MakeKit) -> None:
    kit = make_kit("sl")
    for name in ("8", "complaints"):
        with begin(Terminal(kit, name)) as terminal:
            terminal.wait("Vprašanje 8 od 11")
    with Terminal(kit, "weather") as terminal:
        assert terminal.finish() == 2
        assert "Vprašanja weather ni" in terminal.words


def test_other_languages_for_the_answers_and_for_the_interview(make_kit: MakeKit) -> None:
    kit = make_kit("en", "sl")
    with begin(Terminal(kit, "--answers", "sl", "--language", "ru", "complaints")) as terminal:
        terminal.wait("Вопрос 8 из 11")
        terminal.type("Trudimo se.")
        terminal.wait("Следующий шаг:", "«Trudimo»")
        terminal.press(10)
        terminal.finish()
        assert "policy-kit ask --answers sl --language ru" in terminal.words
    answers = kit / "questionnaires/answers/service-policy.sl.yml"
    assert "Trudimo se." in answers.read_text(encoding="utf-8")


def test_the_answers_of_a_sitting_are_committed_when_asked(make_kit: MakeKit) -> None:
    kit = make_kit("sl")

    def git(*arguments: str) -> str:
        done = subprocess.run(["git", "-C", str(kit), *arguments], capture_output=True, text=True, check=True)
        return done.stdout

    git("init", "-q")
    git("config", "user.name", "Ana")
    git("config", "user.email", "ana@example.com")
    git("add", "standards")
    git("commit", "-qm", "Zbirka")
    with begin(Terminal(kit, "--commit")) as terminal:
        terminal.type("Odgovor.")
        terminal.press(10)
        assert terminal.finish() == 0
        assert "Zabeleženo v git." in terminal.words
    assert git("show", "--name-only", "--format=", "HEAD").split() == [ANSWERS.as_posix()]
