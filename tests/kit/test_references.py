"""What must hold between documents: each mistake is told once, at its exact place, whatever the order of the files."""

from pathlib import Path

import pytest

from policy_kit.kit import load_kit
from tests.kit.kits import COMPANY, JOB, STANDARD, load_files

LETTERS = "standards/service/letters.yml"
CLERK = "standards/jobs/clerk.yml"
POLICY = "questionnaires/policy.yml"
ANSWERS = "questionnaires/answers/policy.yml"

QUESTIONS = """\
kind: questionnaire
id: policy
title: Policy
questions:
  - {id: complaints, text: Complaints?, needs: [time]}
  - {id: standards-list, text: Which standards?, needs: [list]}
  - {id: standards-described, text: What do they demand?, needs: [action]}
"""
ANSWERED = "kind: answers\nquestionnaire: policy\nlanguage: en\nanswers:\n"


def find(folder: Path, files: dict[str, str]) -> list[str]:
    """The problems of a kit, as `file:line:column code`."""
    kit = load_files(folder, {POLICY: QUESTIONS, **files})
    return [f"{problem.place} {problem.code}" for problem in kit.problems]


def job(name: str, **fields: str) -> str:
    lines = "".join(f"{key}: {value}\n" for key, value in fields.items())
    return JOB.replace("clerk", name) + lines


def answer(question: str, text: str = "x", **fields: str) -> str:
    lines = "".join(f"    {key}: {value}\n" for key, value in fields.items())
    return f"  - question: {question}\n    answer: {text}\n{lines}"


@pytest.mark.parametrize(
    ("files", "problems"),
    [
        # posts
        ({CLERK: JOB + "reports_to: directer\n"}, [f"{CLERK}:6:13 PK104"]),
        ({CLERK: JOB + "replaced_by: nobody\nappointed_by: no-one\n"}, [f"{CLERK}:6:14 PK104", f"{CLERK}:7:15 PK104"]),
        ({LETTERS: STANDARD + "steps:\n  - {id: a, do: A, who: nobody}\n"}, [f"{LETTERS}:8:25 PK104"]),
        ({ANSWERS: ANSWERED + answer("complaints", roles="[clerk, nobody]")}, [f"{ANSWERS}:7:20 PK104"]),
        ({CLERK: JOB + "reports_to: director\n"}, []),
        # standards
        ({CLERK: JOB + "duties:\n  - {id: a, text: A, standard: letter}\n"}, [f"{CLERK}:7:32 PK105"]),
        ({ANSWERS: ANSWERED + answer("complaints", standards="[letters, leters]")}, [f"{ANSWERS}:7:26 PK105"]),
        # owners
        ({LETTERS: STANDARD.replace("owner: clerk", "owner: director")}, [f"{LETTERS}:5:8 PK110"]),
        ({LETTERS: STANDARD.replace("owner: clerk", "owner: clrek")}, [f"{LETTERS}:5:8 PK110"]),
        # questionnaires and questions
        ({ANSWERS: ANSWERED.replace("policy", "polity") + answer("x")}, [f"{ANSWERS}:2:16 PK106"]),
        ({ANSWERS: ANSWERED + answer("complaint")}, [f"{ANSWERS}:5:15 PK107"]),
        # steps
        ({LETTERS: STANDARD + "steps:\n  - {id: a, do: A, then: [b]}\n"}, [f"{LETTERS}:8:27 PK108"]),
        (
            {LETTERS: STANDARD + "steps:\n  - {id: a, do: A, then: [{when: x, step: b}]}\n"},
            [f"{LETTERS}:8:43 PK108"],
        ),
        ({LETTERS: STANDARD + "steps:\n  - {id: a, do: A, then: []}\n  - {id: b, do: B}\n"}, [f"{LETTERS}:9:10 PK118"]),
        (
            {LETTERS: STANDARD + "steps:\n  - {id: a, do: A, then: [c]}\n  - {id: b, do: B}\n  - {id: c, do: C}\n"},
            [f"{LETTERS}:9:10 PK118"],
        ),
        ({LETTERS: STANDARD + "steps:\n  - {id: a, do: A}\n  - {id: b, do: B, then: [a]}\n"}, []),
        ({LETTERS: STANDARD + "steps:\n  - {id: a, do: A, then: [a]}\n"}, []),
        # languages
        ({LETTERS: STANDARD.replace("Letters", "{en: A, de: B}")}, [f"{LETTERS}:3:16 PK109"]),
        ({CLERK: JOB + "skills:\n  - {en: A, de: B}\n"}, [f"{CLERK}:7:13 PK109"]),
        ({ANSWERS: ANSWERED.replace("en", "de") + answer("complaints")}, [f"{ANSWERS}:3:11 PK109"]),
        ({ANSWERS: ANSWERED + answer("complaints", "{en: A, de: B}")}, [f"{ANSWERS}:6:21 PK109"]),
        ({POLICY: QUESTIONS + "  - {id: x, text: X, needs: [time], topic: {de: [x]}}\n"}, []),
        # one of a kind
        ({"standards/acme.yml": COMPANY}, ["standards/company.yml:1:7 PK101"]),
        ({"standards/zenith.yml": COMPANY}, ["standards/zenith.yml:1:7 PK101"]),
        # ids
        ({"standards/jobs/another.yml": JOB}, [f"{CLERK}:2:5 PK102"]),
        ({"standards/service/more.yml": STANDARD}, ["standards/service/more.yml:2:5 PK102"]),
        ({"questionnaires/z.yml": QUESTIONS}, ["questionnaires/z.yml:2:5 PK102"]),
        ({CLERK: JOB + "duties: [{id: a, text: A}, {id: b, text: B}, {id: a, text: C}]\n"}, [f"{CLERK}:6:51 PK103"]),
        (
            {LETTERS: STANDARD + "requirements: [{id: a, text: A}, {id: a, text: B}]\n"},
            [f"{LETTERS}:7:39 PK103"],
        ),
        ({POLICY: QUESTIONS + "  - {id: complaints, text: Again?, needs: [time]}\n"}, [f"{POLICY}:8:10 PK103"]),
        (
            {"standards/company.yml": COMPANY + "  - {id: director, title: D}\n  - {id: clerk, title: C}\n"},
            ["standards/company.yml:6:10 PK103", "standards/company.yml:7:10 PK120"],
        ),
        # a question answered twice
        ({ANSWERS: ANSWERED + answer("complaints") + answer("complaints")}, [f"{ANSWERS}:7:15 PK113"]),
        (
            {ANSWERS: ANSWERED + answer("complaints"), "questionnaires/answers/z.yml": ANSWERED + answer("complaints")},
            ["questionnaires/answers/z.yml:5:15 PK113"],
        ),
        (
            {
                ANSWERS: ANSWERED + answer("complaints", "{en: A, ru: B}"),
                "questionnaires/answers/z.yml": ANSWERED.replace("en", "ru") + answer("complaints"),
            },
            ["questionnaires/answers/z.yml:5:15 PK113"],
        ),
        (
            {
                ANSWERS: ANSWERED + answer("complaints"),
                "questionnaires/answers/z.yml": ANSWERED.replace("en", "ru") + answer("complaints"),
            },
            [],
        ),
        # dates
        ({CLERK: JOB + "until: 2025-12-31\n"}, [f"{CLERK}:6:8 PK115"]),
        ({CLERK: JOB + "until: 2026-01-01\n"}, []),
        ({ANSWERS: ANSWERED + answer("complaints", answered_on="2026-06-02")}, [f"{ANSWERS}:7:18 PK116"]),
        ({ANSWERS: ANSWERED + answer("complaints", answered_on="2026-06-01")}, []),
        (
            {ANSWERS: ANSWERED + answer("complaints", answered_on="2025-12-31", standards="[letters]")},
            [f"{ANSWERS}:8:17 PK117"],
        ),
    ],
)
def test_a_mistake_between_documents_is_told_at_its_place(
    files: dict[str, str], problems: list[str], tmp_path: Path
) -> None:
    assert find(tmp_path, files) == problems


