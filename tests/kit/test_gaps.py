"""Where documents do not hold together: contradictions of times and shares, and what is missing between documents.

The contradictions must be found, and honest texts must be left alone: both are told here, side by side.
"""

from pathlib import Path

import pytest

from policy_kit.kit import Kit, load_kit
from policy_kit.kit.gaps import ACCEPTABLE
from tests.kit.kits import TODAY, load_files, write_files

ROOT = Path(__file__).parents[2]
POLICY = "questionnaires/policy.yml"
ANSWERS = "questionnaires/answers/policy.yml"
STANDARD_FILE = "standards/service/complaints.yml"
JOB_FILE = "standards/jobs/clerk.yml"

QUESTIONS = """\
kind: questionnaire
id: policy
title: Policy
questions:
  - {id: complaints, text: Complaints?, needs: [time]}
"""
TITLES = {
    "en": ("Clerk", "Handling complaints"),
    "ru": ("Секретарь", "Работа с жалобами"),
    "sl": ("Tajnik", "Obravnava pritožb"),
}
MEASURE = "measure: {what: Complaints answered in time, target: 90, unit: percent, every: month}\n"


def load(folder: Path, answer: str, standard: str, language: str = "en", job: str = "") -> Kit:
    """A kit with one answer, backed by one standard that the clerk carries; all in one language."""
    post, title = TITLES[language]
    return load_files(
        folder,
        {
            "standards/company.yml": f"kind: company\nname: Acme\nlanguages: [{language}]\n",
            POLICY: QUESTIONS,
            ANSWERS: "kind: answers\nquestionnaire: policy\nanswers:\n  - question: complaints\n"
            f"    answer: |\n      {answer}\n    standards: [complaints]\n",
            STANDARD_FILE: f"kind: standard\nid: complaints\ntitle: {title}\neffective: 2026-01-01\nowner: clerk\n"
            f"{standard}",
            JOB_FILE: f"kind: job-description\nid: clerk\ntitle: {post}\neffective: 2026-01-01\npurpose: Helps.\n"
            f"duties:\n  - {{id: complaints, text: {job or 'Helps'}, standard: complaints}}\n"
            "  - {id: letters, text: Writes letters, standard: letters}\n",
        },
    )


def list_contradictions(kit: Kit) -> list[str]:
    assert all(problem.code in ACCEPTABLE for problem in kit.problems), kit.problems
    return [problem.code for problem in kit.problems]


def steps(*lines: str) -> str:
    return f"statement: Nobody complains in vain.\n{MEASURE}steps:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


@pytest.mark.parametrize(
    ("language", "answer", "standard"),
    [
        # a step that sets another time
        ("en", "We answer every complaint within 4 hours.", steps("id: a, do: Answers the complaint, within: 8 hours")),
        (
            "en",
            "The clerk records each complaint within an hour; then we look into it.",
            steps("id: a, do: Enters the complaint in the register, who: clerk, within: 2 hours"),
        ),
        (
            "en",
            "The clerk calls with a proposal within 48h.",
            steps("id: a, do: Records it, within: 1 hour", "id: b, do: Calls with a proposal, within: 5 working days"),
        ),
        # the statement, a requirement
        (
            "en",
            "Complaints are answered in two days.",
            f"statement: We answer every complaint within one week.\n{MEASURE}",
        ),
        (
            "en",
            "We reply to a complaint no later than 24 hours after it came.",
            f"statement: Nobody waits.\n{MEASURE}requirements:\n"
            "  - {id: r, text: Each complaint has a reply within 3 days.}\n",
        ),
        # the other languages, in words and with their cases
        (
            "ru",
            "На каждую жалобу мы отвечаем в течение четырёх часов.",
            steps("id: a, do: Отвечает на жалобу, who: clerk, within: 8 часов"),
        ),
        (
            "ru",
            "Секретарь регистрирует жалобу за час.",
            f"statement: Жалобы регистрируем в течение двух рабочих дней.\n{MEASURE}",
        ),
        (
            "sl",
            "Na vsako pritožbo odgovorimo v štirih urah.",
            steps("id: a, do: Odgovori na pritožbo, who: clerk, within: 8 ur"),
        ),
        (
            "sl",
            "Pritožbo vpišemo v evidenco v eni uri.",
            f"statement: Vsako pritožbo vpišemo v evidenco najpozneje v dveh delovnih dneh.\n{MEASURE}",
        ),
    ],
)
def test_an_answer_with_another_time_than_its_standard_is_found(
    tmp_path: Path, language: str, answer: str, standard: str
) -> None:
    assert list_contradictions(load(tmp_path, answer, standard, language)) == ["PK146"]


