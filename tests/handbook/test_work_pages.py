"""The pages on how the company works together: what they show, and what they keep from the public."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from policy_kit.handbook.drawings import draw_part
from policy_kit.handbook.edition import Edition
from policy_kit.handbook.escaping import plain
from policy_kit.handbook.pages import write_sections
from policy_kit.handbook.pages.role_matrix import list_columns
from policy_kit.handbook.site.gate import clean_page
from tests.conftest import Snapshot
from tests.handbook.kits import TODAY, load_sample, make_kit, score_sample

SNAPSHOTS = Path(__file__).parent / "snapshots"
COMPANY = {"kind": "company", "name": "Acme", "languages": ["en"]}


def write_pages(*documents: Mapping[str, Any], public: bool = False, language: str = "en") -> dict[str, str]:
    """The Markdown of every page, by address; without documents, those of the sample."""
    kit = make_kit(COMPANY, *documents) if documents else load_sample()
    edition = Edition(kit, {} if documents else score_sample(kit), language, public=public)
    return {page.uri: page.markdown for section in write_sections(edition) for page in section.pages}


def document(kind: str, **fields: Any) -> dict[str, Any]:
    return {"kind": kind, "title": kind.title(), "effective": TODAY, "owner": "boss", **fields}


def step(id: str, **fields: Any) -> dict[str, Any]:
    return {"id": id, "title": id, "input": "I", "action": "A", "owner": "boss", "output": "O", "record": "R", **fields}


@pytest.mark.parametrize(
    "name",
    [
        "en/work/index.md",
        "en/work/role-matrix.md",
        "sl/work/role-matrix.md",
        "ru/work/process-orders.md",
        "en/work/toolkit.md",
        "sl/work/motivation.md",
    ],
)
def test_pages_look_as_they_did(name: str, snapshot: Snapshot) -> None:
    language, _, uri = name.partition("/")
    snapshot(SNAPSHOTS / name, write_pages(language=language)[uri])


def test_a_kit_without_such_documents_has_no_such_section() -> None:
    assert not any(
        uri.startswith("work/")
        for uri in write_pages(
            {"kind": "moral-code", "title": "M", "effective": TODAY, "principles": [{"id": "a", "principle": "P"}]}
        )
    )


def test_one_document_is_enough() -> None:
    pages = write_pages(document("process", id="base", purpose="P", steps=[step("a")]))
    assert [uri for uri in pages if uri.startswith("work/")] == ["work/index.md", "work/process-base.md"]


def test_what_is_internal_is_not_for_the_public() -> None:
    process = document("process", id="base", purpose="P", steps=[step("a")], internal=True)
    job = {"kind": "job-description", "id": "boss", "title": "B", "effective": TODAY, "purpose": "P"}
    inside, outside = write_pages(process, job), write_pages(process, job, public=True)
    assert {uri for uri in inside if uri not in outside} == {"work/index.md", "work/process-base.md"}
    assert "process-base" in inside["jobs/boss.md"]
    assert "process-base" not in "".join(outside.values())


def test_the_team_stands_first_in_the_matrix() -> None:
    kit = load_sample()
    assert kit.role_matrix
    assert list_columns(kit.role_matrix) == ["office", "yard", "director"]


def test_each_part_has_a_mark_and_a_word() -> None:
    page = write_pages()["work/role-matrix.md"]
    rows = {row.partition('"')[0]: row for row in page.split('<tr role="row" id="activity-')}
    assert rows["offers"].count("<td") == 3
    for part in ("leads", "supports", "told"):
        assert rows["offers"].count(str(draw_part(part))) == 1
        assert f"pk-matrix--{part}" in rows["offers"]
    assert "Office manager" in rows["offers"]
    assert len({clean_page(str(draw_part(part))) for part in ("leads", "supports", "told")}) == 3


def test_a_matrix_without_pillars_has_no_groups() -> None:
    page = write_pages(document("role-matrix", activities=[{"id": "a", "text": "A", "leads": ["boss"]}]))
    assert "pk-matrix-group" not in page["work/role-matrix.md"]
    assert "Two of us" not in page["work/role-matrix.md"]


def test_a_job_says_what_it_leads_supports_and_is_told_of() -> None:
    job = write_pages()["jobs/office.md"]
    parts = job.partition('id="part-leads"')[2]
    leads, supports = parts.partition('id="part-supports"')[::2]
    supports, told = supports.partition('id="part-told"')[::2]
    assert "role-matrix.html#activity-offers" in leads
    assert "activity-tenders" in supports
    assert "activity-delivery" in told
    assert "process-orders.html#step-take" in job
    assert "part-supports" in write_pages()["jobs/yard.md"]


def test_a_chart_says_what_is_handed_on_and_on_what_condition() -> None:
    page = write_pages()["work/process-orders.md"]
    chart = page.partition("<figure")[2].partition("</figure>")[0]
    for words in ("Take the order", "Office manager", "The bricks are", "A day"):
        assert words in chart
    steps = page.partition("pk-process")[2]
    assert steps.count("pk-ways") == 1
    for words in ("Order book", "Delivery note", "A full truck"):
        assert words in steps


def test_labels_of_cells_reach_the_page() -> None:
    assert clean_page('<table><tr><td data-label="Post">x</td></tr></table>').count('data-label="Post"') == 1


def test_toolkit_and_motivation_are_not_for_the_public() -> None:
    inside, outside = write_pages(), write_pages(public=True)
    hidden = {"work/toolkit.md", "work/motivation.md"}
    assert hidden <= inside.keys()
    assert not hidden & outside.keys()
    assert "work/role-matrix.md" in outside
    told = "".join(outside.values())
    for words in ("toolkit", "motivation", "Cracked bricks", "Jewellery", "Notebook", "Fair pay"):
        assert words not in told, words
        assert words in "".join(inside.values()), words


def test_a_job_shows_its_tools_control_points_and_reports() -> None:
    office, yard = write_pages()["jobs/office.md"], write_pages()["jobs/yard.md"]
    for link in ("tool-notebook", "tool-order-book", "point-gone", "report-week"):
        assert f"toolkit.html#{link}" in office, link
    for link in ("tool-order-book", "point-cracks", "report-week"):
        assert f"toolkit.html#{link}" in yard, link
    assert "tool-notebook" not in yard
    assert "point-cracks" not in office
    assert "You receive it" in office
    assert "You write it" in yard


def test_every_link_into_the_toolkit_leads_somewhere() -> None:
    pages = write_pages()
    wanted = {goal for page in pages.values() for goal in re.findall(r"toolkit\.html#([a-z-]+)", page)}
    wanted |= set(re.findall(r'href="#([a-z-]+)', pages["work/toolkit.md"]))
    assert wanted
    assert wanted <= set(re.findall(r'id="([a-z-]+)', pages["work/toolkit.md"]))


def test_percents_are_written_as_the_reader_writes_them() -> None:
    page = write_pages(language="sl")["work/motivation.md"]
    for number in ("62,5", "66,7"):
        assert plain(number) in page
    assert "lokomotiva" in page


@pytest.mark.parametrize(("weights", "said"), [("factors", "1.5"), ("shares", "1.5&#37;")])
def test_a_weight_is_a_share_or_a_factor(weights: str, said: str) -> None:
    product = {"id": "p", "title": "P", "weight": 1.5}
    page = write_pages(document("motivation", weights=weights, products=[product]))["work/motivation.md"]
    assert said.replace("&#37;", "%").replace(".", "&#46;") in page


def test_least_documents_make_pages() -> None:
    pages = write_pages(document("toolkit"), document("motivation"))
    assert "In force since" in pages["work/toolkit.md"]
    assert "<table" not in pages["work/toolkit.md"] + pages["work/motivation.md"]


def test_a_company_may_show_its_tools_to_the_public() -> None:
    pages = write_pages(document("toolkit", internal=False), document("motivation"), public=True)
    assert "work/toolkit.md" in pages
    assert "work/motivation.md" not in pages