def test_a_job_may_report_to_nobody_and_a_chain_may_be_long(tmp_path: Path) -> None:
    files = {f"standards/jobs/j{n}.yml": job(f"j{n}", reports_to=f"j{n + 1}") for n in range(1500)}
    assert find(tmp_path, {**files, "standards/jobs/j1500.yml": job("j1500")}) == []


def test_a_circle_of_reporting_is_one_problem_and_is_named(tmp_path: Path) -> None:
    files = {f"standards/jobs/{a}.yml": job(a, reports_to=b) for a, b in ("ab", "bc", "ca", "da", "ee")}
    kit = load_files(tmp_path, files)
    assert [(problem.code, problem.place.file, problem.message) for problem in kit.problems] == [
        ("PK111", "standards/jobs/a.yml", "The line of reporting runs in a circle: a → b → c → a."),
        ("PK119", "standards/jobs/e.yml", "“e” reports to itself."),
    ]


def test_nobody_stands_in_for_themselves(tmp_path: Path) -> None:
    assert find(tmp_path, {CLERK: JOB + "replaced_by: clerk\n"}) == [f"{CLERK}:6:14 PK112"]


VISITS = STANDARD.replace("letters", "visits").replace("Letters", "{en: Visits to clients, ru: Визиты к клиентам}")