@pytest.mark.parametrize(
    ("language", "answer", "standard"),
    [
        # the same time, said otherwise
        ("en", "We answer every complaint within 60 minutes.", steps("id: a, do: Answers a complaint, within: 1 hour")),
        ("en", "We answer complaints within a week.", steps("id: a, do: Answers a complaint, within: 5 working days")),
        ("ru", "На жалобу отвечаем в течение суток.", steps("id: a, do: Отвечает на жалобу, within: 24 часа")),
        ("sl", "Na pritožbo odgovorimo v enem dnevu.", steps("id: a, do: Odgovori na pritožbo, within: 24 ur")),
        # other acts, other posts
        ("en", "We record each complaint within 1 hour.", steps("id: a, do: Finds the cause, within: 3 days")),
        ("en", "We record each complaint within 1 hour.", steps("id: a, do: Solves the complaint, within: 3 days")),
        (
            "en",
            "The director calls within two days, and the clerk answers the complaint within one hour.",
            steps("id: a, do: Answers the complaint, who: clerk, within: 1 hour"),
        ),
        # several times in the standard, and one of them is that of the answer
        (
            "en",
            "A complaint is answered within 3 days.",
            steps(
                "id: a, do: Answers the complaint by telephone, within: 1 day",
                "id: b, do: Answers the complaint in writing, within: 3 days",
            ),
        ),
        ("en", "An answer comes within two days.", steps("id: a, do: Answers the complaint, within: 1 or 3 days")),
        # the answer counts from the beginning, the step from the step before
        (
            "en",
            "The client has our proposal within three working days.",
            steps(
                "id: a, do: Records it, within: 1 hour",
                "id: b, do: Finds the cause, within: 1 working day",
                "id: c, do: Calls the client with a proposal, within: 1 working day",
            ),
        ),
        # no deadlines: how long, how often, when not
        ("en", "We answered 20 complaints in the last 30 days.", steps("id: a, do: Answers complaints, within: 1 day")),
        ("en", "Each answer takes ten minutes.", steps("id: a, do: Answers the complaint, within: 1 day")),
        ("en", "We answer complaints every two hours.", steps("id: a, do: Answers the complaint, within: 1 day")),
        ("en", "We answer at once.", steps("id: a, do: Answers the complaint, within: the same day")),
        # an exception has a time of its own
        (
            "en",
            "We answer every complaint within 4 hours.",
            f"statement: Nobody waits.\n{MEASURE}exceptions:\n"
            "  - {when: Christmas, do: We answer every complaint within 2 days.}\n",
        ),
    ],
)
def test_honest_answers_are_left_alone(tmp_path: Path, language: str, answer: str, standard: str) -> None:
    assert list_contradictions(load(tmp_path, answer, standard, language)) == []


def test_a_contradiction_names_both_places(tmp_path: Path) -> None:
    kit = load(
        tmp_path,
        "We listen. We answer every complaint within 4 hours.",
        steps("id: a, do: Answers the complaint, within: 8 hours"),
    )
    (problem,) = kit.problems
    assert str(problem.place) == f"{ANSWERS}:6:44"
    assert problem.excerpt[problem.place.column - 1 :][: problem.width] == "within 4 hours"
    assert "“within 4 hours”" in problem.message
    assert f"“complaints”, which backs it, says “8 hours”: “Answers the complaint” ({STANDARD_FILE}, line 9)" in (
        problem.message
    )


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("We answer 95 percent of complaints in time.", "PK147"),
        ("95% of the complaints are answered in time.", "PK147"),
        ("We answer 90 percent of complaints in time.", ""),
        ("97 percent of our clients stay.", ""),
        ("Of 100 complaints 95% were answered in time and 5% late.", ""),
    ],
)
def test_an_answer_with_another_share_than_the_measure(tmp_path: Path, answer: str, code: str) -> None:
    found = list_contradictions(load(tmp_path, answer, f"statement: Nobody waits.\n{MEASURE}"))
    assert found == ([code] if code else [])


