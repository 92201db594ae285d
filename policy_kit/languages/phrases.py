"""The sentences that the program says, in the reader's language, with that language's plural rules and dates."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from policy_kit.languages.own_yaml import read_own_yaml

FOLDER = Path(__file__).parent
ORIGIN = "en"
"""The language in which our phrases are written first; the others are held complete against it."""


@cache
def list_languages() -> tuple[str, ...]:
    """The languages that we speak, as two-letter codes; the origin first."""
    found = sorted(entry.name for entry in FOLDER.iterdir() if (entry / "problems.yml").is_file())
    return (ORIGIN, *(language for language in found if language != ORIGIN))


@cache
def read_language_file(language: str, name: str) -> Any:
    """The content of `<language>/<name>.yml`."""
    return read_own_yaml(FOLDER / language / f"{name}.yml")


class Phrases:
    """The phrases of one language: `phrases("handbook.signed", n=3)` → “3 подписи”.

    A key names a file and the way inside it. A phrase is a text with `{names}` to be filled in, or a mapping of plural
    categories (one, two, few, many, other) from which `n` chooses. A missing key is our mistake: KeyError.
    """

    def __init__(self, language: str) -> None:
        self.language = language if language in list_languages() else ORIGIN

    def __call__(self, key: str, /, **values: object) -> str:
        phrase = self.find(key)
        if isinstance(phrase, Mapping):
            phrase = phrase.get(self._plural(values["n"])) or phrase["other"]
        return _fill(str(phrase), values) if values else str(phrase)

    def find(self, key: str) -> Any:
        """What stands under `key`, as it is written in the file."""
        name, *way = key.split(".")
        if not name.isidentifier():  # a key may come from a template of a kit, and a name leads to a file
            raise KeyError(key)
        found = read_language_file(self.language, name)
        for step in way:
            found = found[step]
        return found

    def has(self, key: str) -> bool:
        """Whether something stands under `key`."""
        try:
            self.find(key)
        except (KeyError, FileNotFoundError, TypeError):
            return False
        return True

    def date(self, day: date) -> str:
        """A day as one writes it in a text: “1 March 2026”, «1 марта 2026 г.», »1. marca 2026«."""
        from babel.dates import format_date

        if self.language == "sl":  # of it Babel knows no month but in the first case, and a text says “od 1. marca”
            months: list[str] = self.find("handbook.months")
            return self("handbook.day", day=day.day, month=months[day.month - 1], year=day.year)
        return format_date(day, format="long", locale="en_GB" if self.language == "en" else self.language)

    def number(self, value: float) -> str:
        """A number with the language's own decimal sign."""
        from babel.numbers import format_decimal

        return format_decimal(value, locale=self.language)

    def duration(self, number: float, unit: str) -> str:
        """A length of time: “4 working hours”; for fractions some languages have a form of their own."""
        key, shown = f"durations.say.{unit}", self.number(number)
        if number % 1 and self.has(f"{key}.part"):
            return self(f"{key}.part", number=shown)
        return self(key, n=number, number=shown)

    def amount(self, number: float, unit: str) -> str:
        """A number with its unit: a usual one, as “95 %” or “2 hours”, or the company's own word."""
        shown = self.number(number)
        if self.has(f"handbook.unit.{unit}"):
            return self(f"handbook.unit.{unit}", n=number, number=shown)
        return f"{shown} {unit}"

    def _plural(self, n: object) -> str:
        from babel import Locale

        return Locale.parse(self.language).plural_form(n)  # type: ignore[arg-type]


def _fill(phrase: str, values: Mapping[str, object]) -> str:
    """A phrase with its values; one that ends with a full stop of its own ends the sentence: «1 марта 2026 г.»"""
    filled = phrase.format_map(values)
    if ".." not in filled:
        return filled
    told = ""
    for words, field, form, _ in Formatter().parse(phrase):
        is_ended = told.endswith(".") and words.startswith(".") and not words.startswith("..")
        told += words[1:] if is_ended else words
        told += f"{{{field}:{form}}}".format_map(values) if field is not None else ""
    return told


@cache
def load_phrases(language: str) -> Phrases:
    """The phrases of `language`; those of the origin where we do not speak it."""
    return Phrases(language)
