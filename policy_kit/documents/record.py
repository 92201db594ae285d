"""The record of a document: its releases, each a text that was approved, and from which day it holds."""

from typing import Annotated, Literal

from pydantic import Field

from policy_kit.documents.text import Day, Document, Id, Text, Words


class Approval(Document):
    """Who approved a release, and when: a post or a name."""

    role: Id | None = None
    """The short name of the post that approved it."""
    name: Words | None = None
    """The name of whoever approved it, where no post was given."""
    approved_on: Day
    """The day of the approval (year-month-day)."""


class Release(Document):
    """One release: a fixed, approved text of the document."""

    number: int
    """1 for the first release, then 2, 3 and so on."""
    nature: Literal["substantive", "editorial"]
    """“substantive”: something changed that matters, and earlier signatures lapse. “editorial”: only the wording."""
    summary: Text
    """What changed, in a sentence."""
    approvals: Annotated[tuple[Approval, ...], Field(min_length=1)]
    """Who approved it, and when."""
    effective: Day
    """The day from which this text holds."""
    released_on: Day
    """The day on which it was released."""
    hash: Words
    """The content hash of the text; signatures are bound to it. `policy-kit explain hash` tells how it is made."""
    seal: Words
    """Made by policy-kit from this entry and those above it; with it, an entry that was edited by hand is noticed."""


class Record(Document):
    """The releases of one document. Lives in standards/records/; `policy-kit release` writes it, nobody by hand."""

    kind: Literal["record"]
    """Always “record”."""
    document: Id
    """The short name of the document."""
    document_kind: Words
    """The kind of the document, for example job-description."""
    releases: Annotated[tuple[Release, ...], Field(min_length=1)]
    """The releases, the oldest first."""
