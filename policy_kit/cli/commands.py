"""The group of all commands, made in the language of the call; each command stands in a file of its own."""

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from typing import Any

import click

from policy_kit.cli.help import Commands, Face, language_option
from policy_kit.languages import Phrases

NAMES = (
    "init",
    "check",
    "score",
    "build",
    "release",
    "sign",
    "signatures",
    "diff",
    "history",
    "export",
    "explain",
    "schema",
)
"""The commands in the order of the help page; each has its maker in the file of its name."""


class AllCommands(Commands):
    """Makes a command when it is called for: who checks a kit does not wait for what builds a handbook."""

    def __init__(self, *arguments: Any, makers: Mapping[str, Callable[[], click.Command]], **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self._makers = makers

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's own signature
        return list(self._makers)

    def summarise(self, name: str) -> str:
        return click.Command(name, help=self.phrases(f"commands.{name}.help")).get_short_help_str(300)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name in self._makers and cmd_name not in self.commands:
            self.add_command(self._makers[cmd_name]())
        return self.commands.get(cmd_name)


def make_commands(phrases: Phrases, faces: Mapping[str, Face]) -> click.Group:
    """All commands, with help and messages in the language of `phrases`; of the other faces, those that are given."""
    makers = {name: partial(_make, name, phrases) for name in NAMES}
    makers |= {name: partial(_make, name, phrases, face) for name, face in faces.items()}

    @click.group("policy-kit", cls=AllCommands, phrases=phrases, help=phrases("commands.help"), makers=makers)
    @click.version_option(package_name="policy-kit", message="policy-kit %(version)s", help=phrases("commands.version"))
    @language_option(phrases)
    def group(**_: Any) -> None:
        pass

    return group


def _make(name: str, *arguments: object) -> click.Command:
    command: click.Command = getattr(import_module(f"policy_kit.cli.{name}"), f"make_{name}_command")(*arguments)
    return command
