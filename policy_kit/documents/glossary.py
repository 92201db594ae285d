"""The glossary: the words of the trade and of the house, and what they mean here."""

from typing import Annotated, Literal

from pydantic import Field

from policy_kit.documents.text import Document, Id, InForce, Language, Text, Words


class Term(Document):
    """One word or phrase."""

    id: Id
    """The short name of the term, unique within the glossary."""
    term: Text
    """The word or phrase, as one looks it up."""
    meaning: Text
    """What it means in this company, in one or two sentences."""
    forms: dict[Language, tuple[Words, ...]] = Field(default_factory=dict)
    """Other ways to write it, by language: an abbreviation, a plural that is formed irregularly."""
    see: tuple[Id, ...] = ()
    """The short names of related terms."""


class Glossary(InForce):
    """The company's glossary; the handbook explains its words wherever they stand. Lives in standards/glossary.yml."""

    kind: Literal["glossary"]
    """Always “glossary”."""
    id: Id = "glossary"
    """The short name of the glossary."""
    owner: Id | None = None
    """The short name of the post that keeps the glossary."""
    terms: Annotated[tuple[Term, ...], Field(min_length=1)]
    """The terms, in any order; the handbook sorts them."""
