"""A place for texts that the kit does not hold but nobody may lose: one side of a conflict, a draft."""

import tempfile
from datetime import datetime
from pathlib import Path

from policy_kit.kit.saving import OWN_FOLDER


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
    """The kit's own folder for what is no document, as saving makes it. A link may lead anywhere."""
    own = folder / OWN_FOLDER
    if own.is_symlink():
        raise NotADirectoryError(own)
    own.mkdir(exist_ok=True)
    if not (own / ".gitignore").exists():
        (own / ".gitignore").write_text("*\n", encoding="utf-8")
    return own


def _write(folder: Path, name: str, text: str) -> Path:
    """A new file, readable to its owner only; none that is there is touched."""
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", errors="replace", newline="\n", dir=folder, prefix=name, suffix=".txt", delete=False
    ) as file:
        file.write(text.rstrip("\n") + "\n")
    return Path(file.name)
