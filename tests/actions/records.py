"""A small kit with people, released and signed by our own commands, for the tests of releases and signatures."""

from datetime import date
from pathlib import Path

from policy_kit.actions.locating import load_kit
from policy_kit.actions.releasing import release_document
from policy_kit.actions.signing import sign_document
from policy_kit.kit import Kit, Problem
from tests.kit.kits import COMPANY, JOB, STANDARD, write_files

GAPS = "PK14"
TODAY = date(2026, 6, 1)
CLERK = "standards/jobs/clerk.yml"
LETTERS = "standards/service/letters.yml"
PEOPLE = """\
kind: people
people:
  - id: ana-novak
    name: Ana Novak
    roles: [clerk]
  # Boris came later.
  - {id: boris-kos, name: Boris Kos, roles: [clerk]}
  - id: vera
    name: Вера Лис
    roles: [director]
"""
DUTIES = """\
duties:
  - id: letters
    text: Answers letters within 2 days.
skills:
  - Writes clearly and politely.
"""
FILES = {
    "standards/company.yml": COMPANY,
    "standards/people.yml": PEOPLE,
    CLERK: JOB + DUTIES,
    LETTERS: STANDARD,
}


def make_kit(folder: Path, **files: str) -> Path:
    """The kit on the disk, with some of its files replaced."""
    return write_files(folder, {**FILES, **files})


def load(folder: Path) -> Kit:
    return load_kit(folder, "en", TODAY)


def release(folder: Path, name: str = "clerk", *, by: str = "director=2025-12-20", editorial: bool = False) -> None:
    summary = "Letters within a day."
    release_document(load(folder), name, summary=summary, approved_by=[by], editorial=editorial, today=TODAY)


def sign(folder: Path, person: str, name: str = "clerk") -> None:
    sign_document(load(folder), name, person=person, today=TODAY)


def edit(folder: Path, old: str, new: str, file: str = CLERK) -> None:
    """Change words in a file, as a careful editor does: whoever is killed at it leaves the old text or the new one."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    beside = folder / ".edited"
    beside.write_text(text.replace(old, new), encoding="utf-8")
    beside.replace(path)


def list_codes(folder: Path) -> list[str]:
    """All that a check tells, warnings too; the gaps between so few documents are no matter here."""
    kit = load(folder)
    return [problem.code for problem in (*kit.problems, *list_warnings(kit))]


def list_warnings(kit: Kit) -> list[Problem]:
    """What waits for people."""
    return [warning for warning in kit.warnings if not warning.code.startswith(GAPS)]
