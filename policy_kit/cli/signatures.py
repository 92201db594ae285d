"""`policy-kit signatures`: who has signed what and who owes a signature; import them, and forget a person."""

from pathlib import Path

import click

from policy_kit.actions.forgetting import forget_person
from policy_kit.actions.importing import import_signatures
from policy_kit.actions.signatures import list_signatures
from policy_kit.cli.help import kit_option, make_command, make_group, open_kit
from policy_kit.cli.screen import make_visible, say, show
from policy_kit.cli.signature_formats import RENDERERS, show_signatures
from policy_kit.languages import Phrases


def make_signatures_command(phrases: Phrases) -> click.Command:
    """The command, speaking the language of `phrases`."""

    @make_group("signatures", phrases)
    @kit_option(phrases)
    @click.option(
        "--format", "form", type=click.Choice(["text", *RENDERERS]), default="text", help=phrases("commands.form")
    )
    @click.pass_context
    def signatures(context: click.Context, folder: Path | None, form: str) -> None:
        context.obj = folder
        if context.invoked_subcommand:
            return
        kit = open_kit(folder, phrases)
        listed = list_signatures(kit)
        if form == "text":
            show_signatures(listed, kit, phrases)
        else:
            show(RENDERERS[form](listed, kit, phrases))

    signatures.add_command(_make_import_command(phrases))
    signatures.add_command(_make_forget_command(phrases))
    return signatures


def _make_import_command(phrases: Phrases) -> click.Command:
    @make_command("signatures-import", phrases, "import")
    @kit_option(phrases)
    @click.argument("file", type=click.Path(path_type=Path), metavar="FILE.csv")
    @click.pass_context
    def take_over(context: click.Context, folder: Path | None, file: Path) -> int:
        imported = import_signatures(open_kit(folder or context.obj, phrases), file)
        for bad in imported.bad:
            say(phrases("records.row", file=file, line=bad.line, reason=bad.reason))
        show(phrases("records.imported", n=imported.added))
        if imported.known:
            show(phrases("records.known-before", n=imported.known))
        if imported.bad:
            show(phrases("records.bad-rows", n=len(imported.bad)))
        return 1 if imported.bad else 0

    return take_over


def _make_forget_command(phrases: Phrases) -> click.Command:
    @make_command("signatures-forget", phrases, "forget")
    @kit_option(phrases)
    @click.argument("person", metavar="PERSON")
    @click.pass_context
    def forget(context: click.Context, folder: Path | None, person: str) -> None:
        forgotten = forget_person(open_kit(folder or context.obj, phrases), person)
        kept = phrases("records.kept-signatures", n=forgotten.signatures) if forgotten.signatures else ""
        show(make_visible(phrases("records.forgot", name=forgotten.name, signatures=kept).rstrip()))
        if forgotten.places:
            show(phrases("records.still-named"))
            for place in forgotten.places:
                show(make_visible(f"  {place}"))
        show(phrases("records.in-git"))

    return forget
