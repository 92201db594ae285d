"""`policy-kit ask`: the interview in the terminal."""

from pathlib import Path

import click

from policy_kit.cli.help import Face, kit_option, make_command, open_kit
from policy_kit.languages import Phrases, list_languages


def make_ask_command(phrases: Phrases, face: Face) -> click.Command:
    """The command, speaking the language of `phrases`; `face` holds the interview."""

    @make_command("ask", phrases)
    @kit_option(phrases)
    @click.argument("question", required=False, metavar="[QUESTION]")
    @click.option("--plain", is_flag=True, help=phrases("commands.ask.plain"))
    @click.option("--answers", "answers", type=click.Choice(list_languages()), help=phrases("commands.ask.answers"))
    @click.option("--commit", is_flag=True, help=phrases("commands.ask.commit"))
    def ask(folder: Path | None, question: str | None, plain: bool, answers: str | None, commit: bool) -> int:
        kit = open_kit(folder, phrases)
        language = answers or kit.languages[0]
        return face(kit.folder, phrases, question=question, language=language, plain=plain, commit=commit)

    return ask