def test_a_duty_may_not_promise_another_time_than_its_standard(tmp_path: Path) -> None:
    standard = steps("id: a, do: Answers the complaint, who: clerk, within: 8 hours")
    assert list_contradictions(load(tmp_path / "a", "Yes.", standard, job="Answers complaints within 4 hours")) == [
        "PK148"
    ]
    assert list_contradictions(load(tmp_path / "b", "Yes.", standard, job="Answers complaints within 8 hours")) == []


@pytest.mark.parametrize(
    ("language", "text", "known"),
    [
        ("en", "The night dispatcher answers.", False),
        ("en", "The clerk answers.", True),
        ("en", "The responsible clerk answers.", True),
        ("en", "The client’s accountant answers.", True),
        ("en", "The lawyer of the client answers.", True),
        ("ru", "Диспетчер отвечает, а начальник склада проверяет.", False),
        ("ru", "Секретарю передают жалобу.", True),
        ("ru", "Юрист клиента отвечает.", True),
        ("sl", "Vodja skladišča odgovori.", False),
        ("sl", "Tajniku predajo pritožbo.", True),
        ("sl", "Pravnik stranke odgovori.", True),
    ],
)
def test_a_post_that_a_text_names_must_be_known(tmp_path: Path, language: str, text: str, known: bool) -> None:
    kit = load(tmp_path, text, f"statement: Nobody waits.\n{MEASURE}", language)
    assert ("PK154" not in [warning.code for warning in kit.warnings]) is known


def test_one_post_is_told_once_in_a_document(tmp_path: Path) -> None:
    kit = load(tmp_path, "The dispatcher listens. The dispatcher answers.", f"statement: Nobody waits.\n{MEASURE}")
    assert [warning.code for warning in kit.warnings].count("PK154") == 1


def test_what_is_missing_is_not_told_while_a_file_cannot_be_read(tmp_path: Path) -> None:
    files = {"standards/jobs/other.yml": "kind: job-description\nid: other\ntitle: Other\n"}
    kit = load_files(tmp_path, files)
    assert "PK140" not in [warning.code for warning in kit.warnings]


def test_the_example_contradicts_itself_nowhere() -> None:
    kit = load_kit(ROOT, "en")
    assert [problem for problem in kit.problems if problem.code in ACCEPTABLE] == []


ACCEPTED = (
    "kind: accepted\naccepted:\n  - code: {code}\n    document: letters\n{more}    reason: {reason}\n    by: director\n"
)


def accept(code: str = "PK140", more: str = "", reason: str = "Done by a partner until autumn.") -> dict[str, str]:
    return {"standards/accepted.yml": ACCEPTED.format(code=code, more=more, reason=reason)}


def test_what_is_accepted_is_told_no_more_but_kept_with_its_reason(tmp_path: Path) -> None:
    before = load_files(tmp_path, {})
    assert [warning.code for warning in before.warnings] == ["PK140", "PK144"]
    kit = load_files(tmp_path, accept())
    assert [warning.code for warning in kit.warnings] == ["PK144"]
    (told,) = kit.accepted
    assert (told.code, told.place.file) == ("PK140", "standards/service/letters.yml")
    assert told.help == "Accepted by “director”: Done by a partner until autumn."


def test_an_acceptance_holds_until_its_last_day(tmp_path: Path) -> None:
    def list_codes(until: str) -> list[str]:
        folder = tmp_path / until
        return [warning.code for warning in load_files(folder, accept(more=f"    until: {until}\n")).warnings]

    assert list_codes(TODAY.isoformat()) == ["PK144"]
    assert list_codes("2026-05-31") == ["PK140", "PK144"]


def test_a_part_alone_can_be_accepted(tmp_path: Path) -> None:
    answer, standard = (
        "We answer complaints within 4 hours.",
        steps("id: a, do: Answers the complaint, within: 8 hours"),
    )
    assert list_contradictions(load(tmp_path, answer, standard)) == ["PK146"]
    for part, left in (("basis", ["PK146"]), ("complaints", [])):
        text = ACCEPTED.format(code="PK146", more=f"    part: {part}\n", reason="By law.").replace("letters", "policy")
        write_files(tmp_path, {"standards/accepted.yml": text.replace("director", "clerk")})
        assert list_contradictions(load_kit(tmp_path, "en", TODAY)) == left


@pytest.mark.parametrize("code", ["PK104", "PK158", "PK400"])
def test_what_must_be_mended_cannot_be_accepted(tmp_path: Path, code: str) -> None:
    assert [problem.code for problem in load_files(tmp_path, accept(code)).problems] == ["PK158"]
