"""Where the definitions lie that a new kit begins with: in the wheel, or in the repository that we run from."""

from pathlib import Path

import policy_kit

PACKAGE = Path(policy_kit.__file__).parent


def find_starter() -> Path:
    """The folder with `questionnaires/`, `standards/` and `site/` of the example, the answers not always there."""
    packed = PACKAGE / "starter"
    return packed if packed.is_dir() else PACKAGE.parent
