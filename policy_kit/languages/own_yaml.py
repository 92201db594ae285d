"""The YAML files that come with the program. They are our own, so a plain loader is safe, and a quick one welcome."""

from pathlib import Path
from typing import Any

import yaml

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_own_yaml(path: Path) -> Any:
    """The content of a file of ours."""
    return yaml.load(path.read_bytes(), Loader=_Loader)  # noqa: S506
