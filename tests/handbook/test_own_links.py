"""What is wrong in hand-written pages is told in the language of who builds, each fault once and on its own line."""

import pytest

from policy_kit.handbook.own_links import refuse_warnings, tell_warnings
from policy_kit.languages import list_languages, load_phrases

GONE = "Doc file 'a.md' contains a link 'gone.md', but the target is not found among documentation files."
PART = "Doc file 'a.md' contains a link 'b.md#x', but the doc 'b.md' does not contain an anchor '#x'."
ADDRESS = "https://example.org/{p}.png"


def warn(text: str) -> list[str]:
    """A warning as the sites of all languages give it."""
    return [f"{language}: {text}" for language in list_languages()]


def warn_of_picture() -> list[str]:
    """A picture from elsewhere, as the site of each language says it."""
    return [
        f"{language}: {load_phrases(language)('handbook.errors.picture', page='a.md', address=ADDRESS)}"
        for language in list_languages()
    ]


@pytest.mark.parametrize("language", list_languages())
def test_every_warning_is_told_once_in_one_language(language: str) -> None:
    phrases = load_phrases(language)
    assert [*tell_warnings([*warn(GONE), *warn(PART), *warn_of_picture()], phrases)] == [
        phrases("owner.links.target", page="a.md", link="gone.md"),
        phrases("owner.links.anchor", page="a.md", link="b.md#x"),
        phrases("handbook.errors.picture", page="a.md", address=ADDRESS),
        phrases("owner.links.elsewhere"),
    ]


def test_what_is_not_known_stays_as_it_is() -> None:
    assert [*tell_warnings(["en: Something else"], load_phrases("ru"))] == ["Something else"]


@pytest.mark.parametrize(
    ("language", "head"),
    [
        ("en", "The handbook has 2 warnings and was not replaced:"),
        ("ru", "У справочника 2 предупреждения, прежний не заменён:"),
        ("sl", "Priročnik ima 2 opozorili, prejšnji ni zamenjan:"),
    ],
)
def test_a_strict_build_refuses_with_a_line_for_each(language: str, head: str) -> None:
    phrases = load_phrases(language)
    lines = str(refuse_warnings([*warn(GONE), *warn_of_picture()], phrases)).splitlines()
    gone, picture, advice = tell_warnings([*warn(GONE), *warn_of_picture()], phrases)
    assert lines == [head, f"- {gone}", f"- {picture}", advice]
