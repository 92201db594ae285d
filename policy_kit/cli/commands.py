"""The group of all commands, made in the language of the call; each command stands in a file of its own."""

from collections.abc import Mapping
from typing import Any

import click

from policy_kit.cli.ask import make_ask_command
from policy_kit.cli.build import make_build_command
from policy_kit.cli.check import make_check_command
from policy_kit.cli.diff import make_diff_command
from policy_kit.cli.explain import make_explain_command
from policy_kit.cli.export import make_export_command
from policy_kit.cli.help import Commands, Face, language_option
from policy_kit.cli.history import make_history_command
from policy_kit.cli.init import make_init_command
from policy_kit.cli.preview import make_preview_command
from policy_kit.cli.release import make_release_command
from policy_kit.cli.schema import make_schema_command
from policy_kit.cli.score import make_score_command
from policy_kit.cli.serve import make_serve_command
from policy_kit.cli.sign import make_sign_command
from policy_kit.cli.signatures import make_signatures_command
from policy_kit.languages import Phrases

MAKERS = (
    make_init_command,
    make_check_command,
    make_score_command,
    make_build_command,
    make_release_command,
    make_sign_command,
    make_signatures_command,
    make_diff_command,
    make_history_command,
    make_export_command,
    make_explain_command,
    make_schema_command,
)
FACES = {"ask": make_ask_command, "serve": make_serve_command, "preview": make_preview_command}


def make_commands(phrases: Phrases, faces: Mapping[str, Face]) -> click.Group:
    """All commands, with help and messages in the language of `phrases`; of the other faces, those that are given."""

    @click.group("policy-kit", cls=Commands, phrases=phrases, help=phrases("commands.help"))
    @click.version_option(package_name="policy-kit", message="policy-kit %(version)s", help=phrases("commands.version"))
    @language_option(phrases)
    def group(**_: Any) -> None:
        pass

    for make in MAKERS:
        group.add_command(make(phrases))
    for name, face in faces.items():
        group.add_command(FACES[name](phrases, face))
    return group
