"""A signature: somebody's signature under one release of a document."""

from typing import Literal

from policy_kit.documents.text import Day, Document, Id, Words


class Signature(Document):
    """A person's signature under one release. Lives in standards/records/signatures/; `policy-kit sign` writes it."""

    kind: Literal["signature"]
    """Always “signature”."""
    document: Id
    """The short name of the document that was signed."""
    document_kind: Words
    """The kind of that document, for example job-description."""
    release: int
    """The number of the release that was signed."""
    hash: Words
    """The content hash of that release: the very text that was signed."""
    person: Id
    """The short name of the person who signed; “forgotten-1” and so on where the person has been forgotten."""
    name: Words | None = None
    """The person's name, where the company keeps no list of people."""
    signed_on: Day
    """The day of the signature (year-month-day)."""
    seal: Words
    """Made by policy-kit from all this; with it, a signature that was edited by hand is noticed."""
