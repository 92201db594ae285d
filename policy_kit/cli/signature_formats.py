"""Signatures for people in a terminal, for a spreadsheet, and for programs."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from policy_kit.actions.signatures import SignatureRow, SignedDocument
from policy_kit.cli.differences import describe_changes, paint_change
from policy_kit.cli.screen import paint, show
from policy_kit.documents import pick_text
from policy_kit.kit import Kit
from policy_kit.languages import Phrases

COLOURS = {"signed": "green", "lapsed": "yellow", "owed": "red"}
COLUMNS = (
    "person",
    "name",
    "kind",
    "document",
    "title",
    "standing",
    "signed_release",
    "signed_on",
    "current_release",
    "changes",
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With these a spreadsheet begins to calculate, and a cell may run a program."""


def show_signatures(listed: Sequence[SignedDocument], kit: Kit, phrases: Phrases) -> None:
    """A block per document, and how many people owe a signature."""
    for document in listed:
        for line in _tell_document(document, kit, phrases):
            show(line)
        show()
    if not listed:
        show(phrases("records.nothing"))
    elif kit.people is None:
        show(phrases("records.no-people"))
    else:
        owing = {row.person for each in listed for row in each.rows if row.expected and row.standing != "signed"}
        last = phrases("records.owing", n=len(owing)) if owing else phrases("records.complete")
        show(paint(last, bold=True, fg="yellow" if owing else "green"))


def _tell_document(document: SignedDocument, kit: Kit, phrases: Phrases) -> Iterator[str]:
    state = document.state
    if state.current is None:
        return
    title = pick_text(state.title, phrases.language, kit.languages[0])
    effective = phrases.date(state.current.effective)
    values = {"title": title, "id": "/".join(state.key), "number": state.current.number, "effective": effective}
    yield paint(phrases("records.heading", **values), bold=True)
    if state.status == "changed":
        yield paint("  " + phrases("records.changed", number=state.current.number), fg="red")
    width = max(len(phrases(f"records.standing.{standing}")) for standing in COLOURS) + 2
    for row in document.rows:
        if not row.expected and row.standing != "signed":
            continue  # the old signature of somebody who need not sign any more
        mark = phrases(f"records.standing.{row.standing}").ljust(width)
        yield f"  {paint(mark, fg=COLOURS[row.standing])}{paint(_tell_row(row, kit, phrases))}"
        yield from (f"  {' ' * width}- {paint_change(told)}" for told in row.changes)
    if not document.rows:
        yield "  " + phrases("records.nobody")


def _tell_row(row: SignatureRow, kit: Kit, phrases: Phrases) -> str:
    parts = [row.name or phrases("records.forgotten")]
    if row.signature:
        day = phrases.date(row.signature.signed_on)
        parts.append(phrases("records.under", number=row.signature.release, day=day))
    if row.since:
        parts.append(phrases("records.since", changes=_tell_since(row, kit, phrases)))
    return " · ".join(parts)


def _tell_since(row: SignatureRow, kit: Kit, phrases: Phrases) -> str:
    return " / ".join(pick_text(each.summary, phrases.language, kit.languages[0]) for each in row.since)


def render_json(listed: Sequence[SignedDocument], kit: Kit, phrases: Phrases) -> str:
    """A list of objects, one per person and document."""
    return json.dumps([*_list_cells(listed, kit, phrases)], ensure_ascii=False, indent=2)


def render_csv(listed: Sequence[SignedDocument], kit: Kit, phrases: Phrases) -> str:
    """A table with headings; no cell can be taken for a formula."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow([phrases(f"records.columns.{name}") for name in COLUMNS])
    for cells in _list_cells(listed, kit, phrases):
        words = "; ".join(str(change["words"]) for change in cells.pop("changes"))
        writer.writerow([_disarm({**cells, "changes": words}[name]) for name in COLUMNS])
    return table.getvalue().rstrip("\n")


RENDERERS: dict[str, Callable[[Sequence[SignedDocument], Kit, Phrases], str]] = {
    "csv": render_csv,
    "json": render_json,
}


def _list_cells(listed: Iterable[SignedDocument], kit: Kit, phrases: Phrases) -> Iterator[dict[str, Any]]:
    for each in listed:
        kind, document = each.state.key
        current = each.state.current.number if each.state.current else None
        title = pick_text(each.state.title, phrases.language, kit.languages[0])
        for row in each.rows:
            signed = row.signature
            yield {
                "person": row.person,
                "name": row.name,
                "kind": kind,
                "document": document,
                "title": title,
                "standing": row.standing,
                "expected": row.expected,
                "signed_release": signed.release if signed else None,
                "signed_on": signed.signed_on.isoformat() if signed else None,
                "current_release": current,
                "text": each.state.status,
                "summaries": [pick_text(each.summary, phrases.language, kit.languages[0]) for each in row.since],
                "changes": describe_changes(row.changes),
            }


def _disarm(cell: object) -> str:
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text
