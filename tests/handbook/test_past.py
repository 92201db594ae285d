"""Pages tell what was released, what changed, who approved and who signed; and what is new stands in one place."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from policy_kit.handbook.edition import Edition
from policy_kit.handbook.feeds import write_feeds
from policy_kit.handbook.pages import Page, write_sections
from policy_kit.handbook.pages.news import list_news
from tests.actions.records import LETTERS, TODAY, edit, load, make_kit, release, sign


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """Released, signed by one of two, changed, and released again; then changed once more."""
    folder = make_kit(tmp_path / "kit")
    release(folder)
    sign(folder, "ana-novak")
    edit(folder, "within 2 days", "within 1 day")
    release(folder)
    sign(folder, "boris-kos")
    return folder


def make_edition(folder: Path, *, public: bool = False) -> Edition:
    return Edition(load(folder), {}, "en", public=public, today=TODAY)


def write_pages(folder: Path, *, public: bool = False) -> dict[str, Page]:
    sections = write_sections(make_edition(folder, public=public))
    return {page.uri: page for section in sections for page in section.pages}


def read(folder: Path, uri: str, *, public: bool = False) -> str:
    return write_pages(folder, public=public)[uri].markdown.replace("&#46;", ".").replace("&#58;", ":")


def test_a_document_tells_its_releases_approvals_and_changes(kit: Path) -> None:
    page = read(kit, "jobs/clerk.md")
    assert "Release 2, in force since 1 January 2026" in page
    assert "Approved by: Director, 20 December 2025" in page
    assert page.index("What changed in release 2") < page.index("Release 1, 1 June 2026")
    assert "<del>" in page or "within 2 days" in page
    assert "nobody has signed this" not in page


def test_a_changed_text_says_that_nobody_has_signed_it(kit: Path) -> None:
    edit(kit, "within 1 day", "within an hour")
    page = read(kit, "jobs/clerk.md")
    assert "Changed since release 2; nobody has signed this." in page
    assert "pk-on-paper" not in page  # nobody should sign by hand what is not released
    assert "within an hour" not in read(kit, "news/index.md").split("June 2026")[1]
    assert "Changed, not yet released" in read(kit, "news/index.md")


def test_within_the_company_one_sees_who_has_signed_and_who_has_not(kit: Path) -> None:
    page = read(kit, "jobs/clerk.md")
    assert "<b>Boris Kos</b>: signed on 1 June 2026" in page
    assert "<b>Ana Novak</b>: signed release 1 on 1 June 2026; must sign anew" in page
    assert "1 person has signed. 1 signature has lapsed: it stands under an earlier text." in page


def test_the_public_sees_no_name_and_no_text_that_is_not_released(kit: Path) -> None:
    release(kit, "letters", by="Ana Novak=2025-12-20")
    edit(kit, "within 1 day", "within an hour")
    told = "".join(page.markdown for page in write_pages(kit, public=True).values())
    assert "Novak" not in told
    assert "Boris" not in told
    assert "nobody has signed" not in told
    assert "not yet released" not in told
    assert "Release 2" in told


def test_what_is_new_has_a_page_and_one_for_each_post(kit: Path) -> None:
    release(kit, "letters")
    page = read(kit, "news/index.md")
    assert page.count('class="pk-news"') == 3
    assert 'href="../jobs/clerk.html#releases"' in page
    assert 'href="clerk.html"' in page
    own = read(kit, "news/clerk.md")
    assert "What&#39;s new for the post “Clerk”" in own or "What's new for the post “Clerk”" in own
    assert own.count('class="pk-news"') == 3
    assert "What has changed for this post" in read(kit, "jobs/clerk.md")


def test_without_releases_there_is_nothing_new(tmp_path: Path) -> None:
    folder = make_kit(tmp_path / "kit")
    pages = write_pages(folder)
    assert [uri for uri in pages if uri.startswith("news/")] == []
    assert "What has changed for this post" not in pages["jobs/clerk.md"].markdown
    assert write_feeds(make_edition(folder), [], "Acme", "") == {}


@pytest.mark.parametrize("address", ["", "https://handbook.example/"])
def test_feeds_hold_every_release_and_lead_to_it(kit: Path, address: str) -> None:
    edit(kit, "Letters", "<Letters> & “more”", LETTERS)
    release(kit, "letters")
    edition = make_edition(kit)
    pages = [page for section in write_sections(edition) for page in section.pages]
    feeds = write_feeds(edition, list_news(edition, pages), "Acme & Co", address)
    base = "https://handbook.example/en/" if address else ""
    items = ElementTree.fromstring(feeds["feed.xml"]).findall("channel/item")  # noqa: S314  our own
    told = json.loads(feeds["feed.json"])
    assert [item.findtext("title") for item in items] == [item["title"] for item in told["items"]]
    assert "<Letters> & “more”: Release 1" in [item["title"] for item in told["items"]]
    assert {item["url"] for item in told["items"]} == {
        f"{base}jobs/clerk.html#releases",
        f"{base}standards/letters.html#releases",
    }
    assert len({item["id"] for item in told["items"]}) == 3


def test_hostile_words_of_a_release_do_nothing(kit: Path) -> None:
    edit(kit, "within 1 day", "within <img src=x onerror=alert(1)> *3* days")
    release(kit)
    page = write_pages(kit)["jobs/clerk.md"].markdown
    assert "<img" not in page
    assert "*3*" not in page
