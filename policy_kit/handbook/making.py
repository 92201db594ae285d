"""What makes pages: our own files and the packages that we stand on. Another version may make other pages."""

import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

from policy_kit.handbook.page_cache import digest

MADE_BY = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "nh3", "markupsafe", "pyyaml")
"""The packages on which the look of a page depends."""

PROGRAM = Path(__file__).parents[1]
SUFFIXES = (".py", ".yml", ".j2", ".html", ".css", ".js")


@cache
def describe_making() -> bytes:
    """A digest of what makes pages: our own files, and the packages that we stand on."""
    own = sorted(path for path in PROGRAM.rglob("*") if path.suffix in SUFFIXES)
    versions = [sys.version, *(f"{name} {version(name)}" for name in MADE_BY)]
    return digest(*versions, *(path.read_bytes() for path in own))
