"""Every edit of a record, a kept text, a signature or a released document is noticed, by one problem at its place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.actions.records import CLERK, PEOPLE, edit, list_codes, list_warnings, load, make_kit, release, sign

RECORD = "standards/records/clerk.yml"
TEXT = "standards/records/clerk/1.json"
SIGNATURE = "standards/records/signatures/clerk/1.ana-novak.yml"
CURRENT = "standards/records/signatures/clerk/2.ana-novak.yml"


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """Two releases of a job description; everybody has signed the current one."""
    folder = make_kit(tmp_path / "kit")
    release(folder)
    sign(folder, "ana-novak")
    edit(folder, "2 days", "1 day")
    edit(folder, "2026-01-01", "2026-07-01")
    release(folder, by="director=2026-05-20")
    for person in ("ana-novak", "boris-kos"):
        sign(folder, person)
    return folder


def test_a_kit_whose_records_are_whole_has_no_problem(kit: Path) -> None:
    assert list_codes(kit) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("politely", "briefly", "PK400"),
        ("2026-07-01", "2026-06-30", "PK400"),
        ("id: letters", "id: letter", "PK400"),
        ("  - Writes", "  - Reads aloud.\n  - Writes", "PK400"),
        ("skills:\n  - Writes clearly and politely.\n", "", "PK400"),
    ],
)
def test_a_released_text_that_was_edited(kit: Path, old: str, new: str, code: str) -> None:
    edit(kit, old, new)
    assert list_codes(kit) == [code]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Clerk", "title: 'Clerk'"),
        ("title: Clerk", "# a comment\ntitle: Clerk   "),
        ("title: Clerk\n", ""),
        ("  - Writes clearly and politely.", "  - >-\n    Writes clearly\n    and politely."),
    ],
)
def test_another_way_of_writing_is_no_edit(kit: Path, old: str, new: str) -> None:
    edit(kit, old, new)
    if not new:
        (kit / CLERK).write_text("\ufefftitle: Clerk\r\n" + (kit / CLERK).read_text())
    assert list_codes(kit) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("role: director", "role: clerk", "PK402"),
        ("approved_on: 2025-12-20", "approved_on: 2025-12-19", "PK402"),
        ("nature: substantive", "nature: editorial", "PK402"),
        ("summary: Letters", "summary: All letters", "PK402"),
        ("effective: 2026-01-01", "effective: 2026-02-01", "PK402"),
        ("hash: ", "hash: a", "PK402"),
        ("seal: ", "seal: a", "PK402"),
        ("number: 2", "number: 3", "PK403"),
        ("number: 1", "number: 0", "PK403"),
        ("document: clerk", "document: clark", "PK402"),
    ],
)
def test_a_record_that_was_edited(kit: Path, old: str, new: str, code: str) -> None:
    text = (kit / RECORD).read_text()
    assert old in text
    (kit / RECORD).write_text(text.replace(old, new, 1))
    found = list_codes(kit)
    assert code in found
    if old != "document: clerk":
        assert found == [code]


def cut_first(text: str) -> str:
    head, _, entries = text.partition("  - number: 1")
    return head + "  - number: 2" + entries.partition("  - number: 2")[2]


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (cut_first, ["PK403"]),
        (lambda text: text.partition("  - number: 2")[0], ["PK406", "PK400", "PK409"]),
    ],
)
def test_a_record_that_was_cut(kit: Path, change: Callable[[str], str], codes: list[str]) -> None:
    (kit / RECORD).write_text(change((kit / RECORD).read_text()))
    assert set(list_codes(kit)) - {"PK411", "PK412"} == set(codes)


@pytest.mark.parametrize(
    ("path", "codes"),
    [(RECORD, {"PK406", "PK409"}), (TEXT, {"PK404"}), (CLERK, {"PK407", "PK104", "PK110"})],
)
def test_a_file_that_is_gone(kit: Path, path: str, codes: set[str]) -> None:
    (kit / path).unlink()
    assert set(list_codes(kit)) == codes


@pytest.mark.parametrize("content", ["", "{}", "[", "\ufeff", "[" * 100_000, "\0", '{"until": 5}'])
def test_a_kept_text_that_was_altered(kit: Path, content: str) -> None:
    (kit / TEXT).write_text(content)
    assert list_codes(kit) == ["PK405"]


def test_a_kept_text_may_end_with_a_line_end(kit: Path) -> None:
    with (kit / TEXT).open("ab") as file:
        file.write(b"\r\n")
    assert list_codes(kit) == []


def test_a_document_that_holds_no_longer_may_go(kit: Path) -> None:
    edit(kit, "title: Clerk", "until: 2026-05-31\ntitle: Clerk")
    edit(kit, "2026-07-01", "2026-05-21")
    release(kit, by="director=2026-05-20")
    edit(kit, "roles: [clerk]", "roles: []", "standards/people.yml")
    edit(kit, "owner: clerk", "owner: office", "standards/service/letters.yml")
    (kit / "standards/jobs/office.yml").write_text((kit / CLERK).read_text().replace("id: clerk", "id: office"))
    (kit / CLERK).unlink()
    assert list_codes(kit) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("release: 1", "release: 2", "PK409"),
        ("release: 1", "release: 9", "PK409"),
        ("document: clerk", "document: director", "PK409"),
        ("hash: ", "hash: f", "PK409"),
        ("person: ana-novak", "person: ana", "PK416"),
        ("person: ana-novak", "person: forgotten-1", "PK416"),
        ("signed_on: 2026-06-01", "signed_on: 2026-06-02", "PK416"),
        ("signed_on: 2026-06-01", "signed_on: 2026-05-01", "PK416"),
        ("seal: ", "# seal: ", "PK034"),
        ("kind: signature", "# A remark.\nkind: signature", ""),
    ],
)
def test_a_signature_that_was_edited(kit: Path, old: str, new: str, code: str) -> None:
    edit(kit, old, new, SIGNATURE)
    assert list_codes(kit) == [code] * bool(code)


def test_a_signature_that_was_edited_counts_for_nothing(kit: Path) -> None:
    edit(kit, "person: ana-novak", "person: vera", CURRENT)
    assert list_codes(kit) == ["PK416", "PK412"]
    (kit / CURRENT).unlink()
    sign(kit, "ana-novak")
    assert list_codes(kit) == []


@pytest.mark.parametrize("name", ["2.vera.yml", "copy of 2.ana-novak.yml", "1.ana-novak (2).yml"])
def test_a_copy_of_a_signature_is_noticed(kit: Path, name: str) -> None:
    (kit / CURRENT).with_name(name).write_bytes((kit / CURRENT).read_bytes())
    assert list_codes(kit) == ["PK417"]


def test_who_owes_a_signature_is_a_warning_and_no_problem(kit: Path) -> None:
    for path in (kit / "standards/records/signatures/clerk").glob("2.*"):
        path.unlink()
    loaded = load(kit)
    assert loaded.problems == ()
    assert [(problem.code, problem.message) for problem in list_warnings(loaded)] == [
        ("PK411", "1 person has not signed release 2 yet: Boris Kos."),
        ("PK412", "1 person has signed only an earlier text and must sign release 2: Ana Novak."),
    ]


@pytest.mark.parametrize(
    ("people", "codes"),
    [
        (PEOPLE.replace("name: Boris Kos,", "name: Boris Kos, until: 2026-05-31,"), []),
        (PEOPLE.replace("name: Boris Kos,", "name: Boris Kos, until: 2026-06-01,"), ["PK411"]),
        (PEOPLE.replace("name: Boris Kos,", "name: Boris Kos, since: 2026-06-02,"), []),
        (PEOPLE.replace("name: Boris Kos, roles: [clerk]", "name: Boris Kos, roles: [clrk]"), ["PK104"]),
        (PEOPLE.replace("id: boris-kos", "id: ana-novak"), ["PK103"]),
    ],
)
def test_only_who_works_here_owes_a_signature(kit: Path, people: str, codes: list[str]) -> None:
    for path in (kit / "standards/records/signatures/clerk").glob("*.boris-kos.yml"):
        path.unlink()
    (kit / "standards/people.yml").write_text(people, encoding="utf-8")
    assert list_codes(kit) == codes


def test_a_document_says_who_signs_it(kit: Path) -> None:
    edit(kit, "owner: clerk", "owner: clerk\nsigned_by: all", "standards/service/letters.yml")
    release(kit, "letters")
    assert [warning.message for warning in list_warnings(load(kit))] == [
        "3 people have not signed release 1 yet: Ana Novak, Boris Kos, Вера Лис."
    ]
    edit(kit, "signed_by: all", "signed_by: [director, nobody]", "standards/service/letters.yml")
    assert set(list_codes(kit)) == {"PK104", "PK400", "PK411"}


def test_a_kit_without_records_is_told_nothing_of_them(tmp_path: Path) -> None:
    assert list_codes(make_kit(tmp_path)) == []
