"""The interview in the terminal: on the whole screen, or line by line."""

from policy_kit.terminal.asking import run_interview

__all__ = ["run_interview"]
