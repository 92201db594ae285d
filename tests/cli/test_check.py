"""`check`: three mistakes made by hand, all named in one run."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import Call, write_answers

VAGUE = "We treat complaints with care and try to correct our shortcomings as soon as possible."
JOB = """\
kind: job-description
id: dispatcher
title: Dispatcher
efective: 2026-03-01
reports_to: hed-of-service
purpose: Plans the tours.
duties:
  - id: complaints
    text: Records every complaint.
    standard: complaint-handlin
"""


def test_three_mistakes_are_three_problems_with_their_lines(call: Call, kit: Path) -> None:
    (kit / "standards/jobs/dispatcher.yml").write_text(JOB, encoding="utf-8")
    called = call("check", "--language", "en", folder=kit)
    assert called.status == 1
    for place, help_ in (("4:1", "effective"),):
        assert f"standards/jobs/dispatcher.yml:{place} PK0" in called.out
        assert help_ in called.out
    mended = JOB.replace("efective", "effective")
    (kit / "standards/jobs/dispatcher.yml").write_text(mended, encoding="utf-8")
    called = call("check", "--language", "en", folder=kit)
    assert called.status == 1
    assert "standards/jobs/dispatcher.yml:5:13 PK1" in called.out
    assert "head-of-service" in called.out
    assert "standards/jobs/dispatcher.yml:10:15 PK1" in called.out
    assert "complaint-handling" in called.out
    assert "2 problems" in called.out
    mended = mended.replace("hed-", "head-").replace("handlin\n", "handling\n")
    (kit / "standards/jobs/dispatcher.yml").write_text(mended, encoding="utf-8")
    assert call("check", folder=kit).status == 0


def test_findings_are_advice_and_do_not_fail_the_check(call: Call, kit: Path) -> None:
    write_answers(kit, ("complaints", VAGUE))
    called = call("check", folder=kit)
    assert called.status == 0
    assert "questionnaires/answers/service-policy.yml:7:" in called.out
    assert " PK2" in called.out
    assert " PK3" in called.out
    assert "1 answer, 0 of them concrete" in called.out


def test_a_finding_points_at_its_words(call: Call, kit: Path) -> None:
    path = write_answers(kit, ("complaints", VAGUE))
    rows = json.loads(call("check", "--format", "json", folder=kit).out)["findings"]
    lines = path.read_text(encoding="utf-8").splitlines()
    tails = {lines[row["line"] - 1][row["column"] - 1 :] for row in rows}
    assert any(tail.startswith("as soon as possible") for tail in tails)


def test_a_minimum_score_fails_what_lies_below(call: Call, kit: Path) -> None:
    write_answers(kit, ("complaints", VAGUE))
    called = call("check", "--min-score", 60, folder=kit)
    assert called.status == 1
    assert "below what is asked for" in called.out


def test_json_is_for_programs(call: Call, kit: Path) -> None:
    (kit / "standards/jobs/dispatcher.yml").write_text(JOB, encoding="utf-8")
    write_answers(kit, ("complaints", VAGUE))
    called = call("check", "--format", "json", folder=kit)
    data = json.loads(called.out)
    assert called.status == 1
    assert data["passed"] is False
    assert {"file", "line", "column", "code", "message", "help", "severity"} == data["problems"][0].keys()
    assert data["scores"][0]["question"] == "complaints"
    assert data["scores"][0]["verdict"] == "vague"


def test_github_marks_the_lines(call: Call, kit: Path) -> None:
    (kit / "standards/jobs/dispatcher.yml").write_text(JOB, encoding="utf-8")
    write_answers(kit, ("complaints", VAGUE))
    lines = call("check", "--format", "github", folder=kit).out.splitlines()
    assert lines[0].startswith("::error file=standards/jobs/dispatcher.yml,line=4,col=1,title=PK0")
    assert any(line.startswith("::warning file=questionnaires/answers/") for line in lines)


def test_sarif_names_rules_and_places(call: Call, kit: Path) -> None:
    (kit / "standards/jobs/dispatcher.yml").write_text(JOB, encoding="utf-8")
    (run,) = json.loads(call("check", "--format", "sarif", folder=kit).out)["runs"]
    result = run["results"][0]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 4, "startColumn": 1}


def test_junit_has_a_case_per_file(call: Call, kit: Path) -> None:
    (kit / "standards/jobs/dispatcher.yml").write_text(JOB + "\n# \x07\n", encoding="utf-8")
    suite = ElementTree.fromstring(call("check", "--format", "junit", folder=kit).out)  # noqa: S314  our own output
    failed = [case.get("name") for case in suite if case.find("failure") is not None]
    assert failed == ["standards/jobs/dispatcher.yml"]
    assert int(suite.get("tests", "0")) == len(suite) > 15


def test_named_files_only(call: Call, kit: Path) -> None:
    (kit / "standards/jobs/dispatcher.yml").write_text(JOB, encoding="utf-8")
    write_answers(kit, ("complaints", VAGUE))
    assert call("check", "questionnaires", folder=kit).status == 0
    assert call("check", "standards/jobs/dispatcher.yml", folder=kit).status == 1
    assert " PK2" not in call("check", "standards", folder=kit).out
    assert call("check", "jobs/dispatcher.yml", folder=kit / "standards").status == 1


def test_chosen_codes_only(call: Call, kit: Path) -> None:
    (kit / "standards/jobs/dispatcher.yml").write_text(JOB, encoding="utf-8")
    write_answers(kit, ("complaints", VAGUE))
    assert call("check", "--ignore", "PK0,PK1", folder=kit).status == 0
    assert " PK3" not in call("check", "--select", "PK2", folder=kit).out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "no-such-file.yml"], "no-such-file.yml"),
        (["check", "/etc/passwd"], "/etc/passwd"),
        (["check", "--select", "PK9"], "PK9"),
        (["check", "--min-score", "101"], "0 … 100"),
        (["check", "--kit", "nowhere"], "nowhere"),
    ],
)
def test_wrong_use_is_said_in_a_sentence(call: Call, kit: Path, arguments: list[str], said: str) -> None:
    called = call(*arguments, folder=kit)
    assert called.status == 2
    assert said in called.err


def test_outside_a_kit_it_says_how_to_begin_one(call: Call, tmp_path: Path) -> None:
    called = call("check", folder=tmp_path)
    assert called.status == 2
    assert "policy-kit init" in called.err


@pytest.mark.parametrize(
    ("language", "total"),
    [("en", "24 problems, 2 causes."), ("ru", "24 ошибки, 2 причины."), ("sl", "24 težav, 2 vzroka.")],
)
def test_a_post_that_is_gone_is_one_matter(call: Call, kit: Path, language: str, total: str) -> None:
    for number in range(12):
        job = f"kind: job-description\nid: aide-{number}\ntitle: Aide\neffective: 2026-03-01\npurpose: Helps.\n"
        text = job + "reports_to: dispatcher\nreplaced_by: forwarder\n"
        (kit / f"standards/jobs/aide-{number}.yml").write_text(text, encoding="utf-8")
    called = call("check", "--language", language, "--select", "PK104", folder=kit)
    assert called.status == 1
    first = [line for line in called.out.splitlines() if line.startswith("standards/") and "PK104" in line]
    assert len(first) == 2
    assert called.out.count("      standards/jobs/aide-7.yml:6:13 PK104\n") == 1
    assert called.out.count("PK104") == 24, "who searches the text finds every place"
    assert called.out.rstrip().splitlines()[-1].startswith(total)
    built = call("build", "--language", language, "--out", kit / "out", folder=kit)
    assert built.status == 1
    assert built.err.count("PK104") == 24
    rows = json.loads(call("check", "--format", "json", "--select", "PK104", folder=kit).out)["problems"]
    assert len(rows) == 24
    github = call("check", "--format", "github", "--select", "PK104", folder=kit).out
    assert github.count("::error file=standards/jobs/aide-") == 24
