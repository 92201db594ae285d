"""The result of a check for programs: JSON, GitHub's annotations, SARIF 2.1.0, JUnit's XML."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

from policy_kit import __version__
from policy_kit.actions.checking import Check
from policy_kit.actions.comparing import Fall
from policy_kit.actions.explaining import explain_code
from policy_kit.actions.scores import AnswerScore
from policy_kit.cli.report import list_failures
from policy_kit.cli.screen import make_visible
from policy_kit.kit import Place, Problem
from policy_kit.languages import Phrases

Row = dict[str, object]

UNFIT_FOR_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_json(check: Check, _: Phrases) -> str:
    """Problems, findings and scores as one JSON object."""
    data = {
        "problems": [_describe(problem) for problem in check.problems],
        "warnings": [_describe(warning) for warning in check.warnings],
        "accepted": [_describe(each) for each in check.accepted],
        "findings": [_describe(finding) for finding in check.findings],
        "scores": [_describe_score(each, each in check.too_low) for each in check.scores],
        "fell": [_describe_fall(fall) for fall in check.fell],
        "passed": check.passed,
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def render_github(check: Check, phrases: Phrases) -> str:
    """Workflow commands with which GitHub marks the lines of a pull request."""

    def escape(text: str) -> str:
        return make_visible(text).replace("%", "%25").replace("\n", "%0A")

    def escape_property(text: str) -> str:
        return escape(text).replace(":", "%3A").replace(",", "%2C")

    rows = [(row.severity, row.place, row.code, _sentence(row)) for row in _rows(check)]
    rows += [("error", place, "policy-kit", sentence) for place, sentence in list_failures(check, phrases)]
    return "\n".join(
        f"::{severity} file={escape_property(place.file)},line={place.line},col={place.column},"
        f"title={title}::{escape(sentence)}"
        for severity, place, title, sentence in rows
    )


def render_sarif(check: Check, phrases: Phrases) -> str:
    """SARIF 2.1.0 (OASIS), which code hosts and editors read."""
    language = check.kit.language
    codes = sorted({row.code for row in _rows(check)})
    rules = [
        {"id": code, "shortDescription": {"text": explanation.title}, "help": {"text": explanation.why}}
        for code in codes
        for explanation in [explain_code(code, language)]
    ]
    tool = {"driver": {"name": "policy-kit", "version": __version__, "rules": rules}}
    results = [
        _sarif_result(row.place, row.severity, _sentence(row))
        | {"ruleId": row.code, "ruleIndex": codes.index(row.code)}
        for row in _rows(check)
    ]
    results += [_sarif_result(place, "error", sentence) for place, sentence in list_failures(check, phrases)]
    run = {"tool": tool, "columnKind": "unicodeCodePoints", "results": results}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def render_junit(check: Check, phrases: Phrases) -> str:
    """JUnit's XML: a test case per file of the kit; problems are failures, all else is told in its output."""
    failures = [*list_failures(check, phrases)]
    places = [row.place for row in _rows(check)] + [place for place, _ in failures]
    files = sorted({file.path for file in check.kit.files} | {place.file for place in places})
    suite = ElementTree.Element("testsuite", name="policy-kit", tests=str(len(files)))
    failed = 0
    for file in files:
        case = ElementTree.SubElement(suite, "testcase", classname="policy-kit", name=_fit_for_xml(file))
        problems = [_fit_for_xml(str(row)) for row in check.problems if row.place.file == file]
        problems += [_fit_for_xml(f"{place} {sentence}") for place, sentence in failures if place.file == file]
        advice = (*check.warnings, *check.findings)
        findings = [_fit_for_xml(str(row)) for row in advice if row.place.file == file]
        if problems:
            failed += 1
            ElementTree.SubElement(case, "failure", message=problems[0]).text = "\n".join(problems)
        if findings:
            ElementTree.SubElement(case, "system-out").text = "\n".join(findings)
    suite.set("failures", str(failed))
    return ElementTree.tostring(suite, encoding="unicode", xml_declaration=False)


RENDERERS: dict[str, Callable[[Check, Phrases], str]] = {
    "json": render_json,
    "github": render_github,
    "sarif": render_sarif,
    "junit": render_junit,
}


def _rows(check: Check) -> Iterator[Problem]:
    yield from check.problems
    yield from check.warnings
    yield from check.findings


def _sentence(row: Problem) -> str:
    return f"{row.message} {row.help}".strip()


def _describe(row: Problem) -> Row:
    return {
        "file": row.place.file,
        "line": row.place.line,
        "column": row.place.column,
        "code": row.code,
        "message": row.message,
        "help": row.help,
        "severity": row.severity,
    }


def _describe_score(each: AnswerScore, is_too_low: bool) -> Row:
    return {
        "file": each.file.path,
        "questionnaire": each.questionnaire,
        "question": each.question.id,
        "language": each.language,
        "score": each.score.score,
        "verdict": each.score.verdict,
        "next_step": each.score.next_step,
        "too_low": is_too_low,
    }


def _describe_fall(fall: Fall) -> Row:
    return {
        "file": fall.place.file,
        "line": fall.place.line,
        "questionnaire": fall.questionnaire,
        "question": fall.question,
        "language": fall.language,
        "before": fall.before,
        "now": fall.now,
    }


def _sarif_result(place: Place, level: str, sentence: str) -> dict[str, Any]:
    region = {"startLine": place.line, "startColumn": place.column}
    location = {"artifactLocation": {"uri": quote(place.file)}, "region": region}
    return {"level": level, "message": {"text": sentence}, "locations": [{"physicalLocation": location}]}


def _fit_for_xml(text: str) -> str:
    return UNFIT_FOR_XML.sub("\ufffd", text)
