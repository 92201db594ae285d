"""Changes as people read them in a terminal or in Markdown, and as programs read them."""

import re
import sys
from collections.abc import Sequence
from dataclasses import replace

from policy_kit.cli.screen import has_colour, make_visible, paint
from policy_kit.history import Piece
from policy_kit.history.telling import Told

Row = dict[str, object]

COLOURS: dict[str, dict[str, object]] = {
    "same": {},
    "removed": {"fg": "red", "strikethrough": True},
    "added": {"fg": "green", "underline": True},
}
LONGEST = 160
"""So many letters of a change are shown where there are many changes."""
SIGNS = {"removed": ("~~", "~~"), "added": ("**", "**")}
READ_BY_MARKDOWN = re.compile(r"([\\`*_{}\[\]|~$!#@^]|(?<![^\s(])[-+=:](?=\s|$)|(?<=^\d)[.)]|(?<=www)\.|:(?=//))")


def paint_change(told: Told) -> str:
    """A change for the terminal: coloured, or with signs around words where there is no colour to tell them apart."""
    if not has_colour(sys.stdout):
        return make_visible(told.sentence)
    return "".join(paint(piece.text, **COLOURS[piece.kind]) for piece in told.pieces)


def shorten_change(told: Told) -> Told:
    """The same in one line or two; `policy-kit diff` shows all of it."""
    pieces, left = [], LONGEST
    for piece in told.pieces:
        text = piece.text if len(piece.text) <= left else piece.text[: max(left - 1, 0)].rstrip() + "…"
        left -= len(piece.text)
        pieces.append(Piece(piece.kind, text))
        if left < 0:
            break
    return replace(told, pieces=tuple(pieces))


def write_change(told: Told) -> str:
    """A change in Markdown; whatever the texts hold, it is read as text."""
    if not told.is_marked:
        return escape_markdown("".join(piece.text for piece in told.pieces))
    return "".join(map(_mark, told.pieces))


def _mark(piece: Piece) -> str:
    words = piece.text.strip()
    if piece.kind == "same" or not words:
        return escape_markdown(piece.text)
    before, after = SIGNS[piece.kind]
    start = piece.text.index(words)
    lead, end = piece.text[:start], piece.text[start + len(words) :]
    return f"{lead}{before}{escape_markdown(words)}{after}{end}"


def escape_markdown(text: str) -> str:
    """`text` for a line of Markdown: no sign in it does anything."""
    text = make_visible(" ".join(text.split("\n"))).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return READ_BY_MARKDOWN.sub(r"\\\1", text)


def describe_changes(changes: Sequence[Told]) -> list[Row]:
    """The changes for programs."""
    return [
        {
            "way": list(told.change.way),
            "kind": told.change.kind,
            "old": told.change.old,
            "new": told.change.new,
            "was": told.change.was,
            "now": told.change.now,
            "substantive": told.is_substantive,
            "words": told.sentence,
        }
        for told in changes
    ]
