"""`build`: where the handbook is, how concrete the answers are, and what stands in its way."""

from pathlib import Path

from tests.cli.conftest import Call, write_answers

VAGUE = "We treat complaints with care and try to correct our shortcomings as soon as possible."


def test_it_ends_with_the_way_in_and_a_summary(call: Call, kit: Path) -> None:
    write_answers(kit, ("complaints", VAGUE))
    called = call("build", "--language", "en", folder=kit)
    assert called.status == 0
    assert "en: 1 answer – vague: 1 (complaints)" in called.out
    assert called.out.rstrip().endswith(f"open {kit / 'site/public/index.html'}")
    assert (kit / "site/public/index.html").is_file()


def test_problems_are_shown_and_sound_documents_built_all_the_same(call: Call, kit: Path) -> None:
    (kit / "standards/service/broken.yml").write_text("kind: standard\nid: broken\n", encoding="utf-8")
    called = call("build", "--out", kit / "public", folder=kit)
    assert called.status == 1
    assert "broken.yml" in called.err
    assert (kit / "public/en/index.html").is_file()


def test_strict_builds_nothing_while_there_are_problems(call: Call, kit: Path) -> None:
    (kit / "standards/service/broken.yml").write_text("kind: standard\nid: broken\n", encoding="utf-8")
    called = call("build", "--strict", folder=kit)
    assert called.status == 1
    assert "--strict" in called.err
    assert not (kit / "site/public").exists()


def test_without_a_sound_company_there_is_no_handbook(call: Call, kit: Path) -> None:
    (kit / "standards/company.yml").write_text("kind: company\nname: [\n", encoding="utf-8")
    called = call("build", "--language", "en", folder=kit)
    assert called.status == 1
    assert "standards/company.yml" in called.err
    assert not (kit / "site/public").exists()


def test_the_public_handbook_has_no_scores(call: Call, kit: Path) -> None:
    write_answers(kit, ("complaints", VAGUE))
    assert call("build", "--public", folder=kit).status == 0
    assert not (kit / "site/public/en/health").exists()
    pages = (kit / "site/public/en").rglob("*.html")
    assert not any("health/" in page.read_text(encoding="utf-8") for page in pages)


def test_a_folder_of_somebody_else_is_never_overwritten(call: Call, kit: Path, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/dear.txt").write_text("dear", encoding="utf-8")
    called = call("build", "--out", tmp_path / "letters", folder=kit)
    assert called.status in (1, 2)
    assert (tmp_path / "letters/dear.txt").read_text(encoding="utf-8") == "dear"


def test_links_of_own_pages_that_lead_nowhere_are_told_each_time(call: Call, kit: Path) -> None:
    page = "# Packing\n\n[Conflict](standards/conflict.md), [gone](standards/gone.md), [part](jobs/index.md#no-such)\n"
    (kit / "site/pages/packing.md").write_text(page, encoding="utf-8")
    for _ in range(2):
        called = call("build", folder=kit)
        assert called.status == 0
        assert called.err.splitlines() == [
            "packing.md: the link “standards/gone.md” leads to no page and no picture.",
            "packing.md: the link “jobs/index.md#no-such” leads to a page that has no such heading.",
            "Links are written from the page's own folder, without the folder of the language: "
            "standards/complaint-handling.md.",
        ]


def test_a_strict_build_tells_what_is_wrong_in_the_language_of_the_call(call: Call, kit: Path) -> None:
    (kit / "site/pages/packing.md").write_text("# Packing\n\n[gone](standards/gone.md)\n", encoding="utf-8")
    called = call("build", "--strict", "--language", "sl", folder=kit)
    assert called.status == 1
    head, first, _ = called.err.splitlines()
    assert head.startswith("Priročnik ima 1 opozorilo")
    assert first == "- packing.md: povezava »standards/gone.md« ne vodi do nobene strani in nobene slike."
    assert "contains a link" not in called.err


def test_a_strict_build_counts_as_many_problems_as_the_check(call: Call, kit: Path) -> None:
    names = ", ".join(["dispatcher"] * 40)
    told = "  - {id: dispatch, title: Dispatch, whose: company, use: Plans, posts: [" + names + "]}\n"
    toolkit = kit / "standards/toolkit.yml"
    toolkit.write_text(toolkit.read_text(encoding="utf-8").replace("\ntools:\n", f"\ntools:\n{told}"), encoding="utf-8")
    assert "40 problems, 1 cause." in call("check", "--language", "en", folder=kit).out
    called = call("build", "--strict", "--language", "en", folder=kit)
    assert called.status == 1
    assert "The kit has 40 problems;" in called.err
