"""The names of languages, said in a language."""

from functools import cache


@cache
def name_language(language: str, in_language: str) -> str:
    """The name of a language, said in a language: “slovenščina”; an unknown one keeps its two letters."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language).get_display_name(in_language) or language
    except (UnknownLocaleError, ValueError):
        return language
