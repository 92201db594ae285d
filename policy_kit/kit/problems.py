"""Something wrong in a document: a value, never an exception."""

from dataclasses import dataclass
from typing import Literal

from policy_kit.kit.places import Place

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where it stands, and how to mend it, in the reader's language."""

    code: str
    """PK and three digits: 0xx the file, 1xx references between documents, 4xx releases and signatures."""
    place: Place
    message: str
    """What is wrong, in one sentence."""
    help: str = ""
    """How to mend it."""
    excerpt: str = ""
    """The line of the file at `place`, as it is written; of a very long line, the part around the place."""
    width: int = 1
    """How many characters of the line the caret underlines."""
    first_column: int = 1
    """The column with which the excerpt begins: more than 1 where the line is too long to be shown whole."""
    severity: Severity = "error"
    """“error”: it must be mended. “warning”: it waits for somebody, or is advice; no check fails of it."""

    def __str__(self) -> str:
        return f"{self.place} {self.code} {self.message}"
