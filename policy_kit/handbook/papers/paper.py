"""A paper: one document as it is printed and signed, in words and parts that every format can be made from.

All texts in it are data. They hold no control characters and none that turns the direction of reading, so that what is
signed reads as it is written; each format sees to it that nothing in them is read as its own language.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True)
class Run:
    """A piece of text with one look."""

    text: str
    """A line feed begins a new line."""
    strong: bool = False
    emphasis: bool = False
    link: str = ""
    """Where it leads, if it is a link: an address of the web or of a mailbox."""
    language: str = ""
    """Its language, where that is not the paper's own."""


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph.

    It is “plain”, the “lead” below the title, a “note” in small letters, a “box” that stands out, or the “label” of
    what follows, which it never leaves.
    """

    runs: Runs
    look: Literal["plain", "lead", "note", "box", "label"] = "plain"


@dataclass(frozen=True)
class Points:
    """A list; its points have dashes, or numbers where the text itself numbers them."""

    points: tuple[Runs, ...]
    numbered: bool = False
    label: str = ""
    """What the list says, in a word or two; it stands above it."""
    first: int = 1
    """The number of its first point."""


@dataclass(frozen=True)
class Table:
    """A table with a head; a column of figures is narrow and set to the right."""

    head: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]
    shares: tuple[int, ...]
    """How the columns share the width."""


@dataclass(frozen=True)
class Facts:
    """Short facts, each a label and what is to be said."""

    rows: tuple[tuple[str, Runs], ...]


@dataclass(frozen=True)
class Clause:
    """A numbered point of a section: a text that one can refer to by its number."""

    number: str
    """As 2.1, or 2.1.3 inside another clause."""
    runs: Runs
    parts: tuple["Part", ...] = ()
    """What belongs to it."""
    is_heading: bool = False
    """Whether its text is the name of what follows, rather than a sentence of its own."""


@dataclass(frozen=True)
class Section:
    """A numbered section with a heading."""

    number: str
    title: Runs
    parts: tuple["Part", ...]


Part = Paragraph | Points | Table | Facts | Clause


@dataclass(frozen=True)
class Letterhead:
    """The company, as it stands at the head of the first page."""

    name: str
    trade: str = ""
    lines: tuple[str, ...] = ()
    """Address, contact and registration; a line feed begins a new line."""


@dataclass(frozen=True)
class Signer:
    """Who signs: the fields of a signature, each a label with a line beside it or what is known already."""

    title: str
    statement: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Signatures:
    """The block at the end, which is never torn."""

    title: str
    signers: tuple[Signer, ...]


@dataclass(frozen=True)
class Logo:
    """The company's logo: the content of a file."""

    format: Literal["png", "jpg", "svg"]
    content: bytes


@dataclass(frozen=True)
class Paper:
    """One document on paper, in one language."""

    language: str
    letterhead: Letterhead
    kind: str
    """What kind of document it is, in words."""
    title: str
    short_title: str
    """The title as the head of each page has room for it."""
    day: date
    """The day of the text: that of the release, else that from which it holds. It dates the file."""
    lines: tuple[str, ...]
    """What stands below the title: in force since …"""
    opening: tuple[Part, ...]
    """What comes before the first section: notes, facts, what the document is for, what changed."""
    sections: tuple[Section, ...]
    approvals: Table | None
    approvals_title: str
    signatures: Signatures
    mark: str
    """The state of the text for the foot of every page: release and hash, or that nobody has signed it."""
    logo: Logo | None = None
    colour: str = "#1d5c58"
    """The company's colour, dark enough to be read on white paper."""
