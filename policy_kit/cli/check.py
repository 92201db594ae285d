"""`policy-kit check`: every problem and every finding of a kit, in one run."""

from collections.abc import Sequence
from pathlib import Path

import click

from policy_kit.actions.checking import check_kit
from policy_kit.actions.explaining import list_codes
from policy_kit.actions.suggesting import suggest
from policy_kit.cli.check_formats import RENDERERS
from policy_kit.cli.help import kit_option, make_command, open_kit
from policy_kit.cli.report import show_check
from policy_kit.cli.screen import show
from policy_kit.errors import UsageError
from policy_kit.kit import Kit
from policy_kit.languages import Phrases


def make_check_command(phrases: Phrases) -> click.Command:
    """The command, speaking the language of `phrases`."""

    @make_command("check", phrases)
    @kit_option(phrases)
    @click.argument("paths", nargs=-1, metavar="[PATH]…")
    @click.option(
        "--format", "form", type=click.Choice(["text", *RENDERERS]), default="text", help=phrases("commands.form")
    )
    @click.option("--select", multiple=True, metavar="CODES", help=phrases("commands.check.select"))
    @click.option("--ignore", multiple=True, metavar="CODES", help=phrases("commands.check.ignore"))
    @click.option("--min-score", type=click.IntRange(0, 100), metavar="N", help=phrases("commands.check.min-score"))
    @click.option("--accepted", is_flag=True, help=phrases("connections.show-accepted"))
    @click.option("--against", metavar="REV", help=phrases("commands.check.against"))
    def check(
        folder: Path | None,
        paths: tuple[str, ...],
        form: str,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        min_score: int | None,
        accepted: bool,
        against: str | None,
    ) -> int:
        kit = open_kit(folder, phrases)
        result = check_kit(
            kit,
            paths=[_find_in_kit(path, kit, phrases) for path in paths],
            select=_read_codes(select, phrases),
            ignore=_read_codes(ignore, phrases),
            min_score=min_score,
            against=against,
        )
        if form == "text":
            show_check(result, phrases, accepted=accepted)
        else:
            show(RENDERERS[form](result, phrases))
        return 0 if result.passed else 1

    return check


def _find_in_kit(path: str, kit: Kit, phrases: Phrases) -> str:
    """A path as the user wrote it (from here, or from the kit's folder), relative to the kit."""
    folder = kit.folder.resolve()
    for candidate in (Path(path), kit.folder / path):
        resolved = candidate.resolve()
        if candidate.exists() and resolved.is_relative_to(folder):
            return resolved.relative_to(folder).as_posix()
    raise UsageError(phrases("errors.no-path", path=path))


def _read_codes(given: Sequence[str], phrases: Phrases) -> list[str]:
    """Codes or beginnings of codes, separated by commas; each must fit at least one code that exists."""
    wanted = [code.strip().upper() for text in given for code in text.split(",") if code.strip()]
    for code in wanted:
        if not any(known.startswith(code) for known in list_codes()):
            hint = suggest(code, list_codes(), phrases)
            raise UsageError(phrases("errors.unknown-code", code=code, hint=hint))
    return wanted
