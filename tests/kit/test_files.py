"""The files of a kit on the disk: which are read, and what stands in the way of reading one."""

import errno
import os
from pathlib import Path

import pytest

from policy_kit.errors import UsageError
from policy_kit.kit import Kit, load_kit
from tests.kit.kits import COMPANY, FILES, JOB, STANDARD, TODAY, load_files, write_files

QUESTIONS = "kind: questionnaire\nid: q\ntitle: Q\nquestions: [{id: a, text: A, needs: [time]}]\n"


def tell(kit: Kit) -> list[str]:
    return [f"{problem.place} {problem.code} {problem.message}" for problem in kit.problems]


def test_documents_are_read_from_both_folders_in_the_order_of_paths(tmp_path: Path) -> None:
    kit = load_files(
        tmp_path,
        {
            "standards/service/deep/down/visits.yaml": STANDARD.replace("letters", "visits"),
            "questionnaires/q.yml": QUESTIONS,
            # and none of these:
            "standards/records/letters/notes.txt": "- :",
            "standards/.letters.yml.part": "- :",
            "standards/.hidden/letters.yml": "- :",
            "standards/service/readme.md": "- :",
            "standards/service/letters.yml~": "- :",
            "site/mkdocs.yml": "- :",
            "letters.yml": "- :",
        },
    )
    assert [file.path for file in kit.files] == [
        "questionnaires/q.yml",
        "standards/company.yml",
        "standards/jobs/clerk.yml",
        "standards/service/deep/down/visits.yaml",
        "standards/service/letters.yml",
    ]
    assert kit.problems == ()


def test_a_folder_that_is_not_there_is_wrong_use_and_an_empty_one_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        load_kit(tmp_path / "nowhere")
    with pytest.raises(UsageError):
        load_kit(write_files(tmp_path, {"file": "x"}) / "file", "sl")
    assert [problem.code for problem in load_kit(tmp_path).problems] == ["PK100"]


def test_a_folder_named_like_a_document_is_told(tmp_path: Path) -> None:
    kit = load_files(tmp_path, {"standards/service/a.yml/b.yml": STANDARD})
    assert tell(kit) == ["standards/service/a.yml:1:1 PK001 This file cannot be opened: it is a folder."]


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    os.mkfifo(tmp_path / "standards/pipe.yml")
    assert tell(load_kit(tmp_path, "en", TODAY)) == [
        "standards/pipe.yml:1:1 PK001 This file cannot be opened: the disk or the system refuses."
    ]


def test_links_are_followed_inside_of_the_kit_only(tmp_path: Path) -> None:
    outside = write_files(tmp_path / "outside", {"secret.yml": JOB.replace("clerk", "secret")})
    kit = write_files(tmp_path / "kit", {**FILES, "standards/text.txt": JOB.replace("clerk", "linked")})
    links = {
        "standards/file-outside.yml": outside / "secret.yml",
        "standards/folder-outside": outside,
        "standards/file-inside.yml": kit / "standards/text.txt",
        "standards/folder-inside": kit / "standards/jobs",
        "standards/folder-above": kit,
        "standards/nowhere.yml": kit / "nowhere.yml",
        "standards/itself.yml": kit / "standards/itself.yml",
    }
    for link, target in links.items():
        (kit / link).symlink_to(target)
    loaded = load_kit(kit, "en", TODAY)
    assert tell(loaded) == [
        "standards/file-outside.yml:1:1 PK001 This file cannot be opened: it is a link that leads out of the kit.",
        "standards/folder-outside:1:1 PK001 This file cannot be opened: it is a link that leads out of the kit.",
        "standards/itself.yml:1:1 PK001 This file cannot be opened: the disk or the system refuses.",
        "standards/nowhere.yml:1:1 PK001 This file cannot be opened: it is not there any more.",
    ]
    assert set(loaded.jobs) == {"clerk", "linked"}


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.EACCES, "you may not open it"),
        (errno.ENOENT, "it is not there any more"),
        (errno.EIO, "the disk or the system refuses"),
    ],
)
def test_what_the_disk_refuses_is_told(
    number: int, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, FILES)
    really_open = os.open

    def refuse(path: Path, flags: int) -> int:
        if path.name == "letters.yml":
            raise OSError(number, "refused")
        return really_open(path, flags)

    monkeypatch.setattr("policy_kit.kit.files.os.open", refuse)
    assert tell(load_kit(tmp_path, "en", TODAY)) == [
        f"standards/service/letters.yml:1:1 PK001 This file cannot be opened: {reason}."
    ]


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {"standards/company.yml": COMPANY, "standards/jobs/clerk.yml": JOB})
    really_list = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "jobs":
            raise PermissionError(errno.EACCES, "refused")
        return really_list(path)

    monkeypatch.setattr("policy_kit.kit.files.os.scandir", refuse)
    assert [str(problem.place) for problem in load_kit(tmp_path, "en", TODAY).problems] == ["standards/jobs:1:1"]


def test_a_name_that_is_no_text_can_be_told(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    (tmp_path / os.fsdecode(b"standards/service/\xff.yml")).write_text("kind: standard\n", encoding="utf-8")
    kit = load_kit(tmp_path, "en", TODAY)
    assert {problem.place.file for problem in kit.problems} == {"standards/service/\ufffd.yml"}
    assert str(kit.problems[0]).encode("utf-8")


def test_the_place_of_a_wrong_encoding_is_the_first_byte_that_does_not_fit(tmp_path: Path) -> None:
    kit = load_files(tmp_path, {"standards/a.yml": "kind: standard\r\nid: ž".encode() + b"a\xe8\n"})
    assert [str(problem.place) for problem in kit.problems] == ["standards/a.yml:2:7"]
    assert kit.problems[0].excerpt == "id: ža\ufffd"
