"""Every edit of a released text is noticed, whoever made it and however; another way of writing the same is none.

The released documents of the example company are edited at random: any value anywhere by one character, entries moved,
removed, doubled, fields added and taken away; and by git, which merges two people's edits.
"""

import copy
import json
import random
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policy_kit.kit import Kit, KitFile, load_kit
from policy_kit.kit.hashing import hash_values
from policy_kit.kit.releases import ReleaseState
from tests.actions.records import CLERK, TODAY, edit, list_codes, make_kit, release, sign

EXAMPLE = Path(__file__).parents[2]
KIT = load_kit(EXAMPLE, "en")
RELEASED = [state for state in KIT.release_states.values() if state.status == "current"]
NAMES = ["/".join(state.key) for state in RELEASED]
AROUND = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
Slot = tuple[Any, Any]
"""A group or a list, and the key or number of a value in it."""


def list_slots(value: Any) -> Iterator[Slot]:
    """Every value in a document, by what holds it."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from list_slots(value[key])


def change_value(data: Any, chance: random.Random) -> None:
    """Another character, number or truth somewhere."""
    holder, key = chance.choice([(one, at) for one, at in list_slots(data) if not isinstance(one[at], dict | list)])
    value = holder[key]
    if isinstance(value, bool):
        holder[key] = not value
    elif isinstance(value, int | float):
        holder[key] = value + chance.choice([-1, 1, 0.5])
    else:
        at = chance.randrange(len(value))
        holder[key] = value[:at] + chance.choice([sign for sign in "aя7.," if sign != value[at]]) + value[at + 1 :]


def take_away(data: Any, chance: random.Random) -> None:
    """A field or an entry less."""
    holder, key = chance.choice([*list_slots(data)])
    del holder[key]


def add_field(data: Any, chance: random.Random) -> None:
    """A field more, which the document may know or not."""
    groups = [data, *(one[at] for one, at in list_slots(data) if isinstance(one[at], dict))]
    group = chance.choice(groups)
    group[chance.choice([name for name in ("until", "source", "internal", "de", "xx") if name not in group])] = (
        "2031-01-01"
    )


def double_entry(data: Any, chance: random.Random) -> None:
    """An entry once more; where there is no list, a field more."""
    lists = [one[at] for one, at in list_slots(data) if isinstance(one[at], list) and one[at]]
    if not lists:
        return add_field(data, chance)
    entries = chance.choice(lists)
    entries.insert(chance.randrange(len(entries) + 1), copy.deepcopy(chance.choice(entries)))
    return None


def move_entry(data: Any, chance: random.Random) -> None:
    """An entry at another place among different ones."""
    lists = [one[at] for one, at in list_slots(data) if isinstance(one[at], list)]
    lists = [entries for entries in lists if any(entry != entries[0] for entry in entries)]
    if not lists:
        return add_field(data, chance)
    entries = chance.choice(lists)
    before = copy.deepcopy(entries)
    while entries == before:
        entries.insert(chance.randrange(len(entries)), entries.pop(chance.randrange(len(entries))))
    return None


EDITS = (change_value, take_away, add_field, double_entry, move_entry)


def find_file(state: ReleaseState) -> KitFile:
    return next(file for file in KIT.files if file.path == state.path)


def lay_out(state: ReleaseState, folder: Path) -> Path:
    """A kit with the company, one released document, its record and its kept texts; the file of the document."""
    record = Path(state.record_path)
    texts = [path.relative_to(EXAMPLE) for path in (EXAMPLE / record).with_suffix("").glob("*.json")]
    for path in (Path("standards/company.yml"), Path(state.path), record, *texts):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes((EXAMPLE / path).read_bytes())
    return folder / state.path


def is_noticed(folder: Path, state: ReleaseState) -> bool:
    """Whether the check tells of it: as a text without a release, or as one that is broken or gone."""
    kit = load_kit(folder, "en")
    found = kit.release_states.get(state.key)
    told = {problem.code for problem in kit.problems if problem.place.file in (state.path, state.record_path)}
    if found is None:
        return bool(told)
    assert (found.status == "changed") == ("PK400" in told)
    return found.status == "changed"


@pytest.mark.parametrize("name", NAMES)
@given(chance=st.randoms(use_true_random=False), edit=st.sampled_from(EDITS))
@AROUND
def test_any_edit_gives_another_hash(name: str, chance: random.Random, edit: Any) -> None:
    state = RELEASED[NAMES.index(name)]
    data = json.loads(json.dumps(state.data, default=str))
    edit(data, chance)
    assert hash_values(data) != state.hash


@pytest.mark.parametrize("name", NAMES)
def test_any_edit_of_the_file_is_told_by_the_check(name: str, tmp_path: Path) -> None:
    state = RELEASED[NAMES.index(name)]
    path = lay_out(state, tmp_path)
    assert not is_noticed(tmp_path, state)
    chance = random.Random(name)  # noqa: S311  the same edits in every run
    for edit_once in EDITS * 3:
        data = json.loads(json.dumps(state.data, default=str))
        edit_once(data, chance)
        path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
        assert is_noticed(tmp_path, state), edit_once.__name__
    path.unlink()
    assert is_noticed(tmp_path, state)


def turn_keys(value: Any) -> Any:
    """The same with the keys of every group in the opposite order."""
    if isinstance(value, Mapping):
        return {key: turn_keys(value[key]) for key in reversed(value)}
    return [turn_keys(each) for each in value] if isinstance(value, list | tuple) else value


@pytest.mark.parametrize("name", NAMES)
def test_another_way_of_writing_is_no_edit(name: str, tmp_path: Path) -> None:
    state = RELEASED[NAMES.index(name)]
    path = lay_out(state, tmp_path)
    plain = path.read_bytes()
    data = json.loads(json.dumps(state.data, default=str))
    ways = {
        "line ends of Windows": plain.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"),
        "byte order mark": b"\xef\xbb\xbf" + plain,
        "comments": b"# A remark.\n" + plain + b"\n# Another one.\n",
        "quotes and brackets": json.dumps(data, ensure_ascii=False).encode(),
        "order of keys": json.dumps(turn_keys(data), ensure_ascii=False, indent=2).encode(),
        "no end of line": plain.rstrip(b"\n"),
        "signs spelled out": json.dumps(data, ensure_ascii=True, indent=4).encode(),
    }
    for way, content in ways.items():
        path.write_bytes(content)
        assert not is_noticed(tmp_path, state), way


def git(folder: Path, *arguments: str) -> int:
    command = ["git", "-C", str(folder), "-c", "user.name=Ana", "-c", "user.email=ana@example.com", *arguments]
    return subprocess.run(command, check=False, capture_output=True).returncode


def commit(folder: Path, branch: str = "") -> None:
    if branch:
        assert git(folder, "switch", "--quiet", "--create", branch) == 0
    assert git(folder, "add", "--all") == git(folder, "commit", "--quiet", "--message=Change") == 0


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """A kit in git, whose job description is released and signed."""
    folder = make_kit(tmp_path / "kit")
    release(folder)
    for person in ("ana-novak", "boris-kos"):
        sign(folder, person)
    assert git(folder, "init", "--quiet", "--initial-branch=main") == 0
    commit(folder)
    return folder


def find_status(folder: Path) -> tuple[str, int]:
    """The state of the job description, and how many releases it has."""
    state = load(folder).release_states[("job-description", "clerk")]
    return state.status, len(state.releases)


def load(folder: Path) -> Kit:
    return load_kit(folder, "en", TODAY)


def test_a_clean_merge_of_an_edit_is_noticed(kit: Path) -> None:
    commit_edit(kit, "other", "2 days", "1 day")
    git(kit, "switch", "--quiet", "main")
    edit(kit, "politely", "briefly")
    release(kit, by="director=2025-12-20", editorial=True)
    commit(kit)
    assert find_status(kit) == ("current", 2)
    assert git(kit, "merge", "--quiet", "--no-edit", "other") == 0
    assert find_status(kit) == ("changed", 2)
    assert "PK400" in list_codes(kit)


def test_a_merge_of_what_changes_no_word_is_no_edit(kit: Path) -> None:
    commit_edit(kit, "other", "kind: job-description", "# A remark.\nkind: job-description")
    git(kit, "switch", "--quiet", "main")
    assert git(kit, "merge", "--quiet", "--no-edit", "other") == 0
    assert find_status(kit) == ("current", 1)


@pytest.mark.parametrize(("side", "codes"), [("--ours", ["PK400"]), ("--theirs", ["PK400"]), ("", ["PK044"])])
def test_a_conflict_is_noticed_whichever_side_wins(kit: Path, side: str, codes: list[str]) -> None:
    commit_edit(kit, "other", "2 days", "3 days")
    git(kit, "switch", "--quiet", "main")
    edit(kit, "2 days", "4 days")
    commit(kit)
    assert git(kit, "merge", "other") != 0
    if side:
        git(kit, "checkout", side, ".")
    assert list_codes(kit) == codes


@pytest.mark.parametrize(
    ("side", "codes"), [("--ours", {"PK409"}), ("--theirs", {"PK412"}), ("", {"PK044"}), ("both", {"PK403"})]
)
def test_two_branches_that_both_made_the_next_release(kit: Path, side: str, codes: set[str]) -> None:
    commit_edit(kit, "other", "2 days", "3 days", released=True)
    git(kit, "switch", "--quiet", "main")
    edit(kit, "2 days", "4 days")
    release(kit, by="director=2025-12-20")
    commit(kit)
    record = "standards/records/clerk.yml"
    ours = (kit / record).read_text()
    assert git(kit, "merge", "other") != 0
    git(kit, "checkout", "--theirs" if side in ("both", "--theirs") else "--ours", ".") if side else None
    if side == "both":  # one release below the other, as a careful person would leave them
        theirs = (kit / record).read_text()
        (kit / record).write_text(ours + theirs[theirs.index("  - number: 2") :])
    assert codes <= {*list_codes(kit)}


def commit_edit(kit: Path, branch: str, old: str, new: str, *, released: bool = False) -> None:
    """Somebody's edit on a branch of its own, perhaps released and signed there."""
    git(kit, "switch", "--quiet", "--create", branch)
    edit(kit, old, new)
    if released:
        release(kit, by="director=2025-12-20")
        sign(kit, "ana-novak")
    commit(kit)


def test_a_document_under_another_file_name_keeps_its_releases(kit: Path) -> None:
    (kit / CLERK).rename(kit / "standards/jobs/office.yml")
    assert find_status(kit) == ("current", 1)
    assert list_codes(kit) == []


def test_a_document_that_is_gone_or_has_another_id_is_missed(kit: Path) -> None:
    edit(kit, "id: clerk", "id: clerk-two")
    assert "PK407" in list_codes(kit)
    (kit / CLERK).unlink()
    assert "PK407" in list_codes(kit)
