"""How a text stands: which release it is, or that it is none; what a paper says of it."""

from dataclasses import dataclass
from datetime import date

from policy_kit.documents import Text

HASH_SHOWN = 12
"""So many digits of a content hash tell two texts of a company apart."""


@dataclass(frozen=True)
class Standing:
    """The release of a text, or that it is none yet."""

    number: int | None = None
    """The last release; None where there is none."""
    hash: str = ""
    """The content hash of the text."""
    is_changed: bool = False
    """Whether the text has changed since that release."""
    is_editorial: bool = False
    """Whether that release changed only the wording."""
    summary: Text | None = None
    """What that release changed."""
    approvals: tuple[tuple[Text, date], ...] = ()
    """Who approved that release, and when."""
    day: date | None = None
    """From which day the release holds."""
