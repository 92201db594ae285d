"""The pages as Markdown: snapshots of the small kit, and what must hold for any kit."""

from pathlib import Path

import pytest

from policy_kit.handbook.edition import Edition
from policy_kit.handbook.pages import Page, write_sections
from policy_kit.handbook.pages.health import mark_findings
from policy_kit.handbook.pages.page import find_way
from policy_kit.handbook.pages.standards import take_first_sentence
from policy_kit.scoring import Finding
from tests.conftest import Snapshot
from tests.handbook.kits import TODAY, load_sample, make_kit, score_sample

SNAPSHOTS = Path(__file__).parent / "snapshots"
COMPANY = {"kind": "company", "name": "Acme", "languages": ["en"]}


def write_pages(language: str, *, public: bool = False) -> dict[str, Page]:
    kit = load_sample()
    sections = write_sections(Edition(kit, score_sample(kit), language, public=public))
    return {page.uri: page for section in sections for page in section.pages}


@pytest.mark.parametrize(
    "name",
    [
        "en/index.md",
        "en/policy/index.md",
        "en/policy/complaints.md",
        "ru/policy/damage.md",
        "sl/policy/index_.md",
        "en/standards/complaint-handling.md",
        "sl/standards/delivery.md",
        "ru/standards/index.md",
        "sl/jobs/index.md",
        "en/jobs/office.md",
        "ru/moral-code.md",
        "en/health/index.md",
        "en/health/traceability.md",
        "en/health/translations.md",
        "ru/health/translations.md",
        "sl/health/translations.md",
        "sl/glossary.md",
        "en/packs/office.md",
        "sl/health/complaints.md",
        "en/health/damage.md",
    ],
)
def test_pages_look_as_they_did(name: str, snapshot: Snapshot) -> None:
    language, _, uri = name.partition("/")
    snapshot(SNAPSHOTS / name, write_pages(language)[uri].markdown)


def test_every_language_has_the_same_pages() -> None:
    assert write_pages("en").keys() == write_pages("ru").keys() == write_pages("sl").keys()


def test_the_public_handbook_keeps_scores_to_itself() -> None:
    inside, outside = write_pages("en"), write_pages("en", public=True)
    internal = {"work/toolkit.md", "work/motivation.md", "clients/typology.md", "clients/segments.md"}
    assert inside.keys() - outside.keys() == internal | {uri for uri in inside if uri.startswith("health/")}
    told = "".join(page.markdown for page in outside.values())
    assert "pk-verdict" not in told.replace("pk-verdict--none", "").replace('class="pk-verdict ', "")
    assert "health" not in told
    assert "20 of 100" not in told


def test_a_company_alone_has_a_handbook() -> None:
    sections = write_sections(Edition(make_kit(COMPANY), {}, "en", public=False))
    assert [page.uri for section in sections for page in section.pages] == ["index.md"]


def test_names_that_nobody_knows_are_shown_as_they_are() -> None:
    standard = {
        "kind": "standard",
        "id": "s",
        "title": "S",
        "effective": TODAY,
        "owner": "nobody",
        "statement": "Holds.",
    }
    steps = [
        {"id": "a", "do": "Acts", "who": "ghost", "then": ["nowhere", {"step": "b", "when": "later"}]},
        {"id": "b", "do": "Rests"},
    ]
    job = {
        "kind": "job-description",
        "id": "j",
        "title": "J",
        "effective": TODAY,
        "reports_to": "ghost",
        "purpose": "Works.",
    }
    duty = {"id": "d", "text": "Serves", "standard": "no-such"}
    answers = {"kind": "answers", "questionnaire": "none", "answers": [{"question": "q", "answer": "Words."}]}
    kit = make_kit(COMPANY, {**standard, "steps": steps}, {**job, "duties": [duty]}, answers)
    pages = {
        page.uri: page for section in write_sections(Edition(kit, {}, "en", public=False)) for page in section.pages
    }
    assert "ghost" in pages["standards/s.md"].markdown
    assert "nowhere" not in pages["standards/s.md"].markdown
    assert "no&#45;such" in pages["jobs/j.md"].markdown
    assert "ghost" in pages["jobs/index.md"].markdown


