"""How wide words become when they are drawn, near enough to break lines: a drawing cannot ask the browser for that."""

import unicodedata
from collections.abc import Sequence

from markupsafe import Markup

from policy_kit.handbook.escaping import plain

_NARROW = frozenset("iljfI.,;:'!|()[]/-·‘’")
_SLIM = frozenset("rt“”„«»‹›")
_WIDE = frozenset("mwMW@%—щшжюфмыШЩЖЮФМЫД")


def measure_width(words: str, size: float) -> float:
    """The width of `words` in letters of `size`, rounded up to the broadest of the usual screen fonts."""
    return size * sum(map(_WIDTHS.__getitem__, words))


def wrap_words(words: str, width: float, size: float) -> list[str]:
    """Breaks `words` into lines no wider than `width`; a single longer word is cut."""
    lines: list[list[str]] = []
    space = measure_width(" ", size)
    used = width
    for word in words.split():
        for piece in _cut_word(word, width, size):
            wide = measure_width(piece, size)
            if not lines or used + space + wide > width:
                lines.append([piece])
                used = wide
            else:
                lines[-1].append(piece)
                used += space + wide
    return [" ".join(line) for line in lines]


def draw_lines(lines: Sequence[str], x: float, y: float, height: float, style: str, anchor: str = "") -> Markup:
    """Lines of text below each other, the first with its baseline at `y`."""
    spans = "".join(
        f'<tspan x="{_short(x)}" y="{_short(y + at * height)}">{plain(line)}</tspan>' for at, line in enumerate(lines)
    )
    align = f' text-anchor="{anchor}"' if anchor else ""
    return Markup(f'<text class="{style}"{align}>{spans}</text>')  # noqa: S704


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _measure_letter(letter: str) -> float:
    if letter in _NARROW:
        return 0.39
    if letter in _SLIM:
        return 0.42
    if letter == " ":
        return 0.32
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.05
    if letter in _WIDE:
        return 0.96
    if letter.isupper():
        return 0.77
    return 0.66 if "а" <= letter <= "я" else 0.63


class _Widths(dict[str, float]):
    """The width of each letter, measured once."""

    def __missing__(self, letter: str) -> float:
        self[letter] = width = _measure_letter(letter)
        return width


_WIDTHS = _Widths()


def _cut_word(word: str, width: float, size: float) -> list[str]:
    if measure_width(word, size) <= width:
        return [word]
    most = max(1, int(width / size))
    return [word[at : at + most] for at in range(0, len(word), most)]
