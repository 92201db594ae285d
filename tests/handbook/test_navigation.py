"""Where hand-written pages stand, in which language, and under which name."""

from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from policy_kit.errors import UsageError
from policy_kit.handbook.edition import Edition
from policy_kit.handbook.files import OwnFiles, read_own_files
from policy_kit.handbook.navigation import place_own_pages
from policy_kit.handbook.own_pages import pick_papers, write_own_pages
from policy_kit.handbook.pages import Page, Section
from policy_kit.languages import load_phrases
from tests.handbook.kits import SAMPLE, load_sample, make_kit

OURS = [
    Section("", (Page("index.md", "Start", ""),)),
    Section("Standards", (Page("standards/index.md", "Standards", ""), Page("standards/a.md", "A", ""))),
]
COMPANY = {"kind": "company", "name": "Acme", "languages": ["en"]}
JOB = {"kind": "job-description", "id": "boss", "title": "Head of all", "effective": "2026-01-01", "purpose": "Leads."}


def place(own: OwnFiles, language: str = "en") -> list[Section]:
    return place_own_pages(OURS, write_own_pages(own, Edition(load_sample(), {}, language, public=False)))


def write(**pages: str) -> OwnFiles:
    return OwnFiles({f"{name.replace('__', '/')}.md": text for name, text in pages.items()}, {}, {})


def list_uris(sections: list[Section]) -> list[tuple[str, list[str]]]:
    return [(section.title, [page.uri for page in section.pages]) for section in sections]


def test_pages_stand_in_their_section_or_after_ours() -> None:
    own = write(standards__b="# B", visit="# Visit", house__index="# The house", house__roof="# Roof", big_yard__x="")
    assert list_uris(place(own)) == [
        ("", ["index.md"]),
        ("Standards", ["standards/index.md", "standards/a.md", "standards/b.md"]),
        ("", ["visit.md"]),
        ("Big yard", ["big_yard/x.md"]),
        ("The house", ["house/index.md", "house/roof.md"]),
    ]


def test_a_page_with_the_address_of_ours_takes_its_place() -> None:
    sections = place(write(index="# Welcome", standards__a="# Mine"))
    assert list_uris(sections) == list_uris(OURS)
    assert sections[0].pages[0].title == "Welcome"
    assert sections[1].pages[1].title == "Mine"


def test_every_language_has_every_page() -> None:
    own = read_own_files(SAMPLE, load_phrases("en"))
    titles = {
        language: {page.uri: page.title for section in place(own, language) for page in section.pages}
        for language in ("en", "ru", "sl")
    }
    assert titles["en"].keys() == titles["ru"].keys() == titles["sl"].keys()
    assert titles["sl"]["visit.md"] == "Obisk"
    assert titles["ru"]["visit.md"] == "Coming to us"


def test_a_lent_page_says_so() -> None:
    page = place(write(sl__history="# Zgodovina\n\nOd 1950."), "ru")[-1].pages[0]
    assert "ещё не переведена" in page.markdown
    assert '<div lang="sl" markdown="block">' in page.markdown


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# One *two* #\n", "One *two*"),
        ("---\ntitle: <b>\n---\n# Two", "<b>"),
        ("text only", "My page"),
        ("---\ntemplate: x.html\nhide: [x]\n---\n", "My page"),
    ],
)
def test_the_title_comes_from_front_matter_heading_or_file(text: str, title: str) -> None:
    page = place(write(my_page=text))[-1].pages[0]
    assert page.title == title
    assert "template" not in page.markdown


def test_front_matter_is_read_as_carefully_as_documents() -> None:
    with pytest.raises(UsageError, match=r"site/pages/bad\.md:2:"):
        place(write(bad=f"---\n{'[' * 30_000}\n---\n"))


def test_papers_of_a_language_come_first() -> None:
    papers = {name: Path(name) for name in ("map.png", "ru/map.png", "sl/list.pdf")}
    own = replace(write(), papers=papers)
    kit = load_sample()
    assert pick_papers(own, Edition(kit, {}, "ru", public=False)) == {
        "list.pdf": "sl/list.pdf",
        "map.png": "ru/map.png",
    }
    assert pick_papers(own, Edition(kit, {}, "en", public=False)) == {"list.pdf": "sl/list.pdf", "map.png": "map.png"}


def test_a_page_may_ask_for_its_place() -> None:
    own = write(standards__b="---\norder: 1\n---\n# B", visit="---\norder: 1\n---\n# Visit", house__index="# House")
    assert list_uris(place(own)) == [
        ("", ["index.md"]),
        ("", ["visit.md"]),
        ("Standards", ["standards/index.md", "standards/b.md", "standards/a.md"]),
        ("House", ["house/index.md"]),
    ]


@pytest.mark.parametrize("order", ["0", "first", "true", "-1", "1.5"])
def test_a_place_is_a_number(order: str) -> None:
    with pytest.raises(UsageError, match=r"site/pages/b\.md: “order”"):
        place(write(b=f"---\norder: {order}\n---\n# B"))


def test_a_hand_written_page_has_the_foot_of_every_page() -> None:
    own = write(visit="---\nowner: director\n---\n# Visit", ru__visit="# Визит")
    found = {language: unescape(place(own, language)[-1].pages[0].markdown) for language in ("en", "ru", "sl")}
    assert 'class="pk-page-foot"' in found["en"]
    assert "Director" in found["en"]
    assert "https://brick.example/kit/edit/main/site/pages/visit.md" in found["en"]
    assert "https://brick.example/kit/edit/main/site/pages/ru/visit.md" in found["ru"]
    assert "https://brick.example/kit/edit/main/site/pages/visit.md" in found["sl"]


def test_the_owner_of_a_page_is_a_post() -> None:
    with pytest.raises(UsageError, match=r"site/pages/visit\.md: there is no post “boss”.*director"):
        place(write(visit="---\nowner: boss\n---\n# Visit"))


def test_the_public_is_told_the_name_of_an_owner_whose_job_description_stays_within_the_company() -> None:
    kit = make_kit(COMPANY, {**JOB, "internal": True})
    edition = Edition(kit, {}, "en", public=True)
    (page,) = write_own_pages(write(visit="---\nowner: boss\n---\n# Visit"), edition)
    assert "Head of all" in unescape(page.markdown)
    assert "jobs/" not in page.markdown