@pytest.mark.parametrize(
    ("reports", "drawings"),
    [
        ({"a": "b", "b": "a"}, 1),
        ({"a": "a"}, 1),
        ({"c": "a", "a": "b", "b": "a"}, 1),
        ({"a": None, "b": "a", "c": "boss"}, 2),
        ({f"j{at}": f"j{at - 1}" if at else None for at in range(300)}, 1),
    ],
)
def test_every_post_is_drawn_once_even_in_circles(reports: dict[str, str | None], drawings: int) -> None:
    jobs = [
        {
            "kind": "job-description",
            "id": id,
            "title": f"T-{id}.",
            "effective": TODAY,
            "reports_to": above,
            "purpose": "x",
        }
        for id, above in reports.items()
    ]
    sections = write_sections(Edition(make_kit(COMPANY, *jobs), {}, "en", public=False))
    index = next(page for section in sections for page in section.pages if page.uri == "jobs/index.md")
    assert index.markdown.count("<svg") == drawings
    picture = index.markdown[: index.markdown.index('<ul class="pk-cards')]
    for id in reports:
        assert picture.count(f"T&#45;{id}&#46;") == 1


def test_a_second_questionnaire_has_a_section_of_its_own() -> None:
    one = {
        "kind": "questionnaire",
        "id": "one",
        "title": "One",
        "questions": [{"id": "q", "text": "Q?", "needs": ["list"]}],
    }
    kit = make_kit(COMPANY, one, {**one, "id": "two", "title": "Two"})
    sections = write_sections(Edition(kit, {}, "en", public=False))
    uris = [page.uri for section in sections for page in section.pages]
    assert [section.title for section in sections] == ["", "Policy", "Two", "Policy health"]
    assert len(set(uris)) == len(uris)
    assert "policy-two/q.md" in uris
    assert "health-two/q.md" in uris


def test_the_last_question_opens_when_the_others_are_concrete() -> None:
    kit = load_sample()
    scores = dict(score_sample(kit))
    assert "Question 3 opens when the other 2 answers are concrete. So far 1 is." in write_pages("en")[
        "health/index.md"
    ].markdown.replace("&#46;", ".")
    scores["policy", "en", "damage"] = scores["policy", "en", "complaints"]
    sections = write_sections(Edition(kit, scores, "en", public=False))
    index = next(page for section in sections for page in section.pages if page.uri == "health/index.md")
    assert "opens when" not in index.markdown


def test_marks_keep_every_sign_of_the_answer() -> None:
    words = "We <b>try</b> hard & often."
    findings = [
        Finding("PK203", 3, 12, "<b>try</b", -5, "no act"),
        Finding("PK253", 10, 20, "", 5, "overlaps"),
        Finding("PK254", 20, 500, "", 5, "runs over"),
        Finding("PK250", 0, 0, "", 5, "is nowhere"),
    ]
    marked = mark_findings(words, findings)
    assert marked.striptags() == words
    assert [f"finding-{number}" in marked for number in (1, 2, 3, 4)] == [True, True, True, False]


@pytest.mark.parametrize(
    ("start", "goal", "way"),
    [
        ("index.md", "policy/a.md", "policy/a.html"),
        ("policy/a.md", "index.md", "../index.html"),
        ("policy/a.md", "policy/b.md#c", "b.html#c"),
        ("a/b/c.md", "d/e.md", "../../d/e.html"),
    ],
)
def test_links_lead_from_page_to_page(start: str, goal: str, way: str) -> None:
    assert find_way(start, goal) == way


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Records it. Thanks the client.", "Records it."),
        ("Спрашивает «Почему?» Записывает.", "Спрашивает «Почему?»"),
        ("Vpiše, npr. številko. Zapre.", "Vpiše, npr. številko."),
        ("One sentence only", "One sentence only"),
    ],
)
def test_a_chart_takes_the_first_sentence(text: str, first: str) -> None:
    assert take_first_sentence(text) == first
