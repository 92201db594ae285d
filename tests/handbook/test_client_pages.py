"""The guide and the pages on clients: what they show, what they keep from the public, and their drawings."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from policy_kit.documents import Duration, TimeUnit
from policy_kit.handbook.drawings import LifeStage, Member, draw_life_cycle, draw_team
from policy_kit.handbook.edition import Edition
from policy_kit.handbook.pages import write_sections
from policy_kit.handbook.site.gate import clean_page
from policy_kit.handbook.wording import Wording
from tests.conftest import Snapshot
from tests.handbook.kits import TODAY, load_sample, make_kit, score_sample

SNAPSHOTS = Path(__file__).parent / "snapshots"
COMPANY = {"kind": "company", "name": "Acme", "languages": ["en"], "roles": [{"id": "boss", "title": "Boss"}]}


def write_pages(*documents: Mapping[str, Any], public: bool = False, language: str = "en") -> dict[str, str]:
    """The Markdown of every page, by address; without documents, those of the sample."""
    kit = make_kit(COMPANY, *documents) if documents else load_sample()
    edition = Edition(kit, {} if documents else score_sample(kit), language, public=public)
    return {page.uri: page.markdown for section in write_sections(edition) for page in section.pages}


def document(kind: str, **fields: Any) -> dict[str, Any]:
    return {"kind": kind, "title": kind.title(), "effective": TODAY, "owner": "boss", **fields}


CHANNELS = document("channels", channels=[{"id": "post", "title": "Post", "purpose": "Papers"}])
STANDARD = document("standard", id="secret-letters", statement="S", internal=True)
JOB = {"kind": "job-description", "title": "Clerk", "id": "clerk", "effective": TODAY, "purpose": "P"}


@pytest.mark.parametrize(
    "name",
    [
        "sl/guide.md",
        "en/clients/index.md",
        "ru/clients/typology.md",
        "en/clients/segments.md",
        "sl/clients/segments.md",
        "ru/clients/channels.md",
    ],
)
def test_pages_look_as_they_did(name: str, snapshot: Snapshot) -> None:
    language, _, uri = name.partition("/")
    snapshot(SNAPSHOTS / name, write_pages(language=language)[uri])


def test_a_kit_without_such_documents_has_no_such_pages() -> None:
    assert not [uri for uri in write_pages(JOB) if uri.startswith("clients/") or uri == "guide.md"]


def test_one_document_is_enough() -> None:
    pages = write_pages(CHANNELS)
    assert [uri for uri in pages if uri.startswith("clients/")] == ["clients/index.md", "clients/channels.md"]
    assert "guide.md" not in pages["index.md"]


def test_the_public_sees_neither_types_nor_segments() -> None:
    pages = write_pages(public=True)
    assert [uri for uri in pages if uri.startswith("clients/")] == ["clients/index.md", "clients/channels.md"]
    assert "guide.md" in pages
    told = "".join(pages.values())
    assert "Masons" not in told
    assert "Shouts" not in told
    assert "typology" not in told
    assert "segments" not in told


def test_types_may_be_shown_to_the_public_on_purpose() -> None:
    typology = document("typology", criteria=[{"id": "a", "title": "A", "types": [{"id": "b", "title": "B"}]}])
    assert "clients/typology.md" not in write_pages(typology, public=True)
    assert "clients/typology.md" in write_pages({**typology, "internal": False}, public=True)


def test_any_document_can_be_kept_from_the_public_and_is_not_even_named_there() -> None:
    job = {**JOB, "duties": [{"id": "a", "text": "Writes", "standard": "secret-letters"}]}
    code = document("moral-code", principles=[{"id": "a", "principle": "P", "standards": ["secret-letters"]}])
    channels = {**CHANNELS, "standard": "secret-letters"}
    inside = write_pages(STANDARD, job, code, channels)
    outside = write_pages(STANDARD, job, code, channels, public=True)
    assert "standards/secret-letters.md" in inside
    assert "secret-letters" in inside["jobs/clerk.md"]
    assert "secret" not in "".join(f"{uri}{text}" for uri, text in outside.items())
    assert (
        "Clerk"
        in write_pages({**JOB, "internal": True}, {**CHANNELS, "owner": "clerk"}, public=True)["clients/channels.md"]
    )


def test_a_client_who_shouts_is_found_by_a_heading_of_its_own() -> None:
    page = write_pages()["clients/typology.md"]
    assert "### Loud {: #type-loud .pk-type }" in page
    assert '<a href="#type-loud">Loud</a>' in page
    assert "../standards/complaint-handling.html" in page


def test_the_levels_stand_beside_each_other_and_say_where_they_promise_nothing() -> None:
    page = write_pages()["clients/segments.md"]
    row = page[page.index(">Bricks</th>") :].split("</tr>")[0]
    assert "<b>1&#46;5 days</b>" in row
    assert row.count("<td") == 2
    assert ">–</td>" in row
    assert '<a href="channels.html#channel-telephone">' in page


@pytest.mark.parametrize(
    ("language", "number", "unit", "said"),
    [
        ("en", 1, "working-hours", "1 working hour"),
        ("en", 0.5, "hours", "0.5 hours"),
        ("ru", 2, "working-days", "2 рабочих дня"),
        ("ru", 5, "working-hours", "5 рабочих часов"),
        ("ru", 21, "minutes", "21 минута"),
        ("sl", 2, "working-hours", "2 delovni uri"),
        ("sl", 3, "days", "3 dnevi"),
        ("sl", 1.5, "weeks", "1,5 tedna"),
    ],
)
def test_a_time_is_said_as_one_says_it(language: str, number: float, unit: str, said: str) -> None:
    assert Wording(language, "en").duration(Duration(number=number, unit=TimeUnit(unit))) == said


@pytest.mark.parametrize("language", ["en", "ru", "sl"])
def test_every_unit_has_words(language: str) -> None:
    for unit in TimeUnit:
        assert "7" in Wording(language, "en").duration(Duration(number=7, unit=unit))


LONG = "Ответственный за высокопроизводительное обслуживание <b>{x}</b>"


@pytest.mark.parametrize("count", [1, 2, 5, 12])
def test_the_life_of_a_client_is_drawn_for_phone_and_desk(count: int) -> None:
    stages = [LifeStage(f"{LONG} {n}", f"#stage-{n}", [(LONG, "#a"), ("B", "#b")]) for n in range(count)]
    drawn = draw_life_cycle(stages, LONG)
    assert drawn.count("<svg") == (2 if count <= 5 else 1)
    assert "<b>" not in drawn
    assert drawn.count('class="pk-flow-dot"') == count * drawn.count("<svg")
    assert clean_page(drawn).count("<a ") == drawn.count("<a ") == 3 * count * drawn.count("<svg")


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_the_team_is_drawn_for_phone_and_desk(count: int) -> None:
    members = [Member(f"{LONG} {n}", "a.html" if n else "", LONG) for n in range(count)]
    drawn = draw_team(members, "Client", "Together", LONG)
    assert drawn.count("<svg") == (2 if count <= 3 else 1)
    assert "<b>" not in drawn
    assert drawn.count("pk-org-box--bare") == drawn.count("<svg")
    assert drawn.count('class="pk-flow-label"') == 2 * drawn.count("<svg")
