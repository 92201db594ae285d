"""`policy-kit sign`: a signature under the current release of a document."""

from pathlib import Path

import click

from policy_kit.actions.signing import sign_document
from policy_kit.cli.help import kit_option, make_command, open_kit
from policy_kit.cli.screen import make_visible, show
from policy_kit.documents import pick_text
from policy_kit.languages import Phrases


def make_sign_command(phrases: Phrases) -> click.Command:
    """The command, speaking the language of `phrases`."""

    @make_command("sign", phrases)
    @kit_option(phrases)
    @click.argument("document", metavar="DOCUMENT")
    @click.option("--person", required=True, metavar="WHO", help=phrases("commands.sign.person"))
    @click.option("--on", "signed_on", default="", metavar="DAY", help=phrases("commands.sign.signed-on"))
    def sign(folder: Path | None, document: str, person: str, signed_on: str) -> None:
        kit = open_kit(folder, phrases)
        signed = sign_document(kit, document, person=person, signed_on=signed_on)
        told = phrases(
            "records.signed" if signed.is_new else "records.signed-before",
            name=signed.name,
            title=pick_text(signed.state.title, phrases.language, kit.languages[0]),
            number=signed.signature.release,
            day=phrases.date(signed.signature.signed_on),
        )
        show(make_visible(told))

    return sign
