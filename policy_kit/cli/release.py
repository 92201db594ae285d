"""`policy-kit release`: today's text of a document, fixed as its next release."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from policy_kit.actions.locating import load_kit
from policy_kit.actions.releasing import Released, release_document
from policy_kit.actions.signatures import list_signatures
from policy_kit.cli.help import kit_option, make_command, open_kit
from policy_kit.cli.screen import make_visible, show
from policy_kit.documents import pick_text
from policy_kit.errors import UsageError
from policy_kit.kit import Kit
from policy_kit.languages import Phrases


def make_release_command(phrases: Phrases) -> click.Command:
    """The command, speaking the language of `phrases`."""

    @make_command("release", phrases)
    @kit_option(phrases)
    @click.argument("document", metavar="DOCUMENT")
    @click.option(
        "--summary", "summaries", multiple=True, required=True, metavar="TEXT", help=phrases("commands.release.summary")
    )
    @click.option(
        "--approved-by", "approved_by", multiple=True, required=True, metavar="WHO[=DAY]",
        help=phrases("commands.release.approved-by"),
    )  # fmt: skip
    @click.option("--editorial", is_flag=True, help=phrases("commands.release.editorial"))
    def release(
        folder: Path | None, document: str, summaries: tuple[str, ...], approved_by: tuple[str, ...], editorial: bool
    ) -> None:
        kit = open_kit(folder, phrases)
        released = release_document(
            kit,
            document,
            summary=_read_summaries(summaries, kit, phrases),
            approved_by=approved_by,
            editorial=editorial,
            language=phrases.language,
        )
        _show_released(released, kit, phrases)

    return release


def _read_summaries(given: Sequence[str], kit: Kit, phrases: Phrases) -> str | dict[str, str]:
    """One text, or several that begin with their languages: “en: …”, “ru: …”."""
    if len(given) == 1 and given[0].partition(":")[0].strip() not in kit.languages:
        return given[0]
    texts = {language.strip(): text for language, _, text in (each.partition(":") for each in given)}
    if len(texts) < len(given):
        raise UsageError(phrases("records.errors.summary-languages", languages=", ".join(kit.languages)))
    return texts


def _show_released(released: Released, kit: Kit, phrases: Phrases) -> None:
    title = pick_text(released.state.title, phrases.language, kit.languages[0])
    nature = "" if released.release.nature == "substantive" else "-editorial"
    effective = phrases.date(released.release.effective)
    number = released.release.number
    show(make_visible(phrases(f"records.released{nature}", title=title, number=number, effective=effective)))
    after = load_kit(kit.folder, phrases.language)
    signed = next(each for each in list_signatures(after, date.today()) if each.state.key == released.state.key)
    lapsed = sum(row.standing == "lapsed" and row.signature is not None for row in signed.rows)
    if lapsed and not nature:
        show(phrases("records.lapse", n=lapsed))
    if signed.owing:
        show(phrases("records.must-sign", n=signed.owing))
