"""Help pages in the reader's language, and the options that every command shares."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from policy_kit.actions.locating import find_kit, load_kit
from policy_kit.actions.suggesting import suggest
from policy_kit.errors import UsageError
from policy_kit.kit import Kit
from policy_kit.languages import Phrases, list_languages

Function = Callable[..., Any]
Face = Callable[..., int]
"""What opens another face on a kit; it returns the exit status."""


class _Formatter(click.HelpFormatter):
    phrases: Phrases

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or self.phrases("commands.usage") + " ")


class Command(click.Command):
    """A command whose help page speaks the reader's language and ends with an example."""

    def __init__(self, *arguments: Any, phrases: Phrases, **settings: Any) -> None:
        settings["options_metavar"] = f"[{phrases('commands.options')}]"
        super().__init__(*arguments, **settings)
        self.phrases = phrases

    def get_help(self, ctx: click.Context) -> str:
        formatter = _Formatter(width=ctx.terminal_width, max_width=ctx.max_content_width or 100)
        formatter.phrases = self.phrases
        self.format_help(ctx, formatter)
        return formatter.getvalue().rstrip("\n")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = (each for each in self.get_params(ctx) if isinstance(each, click.Option))  # arguments stand above
        rows = [row for option in options if (row := option.get_help_record(ctx))]
        with formatter.section(self.phrases("commands.options")):
            formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = self.phrases("commands.show-help")
        return option


class Commands(Command, click.Group):
    """The group of commands, with help in the reader's language."""

    def __init__(self, *arguments: Any, phrases: Phrases, **settings: Any) -> None:
        super().__init__(*arguments, phrases=phrases, subcommand_metavar=phrases("commands.command"), **settings)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        rows = [(name, self.summarise(name)) for name in self.list_commands(ctx)]
        with formatter.section(self.phrases("commands.commands")):
            formatter.write_dl(rows)

    def summarise(self, name: str) -> str:
        """What a command does, in a sentence."""
        return self.commands[name].get_short_help_str(300)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's own signature
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        names = self.list_commands(ctx)
        if args and args[0] not in names and not args[0].startswith("-"):
            hint = suggest(args[0], names, self.phrases)
            raise UsageError(self.phrases("commands.no-command", name=args[0]) + hint)
        return super().resolve_command(ctx, args)


def make_command(key: str, phrases: Phrases, name: str = "") -> Callable[[Function], click.Command]:
    """The decorator of a command: help and example come from the phrases under `key`, which is also its name."""
    return click.command(name or key, cls=Command, **_describe(key, phrases))


def make_group(key: str, phrases: Phrases) -> Callable[[Function], click.Group]:
    """The same for a command that has commands of its own, and does something without them, too."""
    return click.group(key, cls=Commands, invoke_without_command=True, **_describe(key, phrases))


def _describe(key: str, phrases: Phrases) -> dict[str, Any]:
    help_text = phrases(f"commands.{key}.help")
    example = f"\b\n{phrases('commands.example')}\n{phrases(f'commands.{key}.example')}".rstrip().replace("\n", "\n  ")
    return {"phrases": phrases, "help": help_text, "epilog": example.replace("\b\n  ", "\b\n")}


def language_option(phrases: Phrases) -> Callable[[Function], Function]:
    """`--language`; it has been read before, when the language of this call was decided."""
    choice = click.Choice(list_languages())
    return click.option("--language", type=choice, expose_value=False, help=phrases("commands.language"))


def kit_option(phrases: Phrases, *, opens: bool = True) -> Callable[[Function], Function]:
    """`--kit FOLDER`, and `--language` with it. A command that opens no kit takes only its language from there."""
    settings: dict[str, Any] = {"metavar": "FOLDER", "help": phrases("commands.kit"), "expose_value": opens}

    def add(function: Function) -> Function:
        option = click.option("--kit", "folder", type=click.Path(path_type=Path), **settings)
        return option(language_option(phrases)(function))

    return add


def open_kit(folder: Path | None, phrases: Phrases) -> Kit:
    """The kit in `folder`, or the nearest one upward from here. Raises `UsageError` where there is none."""
    found = folder or find_kit(Path.cwd())
    if found is None:
        raise UsageError(phrases("errors.no-kit"))
    return load_kit(found, phrases.language)
