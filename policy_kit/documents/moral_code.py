"""The moral code: the principles of work with clients, and how one sees them in daily work."""

from typing import Annotated, Literal

from pydantic import Field

from policy_kit.documents.text import Document, Id, InForce, Text


class Principle(Document):
    """One principle."""

    id: Id
    """The short name of the principle, unique within the code."""
    principle: Text
    """The principle, in one sentence."""
    seen: tuple[Text, ...] = ()
    """How it is seen in daily work."""
    broken: tuple[Text, ...] = ()
    """What breaks it."""
    follows: Text | None = None
    """What follows when it is broken."""
    standards: tuple[Id, ...] = ()
    """The standards by which the principle becomes daily work, by their short names."""
    source: Text | None = None
    """Where the principle comes from: an author and a book, a document, or the company itself."""


class MoralCode(InForce):
    """The moral code of the company. Lives in standards/moral-code.yml."""

    kind: Literal["moral-code"]
    """Always “moral-code”."""
    id: Id = "moral-code"
    """The short name of the code."""
    owner: Id | None = None
    """The short name of the post that watches over the code."""
    preamble: Text | None = None
    """What the code is for."""
    principles: Annotated[tuple[Principle, ...], Field(min_length=1)]
    """The principles, the most important first."""
