"""Policy Kit as a library: four functions, typed, silent, and pure where they promise it."""

from pathlib import Path

import pytest

import policy_kit
from policy_kit import check_kit, load_kit, score_answer
from policy_kit.actions.scores import standard_questions
from policy_kit.actions.starting import init_kit
from policy_kit.documents import Need, NeedKind, Question
from policy_kit.errors import UsageError

CONCRETE = (
    "The secretariat records every complaint in the complaint log within one hour. The quality manager finds the cause "
    "and calls the client by the end of the next working day; the client receives the decision in writing."
)


def test_the_four_functions_are_there() -> None:
    for name in ("load_kit", "check_kit", "score_answer", "build_handbook"):
        assert callable(getattr(policy_kit, name))
    with pytest.raises(AttributeError):
        policy_kit.build_castle  # noqa: B018


@pytest.mark.parametrize("name", ["complaints", 8, "8", " 8 "])
def test_a_question_may_be_named_or_numbered(name: str | int) -> None:
    assert score_answer(CONCRETE, name, "en") == score_answer(CONCRETE, standard_questions()["complaints"], "en")


def test_a_question_of_ones_own_is_judged_by_its_own_needs() -> None:
    question = Question(id="parking", text="Where do clients park?", needs=(Need(need=NeedKind.MEASURE),))
    score = score_answer("Somewhere near us.", question, "en")
    assert [missing.need for missing in score.missing] == [NeedKind.MEASURE]


def test_without_a_question_the_text_itself_is_judged() -> None:
    concrete = score_answer(CONCRETE)
    vague = score_answer("We always do our best to be as good as possible for all our clients.")
    assert concrete.score > vague.score


@pytest.mark.parametrize("question", ["weather", 0, 12, -1, "", "complaints "[:-2]])
def test_an_unknown_question_is_refused(question: str | int) -> None:
    with pytest.raises(UsageError):
        score_answer("x", question)


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(UsageError, match="en, ru, sl"):
        score_answer("x", "complaints", "de")


def test_a_score_is_the_same_every_time() -> None:
    assert len({repr(score_answer(CONCRETE, "complaints", "en")) for _ in range(5)}) == 1


def test_the_eleven_questions_in_their_order() -> None:
    ids = """
        policy-exists basis implementation aim main-client standards-list standards-described complaints
        satisfaction information-sources lost-clients
    """
    assert list(standard_questions()) == ids.split()


def test_nothing_is_printed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    kit = load_kit(init_kit(tmp_path / "acme"))
    assert check_kit(kit).passed
    assert check_kit(tmp_path / "acme").passed
    assert capfd.readouterr() == ("", "")


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder"):
        load_kit(tmp_path / "nowhere")


def test_a_folder_without_a_company_is_a_problem_not_an_error(tmp_path: Path) -> None:
    kit = load_kit(tmp_path)
    assert kit.company is None
    assert len(kit.problems) == 1
