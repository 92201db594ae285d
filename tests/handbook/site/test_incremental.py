"""Pages that have not changed are not made again, and nobody can tell from the handbook: it is the same to the byte."""

import os
import random
import re
import shutil
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from policy_kit.actions.releasing import release_document
from policy_kit.actions.signing import sign_document
from policy_kit.errors import PolicyKitError
from policy_kit.handbook import build_handbook
from policy_kit.handbook.building import make_jobs
from policy_kit.handbook.page_cache import PageCache, name_cache
from policy_kit.handbook.site.building import build_site
from policy_kit.handbook.site.built_page import BuiltPage
from policy_kit.handbook.site.site import Site
from policy_kit.kit import load_kit
from tests.handbook.kits import TODAY, copy_sample, score_sample

Edit = Callable[[Path], None]


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """A copy of the sound kit, in one language: that is quicker."""
    return copy_sample(tmp_path / "kit", "en")


def build(kit: Path, out: Path, cache: bool = True) -> dict[str, bytes]:
    """Builds the sites of a kit in this process; every file, and what was warned of."""
    loaded = load_kit(kit, "en", TODAY)
    warnings = []
    draft = out.with_name("draft")
    for job in make_jobs(loaded, score_sample(loaded), draft, public=False):
        kept = name_cache(kit, job.language) if cache else ""
        warnings += build_site(replace(job, cache=kept, before=str(out / job.language)))
    shutil.rmtree(out, ignore_errors=True)
    draft.rename(out)
    files = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    return files | {"warnings": "\n".join(warnings).encode()}


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(old, new, text, count=1), encoding="utf-8")


def write(name: str, text: str) -> Edit:
    def edit(kit: Path) -> None:
        path = kit / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return edit


def put(name: str, old: str, new: str) -> Edit:
    """An edit of a file, where it is there."""
    return lambda kit: change(kit / name, old, new) if (kit / name).exists() else None


def drop(name: str) -> Edit:
    return lambda kit: (kit / name).unlink(missing_ok=True)


def release(name: str) -> Edit:
    """Releases a document, if there is something to release."""

    def edit(kit: Path) -> None:
        with suppress(PolicyKitError):
            loaded = load_kit(kit, "en", TODAY)
            release_document(loaded, name, summary="Better", approved_by=["office"], today=TODAY)

    return edit


def sign(name: str, person: str) -> Edit:
    def edit(kit: Path) -> None:
        with suppress(PolicyKitError):
            sign_document(load_kit(kit, "en", TODAY), name, person=person, today=TODAY)

    return edit


