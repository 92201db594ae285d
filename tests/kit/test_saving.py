"""A document is saved whole or not at all, and never over what somebody else has saved meanwhile."""

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from policy_kit.errors import StorageError
from policy_kit.kit import saving
from policy_kit.kit.saving import save_document
from policy_kit.languages import list_languages, load_phrases

ROOT = Path(__file__).parents[2]
PHRASES = load_phrases("en")
PATH = "questionnaires/answers/service-policy.yml"
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / PATH).parent.mkdir(parents=True)
    (tmp_path / PATH).write_bytes(b"old\n")
    return tmp_path


def put(folder: Path, text: str, path: str = PATH) -> None:
    save_document(folder, path, lambda _: text, PHRASES)


def list_names(folder: Path) -> list[str]:
    """What lies beside the document."""
    return sorted(entry.name for entry in (folder / PATH).parent.iterdir())


def run_python(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run lines of Python in a process of their own."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)


def test_the_change_is_made_of_the_text_that_stands_there(folder: Path) -> None:
    save_document(folder, PATH, lambda old: f"{old}new\n", PHRASES)
    assert (folder / PATH).read_bytes() == b"old\nnew\n"
    assert list_names(folder) == ["service-policy.yml"]


def test_a_new_document_is_made_with_its_folders(tmp_path: Path) -> None:
    seen: list[str | None] = []

    def change(old: str | None) -> str:
        seen.append(old)
        return "čas, время\n"

    umask = os.umask(0o027)
    try:
        save_document(tmp_path, PATH, change, PHRASES)
    finally:
        os.umask(umask)
    assert seen == [None]
    assert (tmp_path / PATH).read_text(encoding="utf-8") == "čas, время\n"
    assert (tmp_path / PATH).stat().st_mode & 0o777 == 0o640


def test_a_byte_order_mark_and_windows_lines_stay(folder: Path) -> None:
    (folder / PATH).write_bytes(b"\xef\xbb\xbfold\r\n")
    save_document(folder, PATH, lambda old: f"{old}new\r\n", PHRASES)
    assert (folder / PATH).read_bytes() == b"\xef\xbb\xbfold\r\nnew\r\n"


def test_permissions_and_owner_stay(folder: Path) -> None:
    (folder / PATH).chmod(0o664)
    if IS_ROOT:
        os.chown(folder / PATH, 12345, 54321)
    before = (folder / PATH).stat()
    put(folder, "new\n")
    after = (folder / PATH).stat()
    assert after.st_ino != before.st_ino
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)
    assert after.st_mtime_ns >= before.st_mtime_ns


def test_what_does_not_change_is_not_written(folder: Path) -> None:
    before = (folder / PATH).stat()
    put(folder, "old\n")
    assert (folder / PATH).stat() == before


def test_what_stops_the_change_leaves_all_as_it_was(folder: Path) -> None:
    def change(_: str | None) -> str:
        raise KeyError("stop")

    with pytest.raises(KeyError):
        save_document(folder, PATH, change, PHRASES)
    assert (folder / PATH).read_bytes() == b"old\n"
    put(folder, "new\n")  # and the lock is free


def test_an_editor_that_knows_no_lock_is_not_written_over(folder: Path) -> None:
    def change(old: str | None) -> str:
        if old == "old\n":
            (folder / PATH).write_bytes(b"by hand\n")
        return f"{old}new\n"

    save_document(folder, PATH, change, PHRASES)
    assert (folder / PATH).read_bytes() == b"by hand\nnew\n"


def test_an_editor_that_never_rests_is_told(folder: Path) -> None:
    def change(old: str | None) -> str:
        (folder / PATH).write_bytes(f"{old}+".encode())
        return "new\n"

    with pytest.raises(StorageError, match="another program"):
        save_document(folder, PATH, change, PHRASES)
    assert (folder / PATH).read_bytes() == b"old\n" + b"+" * saving.ATTEMPTS
    assert list_names(folder) == ["service-policy.yml"]


def test_writers_wait_for_each_other(folder: Path) -> None:
    (folder / PATH).write_bytes(b"")
    start = threading.Barrier(20)

    def add(number: int) -> None:
        start.wait()
        save_document(folder, PATH, lambda old: f"{old}{number}\n", PHRASES)

    with ThreadPoolExecutor(20) as pool:
        list(pool.map(add, range(20)))
    assert sorted(map(int, (folder / PATH).read_text().split())) == list(range(20))


def test_a_writer_does_not_wait_for_ever(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "PATIENCE", 0.1)
    with saving._lock(folder, PHRASES), pytest.raises(StorageError, match="another program"):
        put(folder, "new\n")
    assert (folder / PATH).read_bytes() == b"old\n"


def test_git_sees_nothing_but_the_document(folder: Path) -> None:
    put(folder, "new\n")
    subprocess.run(["git", "init", "-q", folder], check=True)
    command = ["git", "-C", str(folder), "status", "--porcelain", "-uall"]
    assert subprocess.run(command, capture_output=True, check=True, text=True).stdout == f"?? {PATH}\n"


def test_what_killed_writers_left_is_swept_away(folder: Path) -> None:
    for name in (f".service-policy.yml{saving.SUFFIX}", f".service-policy.ru.yml{saving.SUFFIX}"):
        (folder / PATH).with_name(name).write_text("half a te")
    (folder / PATH).with_name(".keep").write_text("mine")
    put(folder, "new\n")
    assert list_names(folder) == [".keep", "service-policy.yml"]