@pytest.mark.parametrize(
    ("named", "described", "left_out"),
    [
        ({"text": "Letters and visits to clients."}, {"text": "No idea."}, "Letters, Visits to clients"),
        ({"text": "We have LETTERS, Visits  to clients."}, {"text": "Letters demand paper."}, "Visits to clients"),
        ({"standards": "[visits]"}, {"text": "Letters"}, "Visits to clients"),
        ({"standards": "[visits]"}, {"text": "A visit to a client"}, "Visits to clients"),
        ({"standards": "[visits]"}, {"text": "Visiting to client companies"}, ""),
        ({"standards": "[visits]"}, {"standards": "[visits]"}, ""),
        ({"text": "We revisit letterspacing."}, {"text": "x"}, ""),
    ],
)
def test_every_standard_that_is_named_is_described(
    named: dict[str, str], described: dict[str, str], left_out: str, tmp_path: Path
) -> None:
    answers = ANSWERED + answer("standards-described", **described) + answer("standards-list", **named)
    kit = load_files(tmp_path, {POLICY: QUESTIONS, ANSWERS: answers, "standards/service/visits.yml": VISITS})
    said = f"This answer leaves out standards that the answer “standards-list” names: {left_out}."
    assert [problem.message for problem in kit.problems] == [said] * bool(left_out)
    assert [str(problem.place) for problem in kit.problems] == [f"{ANSWERS}:6:13"] * bool(left_out)


def test_what_is_named_need_not_be_described_before_that_question_is_answered(tmp_path: Path) -> None:
    assert find(tmp_path, {ANSWERS: ANSWERED + answer("standards-list", "Letters")}) == []


def test_titles_are_recognised_in_the_language_of_the_answer_and_in_other_cases(tmp_path: Path) -> None:
    def check(language: str, listed: str, told: str) -> list[str]:
        answers = (
            ANSWERED.replace("en", language) + answer("standards-list", listed) + answer("standards-described", told)
        )
        return find(tmp_path, {ANSWERS: answers, "standards/service/visits.yml": VISITS})

    assert check("ru", "Визиты к клиентам", "О визитах к клиентам сотрудник пишет отчёт.") == []
    assert check("ru", "Визиты к клиентам", "О клиентах.") == [f"{ANSWERS}:8:13 PK114"]
    assert check("ru", "Visits to clients", "x") == []


def test_what_is_named_by_a_broken_document_is_told_and_what_names_it_is_not(tmp_path: Path) -> None:
    broken = {
        CLERK: JOB.replace("title: Clerk", "title Clerk"),
        LETTERS: STANDARD.replace("title", "titel").replace("clerk", "nobody"),
        ANSWERS: ANSWERED + answer("complaints", roles="[clerk, director]", standards="[letters]"),
    }
    assert find(tmp_path, broken) == [f"{CLERK}:3:1 PK013", f"{LETTERS}:3:1 PK033", f"{LETTERS}:5:8 PK110"]


@pytest.mark.parametrize(
    "company",
    [
        COMPANY.replace("name: Acme", "name: A: B"),  # cannot be read
        COMPANY.replace("roles:", "rules:"),
        COMPANY.replace("id: director", "id: Director"),
        COMPANY.split("roles:")[0] + "roles: director\n",
        "",
    ],
)
def test_a_broken_list_of_roles_makes_no_post_unknown(company: str, tmp_path: Path) -> None:
    kit = load_files(tmp_path, {"standards/company.yml": company, CLERK: JOB + "reports_to: director\n"})
    assert len(kit.problems) == 1
    assert kit.problems[0].place.file == "standards/company.yml"


def test_a_broken_questionnaire_makes_no_question_unknown(tmp_path: Path) -> None:
    files = {POLICY: QUESTIONS.replace("id: complaints", "id: Complaints"), ANSWERS: ANSWERED + answer("complaints")}
    assert find(tmp_path, files) == [f"{POLICY}:5:10 PK039"]


def test_several_unreadable_ids_are_not_equal_ids(tmp_path: Path) -> None:
    twice = ANSWERED + "  - {question: A B, answer: x}\n  - {question: C D, answer: y}\n"
    files = {ANSWERS: twice, "questionnaires/answers/z.yml": twice}
    assert find(tmp_path, files) == [
        *(f"{ANSWERS}:{line}:16 PK039" for line in (5, 6)),
        *(f"questionnaires/answers/z.yml:{line}:16 PK039" for line in (5, 6)),
    ]


def test_a_kit_without_a_company_is_told_once(tmp_path: Path) -> None:
    files = {CLERK: JOB + "reports_to: director\n", LETTERS: STANDARD.replace("Letters", "{en: A, de: B}")}
    load_files(tmp_path, files)
    (tmp_path / "standards/company.yml").unlink()
    kit = load_kit(tmp_path)
    assert [str(problem) for problem in kit.problems] == [
        "standards/company.yml:1:1 PK100 The file standards/company.yml is missing, so we do not know whose kit it is."
    ]
    assert kit.language == "en"


def test_the_order_of_files_changes_nothing_but_which_of_two_equals_is_told(tmp_path: Path) -> None:
    one = {
        "standards/service/a.yml": STANDARD.replace("letters", "a"),
        "standards/jobs/z.yml": job("z", reports_to="y"),
    }
    two = {
        "standards/service/z.yml": STANDARD.replace("letters", "a"),
        "standards/jobs/a.yml": job("z", reports_to="y"),
    }
    assert find(tmp_path / "one", one) == ["standards/jobs/z.yml:6:13 PK104"]
    assert find(tmp_path / "two", two) == ["standards/jobs/a.yml:6:13 PK104"]
