"""Signing: who has signed what, who owes what, tables of signatures taken over, and people forgotten."""

from pathlib import Path

import pytest

from policy_kit.actions.forgetting import forget_person
from policy_kit.actions.importing import import_signatures
from policy_kit.actions.signatures import SignatureRow, list_signatures
from policy_kit.actions.signing import sign_document
from policy_kit.errors import PolicyKitError, UsageError
from tests.actions.records import CLERK, TODAY, edit, list_codes, load, make_kit, release, sign

TABLE = "who,document,release,date\n"


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    folder = make_kit(tmp_path / "kit")
    release(folder)
    return folder


def list_rows(kit: Path) -> dict[str, SignatureRow]:
    return {row.person: row for each in list_signatures(load(kit), TODAY) for row in each.rows}


def tell(kit: Path) -> dict[str, str]:
    return {person: row.standing for person, row in list_rows(kit).items()}


def release_again(kit: Path, *, editorial: bool) -> None:
    if editorial:
        edit(kit, "politely", "with courtesy")
    else:
        edit(kit, "2 days", "1 day")
        edit(kit, "2026-01-01", "2026-07-01")
    release(kit, by="director=2026-05-20", editorial=editorial)


def test_holders_of_a_post_owe_a_signature_until_they_have_signed(kit: Path) -> None:
    assert tell(kit) == {"ana-novak": "owed", "boris-kos": "owed"}
    sign(kit, " ana  NOVAK")
    assert tell(kit) == {"ana-novak": "signed", "boris-kos": "owed"}


def test_a_signature_outlives_a_change_of_wording_and_lapses_with_one_that_matters(kit: Path) -> None:
    sign(kit, "ana-novak")
    release_again(kit, editorial=True)
    assert tell(kit)["ana-novak"] == "signed"
    release_again(kit, editorial=False)
    row = list_rows(kit)["ana-novak"]
    assert row.standing == "lapsed"
    assert [each.number for each in row.since] == [3]
    sign(kit, "ana-novak")
    assert tell(kit)["ana-novak"] == "signed"
    assert len(load(kit).signatures) == 2


def test_signing_twice_is_signing_once(kit: Path) -> None:
    for _ in range(2):
        sign(kit, "boris-kos")
    assert len(load(kit).signatures) == 1


def test_only_a_released_text_is_signed(kit: Path) -> None:
    with pytest.raises(PolicyKitError, match="never released"):
        sign(kit, "ana-novak", "letters")
    edit(kit, "politely", "briefly")
    with pytest.raises(PolicyKitError, match="changed since release 1"):
        sign(kit, "ana-novak")


