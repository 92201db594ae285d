"""How a score went: a line that keeps each score until the next, with a dot and its number at every change."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from policy_kit.handbook.drawings.lettering import draw_lines
from policy_kit.handbook.escaping import plain

_WIDE, _TALL = 560.0, 160.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 34.0, 40.0, 22.0, 26.0
_CLOSE = 26.0
"""Dots nearer to each other than this share one number, the later."""
_GRID = (0, 50, 100)

Point = tuple[date, int]


def draw_score_line(points: Sequence[Point], until: date, days: Sequence[str], label: str) -> Markup:
    """The scores from the first to today; `days` are the first day and `until` in words. One point makes no line."""
    if len(points) < 2:
        return Markup("")
    first, last = points[0][0], max(until, points[-1][0])
    span = max((last - first).days, 1)
    spots = [(_LEFT + (day - first).days / span * _room(), _height(score), score) for day, score in points]
    drawn = [_draw_grid(score) for score in _GRID]
    drawn.append(Markup('<path class="pk-line-way" d="{}"/>').format(_trace(spots)))
    for number, (x, y, score) in enumerate(spots):
        drawn.append(Markup('<circle class="pk-line-dot" cx="{:.1f}" cy="{:.1f}" r="4"/>').format(x, y))
        if number == len(spots) - 1 or spots[number + 1][0] - x >= _CLOSE:
            drawn.append(draw_lines([str(score)], x, y - 9, 0, "pk-chart-score", "middle"))
    drawn.append(draw_lines([days[0]], _LEFT, _TALL - 6, 0, "pk-chart-number"))
    drawn.append(draw_lines([days[1]], _WIDE - _RIGHT, _TALL - 6, 0, "pk-chart-number", "end"))
    return Markup(
        '<svg class="pk-drawing pk-line" role="img" aria-label="{}" viewBox="0 0 {:.0f} {:.0f}" width="{:.0f}"'
        ' focusable="false">{}</svg>'
    ).format(plain(label), _WIDE, _TALL, _WIDE, Markup("").join(drawn))


def _room() -> float:
    return _WIDE - _LEFT - _RIGHT


def _height(score: int) -> float:
    return _TOP + (100 - score) / 100 * (_TALL - _TOP - _BOTTOM)


def _trace(spots: Sequence[tuple[float, float, int]]) -> str:
    """A stair: what was true stays true until it changes."""
    way = f"M{spots[0][0]:.1f} {spots[0][1]:.1f}"
    for x, y, _score in spots[1:]:
        way += f"H{x:.1f}V{y:.1f}"
    return f"{way}H{_WIDE - _RIGHT:.1f}"


def _draw_grid(score: int) -> Markup:
    y = _height(score)
    line = Markup('<line class="pk-line-grid" x1="{:.0f}" y1="{:.1f}" x2="{:.0f}" y2="{:.1f}"/>')
    number = draw_lines([str(score)], _LEFT - 8, y + 4, 0, "pk-chart-number", "end")
    return line.format(_LEFT, y, _WIDE - _RIGHT, y) + number
