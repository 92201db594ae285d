"""What reaches the terminal: colour only where it is wanted, control characters never as such."""

import os
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager

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


def is_terminal(stream: object) -> bool:
    """Whether somebody watches `stream`."""
    return bool(getattr(stream, "isatty", lambda: False)())


def has_colour(stream: object) -> bool:
    """Whether colour is wanted on `stream`: on a terminal, unless NO_COLOR is set."""
    return not os.environ.get("NO_COLOR") and is_terminal(stream)


def show(text: str = "") -> None:
    """A result, on stdout; `text` may carry our own colours but no character of a document unmade."""
    click.echo(text, color=has_colour(sys.stdout))


def paint(text: str, **style: object) -> str:
    """`text` made visible, in a style of click's."""
    return click.style(make_visible(text), **style)  # type: ignore[arg-type]


@contextmanager
def show_progress(steps: int, label: str) -> Iterator[Callable[[object], None]]:
    """A progress bar on stderr while something goes on, on a terminal only; call what it gives after each step."""
    if not is_terminal(sys.stderr):
        yield lambda _: None
        return
    with click.progressbar(length=steps, label=label, file=sys.stderr, show_eta=False) as bar:
        yield lambda _: bar.update(1)
