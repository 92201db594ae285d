"""The page on what is not translated: for a company of several languages, and for nobody else."""

from html import unescape

import pytest

from policy_kit.handbook.edition import Edition
from policy_kit.handbook.files import OwnFiles
from policy_kit.handbook.own_pages import write_own_pages
from policy_kit.handbook.pages import write_sections
from tests.handbook.kits import TODAY, make_kit

URI = "health/translations.md"
BOTH = {"en": "A", "sl": "B"}
COMPANY = {"kind": "company", "name": "Acme", "languages": ["en", "sl"]}
POLICY = {
    "kind": "questionnaire",
    "id": "policy",
    "title": BOTH,
    "questions": [{"id": "complaints", "text": BOTH, "needs": ["time"]}],
}
ANSWERS = {"kind": "answers", "questionnaire": "policy", "answers": [{"question": "complaints", "answer": "Now."}]}


def write(
    *, languages: tuple[str, ...] = ("en", "sl"), language: str = "en", public: bool = False, title: object
) -> dict[str, str]:
    """The pages of a kit with one standard, as a reader sees their texts."""
    company = {**COMPANY, "languages": list(languages)}
    standard = {
        "kind": "standard",
        "id": "s",
        "title": title,
        "effective": TODAY,
        "owner": "boss",
        "statement": BOTH,
    }
    given = {**ANSWERS, "answers": [{"question": "complaints", "answer": BOTH}]}
    kit = make_kit(company, POLICY, given if title == BOTH else ANSWERS, standard)
    sections = write_sections(Edition(kit, {}, language, public=public, today=TODAY))
    return {page.uri: unescape(page.markdown) for section in sections for page in section.pages}


def test_each_document_leads_to_its_page_and_counts_by_language() -> None:
    page = write(title="Letters")[URI]
    assert "2 translations are missing." in page
    row = page[page.index('<a href="../standards/s.html">Letters</a>') :]
    assert row.index('<td data-label="English">–</td>') < row.index('<td data-label="Slovenian">1</td>')
    assert '<a href="../policy/index.html">A</a> <small>answers</small>' in page


@pytest.mark.parametrize(
    ("language", "said"), [("en", "all languages of the handbook"), ("sl", "v vseh jezikih priročnika")]
)
def test_where_nothing_is_missing_one_sentence_says_so(language: str, said: str) -> None:
    page = write(title=BOTH, language=language)[URI]
    assert said in page
    assert "<table" not in page


def test_a_page_by_hand_counts_as_one_text_in_each_language_that_lacks_it() -> None:
    files = {
        "en/visit.md": "# Visit us",
        "sl/day.md": "# Dan",
        "en/map.md": "# A",
        "sl/map.md": "# B",
        "all.md": "# All",
    }
    edition = Edition(make_kit(COMPANY, POLICY), {}, "sl", public=False, today=TODAY)
    sections = write_sections(edition, write_own_pages(OwnFiles(files, {}, {}), edition))
    (page,) = [unescape(page.markdown) for section in sections for page in section.pages if page.uri == URI]
    assert "Manjkata 2 prevoda." in page
    assert '<a href="../day.html">Dan</a>' in page
    row = page[page.index('<a href="../visit.html"><span class="pk-foreign" lang="en">Visit us</span></a>') :]
    assert row.index('<td data-label="Angleščina">–</td>') < row.index('<td data-label="Slovenščina">1</td>')
    assert "map.html" not in page
    assert "all.html" not in page


def test_numbers_meet_nouns() -> None:
    assert "Manjkata 2 prevoda." in write(title="Letters", language="sl")[URI]


def test_the_overview_leads_there() -> None:
    assert 'href="translations.html"' in write(title=BOTH)["health/index.md"]


def test_a_company_of_one_language_has_no_such_page() -> None:
    pages = write(title="Letters", languages=("en",))
    assert URI not in pages
    assert "translations" not in pages["health/index.md"]


def test_the_public_is_not_told() -> None:
    assert not [page for page in write(title="Letters", public=True).values() if "translations" in page]
