"""`export`: where the file is, what it is called, and what can stand in its way."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Call
from tests.handbook.papers.papers import read_pages


def test_the_file_lies_here_and_names_its_document_and_language(call: Call, kit: Path, tmp_path: Path) -> None:
    called = call("export", "client-manager", "--kit", kit, folder=tmp_path)
    assert called.status == 0
    assert called.out.strip() == f"Ready to print: {tmp_path / 'client-manager-en.pdf'}"
    assert "Client manager" in read_pages((tmp_path / "client-manager-en.pdf").read_bytes())[0]


@pytest.mark.parametrize(
    ("name", "beginning"), [("a.pdf", b"%PDF"), ("a.docx", b"PK"), ("a.md", b"**"), ("a.odd", b"%PDF"), ("a", b"%PDF")]
)
def test_the_end_of_the_name_chooses_the_format(
    call: Call, kit: Path, tmp_path: Path, name: str, beginning: bytes
) -> None:
    assert call("export", "moral-code", "--out", tmp_path / name, folder=kit).status == 0
    assert (tmp_path / name).read_bytes().startswith(beginning)


def test_a_folder_is_a_place_for_the_file(call: Call, kit: Path, tmp_path: Path) -> None:
    assert call("export", "moral-code", "--format", "docx", "--out", tmp_path, folder=kit).status == 0
    assert (tmp_path / "moral-code-en.docx").is_file()


def test_a_dash_is_standard_output(call: Call, kit: Path) -> None:
    called = call("export", "moral-code", "--format", "md", "--out", "-", folder=kit)
    assert called.status == 0
    assert called.out.startswith("**")
    assert "# Moral code" in called.out
    assert list(kit.glob("moral-code*")) == []


def test_a_document_may_be_named_by_its_file(call: Call, kit: Path) -> None:
    for name in ("standards/moral-code.yml", kit / "standards/moral-code.yml"):
        assert call("export", name, "--out", "code.pdf", folder=kit).status == 0
    assert (
        call(
            "export",
            "jobs/client-manager.yml",
            folder=kit / "standards",
        ).status
        == 0
    )


def test_an_export_is_replaced_and_somebody_elses_file_is_not(call: Call, kit: Path) -> None:
    target = kit / "code.pdf"
    for _ in range(2):
        assert call("export", "moral-code", "--out", target, folder=kit).status == 0
    signed = target.read_bytes() + b"\n%%EOF\n"
    target.write_bytes(signed)
    called = call("export", "moral-code", "--out", target, folder=kit)
    assert called.status == 2
    assert "--force" in called.err
    assert target.read_bytes() == signed
    assert call("export", "moral-code", "--out", target, "--force", folder=kit).status == 0
    assert target.read_bytes() != signed
    assert [path.name for path in kit.iterdir() if path.name.startswith(".code")] == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["client-manger"], "client-manager"),
        (["company"], "company"),
        (["client-manager", "--format", "odt"], "pdf, docx, md"),
        (["client-manager", "--language", "de"], "en"),
        ([], "DOCUMENT"),
        (["\x1b[31m\u202e" + "x" * 500], "\\u001b"),
    ],
)
def test_a_wrong_call_is_told_in_a_sentence(call: Call, kit: Path, arguments: list[str], words: str) -> None:
    called = call("export", *arguments, folder=kit)
    assert called.status == 2
    assert words in called.err
    assert len(called.err) < 700
    assert called.out == ""


def test_a_broken_document_is_not_printed(call: Call, kit: Path) -> None:
    (kit / "standards/jobs/client-manager.yml").write_text("kind: job-description\nid: client-manager\n", "utf-8")
    called = call("export", "client-manager", folder=kit)
    assert called.status == 1
    assert "standards/jobs/client-manager.yml" in called.err
    assert list(kit.glob("*.pdf")) == []


def test_two_documents_of_one_name_are_told_apart_by_their_files(call: Call, kit: Path) -> None:
    text = (kit / "standards/service/workplace.yml").read_text(encoding="utf-8")
    (kit / "standards/service/other.yml").write_text(text.replace("id: workplace", "id: client-manager"), "utf-8")
    called = call("export", "client-manager", folder=kit)
    assert called.status == 2
    assert "standards/jobs/client-manager.yml, standards/service/other.yml" in called.err
    assert call("export", "standards/service/other.yml", folder=kit).status == 0


def test_problems_of_the_document_are_told_with_it(call: Call, kit: Path) -> None:
    path = kit / "standards/jobs/client-manager.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("replaced_by: ", "replaced_by: nobody-"), "utf-8")
    called = call("export", "client-manager", folder=kit)
    assert called.status == 0
    assert "PK104" in called.err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_told(call: Call, kit: Path, tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o500)
    called = call("export", "moral-code", "--out", tmp_path / "closed/a.pdf", folder=kit)
    assert called.status == 1
    assert "permission" in called.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk to write to")
def test_what_is_no_file_is_left_alone(call: Call, kit: Path, tmp_path: Path) -> None:
    called = call("export", "moral-code", "--out", "/dev/full", folder=kit)
    assert called.status == 2
    called = call("export", "moral-code", "--out", tmp_path / "none/a.pdf", folder=kit)
    assert called.status == 1
    assert "a folder is missing" in called.err


def test_a_full_disk_is_told_and_leaves_what_was_there(
    call: Call, kit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert call("export", "moral-code", "--out", tmp_path / "a.pdf", folder=kit).status == 0
    before = (tmp_path / "a.pdf").read_bytes()

    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", refuse)
    called = call("export", "moral-code", "--language", "sl", "--out", tmp_path / "a.pdf", folder=kit)
    assert called.status == 1
    assert "disk" in called.err
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.pdf")} == {"a.pdf": before}
    assert not list(tmp_path.glob(".a*"))


def test_other_commands_wait_for_none_of_its_libraries() -> None:
    code = "import sys, policy_kit.cli; print(sorted({'typst', 'docx', 'lxml'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"


def test_a_logo_that_is_no_picture_is_told(call: Call, kit: Path) -> None:
    company = kit / "standards/company.yml"
    text = company.read_text(encoding="utf-8")
    for name, content in (
        ("a.svg", b"<svg"),
        ("a.png", b"PNG"),
        ("a.exe", b"x"),
        ("../a.png", b"x"),
        ("none.png", None),
    ):
        company.write_text(f"{text}\nlogo: {name}\n", encoding="utf-8")
        if content is not None:
            (kit / name).write_bytes(content)
        called = call("export", "moral-code", folder=kit)
        assert called.status == 2, name
        assert name in called.err