@pytest.mark.parametrize("link", [PATH, "questionnaires/answers", "questionnaires", ".policy-kit"])
def test_links_are_refused(folder: Path, tmp_path_factory: pytest.TempPathFactory, link: str) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    if (folder / link).exists():
        (folder / link).rename(elsewhere / "moved")
    else:
        (elsewhere / "moved").mkdir()
    (folder / link).symlink_to(elsewhere / "moved")
    before = {path: path.read_bytes() for path in elsewhere.rglob("*") if path.is_file()}
    with pytest.raises(StorageError, match="is a link"):
        put(folder, "new\n")
    assert {path: path.read_bytes() for path in elsewhere.rglob("*") if path.is_file()} == before
    assert (folder / link).is_symlink()


def test_a_link_to_nowhere_is_refused_too(folder: Path) -> None:
    (folder / PATH).unlink()
    (folder / PATH).symlink_to(folder / "nowhere.yml")
    with pytest.raises(StorageError, match="is a link"):
        put(folder, "new\n")
    assert not (folder / "nowhere.yml").exists()


@pytest.mark.parametrize("path", ["../outside.yml", "questionnaires/../../outside.yml", "/tmp/outside.yml"])  # noqa: S108
def test_paths_that_leave_the_kit_are_a_mistake_of_ours(folder: Path, path: str) -> None:
    with pytest.raises(ValueError, match="inside a kit"):
        put(folder, "new\n", path)


def test_a_folder_in_place_of_the_document_is_told(folder: Path) -> None:
    (folder / PATH).unlink()
    (folder / PATH).mkdir()
    with pytest.raises(StorageError, match="something else has its name"):
        put(folder, "new\n")


def test_other_bytes_than_utf8_are_left_alone(folder: Path) -> None:
    (folder / PATH).write_bytes(b"\xff\xfeo\0l\0d\0")
    with pytest.raises(StorageError, match="UTF-8"):
        put(folder, "new\n")
    assert (folder / PATH).read_bytes() == b"\xff\xfeo\0l\0d\0"


def test_a_document_that_could_not_be_read_again_is_not_written(folder: Path) -> None:
    with pytest.raises(StorageError, match="1 MB"):
        put(folder, "š" * 500_001)
    assert (folder / PATH).read_bytes() == b"old\n"


@pytest.mark.parametrize("language", list_languages())
def test_the_disk_is_blamed_in_the_readers_language(folder: Path, language: str) -> None:
    phrases = load_phrases(language)
    (folder / PATH).unlink()
    (folder / PATH).mkdir()
    with pytest.raises(StorageError) as caught:
        save_document(folder, PATH, lambda _: "new\n", phrases)
    assert PATH in str(caught.value)
    assert phrases("errors.saving.reasons.vanished") in str(caught.value)


# The disk is full


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB, where we may make one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    try:
        mounted = IS_ROOT and subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("a disk of one's own takes the rights of root; the test beside this one does without")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_on_a_full_disk_the_old_text_stays(small_disk: Path) -> None:
    put(small_disk, "old\n")
    with pytest.raises(StorageError, match="the disk is full"):
        put(small_disk, "new" * 30_000)
    assert (small_disk / PATH).read_bytes() == b"old\n"
    assert list_names(small_disk) == ["service-policy.yml"]
    put(small_disk, "new\n")


def test_where_a_file_may_not_grow_the_old_text_stays(folder: Path) -> None:
    code = """
import resource, sys
from pathlib import Path
from tests.kit.test_saving import StorageError, put
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    put(Path(sys.argv[1]), "new" * 3000)
except StorageError as error:
    print(error)
"""
    pytest.importorskip("resource")
    done = run_python(code, folder)
    assert "the disk is full. What stood there before is unharmed." in done.stdout, done.stderr
    assert (folder / PATH).read_bytes() == b"old\n"
    assert list_names(folder) == ["service-policy.yml"]


# We may not write


WITHOUT_RIGHTS = """
import os, sys
from pathlib import Path
import filelock
from tests.kit.test_saving import StorageError, put
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
try:
    put(Path(sys.argv[1]), "new")
except StorageError as error:
    print(error)
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A kit that belongs to a user without rights: to root nothing is forbidden."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / PATH).parent.mkdir(parents=True)
        (folder / PATH).write_bytes(b"old\n")
        folder.chmod(0o755)
        for path in (folder, *folder.rglob("*")):
            if IS_ROOT:
                os.chown(path, 65534, 65534)
        yield folder


@pytest.mark.parametrize("closed", ["questionnaires/answers", PATH, "."])
def test_where_we_may_not_write_the_old_text_stays(open_folder: Path, closed: str) -> None:
    rights = (open_folder / closed).stat().st_mode
    (open_folder / closed).chmod(rights & ~0o222)
    done = run_python(WITHOUT_RIGHTS, open_folder)
    (open_folder / closed).chmod(rights)
    assert "there is no permission to write there" in done.stdout, done.stderr
    assert (open_folder / PATH).read_bytes() == b"old\n"
    assert list_names(open_folder) == ["service-policy.yml"]


def test_where_we_may_write_it_is_saved(open_folder: Path) -> None:
    done = run_python(WITHOUT_RIGHTS, open_folder)
    assert (done.stdout, done.stderr) == ("", "")
    assert (open_folder / PATH).read_bytes() == b"new"
