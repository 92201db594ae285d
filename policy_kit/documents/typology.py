"""The typology of clients: by what they differ, how one recognises each type, and how one works with it."""

from typing import Annotated, Literal

from pydantic import Field

from policy_kit.documents.text import Document, Id, InForce, Text


class ClientType(Document):
    """One type of client."""

    id: Id
    """The short name of the type; segments call it by this name."""
    title: Text
    """The name of the type."""
    text: Text | None = None
    """What marks the type, in one sentence."""
    signs: tuple[Text, ...] = ()
    """How one recognises it."""
    do: tuple[Text, ...] = ()
    """How one works with it."""
    avoid: tuple[Text, ...] = ()
    """What one does not do."""
    standards: tuple[Id, ...] = ()
    """The standards that help most with this type, by their short names."""


class Criterion(Document):
    """One feature by which clients are told apart."""

    id: Id
    """The short name of the criterion, unique within the typology."""
    title: Text
    """The name of the criterion, for example “Reaction to prices”."""
    ask: Text | None = None
    """The question by which one finds the type."""
    types: Annotated[tuple[ClientType, ...], Field(min_length=1)]
    """The types, by this criterion."""


class Relation(Document):
    """One kind of relation with a client, by its length."""

    id: Id
    """The short name of the kind of relation, unique within the typology."""
    title: Text
    """Its name, for example “Constant client”."""
    lasts: Text
    """How long it lasts, or how often the client comes."""
    text: Text
    """What it is worth to us, and what it asks of us."""
    do: tuple[Text, ...] = ()
    """How we look after it."""


class Typology(InForce):
    """The types of clients, with advice for each. Lives in standards/clients/typology.yml."""

    kind: Literal["typology"]
    """Always “typology”."""
    id: Id = "typology"
    """The short name of the typology."""
    owner: Id
    """The short name of the post that answers for the typology."""
    intro: Text | None = None
    """What the typology is for, and what it is not for."""
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]
    """The criteria, each with its types."""
    relations: tuple[Relation, ...] = ()
    """The kinds of relation by their length: one-time clients, constant clients and what lies between."""
    source: Text | None = None
    """Where the typology comes from, if not from the company itself."""
    internal: bool = True
    """Whether it stays out of the public handbook (true or false); left out, it does."""
