"""New kits for the tests: made once for each choice of languages, and copied from then on."""

import shutil
import tempfile
from functools import cache
from pathlib import Path

from policy_kit.actions.starting import init_kit


def copy_new_kit(folder: Path, company: str, *languages: str) -> Path:
    """A kit as `policy-kit init` makes it, in `folder`."""
    shutil.copytree(_make(company, languages), folder)
    return folder


@cache
def _make(company: str, languages: tuple[str, ...]) -> Path:
    return init_kit(Path(tempfile.mkdtemp(prefix="new-kit-")) / "kit", company, languages)
