"""The command line: one file per command. Results go to stdout, messages to stderr, never a traceback."""

from policy_kit.cli.run import run

__all__ = ["run"]
