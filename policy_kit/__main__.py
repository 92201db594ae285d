"""The door of the command line, where the faces meet. It answers `--version` before anything heavy is imported."""

import sys
from typing import Any


def main() -> None:
    """Run the command line and leave with its exit status."""
    if sys.argv[1:] == ["--version"]:
        from policy_kit import __version__

        print(f"policy-kit {__version__}")
        sys.exit(0)
    from policy_kit.cli import run

    sys.exit(run(sys.argv[1:], {"ask": ask, "serve": serve, "preview": preview}))


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
