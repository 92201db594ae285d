"""The door of the command line, where the faces meet. It answers `--version` before anything heavy is imported."""

import gc
import os
import sys
import threading
from contextlib import suppress
from typing import Any


def main() -> None:
    """Run the command line and leave with its exit status."""
    if sys.argv[1:] == ["--version"]:
        from policy_kit import __version__

        print(f"policy-kit {__version__}")
        sys.exit(0)
    # A command makes many lasting things and little garbage: to look for some again and again takes a sixth more time.
    gc.set_threshold(100_000)
    from policy_kit.cli import run

    _leave(run(sys.argv[1:], {"ask": ask, "serve": serve, "preview": preview}))


def _leave(status: int) -> None:
    """Leaves at once, if nobody else is at work: to take a large kit apart piece by piece lasts half its loading."""
    if threading.active_count() > 1:
        sys.exit(status)
    with suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)


def ask(*arguments: Any, **settings: Any) -> int:
    """The interview in the terminal, imported when it is called for."""
    from policy_kit.terminal import run_interview

    return run_interview(*arguments, **settings)


def serve(*arguments: Any, **settings: Any) -> int:
    """The form in the browser, imported when it is called for."""
    from policy_kit.web import serve_kit

    return serve_kit(*arguments, **settings)


def preview(*arguments: Any, **settings: Any) -> int:
    """The handbook in the browser, imported when it is called for."""
    from policy_kit.web.preview import serve_preview

    return serve_preview(*arguments, **settings)


if __name__ == "__main__":
    main()
