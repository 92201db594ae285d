"""The company: its name, its languages, and the posts that have no job description of their own."""

from typing import Annotated, Literal

from pydantic import Field

from policy_kit.documents.text import Document, Id, Language, Text, Words


class Role(Document):
    """A post that other documents name but that has no job description."""

    id: Id
    """The short name by which other documents call this post, for example head-of-service."""
    title: Text
    """The name of the post, as staff know it."""


class Company(Document):
    """The company to which the kit belongs. Lives in standards/company.yml."""

    kind: Literal["company"]
    """Always “company”."""
    name: Words
    """The company's name, as it stands on the handbook."""
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    """The languages of the handbook as two letters each; the first is the company's own: [en, ru, sl]."""
    trade: Text | None = None
    """What the company does, in one line."""
    address: Text | None = None
    """The address for letters, as it stands at the head of a paper; it may have several lines."""
    contact: Text | None = None
    """Telephone, e-mail and site, as they stand at the head of a paper; it may have several lines."""
    registration: Text | None = None
    """Registration and tax numbers, as the law wants them at the head of a paper; it may have several lines."""
    logo: Words | None = None
    """The file of the logo in the kit (png, jpg or svg), for the head of a paper: site/theme/logo.png."""
    changes: Text | None = None
    """Where readers of the handbook suggest a change: an email address, a web address (in which {file} stands for the
    document's file), or a sentence."""
    roles: tuple[Role, ...] = ()
    """Posts without a job description (the director, the secretariat) that standards and jobs may name."""
