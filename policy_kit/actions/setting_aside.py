"""A place for texts that must not be lost although the kit does not hold them: the other side of a conflict, an unsaved draft."""

import tempfile
from datetime import datetime
from pathlib import Path

FOLDER = ".policy-kit"


def set_aside(folder: Path, question: str, language: str, text: str, now: datetime | None = None) -> Path:
    """Keep `text` in a file of its own, in the kit, where git does not look; or else among the temporary files.

    Raises `OSError` where neither can be written.
    """
    name = f"{question}.{language}.{now or datetime.now():%Y%m%d-%H%M%S}-"
    try:
        return _write(_prepare(folder), name, text)
    except OSError:
        return _write(Path(tempfile.gettempdir()), f"policy-kit-{name}", text)


def _prepare(folder: Path) -> Path:
    aside = folder / FOLDER
    aside.mkdir(exist_ok=True)
    ignore = aside / ".gitignore"
    if not ignore.exists():
        ignore.write_text("# Texts that were set aside; they are nobody's business but yours.\n*\n", encoding="utf-8")
    return aside


def _write(folder: Path, name: str, text: str) -> Path:
    """A new file, readable to its owner only; none that is there is touched."""
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", errors="replace", newline="\n", dir=folder, prefix=name, suffix=".txt", delete=False
    ) as file:
        file.write(text.rstrip("\n") + "\n")
    return Path(file.name)
