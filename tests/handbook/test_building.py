"""The built site: whole, linked, searchable, public where asked, and strict where asked."""

import html
import json
import posixpath
import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from policy_kit.errors import PolicyKitError, UsageError
from policy_kit.handbook import build_handbook
from policy_kit.kit import load_kit
from tests.handbook.kits import TODAY, copy_sample, load_sample, make_kit, score_sample


class _Links(HTMLParser):
    """The links, anchors and outside requests of a page."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.sources: list[str] = []
        self.anchors: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if "id" in found:
            self.anchors.append(found["id"])
        if tag == "a" and "href" in found:
            self.links.append(found["href"])
        elif tag == "link":
            self.sources.append(found["href"])
        self.sources += [found[name] for name in ("src", "data", "poster", "srcset") if name in found]


def read_pages(site: Path) -> dict[Path, _Links]:
    return {path: _Links(path) for path in site.rglob("*.html")}


def find_broken_links(site: Path, pages: dict[Path, _Links]) -> Iterator[str]:
    for path, page in pages.items():
        outside = {link for link in page.links if urlsplit(link).scheme in ("https", "http", "mailto")}
        for link in {*page.links, *page.sources} - outside:
            way = urlsplit(link)
            goal = Path(posixpath.normpath(path.parent / unquote(way.path))) if way.path else path
            anchors = {*pages[goal].anchors, "__top"} if goal in pages else set()
            if not goal.is_file() or not goal.is_relative_to(site) or (way.fragment and way.fragment not in anchors):
                yield f"{path}: {link}"


@pytest.mark.parametrize("site", ["sample_site", "hostile_site", "example_site"])
def test_every_link_holds_and_every_anchor_stands_once(site: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(site)
    pages = read_pages(folder)
    assert list(find_broken_links(folder, pages)) == []
    assert [path for path, page in pages.items() if len(set(page.anchors)) < len(page.anchors)] == []


def test_no_sentence_ends_twice(example_site: Path) -> None:
    for path in example_site.rglob("*.html"):
        words = re.sub(r"<(script|style|svg)\b.*?</\1>|<[^>]+>", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert re.search(r"[^.]\.\.(?!\.)", html.unescape(words)) is None, path


def test_the_site_holds_what_it_needs_and_nothing_of_the_builder(sample_site: Path) -> None:
    for language in ("en", "ru", "sl"):
        for name in ("index.html", "visit.html", "standards/dress.html", "yard.svg", "company.css", "moral-code.html"):
            assert (sample_site / language / name).is_file(), name
    assert not [path for path in sample_site.rglob("*") if path.suffix in (".map", ".md", ".py", ".j2", ".xml", ".yml")]
    page = (sample_site / "sl/visit.html").read_text(encoding="utf-8")
    assert '<html lang="sl"' in page
    assert "<title>Obisk - Brick &amp; Mortar</title>" in page
    assert "Naša trgovina" in page


def test_the_search_index_is_small_and_says_what_pages_say(sample_site: Path) -> None:
    text = (sample_site / "ru/search/search_index.json").read_text(encoding="utf-8")
    index = json.loads(text)
    assert "\\u04" not in text
    assert index["config"]["lang"] == ["en"]
    found = {entry["location"]: entry["text"] for entry in index["docs"]}
    assert "Записывает жалобу" in found["standards/complaint-handling.html#steps"]
    assert (sample_site / "ru/search/search_index.js").read_text(encoding="utf-8") == f"var __index = {text}"


def test_one_language_is_built_in_this_process(tmp_path: Path) -> None:
    kit = make_kit({"kind": "company", "name": "Acme", "languages": ["sl"]}, folder=tmp_path)
    built = build_handbook(kit, {}, tmp_path / "site", strict=True)
    assert (built.languages, built.pages, built.warnings) == (("sl",), 1, ())
    assert 'hreflang="en"' not in (tmp_path / "site/sl/index.html").read_text(encoding="utf-8")


def test_a_language_that_the_theme_does_not_speak_is_built(tmp_path: Path) -> None:
    kit = make_kit({"kind": "company", "name": "Acme", "languages": ["xx"]}, folder=tmp_path)
    build_handbook(kit, {}, tmp_path / "site", strict=True)
    assert '<html lang="xx"' in (tmp_path / "site/xx/index.html").read_text(encoding="utf-8")


def test_the_public_site_has_no_health(tmp_path: Path) -> None:
    copy_sample(tmp_path / "kit", "en")
    kit = load_kit(tmp_path / "kit", "en", TODAY)
    site = build_handbook(kit, score_sample(kit), tmp_path / "site", strict=True, public=True).folder
    assert not list(site.rglob("health*"))
    assert not [path for path in site.rglob("*.html") if "An effort is no act" in path.read_text(encoding="utf-8")]
    assert list(find_broken_links(site, read_pages(site))) == []


def test_strict_stops_at_a_warning_and_keeps_the_old_handbook(tmp_path: Path) -> None:
    copy_sample(tmp_path / "kit", "en", "sl")
    lines = ["# Bad", "[a](nowhere.md)", "[b](standards/delivery.md#nothing)", "![c](https://example.org/p.png)"]
    (tmp_path / "kit/site/pages/bad.md").write_text("\n\n".join(lines), encoding="utf-8")
    kit = load_kit(tmp_path / "kit", "en", TODAY)
    out = tmp_path / "site"
    warnings = build_handbook(kit, {}, out).warnings
    assert len(warnings) == 6
    for told in ("nowhere.md", "nothing", "https://example.org/p.png"):
        assert sum(told in warning for warning in warnings) == 2
    (out / "note").touch()
    with pytest.raises(PolicyKitError, match=r"nowhere\.md"):
        build_handbook(kit, {}, out, strict=True)
    assert (out / "note").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kit", "site"]


def test_a_hand_written_page_does_nothing_but_read(tmp_path: Path) -> None:
    copy_sample(tmp_path / "kit", "en")
    page = '---\ntitle: "</title><script>x</script>"\n---\n# Hi\n\n<script>y</script><p onclick=z>ok</p>{{ 1+1 }}\n'
    (tmp_path / "kit/site/pages/bad.md").write_text(page)
    site = build_handbook(load_kit(tmp_path / "kit", "en", TODAY), {}, tmp_path / "site", strict=True).folder
    html = (site / "en/bad.html").read_text(encoding="utf-8")
    assert "<script>x" not in html
    assert "<script>y" not in html
    assert "onclick=z" not in html
    assert "{{ 1+1 }}" in html


def test_a_page_on_which_the_builder_chokes_is_an_error_in_a_sentence(tmp_path: Path) -> None:
    copy_sample(tmp_path / "kit", "en", "sl")
    (tmp_path / f"kit/site/pages/{'x' * 251}.md").write_text("# Its page has too long a name\n")
    with pytest.raises(PolicyKitError, match="File name too long"):
        build_handbook(load_kit(tmp_path / "kit", "en", TODAY), {}, tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_modules_in_the_folder_of_the_user_are_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "yaml.py").write_text("raise SystemExit('run!')")
    (tmp_path / "markdown.py").write_text("raise SystemExit('run!')")
    monkeypatch.chdir(tmp_path)
    copy_sample(tmp_path / "kit", "en", "sl")  # two of them, so that processes of their own build them
    assert build_handbook(load_kit(tmp_path / "kit", "en", TODAY), {}, tmp_path / "site").pages > 10
    assert "yaml" in sys.modules


def test_without_a_company_there_is_no_handbook(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"standards/company\.yml"):
        build_handbook(make_kit(), {}, tmp_path / "site")


def test_languages_are_told_as_they_are_done(tmp_path: Path) -> None:
    told: list[str] = []
    build_handbook(load_sample(), {}, tmp_path / "site", tell=told.append)
    assert told == ["en", "ru", "sl"]
