"""Finding a kit from where one stands, and loading it."""

from datetime import date
from pathlib import Path

from policy_kit import kit as kits
from policy_kit.kit import Kit

MARK = Path("standards", "company.yml")


def find_kit(start: Path) -> Path | None:
    """The nearest folder upward from `start` that holds `standards/company.yml`."""
    return next((folder for folder in (start, *start.parents) if (folder / MARK).is_file()), None)


def load_kit(folder: Path | str, language: str | None = None, today: date | None = None) -> Kit:
    """Read a kit: its documents and all that is wrong with them, told in `language` or in the kit's own.

    Nothing in a file raises; a folder that is not there raises `UsageError`. `today` is for dates that lie in the
    future; left out, it is the day of the call.
    """
    return kits.load_kit(Path(folder), language, today)
