"""Pages bound into one: no anchor meets another, and every link still leads where it led."""

import re

from policy_kit.handbook.edition import Edition
from policy_kit.handbook.pages import write_sections
from policy_kit.handbook.pages.binding import bind_pages
from policy_kit.handbook.pages.page import Page
from tests.handbook.kits import load_sample, score_sample

FRONT = "---\ntitle: x\n---\n"


def make_page(uri: str, body: str) -> Page:
    return Page(uri, "Title", f"{FRONT}# Title {{: #top }}\n\n{body}\n")


def test_headings_go_a_step_lower_and_keep_to_their_part() -> None:
    bound = bind_pages(
        [make_page("jobs/a.md", "## Duties {: #duties }"), make_page("b.md", "## Duties {: #duties }")], "packs/a.md"
    )
    assert "title: x" not in bound
    assert "## Title {: .pk-bound #part-1-top }" in bound
    assert "### Duties {: #part-1-duties }" in bound
    assert "### Duties {: #part-2-duties }" in bound


def test_links_lead_to_the_part_or_out_to_the_page() -> None:
    body = (
        '<a href="#d">own</a> <a href="../standards/s.html#x">part</a> <a href="../standards/other.html">page</a> '
        '<a href="index.html">near</a> <a href="https://example.org/a.html">out</a> <p id="d"></p>'
    )
    bound = bind_pages([make_page("jobs/a.md", body), make_page("standards/s.md", "")], "packs/a.md")
    links = re.findall(r'href="([^"]*)"', bound)
    assert links == [
        "#part-1-d",
        "#part-2-x",
        "../standards/other.html",
        "../jobs/index.html",
        "https://example.org/a.html",
    ]
    assert ' id="part-1-d"' in bound


def test_a_pack_holds_what_speaks_of_the_post_each_anchor_once() -> None:
    kit = load_sample()
    sections = write_sections(Edition(kit, score_sample(kit), "en", public=False))
    packs = {page.uri: page.markdown for section in sections if not section.listed for page in section.pages}
    assert packs.keys() == {f"packs/{job}.md" for job in kit.jobs}
    for markdown in packs.values():
        anchors = re.findall(r'(?:\{:[^}\n]*#| id=")([\w-]+)', markdown)
        assert len(anchors) == len(set(anchors))
        local = set(re.findall(r'href="#([^"]+)"', markdown))
        assert local <= set(anchors)
        assert "exclude: true" in markdown
