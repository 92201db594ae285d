"""Where a value stands: file, line and column."""

from dataclasses import dataclass

Way = tuple[str | int, ...]
"""How one gets to a value inside a document: ("steps", 0, "who")."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file of the kit; line and column count from 1, the column in characters."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
