"""`policy-kit schema`: JSON Schemas of the documents, for editors."""

import json
from pathlib import Path

import click

from policy_kit.actions.locating import find_kit, load_kit
from policy_kit.actions.schemas import make_kit_schema, write_schemas
from policy_kit.cli.help import kit_option, make_command
from policy_kit.cli.screen import make_visible, show
from policy_kit.languages import Phrases


def make_schema_command(phrases: Phrases) -> click.Command:
    """The command, speaking the language of `phrases`."""

    @make_command("schema", phrases)
    @kit_option(phrases)
    @click.option("--out", type=click.Path(path_type=Path), metavar="FOLDER", help=phrases("commands.schema.out"))
    def schema(folder: Path | None, out: Path | None) -> None:
        found = folder or find_kit(Path.cwd())
        kit = load_kit(found, phrases.language) if found else None
        if out is None:
            show(json.dumps(make_kit_schema(phrases.language, kit), ensure_ascii=False, indent=2))
            return
        for path in write_schemas(out, phrases.language, kit):
            show(make_visible(str(path)))

    return schema
