"""`policy-kit preview`: the handbook in the browser, as fresh as the documents."""

from pathlib import Path

import click

from policy_kit.cli.help import Face, kit_option, make_command, open_kit
from policy_kit.languages import Phrases


def make_preview_command(phrases: Phrases, face: Face) -> click.Command:
    """The command, speaking the language of `phrases`; `face` holds the preview."""

    @make_command("preview", phrases)
    @kit_option(phrases)
    @click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N", help=phrases("commands.serve.port"))
    @click.option("--no-open", is_flag=True, help=phrases("commands.serve.no-open"))
    def preview(folder: Path | None, port: int, no_open: bool) -> int:
        kit = open_kit(folder, phrases)
        return face(kit.folder, phrases, port=port, opens_browser=not no_open)

    return preview