PEOPLE = "kind: people\npeople:\n  - {id: ana, name: Ana, roles: [clerk]}\n  - {id: bor, name: Bor, roles: [yard]}\n"
CLERK = "kind: job-description\nid: clerk\ntitle: Clerk\neffective: 2026-06-01\nreports_to: office\npurpose: Answers.\n"
STANDARD = "kind: standard\nid: {id}\ntitle: {title}\neffective: 2026-03-01\nowner: office\nstatement: It holds.\n"
EDITS: dict[str, Edit] = {
    "a document is edited": put("standards/service/delivery.yml", "statement:.*", "statement: Bricks come on time."),
    "a title changes": put("standards/service/delivery.yml", "title:.*", "title: Bringing bricks"),
    "a document is added": write("standards/service/new.yml", STANDARD.format(id="new", title="New")),
    "a document is renamed": lambda kit: write("standards/service/new.yml", STANDARD.format(id="newer", title="Newer"))(
        kit
    ),
    "a document goes": drop("standards/service/new.yml"),
    "a page is written": write("site/pages/extra.md", "# Extra\n\nSee [the yard](visit.md#how) and [none](none.md)."),
    "a page that it links to appears": write("site/pages/none.md", "---\nnav: 1\n---\n# None any more"),
    "a page is edited": write("site/pages/visit.md", "# Come\n\n## How {#how}\n\nBy bus."),
    "a page goes": drop("site/pages/none.md"),
    "a page stands in a subfolder": write("site/pages/house/deep/roof.md", "# Roof\n\n[Up](../../visit.md)"),
    "a word is explained otherwise": put("standards/glossary.yml", "Four hundred", "Five hundred"),
    "a picture appears": write("site/pages/pic.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "a style sheet": write("site/theme/more.css", "a{}"),
    "a logo": write("site/theme/logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "the logo goes": drop("site/theme/logo.svg"),
    "colours": write("site/mkdocs.yml", "theme: {palette: {primary: '#123456'}}\n"),
    "a name": write(
        "site/mkdocs.yml", "site_name: Our house\nextra: {links: [{title: Us, url: 'https://x.example'}]}\n"
    ),
    "another language": put("standards/company.yml", "languages: .*", "languages: [en, sl]"),
    "a page of that language": write("site/pages/sl/extra.md", "# Posebno"),
    "a language goes": put("standards/company.yml", "languages: .*", "languages: [en]"),
    "people": write("standards/people.yml", PEOPLE),
    "a post": write("standards/jobs/clerk.yml", CLERK),
    "a release": release("clerk"),
    "a signature": sign("clerk", "ana"),
    "a released document is edited": put("standards/jobs/clerk.yml", "purpose:.*", "purpose: Answers before noon."),
    "another release": release("clerk"),
    "a person is called otherwise": put("standards/people.yml", "name: Ana", "name: Anna"),
    "a post is called otherwise": put("standards/jobs/yard.yml", "title:.*", "title: The people of the yard"),
    "an answer is edited": put("questionnaires/answers/policy.yml", "answer: .", "answer: N"),
}


def test_after_edits_of_every_kind_the_handbook_is_as_if_built_anew(kit: Path, tmp_path: Path) -> None:
    for number, (name, edit) in enumerate(EDITS.items()):
        edit(kit)
        if number % 3 == 2 or number == len(EDITS) - 1:
            assert build(kit, tmp_path / "out") == build(kit, tmp_path / "out", cache=False), name


def test_a_random_walk_of_edits_leads_to_the_same_handbook(kit: Path, tmp_path: Path) -> None:
    walk = random.Random(11)  # noqa: S311
    for _ in range(3):
        steps = walk.sample(sorted(EDITS), walk.randint(1, 4))
        for step in steps:
            EDITS[step](kit)
        assert build(kit, tmp_path / "out") == build(kit, tmp_path / "out", cache=False), steps


def test_only_the_pages_that_changed_are_made(kit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    build_page = Site.build_page

    def note(site: Site, uri: str) -> BuiltPage:
        made.append(uri)
        return build_page(site, uri)

    monkeypatch.setattr(Site, "build_page", note)
    build(kit, tmp_path / "out")
    assert len(made) > 10
    made.clear()
    build(kit, tmp_path / "out")
    assert made == []
    put("standards/service/delivery.yml", "statement:", "why: Because bricks are heavy.\nstatement:")(kit)
    build(kit, tmp_path / "out")
    assert set(made) == {"standards/delivery.md", "packs/office.md"}


def test_a_page_that_has_not_changed_keeps_its_file(kit: Path, tmp_path: Path) -> None:
    page = tmp_path / "out/en/jobs/office.html"
    whole = build(kit, tmp_path / "out")
    before = page.stat()
    assert build(kit, tmp_path / "out") == whole
    assert (page.stat().st_ino, page.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert page.stat().st_nlink == 1, "the old handbook is gone"


def spoil(page: Path) -> None:
    page.write_text("Somebody wrote here.", encoding="utf-8")


def spoil_unseen(page: Path) -> None:
    """Another file of the same size and day."""
    status = page.stat()
    copy = page.with_name("copy.html")
    copy.write_bytes(b"x" * status.st_size)
    os.utime(copy, ns=(status.st_atime_ns, status.st_mtime_ns))
    copy.replace(page)


def make_link(page: Path) -> None:
    page.rename(page.with_name("elsewhere.html"))
    page.symlink_to("elsewhere.html")


@pytest.mark.parametrize("harm", [spoil, spoil_unseen, make_link, Path.unlink])
def test_a_page_that_somebody_touched_is_put_right(kit: Path, tmp_path: Path, harm: Callable[[Path], None]) -> None:
    whole = build(kit, tmp_path / "out")
    harm(tmp_path / "out/en/jobs/office.html")
    assert build(kit, tmp_path / "out") == whole
    assert not (tmp_path / "out/en/jobs/office.html").is_symlink()


def test_a_disk_without_hard_links_will_do(kit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("no links on this disk")

    monkeypatch.setattr(os, "link", refuse)
    whole = build(kit, tmp_path / "out")
    assert build(kit, tmp_path / "out") == whole


def test_a_second_handbook_elsewhere_is_whole(kit: Path, tmp_path: Path) -> None:
    whole = build(kit, tmp_path / "out")
    assert build(kit, tmp_path / "other") == whole
    assert build(kit, tmp_path / "out") == whole


def break_file(path: Path) -> None:
    path.write_bytes(b"x" * 5000)


def cut_file(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flip_bytes(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for at in range(2000, len(content), 997):
        content[at] ^= 255
    path.write_bytes(bytes(content))


def swap_pages(path: Path) -> None:
    """Every page in the place of another, with its seal: what a hostile hand could do without our secret."""
    with sqlite3.connect(path) as db:
        rows = db.execute("SELECT key, seal, content FROM page").fetchall()
        for (key, *_), (_, seal, content) in zip(rows, rows[1:] + rows[:1], strict=True):
            db.execute("UPDATE page SET seal = ?, content = ? WHERE key = ?", (seal, content, key))
    db.close()


def use_other_table(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE page (key TEXT)")
    db.close()


@pytest.mark.parametrize("harm", [break_file, cut_file, flip_bytes, swap_pages, use_other_table])
def test_a_broken_or_hostile_cache_does_no_harm(kit: Path, tmp_path: Path, harm: Callable[[Path], None]) -> None:
    whole = build(kit, tmp_path / "out")
    harm(Path(name_cache(kit, "en")))
    assert build(kit, tmp_path / "out") == whole
    assert build(kit, tmp_path / "out") == whole


def test_what_another_user_has_sealed_is_not_taken(kit: Path, tmp_path: Path, cache_folder: Path) -> None:
    whole = build(kit, tmp_path / "out")
    (cache_folder / "policy-kit/handbooks/seal").write_bytes(b"f" * 32)
    assert PageCache(name_cache(kit, "en")).find(b"key") is None
    assert build(kit, tmp_path / "out") == whole


def test_without_a_cache_folder_everything_is_made(kit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = build(kit, tmp_path / "out", cache=False)
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert name_cache(kit, "en") == ""
    assert build(kit, tmp_path / "out") == whole


def test_a_folder_in_which_others_may_write_is_no_cache(
    kit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache/policy-kit/handbooks").mkdir(parents=True)
    (tmp_path / "cache/policy-kit/handbooks").chmod(0o777)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert name_cache(kit, "en") == ""


def test_fresh_makes_every_page_anew(kit: Path, tmp_path: Path) -> None:
    loaded = load_kit(kit, "en", TODAY)
    out = build_handbook(loaded, {}, tmp_path / "out").folder
    name = name_cache(kit, "en False built")
    cache = PageCache(name)
    with sqlite3.connect(name) as db:
        keys = [row[0] for row in db.execute("SELECT key FROM page")]
    db.close()
    for key in keys:
        if not (cache.find(key) or b"[").startswith(b"["):
            cache.keep(key, zlib.compress(b"remembered"))
    cache.close()
    shutil.rmtree(out)
    build_handbook(loaded, {}, out)
    assert (out / "en/index.html").read_text(encoding="utf-8") == "remembered"
    build_handbook(loaded, {}, out, fresh=True)
    assert "Brick &amp; Mortar" in (out / "en/index.html").read_text(encoding="utf-8")
