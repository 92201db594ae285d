"""A company keeps only its own languages, and everything else of a document stays as it was written."""

from policy_kit.actions.translations import keep_languages, speak_plainly

DOCUMENT = """\
# A comment.
title:
  en: Title
  ru: Название
  sl: Naslov

general:
  - en: >-
      One
      two.
    ru: Раз
    sl: |
      Ena

      dve.
  # between
  - ru: Три
    en: Three
steps:
  - id: a
    text:
      ru: |
        en: not a language here
      en: Said
topic:
  en: [one, two]
  sl: [ena]
end: here
"""


def test_all_languages_change_nothing() -> None:
    assert keep_languages(DOCUMENT, ("en", "ru", "sl")) == DOCUMENT


def test_one_language_is_left() -> None:
    assert (
        keep_languages(DOCUMENT, ("en",))
        == """\
# A comment.
title:
  en: Title

general:
  - en: >-
      One
      two.
  # between
  - en: Three
steps:
  - id: a
    text:
      en: Said
topic:
  en: [one, two]
end: here
"""
    )


def test_a_list_keeps_its_dash() -> None:
    assert "  - ru: Раз\n    sl: |\n      Ena\n\n      dve.\n  # between\n  - ru: Три\n" in keep_languages(
        DOCUMENT, ("ru", "sl")
    )


def test_a_text_without_any_wanted_language_is_kept() -> None:
    assert keep_languages("title:\n  ru: Только\n", ("sl",)) == "title:\n  ru: Только\n"


def test_a_kit_in_one_language_has_plain_texts() -> None:
    assert (
        speak_plainly(keep_languages(DOCUMENT, ("en",)))
        == """\
# A comment.
title: Title

general:
  - >-
    One
    two.
  # between
  - Three
steps:
  - id: a
    text: Said
topic:
  en: [one, two]
end: here
"""
    )
