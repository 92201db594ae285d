"""Mistakes in a call, said in the reader's language: click says them in English only."""

import click

from policy_kit.languages import Phrases


def describe_mistake(mistake: click.ClickException, phrases: Phrases) -> str:
    """The mistake in a sentence, and where to read how the command is called."""
    sentence = _describe(mistake, phrases)
    context = getattr(mistake, "ctx", None)
    if context is None:
        return sentence
    return f"{sentence}\n{phrases('commands.see-help', command=context.command_path)}"


def _describe(mistake: click.ClickException, phrases: Phrases) -> str:
    if isinstance(mistake, click.NoSuchOption):
        near = f" {phrases('commands.did-you-mean', name=mistake.possibilities[0])}" if mistake.possibilities else ""
        return phrases("commands.no-option", name=mistake.option_name) + near
    if isinstance(mistake, click.MissingParameter) and mistake.param:
        return phrases("commands.missing", name=_name(mistake.param, mistake.ctx))
    if isinstance(mistake, click.BadParameter) and mistake.param:
        return phrases("commands.bad-value", name=_name(mistake.param, mistake.ctx), choices=_choices(mistake.param))
    if isinstance(mistake, click.BadOptionUsage):
        return phrases("commands.bad-option", name=mistake.option_name)
    if isinstance(mistake, click.UsageError):
        return phrases("commands.bad-call")
    return mistake.format_message()


def _name(parameter: click.Parameter, context: click.Context | None) -> str:
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return parameter.make_metavar(context) if context else str(parameter.name).upper()


def _choices(parameter: click.Parameter) -> str:
    if isinstance(parameter.type, click.Choice):
        return ": " + ", ".join(map(str, parameter.type.choices))
    if isinstance(parameter.type, click.IntRange):
        return f": {parameter.type.min} … {parameter.type.max}"
    return ""
