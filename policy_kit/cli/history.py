"""`policy-kit history`: the revisions and releases of a document, newest first, each with what changed in words."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from policy_kit.actions.histories import DocumentHistory, ReleaseEntry, RevisionEntry, read_document_history
from policy_kit.cli.diff import FORMATS
from policy_kit.cli.differences import (
    Row,
    describe_changes,
    escape_markdown,
    paint_change,
    shorten_change,
    write_change,
)
from policy_kit.cli.help import kit_option, make_command, open_kit
from policy_kit.cli.screen import make_visible, paint, show
from policy_kit.documents import pick_text
from policy_kit.history.telling import Told
from policy_kit.languages import Phrases

FEW = 3
"""So many changes of a revision are shown; `policy-kit diff` shows all."""


def make_history_command(phrases: Phrases) -> click.Command:
    """The command, speaking the language of `phrases`."""

    @make_command("history", phrases)
    @kit_option(phrases)
    @click.argument("document", metavar="DOCUMENT")
    @click.option("--format", "form", type=click.Choice(FORMATS), default="text", help=phrases("commands.form"))
    def history(folder: Path | None, document: str, form: str) -> None:
        found = read_document_history(open_kit(folder, phrases), document)
        RENDERERS[form](found, phrases)

    return history


def _show_text(history: DocumentHistory, phrases: Phrases) -> None:
    show(paint(phrases("changes.history.title", title=history.subject.title), bold=True))
    for entry in history.entries:
        show(f"\n{paint(_head(entry, history, phrases), bold=isinstance(entry, ReleaseEntry), fg='yellow')}")
        if isinstance(entry, RevisionEntry):
            for line in (entry.summary, *entry.notes):
                show(f"  {paint(line)}") if line else None
        for told in entry.changes[:FEW]:
            show(f"  - {paint_change(shorten_change(told))}")
        for line in _tell_rest(entry.changes, phrases):
            show(f"  {paint(line)}")
    for note in _list_notes(history, phrases):
        show(f"\n{paint(note)}")


def _show_markdown(history: DocumentHistory, phrases: Phrases) -> None:
    show(f"# {escape_markdown(phrases('changes.history.title', title=history.subject.title))}\n")
    for entry in history.entries:
        show(f"## {escape_markdown(_head(entry, history, phrases))}\n")
        if isinstance(entry, RevisionEntry):
            for line in (entry.summary, *entry.notes):
                show(f"{escape_markdown(line)}\n") if line else None
        for told in entry.changes:
            show(f"- {write_change(told)}")
        show() if entry.changes else None
    for note in _list_notes(history, phrases):
        show(f"{escape_markdown(note)}\n")


def _show_json(history: DocumentHistory, _phrases: Phrases) -> None:
    subject = history.subject
    row = {
        "document": {"kind": subject.kind, "id": subject.id, "path": subject.path, "title": subject.title},
        "known": history.is_known,
        "complete": history.is_complete,
        "entries": [_describe(entry) for entry in history.entries],
    }
    show(json.dumps(row, ensure_ascii=False, indent=2))


RENDERERS = {"text": _show_text, "markdown": _show_markdown, "json": _show_json}


def _head(entry: RevisionEntry | ReleaseEntry, history: DocumentHistory, phrases: Phrases) -> str:
    """One line: when and by whom, and the release to which it belongs."""
    if isinstance(entry, ReleaseEntry):
        release, kit = entry.release, history.subject.kit
        summary = pick_text(release.summary, phrases.language, kit.languages[0])
        day = phrases.date(release.effective)
        nature = phrases(f"changes.{release.nature}")
        told = phrases("changes.history.release", number=release.number, day=day, summary=summary)
        return phrases("changes.and-so-on", what=told, rest=nature)
    when = phrases.date(entry.when.date()) if entry.when else phrases("changes.history.uncommitted")
    parts = [when, entry.author or ("" if not entry.commit else phrases("changes.history.unknown-author"))]
    parts.append(entry.commit[:7])
    if history.subject.state:
        number = entry.release
        key = "unreleased" if number is None else "released"
        parts.append(phrases(f"changes.history.{key}", number=number))
    return " · ".join(filter(None, parts))


def _tell_rest(changes: tuple[Told, ...], phrases: Phrases) -> Iterator[str]:
    if len(changes) > FEW:
        yield phrases("changes.history.more", n=len(changes) - FEW)


def _list_notes(history: DocumentHistory, phrases: Phrases) -> Iterator[str]:
    if not history.is_known:
        folder = history.subject.kit.folder.absolute()
        reason = phrases(f"changes.silence.{history.silence or 'not-in-git'}", folder=make_visible(str(folder)))
        yield phrases("changes.history.unknown", reason=reason)
    elif not history.is_complete:
        yield phrases("changes.history.shallow")
    elif not history.entries:
        yield phrases("changes.history.none")


def _describe(entry: RevisionEntry | ReleaseEntry) -> Row:
    if isinstance(entry, ReleaseEntry):
        release = entry.release.model_dump(mode="json", exclude_none=True)
        return {"type": "release", **release, "changes": describe_changes(entry.changes)}
    return {
        "type": "revision",
        "commit": entry.commit or None,
        "author": entry.author or None,
        "when": entry.when.isoformat() if entry.when else None,
        "summary": entry.summary,
        "path": entry.path,
        "release": entry.release,
        "notes": list(entry.notes),
        "changes": describe_changes(entry.changes),
    }
