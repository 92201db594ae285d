"""The people who sign: who works here, and in which posts."""

from typing import Annotated, Literal

from pydantic import Field

from policy_kit.documents.text import Day, Document, Id, Words


class Person(Document):
    """Somebody who works here and signs documents."""

    id: Id
    """The short name of the person, unique in the list, for example ana-novak."""
    name: Words
    """The name, as it stands under a document."""
    roles: tuple[Id, ...] = ()
    """The posts that the person holds, by their short names."""
    since: Day | None = None
    """The first day of work (year-month-day); before it nobody expects a signature."""
    until: Day | None = None
    """The last day of work; after it the person owes no signature."""


class People(Document):
    """The people who sign the company's documents. Lives in standards/people.yml; nothing of it is made public."""

    kind: Literal["people"]
    """Always “people”."""
    people: Annotated[tuple[Person, ...], Field(min_length=1)]
    """The people, in any order."""
