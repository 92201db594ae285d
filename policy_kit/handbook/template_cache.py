"""Compiled templates, kept from one build to the next: compiling them would be a fifth of the time."""

from jinja2 import BytecodeCache, FileSystemBytecodeCache


def open_template_cache() -> BytecodeCache | None:
    """Jinja's own cache in the user's temporary folder; None where that folder is not the user's own."""
    try:
        return FileSystemBytecodeCache()
    except (RuntimeError, OSError):
        return None
