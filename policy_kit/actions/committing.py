"""Recording the answers of a session in git, for those who asked for it."""

from collections.abc import Iterable
from pathlib import Path

from policy_kit import history
from policy_kit.languages import Phrases


def commit_session(folder: Path | str, files: Iterable[str], phrases: Phrases) -> str | None:
    """Commit the answer files that a session has written, and nothing else; the commit's short name.

    `files` are relative to the kit's folder, with forward slashes. None where nothing has changed since the last
    commit. Raises `StorageError` with a clear sentence where git is missing or refuses.
    """
    paths = sorted(set(files))
    return history.commit_files(Path(folder), paths, phrases("errors.commit-message", n=len(paths)), phrases)
