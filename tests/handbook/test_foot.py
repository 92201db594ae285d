"""The foot of a page: who answers for it, and how one suggests a change."""

import pytest

from policy_kit.handbook.edition import Edition
from policy_kit.handbook.pages.foot import make_foot
from tests.handbook.kits import TODAY, make_kit


def foot(
    changes: str | None, title: str = "Returns & more", *, public: bool = False, shows: bool = True
) -> tuple[str, str]:
    company = {"kind": "company", "name": "Acme", "languages": ["en"], "changes": changes}
    standard = {"kind": "standard", "id": "s", "title": title, "effective": TODAY, "owner": "boss", "statement": "x"}
    kit = make_kit(company, standard)
    made = make_foot(Edition(kit, {}, "en", public=public), kit.standards["s"] if shows else None, title)
    return made.change_link, made.change_advice


def test_it_names_the_owner() -> None:
    company = {"kind": "company", "name": "Acme", "languages": ["en"]}
    standard = {"kind": "standard", "id": "s", "title": "x", "effective": TODAY, "owner": "boss", "statement": "x"}
    kit = make_kit(company, standard)
    assert make_foot(Edition(kit, {}, "en", public=True), kit.standards["s"], "x").owner == "boss"


@pytest.mark.parametrize(
    ("changes", "link", "advice"),
    [
        ("hr@acme.example", "mailto:hr@acme.example?subject=Change%20to%20%E2%80%9CReturns%20%26%20more%E2%80%9D", ""),
        ("https://git.example/edit/{file}", "https://git.example/edit/1.yml", ""),
        ("https://acme.example/changes", "https://acme.example/changes", ""),
        ("Tell the quality manager.", "", "Tell the quality manager."),
        ("javascript:alert(1)", "", "javascript:alert(1)"),
        (None, "", ""),
    ],
)
def test_a_change_is_suggested_where_the_company_says(changes: str | None, link: str, advice: str) -> None:
    assert foot(changes) == (link, advice)


def test_a_page_of_several_documents_has_no_file_to_change() -> None:
    assert foot("https://git.example/edit/{file}", shows=False) == ("", "")


def test_the_public_is_not_asked_for_changes() -> None:
    assert foot("hr@acme.example", public=True) == ("", "")
