"""`policy-kit export`: a document, ready to print and sign."""

import sys
from pathlib import Path

import click

from policy_kit.actions.exporting import export_document, save_export
from policy_kit.cli.help import make_command, open_kit
from policy_kit.cli.report import show_causes
from policy_kit.cli.screen import make_visible, show
from policy_kit.errors import UsageError
from policy_kit.handbook.papers import FORMATS as PAPER_FORMATS
from policy_kit.languages import Phrases


def make_export_command(phrases: Phrases) -> click.Command:
    """The command, speaking the language of `phrases`."""

    @make_command("export", phrases)
    @click.argument("document", metavar="DOCUMENT")
    @click.option("--format", "form", type=click.Choice(PAPER_FORMATS), help=phrases("commands.export.format"))
    @click.option("--out", metavar="FILE", help=phrases("commands.export.out"))
    @click.option("--language", metavar="L", help=phrases("commands.export.language"))
    @click.option("--release", type=click.IntRange(1), metavar="N", help=phrases("commands.export.release"))
    @click.option("--force", is_flag=True, help=phrases("commands.export.force"))
    @click.option("--kit", "folder", type=click.Path(path_type=Path), metavar="FOLDER", help=phrases("commands.kit"))
    def export(
        document: str,
        form: str | None,
        out: str | None,
        language: str | None,
        release: int | None,
        force: bool,
        folder: Path | None,
    ) -> int:
        kit = open_kit(folder, phrases)
        exported = export_document(kit, document, form or _guess_format(out), language, release)
        if release is None:  # what is wrong in today's text is not wrong in a release
            wrong = kit.list_causes("error")
            show_causes((cause for cause in wrong if cause.source.path == exported.file.path), phrases)
        if out == "-":
            _pour(exported.content, phrases)
            return 0
        target = Path(out or exported.name)
        if target.is_dir():
            target /= exported.name
        save_export(exported, target, phrases.language, force=force)
        show(make_visible(phrases("commands.export.done", file=target.absolute())))
        return 0

    return export


def _guess_format(out: str | None) -> str:
    """The format that the end of the file's name tells; else PDF."""
    ending = Path(out or "").suffix.lower().lstrip(".")
    return ending if ending in PAPER_FORMATS else PAPER_FORMATS[0]


def _pour(content: bytes, phrases: Phrases) -> None:
    """The file itself on stdout; a terminal can show only text."""
    if sys.stdout.isatty() and b"\0" in content:
        raise UsageError(phrases("commands.export.no-terminal"))
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
