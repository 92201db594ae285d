"""`policy-kit diff`: what changed in a document between two versions, in words."""

import json
from pathlib import Path

import click

from policy_kit.actions.differing import Difference, compare_versions
from policy_kit.actions.versions import VersionName
from policy_kit.cli.differences import describe_changes, escape_markdown, paint_change, write_change
from policy_kit.cli.help import kit_option, make_command, open_kit
from policy_kit.cli.screen import paint, show
from policy_kit.languages import Phrases

FORMATS = ("text", "markdown", "json")


def make_diff_command(phrases: Phrases) -> click.Command:
    """The command, speaking the language of `phrases`."""

    @make_command("diff", phrases)
    @kit_option(phrases)
    @click.argument("document", metavar="DOCUMENT")
    @click.argument("old", required=False, metavar="[OLD")
    @click.argument("new", required=False, metavar="[NEW]]")
    @click.option("--format", "form", type=click.Choice(FORMATS), default="text", help=phrases("commands.form"))
    def diff(folder: Path | None, document: str, old: str | None, new: str | None, form: str) -> None:
        difference = compare_versions(open_kit(folder, phrases), document, old, new)
        RENDERERS[form](difference, phrases)

    return diff


def _show_text(difference: Difference, phrases: Phrases) -> None:
    show(paint(_name(difference, phrases), bold=True))
    for note in difference.notes:
        show(paint(note))
    for told in difference.changes:
        show(f"- {paint_change(told)}")
    if difference.state in ("same", "changed"):
        count = phrases("changes.counts", n=len(difference.changes))
        show(paint(count if difference.changes else phrases("changes.no-differences")))


def _show_markdown(difference: Difference, phrases: Phrases) -> None:
    show(f"# {escape_markdown(_name(difference, phrases))}\n")
    for note in difference.notes:
        show(f"{escape_markdown(note)}\n")
    for told in difference.changes:
        show(f"- {write_change(told)}")
    if difference.state == "same":
        show(escape_markdown(phrases("changes.no-differences")))


def _show_json(difference: Difference, _phrases: Phrases) -> None:
    subject = difference.subject
    row = {
        "document": {"kind": subject.kind, "id": subject.id, "path": subject.path, "title": subject.title},
        "old": _describe(difference.old),
        "new": _describe(difference.new),
        "state": difference.state,
        "substantive": any(told.is_substantive for told in difference.changes),
        "notes": list(difference.notes),
        "changes": describe_changes(difference.changes),
    }
    show(json.dumps(row, ensure_ascii=False, indent=2))


RENDERERS = {"text": _show_text, "markdown": _show_markdown, "json": _show_json}


def _name(difference: Difference, phrases: Phrases) -> str:
    title, old, new = difference.subject.title, difference.old.label, difference.new.label
    return phrases("changes.between", title=title, old=old, new=new)


def _describe(version: VersionName) -> dict[str, object]:
    return {"label": version.label, "release": version.release, "commit": version.commit or None}
