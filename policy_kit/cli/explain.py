"""`policy-kit explain`: the kinds of documents with their fields, and the catalogue of problems and findings."""

from collections.abc import Iterator
from shutil import get_terminal_size
from textwrap import wrap

import click

from policy_kit.actions.explaining import (
    Explanation,
    FieldExplanation,
    KindExplanation,
    explain_code,
    explain_kind,
    list_codes,
    show_files,
)
from policy_kit.cli.help import kit_option, make_command
from policy_kit.cli.screen import paint, show
from policy_kit.documents import KINDS
from policy_kit.languages import Phrases

HASH = "hash"
STEP = "  "
DASH = "- "
"""How an entry of a list begins in a document."""
NARROW, WIDE = 24, 100
"""The narrowest column of text, and the widest page, that one likes to read."""


def make_explain_command(phrases: Phrases) -> click.Command:
    """The command, speaking the language of `phrases`."""

    @make_command("explain", phrases)
    @kit_option(phrases, opens=False)
    @click.argument("name", required=False, metavar="[KIND|CODE]")
    def explain(name: str | None) -> None:
        if not name:
            _show_everything(phrases)
        elif name.strip().lower() == HASH:
            _show_hash(phrases)
        elif name.strip().lower() in KINDS:
            _show_kind(explain_kind(name.strip().lower(), phrases.language), phrases)
        else:
            _show_code(explain_code(name, phrases.language), phrases)

    return explain


def _show_everything(phrases: Phrases) -> None:
    show(phrases("commands.explain.kinds"))
    _show_table([(kind, explain_kind(kind, phrases.language).about) for kind in KINDS])
    show(f"\n{phrases('commands.explain.codes')}")
    _show_table([(code, explain_code(code, phrases.language).title) for code in list_codes()])


def _show_kind(explanation: KindExplanation, phrases: Phrases) -> None:
    show(paint(explanation.kind, bold=True))
    show(f"\n{paint(explanation.about)}")
    show(f"\n{paint(phrases('commands.explain.fields'), bold=True)}")
    _show_table([*_list_fields(explanation.fields, phrases)])
    _show_example(phrases("commands.explain.minimal"), show_files(explanation.example))


def _list_fields(fields: tuple[FieldExplanation, ...], phrases: Phrases, indent: str = "") -> Iterator[tuple[str, str]]:
    """A line for every field, those of groups further to the right, as they stand in a document."""
    for field in fields:
        required = f"{phrases('commands.explain.required')} " if field.required else ""
        yield indent + field.name, required + field.about
        indent = " " * len(indent)  # only the first field of an entry stands behind the dash
        yield from _list_fields(field.fields, phrases, indent + STEP + (DASH if field.repeats else ""))


def _show_table(rows: list[tuple[str, str]]) -> None:
    """Names, and beside them what they mean; paths and dates are never broken at a hyphen."""
    column = max(len(name) for name, _ in rows) + len(STEP)
    width = max(NARROW, min(get_terminal_size().columns, WIDE) - len(STEP) - column)
    for name, meaning in rows:
        first, *others = wrap(meaning, width, break_on_hyphens=False, break_long_words=False)
        show(f"{STEP}{paint(name.ljust(column), bold=True)}{paint(first)}")
        for line in others:
            show(f"{STEP}{' ' * column}{paint(line)}")


def _show_hash(phrases: Phrases) -> None:
    """How the content hash of a document is made."""
    width = max(NARROW, min(get_terminal_size().columns, WIDE))
    for line in phrases("records.hash").splitlines():
        hanging = STEP if line.startswith(DASH) else ""
        wrapped = wrap(line, width, subsequent_indent=hanging, break_on_hyphens=False, break_long_words=False)
        show(paint("\n".join(wrapped)))


def _show_code(explanation: Explanation, phrases: Phrases) -> None:
    show(paint(f"{explanation.code}  {explanation.title}", bold=True))
    show(f"\n{paint(explanation.why)}")
    for key, example in (("bad", explanation.bad), ("good", explanation.good)):
        if example:
            _show_example(phrases(f"commands.explain.{key}"), example)


def _show_example(heading: str, example: str) -> None:
    show(f"\n{paint(heading, bold=True)}")
    for line in example.rstrip().splitlines():
        show(f"{STEP}{paint(line)}".rstrip())
