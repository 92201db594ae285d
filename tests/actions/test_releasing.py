"""Releasing: a text is fixed with its approvals, and what cannot be released is refused in a sentence."""

import hashlib
import json
import random
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from policy_kit.actions.releasing import release_document
from policy_kit.documents import Record
from policy_kit.errors import PolicyKitError, UsageError
from tests.actions.records import CLERK, LETTERS, TODAY, edit, list_codes, load, make_kit, release
from tests.kit.kits import STANDARD

ROOT = Path(__file__).parents[2]
RECORD = "standards/records/clerk.yml"


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    return make_kit(tmp_path / "kit")


def read_record(folder: Path, path: str = RECORD) -> Record:
    (record,) = [file.document for file in load(folder).files if file.path == path]
    assert isinstance(record, Record)
    return record


def test_a_release_fixes_text_hash_approvals_and_days(kit: Path) -> None:
    release_document(
        load(kit),
        "clerk",
        summary="First  release: “all” of it\n# and more",
        approved_by=["director=20.12.2025", "Ana Novak = 2025-12-22", "Clerk=2025-12-23"],
        today=TODAY,
    )
    (first,) = read_record(kit).releases
    assert (first.number, first.nature, first.summary) == (1, "substantive", "First release: “all” of it # and more")
    assert [(each.role, each.name, each.approved_on.isoformat()) for each in first.approvals] == [
        ("director", None, "2025-12-20"),
        (None, "Ana Novak", "2025-12-22"),
        ("clerk", None, "2025-12-23"),
    ]
    assert (first.effective, first.released_on) == (date(2026, 1, 1), TODAY)
    kept = (kit / "standards/records/clerk/1.json").read_bytes()
    assert hashlib.sha256(kept).hexdigest() == first.hash
    assert json.loads(kept)["duties"] == [{"id": "letters", "text": "Answers letters within 2 days."}]


def test_the_state_of_a_text_is_never_current_or_changed(kit: Path) -> None:
    def tell() -> str:
        return load(kit).release_states[("job-description", "clerk")].status

    assert tell() == "never"
    release(kit)
    assert tell() == "current"
    edit(kit, "title: Clerk", "title: 'Clerk'  # as in the contract")
    assert tell() == "current"
    edit(kit, "politely", "briefly")
    assert tell() == "changed"
    assert "PK400" in list_codes(kit)
    edit(kit, "briefly", "politely")
    assert tell() == "current"


def test_another_release_is_added_and_what_people_noted_stays(kit: Path) -> None:
    release(kit)
    noted = (kit / RECORD).read_text().replace("releases:", "releases:  # see the archive").replace("\n", "\r\n")
    (kit / RECORD).write_bytes(noted.encode())
    edit(kit, "2 days", "1 day")
    edit(kit, "2026-01-01", "2026-07-01")
    release(kit, by="director=2026-05-20")
    text = (kit / RECORD).read_bytes().decode()
    assert text.startswith(noted)
    assert text.count("\n") == text.count("\r\n")
    assert [each.number for each in read_record(kit).releases] == [1, 2]
    assert [code for code in list_codes(kit) if code != "PK411"] == []


@pytest.mark.parametrize("name", ["clerk", "job-description/clerk", CLERK])
def test_a_document_is_named_by_id_kind_or_file(kit: Path, name: str) -> None:
    release(kit, name)
    assert read_record(kit).document == "clerk"


def test_documents_with_the_same_id_have_records_of_their_own(kit: Path) -> None:
    (kit / LETTERS).write_text(STANDARD.replace("id: letters", "id: clerk"))
    with pytest.raises(UsageError, match=r"clerk\.yml"):
        release(kit)
    release(kit, "standard/clerk")
    release(kit, "job-description/clerk")
    assert read_record(kit, "standards/records/standard.clerk.yml").document_kind == "standard"
    assert read_record(kit, "standards/records/job-description.clerk.yml").document_kind == "job-description"
    assert list_codes(kit) == ["PK411"]


def test_an_unchanged_text_is_not_released_again(kit: Path) -> None:
    release(kit)
    with pytest.raises(PolicyKitError, match="not changed since release 1"):
        release(kit)


