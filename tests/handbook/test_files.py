"""The company's own files in site/: what may be there, and what is refused."""

from pathlib import Path

import pytest

from policy_kit.errors import UsageError
from policy_kit.handbook.files import OwnFiles, read_own_files
from policy_kit.languages import load_phrases
from tests.handbook.kits import SAMPLE

ENGLISH = load_phrases("en")


def read(folder: Path, name: str, content: bytes = b"x") -> OwnFiles:
    path = folder / "site" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    return read_own_files(folder, ENGLISH)


def test_pages_papers_and_theme_are_found() -> None:
    own = read_own_files(SAMPLE, ENGLISH)
    assert sorted(own.pages) == ["sl/history.md", "sl/visit.md", "standards/dress.md", "visit.md"]
    assert own.papers == {"yard.svg": SAMPLE / "site/pages/yard.svg"}
    assert own.theme == {"company.css": SAMPLE / "site/theme/company.css"}


def test_a_kit_without_a_site_has_none(tmp_path: Path) -> None:
    assert read_own_files(tmp_path, ENGLISH) == OwnFiles({}, {}, {})


@pytest.mark.parametrize(
    "name", ["pages/.hidden.md", "pages/.git/x.md", "pages/run.exe", "pages/page.html", "pages/x.js"]
)
def test_what_is_neither_page_nor_paper_stays_at_home(tmp_path: Path, name: str) -> None:
    own = read(tmp_path, name)
    assert (own.pages, own.papers) == ({}, {})


@pytest.mark.parametrize(
    "name",
    [
        "theme/main.html",
        "theme/partials/header.html",
        "theme/x.js",
        "theme/x.py",
        "templates/x.md.j2",
        "templates/x.css",
    ],
)
def test_a_theme_runs_nothing(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=rf"site/{name}: the theme may hold"):
        read(tmp_path, name)


@pytest.mark.parametrize(
    "style",
    [
        "@import url(https://fonts.example.org/css);",
        "@import '//fonts.example.org/css';",
        "a { background: url( 'http://example.org/p.png' ) }",
        "a { background: URL(//example.org/p.png) }",
    ],
)
def test_a_style_sheet_fetches_nothing(tmp_path: Path, style: str) -> None:
    with pytest.raises(UsageError, match=r"site/theme/x\.css fetches"):
        read(tmp_path, "theme/x.css", style.encode())


@pytest.mark.parametrize(
    "style", ["a { background: url(p.png) }", "@import 'fonts.css';", "a { b: url(data:image/png;base64,x) }"]
)
def test_a_style_sheet_may_use_what_lies_beside_it(tmp_path: Path, style: str) -> None:
    assert "x.css" in read(tmp_path, "theme/x.css", style.encode()).theme


def test_a_link_may_not_lead_out(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("secret")
    (tmp_path / "site/pages").mkdir(parents=True)
    (tmp_path / "site/pages/page.md").symlink_to(tmp_path / "secret.md")
    with pytest.raises(UsageError, match=r"site/pages/page\.md lies outside"):
        read_own_files(tmp_path, ENGLISH)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"a\x00", b"x" * 1_100_000])
def test_a_page_is_text(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UsageError, match=r"site/pages/page\.md is not readable"):
        read(tmp_path, "pages/page.md", content)
