"""How tests wait: until it is so, for as long as a busy machine may need."""

import time
from collections.abc import Callable

PATIENCE = 60.0
"""Seconds after which what did not come will not come. It costs nothing where it comes."""


def wait_until(is_so: Callable[[], bool], what: str) -> None:
    """Wait until something is so, such as words in a file that another process writes; `what` says what for."""
    until = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < until, f"waited in vain for {what}"
        time.sleep(0.01)
