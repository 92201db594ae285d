"""The words of a page in its reader's language; what is not translated is marked, and the note names its language."""

from policy_kit.handbook.wording import Wording


def test_a_translated_page_is_complete() -> None:
    wording = Wording("sl", "en")
    assert wording.text({"en": "Hello", "sl": "Dober dan"}) == "Dober dan"
    assert wording.is_complete


def test_an_untranslated_text_is_marked_with_its_language() -> None:
    wording = Wording("sl", "en")
    assert wording.text("Hello") == '<span class="pk-foreign" lang="en">Hello</span>'
    assert not wording.is_complete
    assert wording.name_foreign() == "angleščina"


def test_the_note_names_the_language_that_stands_there_not_the_kits_own() -> None:
    wording = Wording("sl", "sl")
    wording.text({"ru": "Привет"})
    wording.note_foreign("en")
    assert wording.name_foreign() == "ruščina, angleščina"
