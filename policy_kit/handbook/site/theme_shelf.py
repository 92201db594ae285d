"""The templates and files of a theme, listed without its thousands of icons."""

import os
import posixpath
from pathlib import Path

from jinja2 import FileSystemLoader


class ThemeShelf(FileSystemLoader):
    """Finds every template; lists those outside of folders with a dot, where the icons are."""

    def list_templates(self) -> list[str]:
        """The names of all files that a site may need, in order."""
        found: set[str] = set()
        for top in self.searchpath:
            for parent, folders, names in os.walk(top, followlinks=self.followlinks):
                folders[:] = [name for name in folders if not name.startswith(".")]
                way = posixpath.relpath(Path(parent).as_posix(), Path(top).as_posix())
                found.update(posixpath.normpath(posixpath.join(way, name)) for name in names)
        return sorted(found)
