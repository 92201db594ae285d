"""What reaches the terminal: colour only where it is wanted, control characters never as such."""

import os
import sys
import unicodedata

import click

KEPT = "\n\t"


def make_visible(text: str) -> str:
    """`text` with every control, bidi and lone-surrogate character written out, so that none can act."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        letter if letter in KEPT or unicodedata.category(letter) not in ("Cc", "Cf", "Cs") else f"\\u{ord(letter):04x}"
        for letter in text
    )


def say(message: str) -> None:
    """A message to the user, on stderr."""
    click.echo(make_visible(message), err=True)


def has_colour(stream: object) -> bool:
    """Whether colour is wanted on `stream`: on a terminal, unless NO_COLOR is set."""
    return not os.environ.get("NO_COLOR") and bool(getattr(stream, "isatty", lambda: False)())


def show(text: str = "") -> None:
    """A result, on stdout; `text` may carry our own colours but no character of a document unmade."""
    click.echo(text, color=has_colour(sys.stdout))


def paint(text: str, **style: object) -> str:
    """`text` made visible, in a style of click's."""
    return click.style(make_visible(text), **style)  # type: ignore[arg-type]
