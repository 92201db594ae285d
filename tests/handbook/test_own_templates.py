"""A company's own templates take the place of ours, reach nothing but the page's values, and pass the gate."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from policy_kit.errors import PolicyKitError, UsageError
from policy_kit.handbook import build_handbook
from policy_kit.handbook.building import make_jobs
from policy_kit.handbook.edition import Edition
from policy_kit.handbook.own_templates import OwnTemplate
from policy_kit.handbook.pages import write_sections
from policy_kit.handbook.site.site import Site
from policy_kit.kit import load_kit
from tests.handbook.conftest import ROOT
from tests.handbook.kits import TODAY, copy_sample

JOB = "site/templates/job.md.j2"
FOOT = "site/theme/partials/footer.html"


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    return copy_sample(tmp_path / "kit", "en")


def show(kit: Path, uri: str = "jobs/office.md", **files: str) -> str:
    """A page of the kit with these files added to it."""
    for name, text in files.items():
        path = kit / {"job": JOB, "foot": FOOT, "settings": "site/mkdocs.yml"}[name]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    job = next(iter(make_jobs(load_kit(kit, "en", TODAY), {}, kit / "site/public", public=False)))
    return Site(job).build_page(uri).html.decode()


def test_a_page_template_takes_the_place_of_ours_by_its_name(kit: Path) -> None:
    assert "Ours: Office" in show(kit, job="# Ours: {{ text(job.title) }}\n")


def test_a_page_template_may_go_on_from_ours(kit: Path) -> None:
    page = show(
        kit, job='{% extends "original/job.md.j2" %}{% block head %}{{ super() }}\n\nHello there.{% endblock %}'
    )
    assert "Hello there." in page
    assert 'id="duties"' in page


def test_a_part_of_the_frame_takes_the_place_of_ours(kit: Path) -> None:
    page = show(kit, foot="<footer>{{ site_name }}, {{ page.title }}</footer>{{ original }}")
    assert re.search(r"<footer>Brick &amp; Mortar, \w.*</footer>", page)
    assert "md-footer" in page


def test_behind_the_fence_all_our_own_templates_still_work() -> None:
    """In one language: the templates are the same in all of them."""
    kit = load_kit(ROOT)
    fence = (("none.md.j2", OwnTemplate("none", "")),)
    free, fenced = (
        write_sections(Edition(kit, {}, kit.languages[0], public=False, templates=templates))
        for templates in ((), fence)
    )
    for ours, theirs in zip(free, fenced, strict=True):
        for one, other in zip(ours.pages, theirs.pages, strict=True):
            assert one.markdown == other.markdown


ESCAPES = [
    "{{ ''.__class__.__mro__ }}",
    "{{ ''['__class__'] }}",
    "{{ ''|attr('__class__') }}",
    "{{ job.__init__.__globals__ }}",
    "{{ job.model_dump() }}",
    "{{ job.parse_file('/etc/passwd') }}",
    "{{ edition.kit.folder.read_text() }}",
    "{{ edition.kit.folder }}",
    "{{ edition.kit.folder.joinpath('x').open() }}",
    "{{ to.__globals__ }}",
    "{{ standard_uri.func }}",
    "{{ say.__self__.phrases.find('x') }}",
    "{{ wording.phrases.find('handbook') }}",
    "{{ say('../../x') }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ lipsum.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ namespace.__class__ }}",
    "{{ '{0.__class__}'.format(job) }}",
    "{% include '/etc/passwd' %}",
    "{% include '../../standards/company.yml' %}",
    "{% import 'os' as os %}",
    "{{ 'x' * 99999999 }}",
    "{{ [0] * 9999 }}",
    "{{ 9 ** 99999999 }}",
    "{{ range(99999999)|list }}",
]


@pytest.mark.parametrize("escape", ESCAPES)
def test_a_page_template_cannot_leave_its_fence(kit: Path, escape: str) -> None:
    with pytest.raises(PolicyKitError, match=r"^site/templates/job\.md\.j2:2 "):
        show(kit, job=f"# Title\n{escape}\n")


PART_ESCAPES = [
    "{{ page.file }}",
    "{{ config }}",
    "{{ config.theme }}",
    "{{ nav }}",
    "{{ own_parts }}",
    "{{ original.__class__ }}",
    "{% include 'partials/header.html' %}",
    "{{ page['__class__'] }}",
    "{{ page.clear() }}{{ page.title }}",
]


@pytest.mark.parametrize("escape", PART_ESCAPES)
def test_a_part_of_the_frame_cannot_leave_its_fence(kit: Path, escape: str) -> None:
    with pytest.raises(PolicyKitError, match=r"^site/theme/partials/footer\.html:2 "):
        show(kit, foot=f"\n{escape}\n")


@pytest.mark.parametrize("where", ["job", "foot"])
def test_what_a_template_makes_passes_the_gate(kit: Path, where: str) -> None:
    evil = '<script>alert("evil")</script><p onclick="evil()">fine</p><iframe src="https://evil.example"></iframe>'
    page = show(kit, **{where: f"# T\n\n<div>{evil}<img src=https://evil.example/p.png></div>"})
    assert "fine" in page
    assert "evil" not in page


@pytest.mark.parametrize(
    ("where", "text", "line"),
    [("job", "# A\n\n{% if %}\n", 3), ("job", "# A\n{{ nothing.here }}", 2), ("foot", "a\n{{ nope }}", 2)],
)
def test_a_broken_template_is_told_with_its_line_and_the_old_handbook_stays(
    kit: Path, tmp_path: Path, where: str, text: str, line: int
) -> None:
    out = build_handbook(load_kit(kit, "en", TODAY), {}, tmp_path / "out").folder
    before = (out / "en/index.html").read_bytes()
    path = kit / {"job": JOB, "foot": FOOT}[where]
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PolicyKitError, match=rf"{re.escape(path.relative_to(kit).as_posix())}:{line} ") as refusal:
        build_handbook(load_kit(kit, "en", TODAY), {}, out)
    assert not isinstance(refusal.value, UsageError)
    assert (out / "en/index.html").read_bytes() == before


def test_letters_and_mark_come_from_the_settings(kit: Path) -> None:
    for name in ("fonts/Text.woff2", "marks/ours.svg"):
        (kit / "site/theme" / name).parent.mkdir(parents=True)
        (kit / "site/theme" / name).write_bytes(b"<svg/>")
    settings = "theme: {logo: marks/ours.svg, favicon: marks/ours.svg, font: {text: fonts/Text.woff2}}\n"
    page = show(kit, settings=settings)
    assert 'src="../marks/ours.svg"' in page
    job = next(iter(make_jobs(load_kit(kit, "en", TODAY), {}, kit / "site/public", public=False)))
    assert 'url("../fonts/Text.woff2") format("woff2")' in replace(job).colours


def test_a_font_from_elsewhere_is_refused(kit: Path) -> None:
    with pytest.raises(UsageError, match=r"site/mkdocs\.yml: There is no https://fonts\.example/x\.woff2"):
        show(kit, settings="theme: {font: {text: 'https://fonts.example/x.woff2'}}\n")
