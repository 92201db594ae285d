"""Weights of products and parts of pay as bars: the name above each bar, the number beside or below it."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from policy_kit.handbook.drawings.lettering import draw_lines, wrap_words
from policy_kit.handbook.escaping import plain

_WIDTH, _LONG, _TALL = 300.0, 246.0, 14.0
_LETTERS, _LINE = 14.0, 18.0
_ENGINE = 30.0
"""The room that the little engine takes in front of a name."""
_APART = 7
"""How far apart the stripes are of what is not solid."""


@dataclass(frozen=True)
class WeightBar:
    """A product with its weight."""

    title: str
    weight: float
    said: str
    """The weight as the reader writes it."""
    is_locomotive: bool


@dataclass(frozen=True)
class PayBar:
    """The pay of a post: the solid part is fixed, the striped one depends on the result."""

    title: str
    fixed: float
    """In percent."""
    said_fixed: str
    said_result: str


def draw_weights(bars: Sequence[WeightBar], label: str) -> Markup:
    """One bar below the other, the heaviest as long as there is room; a locomotive is solid, and has its engine."""
    most = max((bar.weight for bar in bars), default=0) or 1
    drawn, y = [], 2.0
    for bar in bars:
        indent = _ENGINE if bar.is_locomotive else 0.0
        if bar.is_locomotive:
            drawn.append(_draw_engine(y))
        names, y = _draw_name(bar.title, indent, y)
        length = max(_TALL, _LONG * max(bar.weight, 0) / most)
        beside = draw_lines([bar.said], length + 8, y + _TALL - 2, 0, "pk-share-number")
        drawn += [names, _draw_rod(0, y, length, striped=not bar.is_locomotive), beside]
        y += _TALL + 14
    return _frame(drawn, y, label)


def draw_pay(bars: Sequence[PayBar], label: str) -> Markup:
    """One bar for each post, all equally long; below it both parts in words."""
    drawn, y = [], 2.0
    for bar in bars:
        names, y = _draw_name(bar.title, 0, y)
        split = _WIDTH * min(max(bar.fixed, 0), 100) / 100
        solid = _draw_rod(0, y, split, striped=False) if split else Markup("")
        striped = _draw_rod(split, y, _WIDTH - split, striped=True) if split < _WIDTH else Markup("")
        below = y + _TALL + 15
        left = draw_lines([bar.said_fixed], 0, below, 0, "pk-share-part")
        right = draw_lines([bar.said_result], _WIDTH, below, 0, "pk-share-part", "end")
        drawn += [names, solid, striped, left, right]
        y += _TALL + 34
    return _frame(drawn, y, label)


def _draw_name(title: str, indent: float, y: float) -> tuple[Markup, float]:
    """The name in lines, and where the bar below it begins."""
    lines = wrap_words(title, _WIDTH - indent, _LETTERS)
    return draw_lines(lines, indent, y + _LETTERS, _LINE, "pk-share-name"), y + max(1, len(lines)) * _LINE + 4


def _draw_rod(x: float, y: float, length: float, *, striped: bool) -> Markup:
    style = "pk-share-rest" if striped else "pk-share-fill"
    rod = Markup('<rect class="{}" x="{:.1f}" y="{:.0f}" width="{:.1f}" height="{:.0f}" rx="4"/>').format(
        style, x, y, length, _TALL
    )
    if not striped:
        return rod
    path = "".join(f"M{x + at:.1f} {y + _TALL - 1:.0f}l5 -{_TALL - 2:.0f}" for at in range(4, int(length) - 7, _APART))
    return rod + Markup('<path class="pk-share-stripe" d="{}"/>').format(path)


def _draw_engine(y: float) -> Markup:
    """A small steam engine: boiler, cab, chimney, wheels."""
    return Markup(
        '<g class="pk-engine" transform="translate(0 {:.0f})"><path d="M1 11V7h11V2h9v2h-1v7zM3 7V3h3v4z"/>'
        '<circle cx="5" cy="13" r="2.4"/><circle cx="11" cy="13" r="2.4"/><circle cx="18" cy="13" r="2.4"/></g>'
    ).format(y + 1)


def _frame(drawn: Sequence[Markup], height: float, label: str) -> Markup:
    return Markup(
        '<svg class="pk-drawing pk-shares" role="img" aria-label="{}" viewBox="0 0 {w:.0f} {h:.0f}" width="{w:.0f}"'
        ' height="{h:.0f}" focusable="false">{}</svg>'
    ).format(plain(label), Markup("").join(drawn), w=_WIDTH + 2, h=height)
