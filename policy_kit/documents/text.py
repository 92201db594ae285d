"""The small types that every kind of document shares: texts in several languages, ids, dates in force."""

import re
from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

LANGUAGE_PATTERN = r"^[a-z]{2}$"
ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Language = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Translations = Annotated[dict[Language, Words], Field(min_length=1)]
Text = Words | Translations


def _read_day(value: object) -> object:
    """Only year-month-day: Pydantic would also read ten digits, as the seconds since 1970."""
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        raise ValueError("a date is written as year-month-day")
    return date.fromisoformat(value)


Day = Annotated[date, BeforeValidator(_read_day)]


def _accept_bare_post(value: object) -> object:
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list) else value  # a strict tuple takes no list from us


EVERYBODY = "all"
"""In a list of posts: everybody who works here."""
Posts = Annotated[tuple[Id, ...], BeforeValidator(_accept_bare_post, json_schema_input_type=Id | tuple[Id, ...])]
"""Posts by their short names; one alone may be written without a list."""


class Document(BaseModel):
    """A part of a kit: frozen, and strict about keys that it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Measure(Document):
    """A number by which one sees whether something works."""

    what: Text
    """What is counted or measured, for example “complaints answered in time”."""
    target: int | float
    """The number to be reached, for example 95."""
    unit: Text
    """The unit of the number: percent, hours, days, minutes, points, count, or your own word."""
    every: Text
    """How often it is looked at: day, week, month, quarter, year, or your own words."""


class InForce(Document):
    """What all documents have that take effect on a day and belong to somebody."""

    title: Text
    """The name of the document, as staff see it in the handbook."""
    effective: Day
    """The day from which it holds (year-month-day, for example 2026-03-01)."""
    until: Day | None = None
    """The last day on which it holds; leave it out while no end is planned."""
    signed_by: Posts = ()
    """Who signs it: posts, or “all”. Left out: the holders of a post sign its job description, all the moral code."""
    internal: bool = False
    """Whether it stays out of the public handbook (true or false); left out, only typology, segments, toolkit and
    motivation do."""


def pick_text(text: Text, language: str, first: str) -> str:
    """The wording of `text` in `language`; where that is missing, in the kit's `first` language, else in any."""
    if isinstance(text, str):
        return text
    return text.get(language) or text.get(first) or next(iter(text.values()))


def has_language(text: Text, language: str, first: str) -> bool:
    """Whether `text` exists in `language`; a plain string is written in the kit's `first` language."""
    return language == first if isinstance(text, str) else language in text
