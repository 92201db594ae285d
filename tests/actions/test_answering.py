"""Saving answers: into the right file, as a person would write them, and never over somebody else's."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Barrier

import pytest

from policy_kit.actions.answering import Conflict, Saved, save_answer
from policy_kit.actions.interview import read_interview
from policy_kit.actions.locating import load_kit
from policy_kit.actions.scores import score_answer
from policy_kit.errors import StorageError, UsageError
from policy_kit.languages import list_languages, load_phrases
from tests.actions.test_interview import BASIS, COMPLAINTS, QUESTIONNAIRE, VAGUE, write_answers, write_kit

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 20)
ENGLISH = "questionnaires/answers/policy.yml"
RUSSIAN = "questionnaires/answers/policy.ru.yml"


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    return write_kit(tmp_path)


def find_version(kit: Path, question: str, language: str = "en") -> str:
    return read_interview(load_kit(kit), "policy", language).find(question).version


def save(kit: Path, question: str, text: str, language: str = "en", by: str = "Director", version: str = "") -> Saved:
    """Save as somebody does who has just opened the question, or has opened it with `version`."""
    version = version or find_version(kit, question, language)
    return save_answer(
        kit, "policy", question, language, text, answered_by=by, answered_on=DAY, version=version, spoken="en"
    )


def test_the_first_answers_make_a_file_for_each_language(kit: Path) -> None:
    saved = save(kit, "complaints", f"  {VAGUE}\r\nAlways. \n")
    assert saved.path == ENGLISH
    assert saved.text == f"{VAGUE}\nAlways."
    assert (kit / ENGLISH).read_text(encoding="utf-8") == (
        "kind: answers\nquestionnaire: policy\nlanguage: en\nanswers:\n"
        f"  - question: complaints\n    answer: |\n      {VAGUE}\n      Always.\n"
        "    answered_by: Director\n    answered_on: 2026-11-20\n"
    )
    assert save(kit, "basis", "Опыт.", "ru", "Директор").path == RUSSIAN
    assert "language: ru" in (kit / RUSSIAN).read_text(encoding="utf-8")
    assert load_kit(kit).problems == ()


def test_what_was_saved_is_what_the_interview_reads(kit: Path) -> None:
    saved = save(kit, "complaints", VAGUE)
    found = read_interview(load_kit(kit), "policy", "en").find("complaints")
    assert (found.text, found.answered_by, found.answered_on) == (VAGUE, "Director", DAY)
    assert (found.version, found.score) == (saved.version, saved.score)
    assert saved.score == score_answer(VAGUE, found.question)


def test_a_question_can_be_named_by_its_number(kit: Path) -> None:
    save_answer(kit, "policy", 2, "en", BASIS, answered_by="", answered_on=DAY, version=find_version(kit, "basis"))
    assert read_interview(load_kit(kit), "policy", "en").find("basis").text == BASIS
    assert "answered_by" not in (kit / ENGLISH).read_text(encoding="utf-8")


def test_a_loaded_kit_serves_as_well_even_an_old_one(kit: Path) -> None:
    loaded = load_kit(kit)
    version = read_interview(loaded, "policy", "en").find("basis").version
    for question in ("complaints", "basis"):
        save_answer(loaded, "policy", question, "en", VAGUE, answered_by="", answered_on=DAY, version=version)
    assert [each.text for each in read_interview(load_kit(kit), "policy", "en").questions] == [VAGUE, VAGUE, ""]


def test_an_answer_stays_in_the_file_in_which_it_stands(kit: Path) -> None:
    mine = write_answers(kit, "en", "my-own-name", basis="Old.")
    assert save(kit, "basis", "New.").path == "questionnaires/answers/my-own-name.yml"
    assert save(kit, "complaints", VAGUE).path == "questionnaires/answers/my-own-name.yml"
    assert "New." in mine.read_text(encoding="utf-8")
    assert not (kit / ENGLISH).exists()


def test_an_answer_in_several_languages_gets_a_further_one(kit: Path) -> None:
    (kit / ENGLISH).parent.mkdir()
    text = "kind: answers\nquestionnaire: policy\nanswers:\n- question: basis\n  answer: {en: Experience.}\n"
    (kit / ENGLISH).write_text(text, encoding="utf-8")
    assert save(kit, "basis", "Опыт.", "ru", "").path == ENGLISH
    new = text.replace("{en: Experience.}", "{en: Experience., ru: Опыт.}") + "  answered_on: 2026-11-20\n"
    assert (kit / ENGLISH).read_text(encoding="utf-8") == new


def test_where_the_short_name_is_taken_the_language_is_in_the_name(kit: Path) -> None:
    write_answers(kit, "ru", "policy", basis="Опыт.")
    assert save(kit, "basis", "Experience.").path == "questionnaires/answers/policy.en.yml"


def test_who_answers_changes_without_a_new_text(kit: Path) -> None:
    saved = save(kit, "basis", BASIS)
    assert save(kit, "basis", BASIS, by="Owner").version == saved.version
    assert read_interview(load_kit(kit), "policy", "en").find("basis").answered_by == "Owner"


def test_saving_the_same_again_writes_nothing(kit: Path) -> None:
    save(kit, "basis", BASIS)
    before = (kit / ENGLISH).stat()
    save_answer(
        kit, "policy", "basis", "en", BASIS + "\n", answered_by="", answered_on=date(2027, 1, 1), version="lost"
    )
    assert (kit / ENGLISH).stat() == before


def test_another_text_meanwhile_is_a_conflict_and_stays(kit: Path) -> None:
    version = save(kit, "basis", "First.").version
    theirs = save(kit, "basis", "Theirs.", by="Deputy", version=version)
    before = (kit / ENGLISH).read_bytes()
    with pytest.raises(Conflict, match="Somebody else has changed this answer") as caught:
        save(kit, "basis", "Mine.", version=version)
    conflict = caught.value
    assert (conflict.theirs.text, conflict.theirs.answered_by, conflict.theirs.answered_on) == (
        "Theirs.",
        "Deputy",
        DAY,
    )
    assert conflict.version == theirs.version
    assert (kit / ENGLISH).read_bytes() == before
    assert save(kit, "basis", "Mine.", version=conflict.version).text == "Mine."


@pytest.mark.parametrize("gone", ["answer", "file"])
def test_an_answer_that_is_gone_meanwhile_is_a_conflict_too(kit: Path, gone: str) -> None:
    version = save(kit, "basis", "First.").version
    if gone == "file":
        (kit / ENGLISH).unlink()
    else:
        write_answers(kit, "en", "policy", complaints=VAGUE)
    with pytest.raises(Conflict) as caught:
        save(kit, "basis", "Mine.", version=version)
    assert caught.value.theirs.text == ""
    save(kit, "basis", "Mine.", version=caught.value.version)
    assert read_interview(load_kit(kit), "policy", "en").find("basis").text == "Mine."


def test_an_answer_that_appeared_meanwhile_is_a_conflict_too(kit: Path) -> None:
    version = find_version(kit, "basis")
    save(kit, "basis", "Theirs.")
    with pytest.raises(Conflict):
        save(kit, "basis", "Mine.", version=version)


def test_a_call_that_is_repeated_is_no_conflict(kit: Path) -> None:
    version = find_version(kit, "basis")
    assert save(kit, "basis", BASIS, version=version) == save(kit, "basis", BASIS, version=version)


def test_other_answers_and_comments_may_change_meanwhile(kit: Path) -> None:
    save(kit, "basis", "First.")
    version = find_version(kit, "basis")
    save(kit, "complaints", VAGUE)
    (kit / ENGLISH).write_text("# by hand\n" + (kit / ENGLISH).read_text(encoding="utf-8"), encoding="utf-8")
    save(kit, "basis", "Second.", version=version)
    text = (kit / ENGLISH).read_text(encoding="utf-8")
    assert text.startswith("# by hand\n")
    assert VAGUE in text
    assert "Second." in text


def test_the_last_question_can_be_answered_when_it_is_open(kit: Path) -> None:
    save(kit, "complaints", COMPLAINTS)
    with pytest.raises(UsageError, match=r"Question 3 opens when all the others .* 1 of 2 are"):
        save(kit, "lost", "Prices.")
    save(kit, "basis", BASIS)
    save(kit, "lost", "Prices.")
    assert read_interview(load_kit(kit), "policy", "en").find("lost").text == "Prices."


@pytest.mark.parametrize(
    ("question", "text", "by", "said"),
    [
        ("basis", " \n\t ", "", "at least a word"),
        ("basis", "x" * 20_001, "", "20,001 characters; no more than 20,000"),
        ("basis", "One.\nTwo\u200b three.", "", "Line 2 of the answer .*U\\+200B.* near “Two”"),
        ("basis", "\u202eabc", "", "U\\+202E.* near “abc”"),
        ("basis", "\ud800", "", "U\\+D800"),
        ("basis", "a\x1b[31mb", "", "U\\+001B"),
        ("basis", "fine", "two\nlines", "one line of no more than 200"),
        ("basis", "fine", "x" * 201, "one line of no more than 200"),
        ("basis", "fine", "\u202eabc", "one line of no more than 200"),
        ("../basis", "fine", "", "There is no question ../basis; choose from complaints, basis, lost"),
        ("4", "fine", "", "There is no question 4"),
    ],
)
def test_what_cannot_be_saved_is_said_clearly(kit: Path, question: str, text: str, by: str, said: str) -> None:
    version = find_version(kit, "basis")
    with pytest.raises(UsageError, match=said):
        save(kit, question, text, by=by, version=version)
    assert not (kit / ENGLISH).exists()


def test_the_longest_answer_is_saved(kit: Path) -> None:
    assert save(kit, "basis", "ж" * 20_000).text == "ж" * 20_000


def test_a_questionnaire_or_a_language_that_is_not_there_is_refused(kit: Path) -> None:
    for questionnaire, language in (("other", "en"), ("../policy", "en"), ("policy", "sl"), ("policy", "../en")):
        with pytest.raises(UsageError, match="choose from"):
            save_answer(
                kit, questionnaire, "basis", language, "x", answered_by="", answered_on=DAY, version="", spoken="en"
            )


@pytest.mark.parametrize("language", list_languages())
def test_refusals_are_told_in_the_language_that_is_asked_for(kit: Path, language: str) -> None:
    with pytest.raises(UsageError) as caught:
        save_answer(kit, "policy", 2, "en", "", answered_by="", answered_on=DAY, version="", spoken=language)
    assert str(caught.value) == load_phrases(language)("errors.answer-empty")


def test_a_broken_file_is_neither_written_nor_passed_by(kit: Path) -> None:
    for path in (ENGLISH, "questionnaires/answers/another.yml"):
        write_kit(kit)
        (kit / path).parent.mkdir(exist_ok=True)
        (kit / path).write_text("kind: answers\nquestionnaire: policy\nanswers: [\n", encoding="utf-8")
        with pytest.raises(StorageError, match=f"{path} .*`policy-kit check`"):
            save(kit, "basis", BASIS)
        assert [each.name for each in (kit / "questionnaires/answers").iterdir()] == [Path(path).name]
        (kit / path).unlink()


def test_a_file_that_broke_meanwhile_is_left_alone(kit: Path) -> None:
    save(kit, "basis", "First.")
    loaded = load_kit(kit)
    version = find_version(kit, "basis")
    (kit / ENGLISH).write_text("answers: [", encoding="utf-8")
    with pytest.raises(StorageError, match="policy-kit check"):
        save_answer(loaded, "policy", "basis", "en", "x", answered_by="", answered_on=DAY, version=version, spoken="en")
    assert (kit / ENGLISH).read_text(encoding="utf-8") == "answers: ["


# Several writers


WRITE = """
import json, sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from policy_kit.actions.answering import Conflict, save_answer
kit, version, *rows = sys.argv[1:]
def save(row):
    question, text = row.split("=")
    day = date(2026, 11, 20)
    try:
        save_answer(kit, "policy", question, "en", text, answered_by="", answered_on=day, version=version)
    except Conflict as conflict:
        return conflict.theirs.text
    return "saved"
