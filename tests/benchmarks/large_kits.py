"""Kits of any size for the benchmarks: as many standards and job descriptions as there shall be pages."""

import json
from pathlib import Path
from typing import Any

WORDS = (
    "The clerk on duty writes the complaint into the register within two hours and tells the client the number, the"
    " name of the person who will answer and the day by which the answer comes. Whoever takes the call hears the client"
    " out, writes down what happened and what the client expects, and hands the note to the office the same day."
)


def write_kit(folder: Path, pages: int, languages: tuple[str, ...] = ("en",)) -> Path:
    """A kit whose handbook has about `pages` pages in each language; YAML reads JSON, too."""

    def text(words: str) -> dict[str, str]:
        return {language: f"{words} ({language})" if language != "en" else words for language in languages}

    _write(folder, "company", {"kind": "company", "name": "Large", "languages": list(languages)})
    jobs = max(pages // 5, 1)
    for number in range(jobs):
        _write(folder, f"jobs/job-{number}", _make_job(number, text))
    for number in range(pages - 2 * jobs):  # each job has a pack of its own
        _write(folder, f"service/standard-{number}", _make_standard(number, jobs, text))
    return folder


def _make_job(number: int, text: Any) -> dict[str, Any]:
    return {
        "kind": "job-description",
        "id": f"job-{number}",
        "title": text(f"Post {number}"),
        "effective": "2026-03-01",
        "reports_to": f"job-{number // 8}" if number else None,
        "purpose": text(WORDS),
        "duties": [{"id": f"duty-{at}", "text": text(f"{at} {WORDS}")} for at in range(5)],
        "knowledge": [text(WORDS)],
    }


def _make_standard(number: int, jobs: int, text: Any) -> dict[str, Any]:
    who = f"job-{number % jobs}"
    return {
        "kind": "standard",
        "id": f"standard-{number}",
        "title": text(f"Standard {number}"),
        "effective": "2026-03-01",
        "owner": who,
        "statement": text(f"{number} {WORDS}"),
        "steps": [
            {"id": f"step-{at}", "do": text(WORDS[:90]), "who": who, "within": text("2 hours")} for at in range(4)
        ],
        "measure": {"what": text("Answers in time"), "target": 95, "unit": "percent", "every": "month"},
    }


def _write(folder: Path, name: str, document: dict[str, Any]) -> None:
    path = folder / "standards" / f"{name}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    sound = {key: value for key, value in document.items() if value is not None}
    path.write_text(json.dumps(sound, ensure_ascii=False, indent=1), encoding="utf-8")
