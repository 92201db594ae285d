"""Contradictions are found, and honest texts left alone, in the words of many trades: each line of a sample is a case.

The cases of a sample are one kit, each with a question and a standard of its own, so that a hundred are read at once;
an answer and a duty take one line of their file, by which the cases are told from each other.
"""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from policy_kit.kit import load_kit
from policy_kit.kit.claims import find_claims
from policy_kit.kit.posts import read_post_names
from tests.kit.kits import TODAY, write_files

SAMPLES = Path(__file__).with_name("promises")
POSTS = {"en": "Client manager", "ru": "Менеджер по работе с клиентами", "sl": "Skrbnik strank"}
LANGUAGES = sorted(POSTS)
AT_ONCE = 20
"""Cases in one kit: of one file nobody is told more than 25 problems."""
COMPANY = "kind: company\nname: Acme\nlanguages: [{}]\nroles: {}\n"
ANSWERS, JOB = "questionnaires/answers/policy.yml", "standards/jobs/post.yml"
JOB_HEAD = "kind: job-description\nid: {id}\ntitle: {title}\neffective: 2026-01-01\npurpose: '-'\n"


class Case(NamedTuple):
    """One line of a sample."""

    kind: str
    """A an answer, D a duty, J the measure of a job."""
    is_told: bool
    text: str
    others: list[str]
    """What stands against it."""


def read_cases(sort: str, language: str) -> list[Case]:
    lines = (SAMPLES / f"{sort}.{language}.txt").read_text(encoding="utf-8").splitlines()
    cases = []
    for line in lines:
        if not line.startswith("#"):
            mark, rest = line.split(" ", 1)
            text, others = rest.split(" => ", 1)
            cases.append(Case(mark[:-1] or "A", mark[-1] == "+", text, [each.strip() for each in others.split(";;")]))
    return cases


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("sort", "codes"), [("times", {"PK146", "PK148"}), ("shares", {"PK147", "PK149"})])
def test_contradictions_are_told_and_nothing_else(tmp_path: Path, sort: str, codes: set[str], language: str) -> None:
    every, wrong = read_cases(sort, language), []
    for first in range(0, len(every), AT_ONCE):
        cases = every[first : first + AT_ONCE]
        told = find_told(write_files(tmp_path / str(first), make_files(cases, language)), codes)
        wrong += [case for at, case in enumerate(cases) if case.is_told is not (at in told)]
    assert [f"{'not found' if case.is_told else 'false alarm'}: {case.text}" for case in wrong] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_posts_that_nobody_knows_are_told_and_nothing_else(tmp_path: Path, language: str) -> None:
    wrong = []
    for number, case in enumerate(read_cases("posts", language)):
        titles = [title.strip() for title in case.others[0].split(";")]
        roles = json.dumps([{"id": f"r{at}", "title": each} for at, each in enumerate(titles)], ensure_ascii=False)
        files = {**make_files([case], language), "standards/company.yml": COMPANY.format(language, roles)}
        kit = load_kit(write_files(tmp_path / str(number), files), "en", TODAY)
        if ("PK154" in [warning.code for warning in kit.warnings]) is not case.is_told:
            wrong.append(case.text)
    assert wrong == []


def test_a_sentence_without_end_is_read_at_once() -> None:
    text = "if we and they call within 1 hour, " * 2_000
    assert find_claims(text, "en", read_post_names(())) == ()


def make_files(cases: list[Case], language: str) -> dict[str, str]:
    """A kit in which case n is line n of its file, behind the same number of lines before the first."""
    questions = "".join(f"  - {{id: q{at}, text: '?', needs: [time]}}\n" for at in range(len(cases)))
    answers, duties = [], []
    files = {"standards/company.yml": COMPANY.format(language, "[]")}
    for at, case in enumerate(cases):
        files[f"standards/service/s{at}.yml"] = json.dumps(make_standard(at, case), ensure_ascii=False)
        answer = {"question": f"q{at}", "answer": case.text if case.kind == "A" else "-", "standards": [f"s{at}"]}
        answers.append(f"  - {json.dumps(answer, ensure_ascii=False)}\n")
        duty = {"id": f"d{at}", "text": case.text if case.kind == "D" else "-", "standard": f"s{at}"}
        duties.append(f"  - {json.dumps(duty, ensure_ascii=False)}\n")
        if case.kind == "J":
            measures = json.dumps([read_measure(case.text)], ensure_ascii=False)
            files[f"standards/jobs/j{at}.yml"] = (
                f"{JOB_HEAD.format(id=f'j{at}', title=at)}duties: [{json.dumps(duty)}]\nmeasures: {measures}\n"
            )
    return files | {
        "questionnaires/policy.yml": f"kind: questionnaire\nid: policy\ntitle: P\nquestions:\n{questions}",
        ANSWERS: f"kind: answers\nquestionnaire: policy\nanswers:\n{''.join(answers)}",
        JOB: f"{JOB_HEAD.format(id='post', title=POSTS[language])}duties:\n{''.join(duties)}",
    }


def make_standard(number: int, case: Case) -> dict[str, Any]:
    more: dict[str, Any] = {"statement": "-", "steps": []}
    for at, other in enumerate(case.others):
        if other.startswith("S:"):
            more["statement"] = other[2:].strip()
        elif other.startswith("R:"):
            more["requirements"] = [{"id": "r", "text": other[2:].strip()}]
        elif other.startswith("X:"):
            when, do = other[2:].split("|")
            more["exceptions"] = [{"when": when.strip(), "do": do.strip()}]
        elif other.startswith("M:"):
            more["measure"] = read_measure(other)
        elif "@" in other:
            act, within = other.split("@")
            more["steps"].append({"id": f"t{at}", "do": act.strip(), "who": "post", "within": within.strip()})
    base = {"kind": "standard", "id": f"s{number}", "title": "X", "effective": "2026-01-01", "owner": "post"}
    return base | more


def read_measure(text: str) -> dict[str, Any]:
    what, _, target = text.removeprefix("M:").rpartition("=")
    return {"what": what.strip(), "target": int(target), "unit": "percent", "every": "month"}


def find_told(folder: Path, codes: set[str]) -> set[int]:
    """The numbers of the cases of which the check tells."""
    heads = {ANSWERS: 4, JOB: 7}
    kit = load_kit(folder, "en", TODAY)
    assert [problem for problem in kit.problems if problem.code < "PK140"] == []
    return {
        problem.place.line - heads[problem.place.file]
        if problem.place.file in heads
        else int(Path(problem.place.file).stem[1:])
        for problem in kit.problems
        if problem.code in codes
    }
