"""`policy-kit init`: a new kit in an empty folder."""

from pathlib import Path

import click

from policy_kit.actions.starting import init_kit
from policy_kit.cli.help import make_command
from policy_kit.cli.screen import make_visible, show
from policy_kit.languages import Phrases, list_languages


def make_init_command(phrases: Phrases) -> click.Command:
    """The command, speaking the language of `phrases`."""

    @make_command("init", phrases)
    @click.argument("folder", type=click.Path(path_type=Path), metavar="FOLDER")
    @click.option("--company", metavar="NAME", help=phrases("commands.init.company"))
    @click.option(
        "--language",
        "languages",
        type=click.Choice(list_languages()),
        multiple=True,
        help=phrases("commands.init.languages"),
    )
    @click.option("--bare", is_flag=True, help=phrases("owner.init.bare"))
    def init(folder: Path, company: str | None, languages: tuple[str, ...], bare: bool) -> None:
        made = init_kit(folder, company, languages or (phrases.language,), bare=bare)
        show(make_visible(phrases("owner.init.bare-done" if bare else "commands.init.done", folder=made)))

    return init