@pytest.mark.parametrize(
    ("person", "said"), [("ana-novac", "Did you mean ana-novak"), ("", "who signs"), ("x\0", "who")]
)
def test_somebody_unknown_signs_nothing(kit: Path, person: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        sign(kit, person)


def test_two_of_the_same_name_are_told_apart_by_their_ids(kit: Path) -> None:
    edit(kit, "Boris Kos", "Ana Novak", "standards/people.yml")
    with pytest.raises(UsageError, match="ana-novak, boris-kos"):
        sign(kit, "Ana Novak")


def test_without_a_list_of_people_names_are_taken_as_they_are(kit: Path) -> None:
    (kit / "standards/people.yml").unlink()
    sign(kit, "Жанна Ё’Нил")
    (row,) = list_rows(kit).values()
    assert (row.name, row.standing, row.expected) == ("Жанна Ё’Нил", "signed", False)
    assert list_codes(kit) == []


def test_a_signature_has_its_day(kit: Path) -> None:
    signed = sign_document(load(kit), "clerk", person="ana-novak", signed_on="2.3.2026", today=TODAY)
    assert signed.signature.signed_on.isoformat() == "2026-03-02"
    with pytest.raises(UsageError, match="still to come"):
        sign_document(load(kit), "clerk", person="boris-kos", signed_on="2026-06-02", today=TODAY)


@pytest.mark.parametrize(
    "table",
    [
        TABLE + "ana-novak,clerk,1,2026-03-02\nBoris Kos,Clerk,1,2026-03-02\nВера Лис,clerk,1,2026-03-02\n",
        "Кто;Документ;Редакция;Дата\nAna Novak;clerk;1;2.3.2026\n"
        "boris-kos;clerk;1;02.03.2026\nВера Лис;clerk;1;2.3.2026",
        "date\tperson\trelease\tdocument\n2. 3. 2026\tana-novak\t1\tjob-description/clerk\n"
        "2.3.2026\tboris-kos\t01\tclerk\n2.3.2026\tvera\t1\tclerk\n",
        "sep=;\r\nana-novak;clerk;1;2.3.2026\r\n\r\n;;;\r\nboris-kos;clerk;1;2.3.2026\r\nвера лис;clerk;1;2.3.2026\r\n",
    ],
    ids=["commas", "semicolons", "tabs", "excel"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_a_table_is_taken_over_however_it_was_saved(kit: Path, tmp_path: Path, table: str, encoding: str) -> None:
    file = tmp_path / "signed.csv"
    file.write_bytes(table.encode(encoding))
    imported = import_signatures(load(kit), file, TODAY)
    assert (imported.added, imported.known, imported.bad) == (3, 0, ())
    assert {row.signature.signed_on.isoformat() for row in list_rows(kit).values() if row.signature} == {"2026-03-02"}
    again = import_signatures(load(kit), file, TODAY)
    assert (again.added, again.known, again.bad) == (0, 3, ())
    assert list_codes(kit) == []


def test_slovenian_windows_is_read_by_the_names(kit: Path, tmp_path: Path) -> None:
    edit(kit, "Ana Novak", "Špela Žnidaršič", "standards/people.yml")
    (tmp_path / "signed.csv").write_bytes((TABLE + "Špela Žnidaršič,clerk,1,2.3.2026\n").encode("cp1250"))
    assert import_signatures(load(kit), tmp_path / "signed.csv", TODAY).added == 1


def test_bad_rows_are_told_by_line_and_good_ones_are_kept(kit: Path, tmp_path: Path) -> None:
    rows = [
        "ana-novak,clerk,1,2026-03-02",
        "nobody,clerk,1,2026-03-02",
        "ana-novak,clark,1,2026-03-02",
        "ana-novak,clerk,2,2026-03-02",
        "ana-novak,clerk,one,2026-03-02",
        "ana-novak,clerk,1,31.2.2026",
        "ana-novak,clerk,1,2026-06-02",
        "ana-novak,clerk",
        "boris-kos,clerk,1,2026-03-03",
        "boris-kos,clerk,1,2026-03-03",
    ]
    (tmp_path / "signed.csv").write_text(TABLE + "\n".join(rows))
    imported = import_signatures(load(kit), tmp_path / "signed.csv", TODAY)
    assert (imported.added, imported.known) == (2, 1)
    assert [bad.line for bad in imported.bad] == [3, 4, 5, 6, 7, 8, 9]
    assert "“clerk” never had a release 2" in imported.bad[2].reason


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xff\xfe\x00", b'"' + b"x" * 200_000])
def test_what_is_no_table_is_said_in_a_sentence(kit: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "signed.csv").write_bytes(content)
    with pytest.raises(UsageError, match="no table"):
        import_signatures(load(kit), tmp_path / "signed.csv", TODAY)


def test_a_person_is_forgotten_and_the_count_is_kept(kit: Path) -> None:
    sign(kit, "ana-novak")
    sign(kit, "boris-kos")
    edit(kit, "politely", "with courtesy")
    release(kit, by="Ana Novak=2026-05-20", editorial=True)
    forgotten = forget_person(load(kit), "ana novak")
    assert (forgotten.name, forgotten.signatures, forgotten.places) == ("Ana Novak", 1, ())
    texts = {path: path.read_text() for path in kit.rglob("*") if path.is_file() and ".policy-kit" not in path.parts}
    for path, text in texts.items():
        assert "novak" not in f"{path.name} {text}".casefold(), path
    assert "# Boris came later." in texts[kit / "standards/people.yml"]
    assert sorted(tell(kit).values()) == ["signed", "signed"]
    assert list_codes(kit) == []
    forget_person(load(kit), "boris-kos")
    assert {signature.person for signature in load(kit).signatures} == {"forgotten-1", "forgotten-2"}
    assert list_codes(kit) == []


def test_where_a_name_still_stands_is_told(kit: Path) -> None:
    edit(kit, "Writes clearly", "Asks Ana Novak, writes clearly")
    assert forget_person(load(kit), "ana-novak").places == (f"{CLERK}:10",)


def test_the_last_on_the_list_takes_it_along(kit: Path) -> None:
    for person in ("ana-novak", "boris-kos", "vera"):
        forget_person(load(kit), person)
    assert not (kit / "standards/people.yml").exists()


@pytest.mark.parametrize(
    "people",
    [
        "kind: people\npeople: [{id: ana-novak, name: A}, {id: b, name: B}, {id: c, name: C}]\n",
        "kind: people\npeople: [{id: b, name: B}, {id: c, name: C}, {id: ana-novak, name: A}]",
        "people:\n- id: b\n  name: B\n- name: A\n  id: ana-novak\n- id: c\n  name: C\nkind: people\n",
        "people:\n- {id: b, name: B}\n- {id: c, name: C}\n- name: |\n    A\n  id: ana-novak\n\nkind: people\n",
        "{kind: people, people: [{id: ana-novak, name: A}, {id: b, name: B}, {id: c, name: C}]}\n",
    ],
)
def test_a_list_of_people_may_be_written_in_any_way(kit: Path, people: str) -> None:
    (kit / "standards/people.yml").write_text(people)
    forget_person(load(kit), "ana-novak")
    listed = load(kit).people
    assert listed
    assert [person.id for person in listed.people] == ["b", "c"]


def test_nobody_is_forgotten_by_mistake(kit: Path) -> None:
    with pytest.raises(UsageError, match="Did you mean Ana Novak"):
        forget_person(load(kit), "Ana Novac")
