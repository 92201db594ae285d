"""Exporting a release: the text as it was approved, whatever stands in the file today."""

import json
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from policy_kit import load_kit
from policy_kit.actions.exporting import PRINTED, export_document
from policy_kit.documents import Answers, InForce, Questionnaire
from policy_kit.errors import PolicyKitError, UsageError
from policy_kit.handbook.papers import FORMATS as PAPER_FORMATS
from policy_kit.kit.hashing import canonicalise, hash_values
from policy_kit.languages import load_phrases
from tests.handbook.papers.papers import read_pages
from tests.kit.kits import write_files

COMPANY = """\
kind: company
name: Lipa
languages: [sl, en]
roles:
  - {id: director, title: {sl: Direktorica, en: Director}}
"""
TEXTS = ("Opens the mail by nine.", "Opens the mail by ten.")


def write_job(folder: Path, text: str) -> None:
    """Today's text of the job description."""
    (folder / "standards/jobs/clerk.yml").write_text(json.dumps(make_job(text)), encoding="utf-8")


def make_job(text: str) -> dict[str, Any]:
    title = {"sl": "Tajnica", "en": "Clerk"}
    duties = [{"id": "mail", "text": text}]
    common = {"kind": "job-description", "id": "clerk", "effective": "2026-01-01", "purpose": "Mail."}
    return {**common, "title": title, "duties": duties}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A kit whose job description was released twice; today's text is that of the second release."""
    (tmp_path / "standards/jobs").mkdir(parents=True)
    (tmp_path / "standards/company.yml").write_text(COMPANY, encoding="utf-8")
    write_job(tmp_path, TEXTS[1])
    texts = tmp_path / "standards/records/clerk"
    texts.mkdir(parents=True)
    releases = []
    for number, text in enumerate(TEXTS, start=1):
        (texts / f"{number}.json").write_text(canonicalise(make_job(text)), encoding="utf-8")
        approvals = [{"role": "director", "approved_on": f"2026-0{number}-01"}]
        summary = {"sl": f"Sprememba {number}.", "en": f"Change {number}."}
        release: dict[str, Any] = {"number": number, "nature": "substantive", "summary": summary}
        dates = {"effective": f"2026-0{number}-15", "released_on": f"2026-0{number}-02"}
        releases.append(
            {**release, **dates, "approvals": approvals, "hash": hash_values(make_job(text)), "seal": "none"}
        )
    record = {"kind": "record", "document": "clerk", "document_kind": "job-description", "releases": releases}
    (tmp_path / "standards/records/clerk.yml").write_text(json.dumps(record), encoding="utf-8")
    return tmp_path


def export(folder: Path, **settings: Any) -> str:
    exported = export_document(load_kit(folder, "en", date(2026, 6, 1)), "clerk", "md", **settings)
    return exported.content.decode()


def test_every_kind_can_be_printed_in_every_format(tmp_path: Path) -> None:
    examples = load_phrases("en").find("examples")
    files = {path: text for kind in examples.values() for path, text in kind.items()}
    kit = load_kit(write_files(tmp_path, files), "en", date(2026, 6, 1))
    assert kit.problems == ()
    printed = [file for file in kit.files if isinstance(file.document, InForce | Questionnaire)]
    assert {type(file.document) for file in printed} >= set(PRINTED) - {Answers}
    for file, format in product(printed, PAPER_FORMATS):
        assert export_document(kit, file.path, format, "en").content


def test_todays_text_is_that_of_the_last_release(folder: Path) -> None:
    paper = export(folder, language="en")
    digits = hash_values(make_job(TEXTS[1]))[:12]
    assert TEXTS[1] in paper
    assert f"Release 2 · {digits}" in paper
    assert "Change 2." in paper
    assert "In force since 15 February 2026" in paper
    assert "| Director | 1 February 2026 |" in paper


def test_a_text_that_has_changed_since_says_so(folder: Path) -> None:
    write_job(folder, "Opens the mail at noon.")
    paper = export(folder)
    assert "Opens the mail at noon." in paper
    assert "Spremenjeno po izdaji 2; tega ni podpisal še nihče" in paper
    assert "Sprememba 2." not in paper


def test_an_earlier_release_is_printed_from_its_kept_text(folder: Path) -> None:
    exported = export_document(load_kit(folder), "clerk", "pdf", "en", release=1)
    assert exported.name == "clerk-en-release-1.pdf"
    text = " ".join(read_pages(exported.content))
    assert TEXTS[0] in text
    assert TEXTS[1] not in text
    assert "Release 1; release 2 has followed" in text


@pytest.mark.parametrize(("release", "words"), [(3, "1, 2"), (7, "7")])
def test_a_release_that_never_was_is_refused(folder: Path, release: int, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        export(folder, release=release)
    (folder / "standards/records/clerk.yml").unlink()
    with pytest.raises(UsageError, match="never released"):
        export(folder, release=1)


@pytest.mark.parametrize("text", [None, "", "{}", "[", canonicalise(make_job("Opens nothing."))])
def test_a_kept_text_that_is_not_what_was_released_is_refused(folder: Path, text: str | None) -> None:
    kept = folder / "standards/records/clerk/1.json"
    kept.unlink() if text is None else kept.write_text(text, encoding="utf-8")
    with pytest.raises(PolicyKitError, match="not what was released"):
        export(folder, release=1)
