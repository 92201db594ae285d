"""The door of the command line. It answers `--version` by itself, before anything heavy is imported."""

import sys


def main() -> None:
    """Run the command line and leave with its exit status."""
    if sys.argv[1:] == ["--version"]:
        from policy_kit import __version__

        print(f"policy-kit {__version__}")
        sys.exit(0)
    from policy_kit.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
