"""The pages as Markdown for another generator: plain, linked, with their drawings, and nothing in them runs."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from policy_kit.errors import UsageError
from policy_kit.handbook.exporting import export_markdown
from policy_kit.handbook.html_tree import read_html
from policy_kit.handbook.plain_markdown import MarkdownWriter
from policy_kit.kit import load_kit
from tests.conftest import MakeOnce
from tests.handbook.kits import HOSTILE, TODAY, copy_sample, load_sample, make_hostile_kit, score_hostile, score_sample


@pytest.fixture(scope="session")
def exported(make_once: MakeOnce) -> Path:
    kit = load_sample()
    return make_once("exported", lambda out: export_markdown(kit, score_sample(kit), out))


def run(folder: Path, *command: str) -> str:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}
    done = subprocess.run([sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_mkdocs_builds_the_pages_without_a_warning(exported: Path, tmp_path: Path) -> None:
    pages = shutil.copytree(exported, tmp_path / "pages")
    said = run(pages, "mkdocs", "build", "--strict")
    assert "no such anchor" not in said
    assert (pages / "site/sl/standards/complaint-handling.html").is_file()


@pytest.mark.skipif(not importlib.util.find_spec("zensical"), reason="Zensical is not installed")
def test_zensical_builds_the_pages(exported: Path, tmp_path: Path) -> None:
    pages = shutil.copytree(exported, tmp_path / "pages")
    run(pages, "zensical", "build", "--clean")
    page = (pages / "site/ru/standards/complaint-handling.html").read_text(encoding="utf-8")
    assert "Записывает жалобу" in page
    assert 'href="../jobs/office.html"' in page


def test_the_settings_name_languages_and_navigation(exported: Path) -> None:
    settings = yaml.safe_load((exported / "mkdocs.yml").read_text(encoding="utf-8"))
    assert [one["lang"] for one in settings["extra"]["alternate"]] == ["en", "ru", "sl"]
    assert [next(iter(part)) for part in settings["nav"]] == ["English", "Русский", "Slovenščina"]
    assert settings["theme"]["name"] == "material"
    assert settings["site_name"] == "Brick & Mortar"


def test_a_page_is_plain_markdown_with_front_matter(exported: Path) -> None:
    page = (exported / "docs/en/standards/complaint-handling.md").read_text(encoding="utf-8")
    assert page.startswith("---\ntitle: ")
    assert re.search(r"^## .+ \{#steps\}$", page, re.MULTILINE)
    assert re.search(r"\]\(\.\./jobs/office\.md\)", page)
    assert set(re.findall(r"</?([a-z]\w*)", page)) <= {"a", "br"}
    assert ".html" not in page


def test_drawings_lie_beside_the_pages(exported: Path) -> None:
    page = (exported / "docs/en/standards/complaint-handling.md").read_text(encoding="utf-8")
    named = re.findall(r"!\[([^\]]+)\]\(([^)]+\.svg)\)", page)
    assert named
    for _, address in named:
        drawing = ElementTree.fromstring((exported / "docs/en/standards" / address).read_text(encoding="utf-8"))  # noqa: S314
        assert drawing.get("viewBox")
        assert "--pk-ink:" in "".join(drawing.itertext())


def test_a_folder_of_somebody_else_stays(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(UsageError, match="was not made by policy-kit build"):
        export_markdown(load_sample(), {}, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_second_export_replaces_the_first(tmp_path: Path) -> None:
    kit = load_kit(copy_sample(tmp_path / "kit", "en"), "en", TODAY)
    export_markdown(kit, {}, tmp_path / "pages")
    (tmp_path / "pages/docs/en/stale.md").touch()
    export_markdown(kit, {}, tmp_path / "pages", public=True)
    assert not (tmp_path / "pages/docs/en/stale.md").exists()
    assert not (tmp_path / "pages/docs/en/health").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kit", "pages"]


def test_hostile_texts_do_nothing_in_another_generator_either(tmp_path: Path) -> None:
    kit = make_hostile_kit()
    export_markdown(kit, score_hostile(kit), tmp_path / "pages")
    run(tmp_path / "pages", "mkdocs", "build")
    answer = kit.answers[0].answers[0]
    for name in ("policy/q0", "standards/s", "jobs/clerk", "moral-code"):
        page = (tmp_path / f"pages/site/en/{name}.html").read_text(encoding="utf-8")
        elements = list(read_html(page[page.index("<article") : page.index("</article>")]).walk())
        assert not [one.tag for one in elements if one.tag in ("script", "iframe", "object", "b", "i", "style")]
        assert not [name for one in elements for name in one.attributes if name.startswith("on")]
        addresses = [one.attributes.get("href") or one.attributes.get("src") or "" for one in elements]
        assert not [one for one in addresses if "javascript" in one or one.endswith("p.png")]
    shown = read_html((tmp_path / "pages/site/en/policy/q0.html").read_text(encoding="utf-8")).read()
    assert " ".join(str(answer.answer).split())[:60] in shown


@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_reads_as_it_was_written(text: str) -> None:
    import markdown  # type: ignore[import-untyped]

    page = read_html("<p></p><ul><li></li></ul><table><tr><th>a</th></tr><tr><td></td></tr></table>")
    for one in page.walk():
        if one.tag in ("p", "li", "td"):
            one.children = [text]
    made = MarkdownWriter(lambda address: address, lambda _: "").write(page)
    shown = read_html(markdown.markdown(made, extensions=["tables", "attr_list"]))
    for tag in ("p", "li", "td"):
        element = next(one for one in shown.walk() if one.tag == tag)
        assert element.read() == " ".join(text.split()), tag
