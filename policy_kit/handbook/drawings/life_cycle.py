"""The life of a client: its stages on one line, each with the segments that stand there. Beside each other or below."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from policy_kit.handbook.drawings.frame import frame_drawing
from policy_kit.handbook.drawings.lettering import draw_lines, wrap_words

_TITLE, _SMALL, _LINE = 15.0, 13.0, 18.0
_NARROW, _WIDE, _COLUMN = 300.0, 700.0, 120.0
_DOT = 12.0


@dataclass(frozen=True)
class LifeStage:
    """A stage, and what stands there: the name and the address of each segment."""

    title: str
    href: str
    segments: Sequence[tuple[str, str]]


def draw_life_cycle(stages: Sequence[LifeStage], label: str) -> Markup:
    """The stages below each other for a phone and, where they fit, beside each other for a wider screen."""
    if len(stages) * _COLUMN > _WIDE:
        return _draw_below(stages, label, "pk-life")
    return _draw_below(stages, label, "pk-life pk-flow--narrow") + _draw_beside(stages, label)


def _draw_below(stages: Sequence[LifeStage], label: str, style: str) -> Markup:
    parts, y = [], 2.0
    for number, stage in enumerate(stages, start=1):
        words, height = _draw_words(stage, 42, y + 18, _NARROW - 44, "")
        tail = y + height + 18 if number < len(stages) else y + _DOT
        parts.append(Markup('<path class="pk-flow-line" d="M14 {:.0f}V{:.0f}"/>').format(y + _DOT, tail))
        parts += [_draw_dot(number, 14, y + _DOT), words]
        y += height + 18
    return frame_drawing(parts, label, style, _NARROW, y)


def _draw_beside(stages: Sequence[LifeStage], label: str) -> Markup:
    width = _WIDE / len(stages)
    line = Markup('<path class="pk-flow-line" d="M{:.0f} 14H{:.0f}"/>').format(width / 2, _WIDE - width / 2)
    parts, lowest = [line], 0.0
    for number, stage in enumerate(stages, start=1):
        middle = (number - 0.5) * width
        words, height = _draw_words(stage, middle, 50, width - 12, "middle")
        parts += [_draw_dot(number, middle, 14), words]
        lowest = max(lowest, height)
    return frame_drawing(parts, label, "pk-life pk-flow--wide", _WIDE, 38 + lowest)


def _draw_words(stage: LifeStage, x: float, y: float, width: float, anchor: str) -> tuple[Markup, float]:
    """The title and below it the segments, each a link; and how much height they take."""
    drawn, at = [], y
    for words, href, style, size in (
        (stage.title, stage.href, "pk-life-stage", _TITLE),
        *((title, href, "pk-life-segment", _SMALL) for title, href in stage.segments),
    ):
        lines = wrap_words(words, width, size) or [""]
        text = draw_lines(lines, x, at, _LINE, style, anchor)
        drawn.append(Markup('<a href="{}">{}</a>').format(href, text))
        at += _LINE * len(lines) + 6
    return Markup("").join(drawn), at - y


def _draw_dot(number: int, x: float, y: float) -> Markup:
    dot = Markup('<circle class="pk-flow-dot" cx="{:.0f}" cy="{:.0f}" r="{:.0f}"/>{}')
    return dot.format(x, y, _DOT, draw_lines([str(number)], x, y + 4.5, 0, "pk-flow-number", "middle"))
