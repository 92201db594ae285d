"""Writing in the editor that the user knows, and bringing the text back."""

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path

from policy_kit.languages import Phrases
from policy_kit.terminal.showing import clean_input

USUAL = ("nano", "vim", "vi", "notepad")


def edit_text(text: str, phrases: Phrases) -> tuple[str, str]:
    """Open `text` in the user's editor. The new text; or the old one, and what to say of it."""
    with tempfile.TemporaryDirectory(prefix="policy-kit-") as folder:
        file = Path(folder) / "answer.txt"
        file.write_text(text + "\n", encoding="utf-8", newline="\n")
        try:
            command = _find_editor()
            status = subprocess.call([*command, str(file)])  # noqa: S603  the user's own choice
            if status:
                raise OSError(f"{command[0]}: {status}")
            return clean_input(file.read_bytes().decode("utf-8-sig")).rstrip("\n"), ""
        except UnicodeDecodeError:
            return text, phrases("interview.editor.not-text")
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            return text, phrases("interview.editor.failed", reason=reason)


def _find_editor() -> list[str]:
    """The editor's command: as VISUAL or EDITOR says, else one that most computers have."""
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if chosen:
        return shlex.split(chosen, posix=os.name != "nt")
    found = next((name for name in USUAL if shutil.which(name)), None)
    return [found or USUAL[0]]