input()  # all begin at the same time
with ThreadPoolExecutor(len(rows)) as pool:
    print(json.dumps(list(pool.map(save, rows))))
"""


def write_at_once(kit: Path, version: str, *writers: list[str]) -> list[str]:
    """Let processes save, each its rows "question=text" in as many threads; what each of the saves came to."""
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", WRITE, str(kit), version, *rows],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for rows in writers
    ]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    return [outcome for process in processes for outcome in json.loads(process.communicate(timeout=120)[0])]


def test_of_two_writers_exactly_one_wins_and_the_other_is_told(kit: Path) -> None:
    version = save(kit, "basis", "First.").version
    outcomes = write_at_once(kit, version, ["basis=Ana"], ["basis=Boris"])
    winner = read_interview(load_kit(kit), "policy", "en").find("basis").text
    assert winner in ("Ana", "Boris")
    assert sorted(outcomes) == sorted(["saved", winner])


def test_of_many_threads_exactly_one_wins(kit: Path) -> None:
    loaded = load_kit(kit)
    version = find_version(kit, "basis")
    start = Barrier(12)

    def write(number: int) -> bool:
        start.wait()
        try:
            save_answer(loaded, "policy", 2, "en", f"No {number}.", answered_by="", answered_on=DAY, version=version)
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(12) as pool:
        assert sum(pool.map(write, range(12))) == 1


def test_fifty_answers_saved_at_once_are_all_there(tmp_path: Path) -> None:
    questions = "".join(f"  - {{id: q{n}, text: Who does {n}?, needs: [actor]}}\n" for n in range(50))
    kit = write_kit(tmp_path, QUESTIONNAIRE.partition("  - id:")[0] + questions)
    version = find_version(kit, "q0")
    outcomes = write_at_once(kit, version, *([f"q{n}=Ana does {n}." for n in range(first, 50, 2)] for first in (0, 1)))
    assert outcomes == ["saved"] * 50
    interview = read_interview(load_kit(kit), "policy", "en")
    assert [each.text for each in interview.questions] == [f"Ana does {n}." for n in range(50)]
    assert load_kit(kit).problems == ()
