"""The guide: the introduction to all the rest – why it is there, for whom, and how the team around a client works."""

from typing import Annotated, Literal

from pydantic import Field

from policy_kit.documents.text import Document, Id, InForce, Text


class Reader(Document):
    """Somebody for whom the guide is written."""

    id: Id
    """The short name of this kind of reader, unique within the guide."""
    title: Text
    """Who it is, for example “Whoever is new here”."""
    text: Text
    """What the guide gives them, and where they begin."""
    posts: tuple[Id, ...] = ()
    """The posts that are meant, by their short names."""


class Reason(Document):
    """One reason why there is a guide."""

    id: Id
    """The short name of the reason, unique within the guide."""
    title: Text
    """The reason in a word or two, for example “Stability”."""
    text: Text
    """What is meant, in a few sentences."""
    means: tuple[Text, ...] = ()
    """What it means for daily work."""


class TeamRole(Document):
    """One of the posts that look after a client together."""

    post: Id
    """The short name of the post."""
    answers_for: Text
    """What this post answers for towards the client, in one sentence."""
    emphasis: tuple[Text, ...] = ()
    """What its work weighs most on."""


class Teamwork(Document):
    """The model by which clients are looked after: who together, and what binds them."""

    text: Text
    """The model, in a few sentences."""
    roles: Annotated[tuple[TeamRole, ...], Field(min_length=1)]
    """The posts of the team, each with its emphasis."""
    together: tuple[Text, ...] = ()
    """What they do together."""
    first_obligation: Text
    """The first obligation of everyone in the team."""
    otherwise: Text | None = None
    """What follows when somebody does not keep it."""
    standard: Id | None = None
    """The short name of the standard by which they work together."""


class Guide(InForce):
    """The guide to the work with clients: its introduction. Lives in standards/guide.yml."""

    kind: Literal["guide"]
    """Always “guide”."""
    id: Id = "guide"
    """The short name of the guide."""
    owner: Id
    """The short name of the post that answers for the guide."""
    opening: Text
    """What the guide is, for somebody who opens it for the first time."""
    reasons: Annotated[tuple[Reason, ...], Field(min_length=1)]
    """Why there is a guide."""
    readers: tuple[Reader, ...] = ()
    """For whom it is, and where each of them begins."""
    teamwork: Teamwork | None = None
    """How those who look after clients work together."""
    rules: tuple[Text, ...] = ()
    """How the guide is used and changed."""
    source: Text | None = None
    """Where the guide comes from, if not from the company itself."""