def test_a_broken_document_is_not_released(kit: Path) -> None:
    edit(kit, "purpose:", "purpse:")
    with pytest.raises(PolicyKitError, match=r"clerk\.yml"):
        release(kit)
    edit(kit, "purpse:", "reports_to: nobody\npurpose:")
    with pytest.raises(PolicyKitError, match="PK104"):
        release(kit)
    assert not (kit / RECORD).exists()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("within 2 days", "within 1 day"),
        ("2 days", "two days"),
        ("effective: 2026-01-01", "effective: 2026-07-01"),
        ("purpose:", "reports_to: director\npurpose:"),
        ("Answers letters", "Answers all letters"),
        ("skills:", "measures:\n  - {what: Letters, target: 95, unit: percent, every: month}\nskills:"),
        ("skills:", "weekly_hours: 40\nskills:"),
    ],
)
def test_what_matters_is_not_editorial(kit: Path, old: str, new: str) -> None:
    release(kit)
    edit(kit, old, new)
    with pytest.raises(PolicyKitError, match="without --editorial"):
        release(kit, editorial=True)
    assert len(read_record(kit).releases) == 1


def test_wording_is_editorial_and_needs_no_later_day(kit: Path) -> None:
    release(kit)
    edit(kit, "politely", "with courtesy")
    release(kit, by="director", editorial=True)
    assert read_record(kit).releases[1].nature == "editorial"
    assert [code for code in list_codes(kit) if code != "PK411"] == []


def test_a_first_release_is_never_editorial(kit: Path) -> None:
    with pytest.raises(PolicyKitError, match="never released"):
        release(kit, editorial=True)


def test_a_text_that_holds_already_is_taken_over_but_not_approved_afterwards(kit: Path) -> None:
    with pytest.raises(PolicyKitError, match=r"later `effective`.*director=YYYY"):
        release(kit, by="director=2026-02-01")
    release(kit, by="director")
    assert [code for code in list_codes(kit) if code != "PK411"] == []
    edit(kit, "2 days", "1 day")
    with pytest.raises(PolicyKitError, match="holds from 1 January 2026"):
        release(kit, by="director")


@pytest.mark.parametrize(
    ("by", "said"),
    [
        ("directr", "Did you mean director"),
        ("director=tomorrow", "no day"),
        ("director=2026-06-02", "still to come"),
        ("director=2026-02-30", "no day"),
        ("=2026-01-01", "who approved"),
        ("Ana\u202eNovak", "who approved"),
    ],
)
def test_who_approved_must_be_known_and_when_must_be_past(kit: Path, by: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        release(kit, by=by)


@pytest.mark.parametrize("summary", ["", " \n", "a\x00b", "x" * 3000])
def test_a_summary_is_a_sentence(kit: Path, summary: str) -> None:
    with pytest.raises(UsageError, match="sentence"):
        release_document(load(kit), "clerk", summary=summary, approved_by=["director"], today=TODAY)


def test_a_record_that_was_edited_is_not_continued(kit: Path) -> None:
    release(kit)
    edit(kit, "2 days", "1 day")
    edit(kit, "Letters within a day", "Letters at once", RECORD)
    with pytest.raises(PolicyKitError, match="PK402"):
        release(kit, by="director=2025-12-20")


def test_two_who_release_at_once_do_not_release_twice(kit: Path) -> None:
    first, second = load(kit), load(kit)
    release_document(first, "clerk", summary="One.", approved_by=["director"], today=TODAY)
    with pytest.raises(PolicyKitError, match="Somebody else has released"):
        release_document(second, "clerk", summary="Two.", approved_by=["director"], today=TODAY)
    assert [each.summary for each in read_record(kit).releases] == ["One."]


CODE = """
import sys, pathlib
from tests.actions.records import load, edit, release
folder = pathlib.Path(sys.argv[1])
while True:
    edit(folder, "politely.", "politely. And kindly.")
    release(folder, editorial=True)
"""


def test_a_killed_release_leaves_nothing_torn(kit: Path) -> None:
    release(kit)
    chance = random.Random(2026)  # noqa: S311
    for _ in range(3):
        before = (kit / RECORD).stat().st_size
        writer = subprocess.Popen([sys.executable, "-c", CODE, str(kit)], cwd=ROOT)
        while (kit / RECORD).stat().st_size == before and writer.poll() is None:
            time.sleep(0.01)
        time.sleep(chance.random() / 5)
        writer.send_signal(signal.SIGKILL)
        assert writer.wait() == -signal.SIGKILL
        assert set(list_codes(kit)) <= {"PK411", "PK400"}
    numbers = [each.number for each in read_record(kit).releases]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > 3
