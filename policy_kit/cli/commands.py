"""The group of all commands, made in the language of the call; each command stands in a file of its own."""

from typing import Any

import click

from policy_kit.cli.build import make_build_command
from policy_kit.cli.check import make_check_command
from policy_kit.cli.explain import make_explain_command
from policy_kit.cli.help import Commands, language_option
from policy_kit.cli.init import make_init_command
from policy_kit.cli.schema import make_schema_command
from policy_kit.cli.score import make_score_command
from policy_kit.languages import Phrases

MAKERS = (
    make_init_command,
    make_check_command,
    make_score_command,
    make_build_command,
    make_explain_command,
    make_schema_command,
)


def make_commands(phrases: Phrases) -> click.Group:
    """All commands, with help and messages in the language of `phrases`."""

    @click.group("policy-kit", cls=Commands, phrases=phrases, help=phrases("commands.help"))
    @click.version_option(package_name="policy-kit", message="policy-kit %(version)s", help=phrases("commands.version"))
    @language_option(phrases)
    def group(**_: Any) -> None:
        pass

    for make in MAKERS:
        group.add_command(make(phrases))
    return group
