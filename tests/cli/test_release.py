"""`release`, `sign` and `signatures` as an HR person calls them, from the first release to who owes what."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.actions.records import CLERK, edit, make_kit
from tests.cli.conftest import Call


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    return make_kit(tmp_path / "kit")


def run(call: Call, kit: Path, *arguments: str, status: int = 0) -> str:
    called = call(*arguments, "--language", "en", folder=kit)
    assert called.status == status, called
    return called.out if status == 0 else called.err


RELEASE = ("release", "clerk", "--approved-by", "director=2025-12-20")


def test_from_the_first_release_to_who_owes_a_signature(call: Call, kit: Path) -> None:
    assert "never released" in run(call, kit, "sign", "clerk", "--person", "ana-novak", status=1)
    told = run(call, kit, *RELEASE, "--summary", "First release.")
    assert told == "Released: Clerk, release 1. It holds from 1 January 2026.\n2 people must sign it.\n"
    assert run(call, kit, "sign", "clerk", "--person", "Ana Novak", "--on", "2026-01-03") == (
        "Ana Novak has signed Clerk, release 1, on 3 January 2026.\n"
    )
    edit(kit, "2 days", "1 day")
    changed = call("check", "--language", "en", folder=kit)
    assert changed.status == 1
    assert "“clerk” has changed since release 1; nobody has signed this text." in changed.out
    assert "changed since release 1; nobody has signed this" in run(call, kit, "signatures")
    edit(kit, "2026-01-01", "2026-02-01")
    told = run(call, kit, *RELEASE, "--summary", "Letters within a day.")
    assert "1 signature has lapsed with it." in told
    told = run(call, kit, "signatures")
    assert "lapsed  Ana Novak · release 1, 3 January 2026 · since then: Letters within a day." in told
    assert "Answers letters within 2 days. → Answers letters within 1 day." in told
    assert "owed    Boris Kos" in told
    assert "2 people owe a signature." in told


def test_summaries_may_be_given_in_several_languages(call: Call, kit: Path) -> None:
    run(call, kit, *RELEASE, "--summary", "en: First.", "--summary", "sl: Prva: izdaja.")
    assert '      en: First.\n      sl: "Prva: izdaja."\n' in (kit / "standards/records/clerk.yml").read_text()
    edit(kit, "politely", "briefly")
    assert "once in each language" in run(call, kit, *RELEASE, "--summary", "a", "--summary", "b", status=2)


def test_a_spreadsheet_never_calculates_with_what_people_are_called(call: Call, kit: Path) -> None:
    edit(kit, "name: Ana Novak", 'name: "=HYPERLINK(\\"x\\")"', "standards/people.yml")
    edit(kit, "name: Boris Kos", 'name: "-2+3"', "standards/people.yml")
    run(call, kit, *RELEASE, "--summary", "First.")
    rows = [*csv.DictReader(io.StringIO(run(call, kit, "signatures", "--format", "csv")))]
    assert [row["Name"] for row in rows] == ['\'=HYPERLINK("x")', "'-2+3"]
    assert [row["Standing"] for row in rows] == ["owed", "owed"]


def test_what_is_exported_can_be_imported(call: Call, kit: Path) -> None:
    run(call, kit, *RELEASE, "--summary", "First.")
    run(call, kit, "sign", "clerk", "--person", "ana-novak", "--on", "2026-01-03")
    (kit / "signed.csv").write_text(run(call, kit, "signatures", "--format", "csv"), encoding="utf-8")
    assert run(call, kit, "signatures", "import", "signed.csv") == "0 signatures imported.\n1 was there already.\n"
    (kit / "standards/records/signatures/clerk/1.ana-novak.yml").unlink()
    assert run(call, kit, "signatures", "import", "signed.csv") == "1 signature imported.\n"


def test_rows_that_cannot_be_read_fail_the_import_with_their_lines(call: Call, kit: Path) -> None:
    run(call, kit, *RELEASE, "--summary", "First.")
    (kit / "signed.csv").write_text("ana-novak,clerk,1,3.1.2026\nana-novak,clerk,7,3.1.2026\n")
    called = call("signatures", "import", "signed.csv", "--language", "en", folder=kit)
    assert called.status == 1
    assert "signed.csv:2: “clerk” never had a release 7." in called.err
    assert "1 signature imported.\n1 row was not taken over.\n" in called.out


def test_programs_read_who_owes_what_and_what_changed(call: Call, kit: Path) -> None:
    run(call, kit, *RELEASE, "--summary", "First.")
    run(call, kit, "sign", "clerk", "--person", "ana-novak", "--on", "2026-01-03")
    edit(kit, "2 days", "1 day")
    edit(kit, "2026-01-01", "2026-02-01")
    run(call, kit, *RELEASE, "--summary", "Second.")
    first, second = json.loads(run(call, kit, "signatures", "--format", "json"))
    assert (first["person"], first["standing"], first["signed_release"]) == ("ana-novak", "lapsed", 1)
    assert first["summaries"] == ["Second."]
    assert ["duties", "letters", "text"] in [change["way"] for change in first["changes"]]
    assert (second["standing"], second["signed_on"], second["changes"]) == ("owed", None, [])


def test_forgetting_is_honest_about_git(call: Call, kit: Path) -> None:
    run(call, kit, *RELEASE, "--summary", "First.")
    run(call, kit, "sign", "clerk", "--person", "ana-novak")
    told = run(call, kit, "signatures", "forget", "Ana Novak")
    assert "1 signature stays, without a name." in told
    assert "git keeps the earlier commits" in told
    assert "somebody who has been forgotten" in run(call, kit, "signatures")


CHECK = ("check", "--ignore", "PK14")


def test_what_waits_for_people_is_a_warning_in_every_format(call: Call, kit: Path) -> None:
    run(call, kit, *RELEASE, "--summary", "First.")
    told = run(call, kit, *CHECK)
    assert "PK411 2 people have not signed release 1 yet: Ana Novak, Boris Kos." in told
    assert "No problems. 1 warning." in told
    data = json.loads(run(call, kit, *CHECK, "--format", "json"))
    assert (data["passed"], data["problems"], data["warnings"][0]["severity"]) == (True, [], "warning")
    assert run(call, kit, *CHECK, "--format", "github").startswith(f"::warning file={CLERK}")
    (sarif,) = json.loads(run(call, kit, *CHECK, "--format", "sarif"))["runs"]
    assert [result["level"] for result in sarif["results"]] == ["warning"]
    assert 'failures="0"' in run(call, kit, *CHECK, "--format", "junit")
    assert "PK411" in run(call, kit, *CHECK, "--format", "junit")
    assert "PK411" not in run(call, kit, *CHECK, "--ignore", "PK411")


def test_a_kit_with_nothing_released_says_so(call: Call, kit: Path) -> None:
    assert run(call, kit, "signatures") == "No document has been released yet.\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["release", "clerk"], "--summary"),
        (["release", "clerk", "--summary", "x"], "--approved-by"),
        (["release", "clark", "--summary", "x", "--approved-by", "director"], "Did you mean clerk"),
        (["sign", "clerk"], "--person"),
        (["signatures", "imprt"], "imprt"),
        (["signatures", "import"], "FILE.csv"),
        (["signatures", "forget", "Nobody"], "not on the list"),
    ],
)
def test_wrong_use_is_said_in_a_sentence(call: Call, kit: Path, arguments: list[str], said: str) -> None:
    assert said in run(call, kit, *arguments, status=2)
