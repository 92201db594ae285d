"""What MkDocs warns of: collected, so that it can be told in one place."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collect_warnings() -> Iterator[list[str]]:
    """What MkDocs warns of meanwhile."""
    found: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: found.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield found
    finally:
        logger.removeHandler(handler)
