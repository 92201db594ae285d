"""Small kits for the tests: written to disk as `{path: text}`, loaded, and told as codes."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from policy_kit.kit import Kit, load_kit

TODAY = date(2026, 6, 1)

COMPANY = "kind: company\nname: Acme\nlanguages: [en, ru, sl]\nroles:\n  - {id: director, title: Director}\n"
JOB = """\
kind: job-description
id: clerk
title: Clerk
effective: 2026-01-01
purpose: Answers clients.
"""
STANDARD = """\
kind: standard
id: letters
title: Letters
effective: 2026-01-01
owner: clerk
statement: Every letter is answered the same day.
"""
FILES: Mapping[str, str] = {
    "standards/company.yml": COMPANY,
    "standards/jobs/clerk.yml": JOB,
    "standards/service/letters.yml": STANDARD,
}


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files into a folder, exactly as they are given."""
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return folder


def load_files(folder: Path, files: Mapping[str, str | bytes], language: str | None = "en") -> Kit:
    """A kit of a company, a clerk and a standard for letters, with `files` laid over it."""
    return load_kit(write_files(folder, {**FILES, **files}), language, TODAY)


def list_codes(kit: Kit) -> list[str]:
    """The codes of its problems, in order."""
    return [problem.code for problem in kit.problems]
