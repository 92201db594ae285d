"""The steps of a standard as a flow chart, drawn twice: for narrow screens, and for wide ones and paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from policy_kit.handbook.drawings.layers import Arrow, Box, Layout, Route, lay_out, sort_into_rows
from policy_kit.handbook.drawings.lettering import draw_lines, measure_width, wrap_words
from policy_kit.handbook.escaping import plain

MOST_STEPS = 60
"""With more steps a chart helps nobody; the list below it remains."""
NARROW = 300.0
"""The width of a box in the drawing for narrow screens."""
WIDE = {1: 430.0, 2: 290.0, 3: 212.0}
"""The width of a box on wide screens by the number of boxes side by side; more than three are not readable there."""

_LETTERS, _LINE = 15.0, 20.0
_SMALL, _SMALL_LINE = 13.0, 17.0
_PAD = 14.0
_NUMBER_ROOM = 34.0
_END_ROOM = 24.0


@dataclass(frozen=True)
class ChartStep:
    """A step as the chart shows it: what is done, the line below it (who, by when), and the ways on."""

    do: str
    note: str
    ways: tuple[tuple[int, str], ...]
    """The steps that can follow, by position, each with its condition (or nothing)."""


@lru_cache(maxsize=500)
def draw_flow_charts(steps: tuple[ChartStep, ...], label: str) -> Markup:
    """The chart as SVG, narrow and wide; the page's style sheet shows the one that fits."""
    if not 1 < len(steps) <= MOST_STEPS:
        return Markup("")
    bare = [Box(str(at), 0) for at in range(len(steps))]
    columns = max(map(len, sort_into_rows(bare, _list_arrows(steps, NARROW), single=False)))
    single = columns not in WIDE
    wide = _draw(steps, label, WIDE[1 if single else columns], "pk-flow--wide", single=single)
    return _draw(steps, label, NARROW, "pk-flow--narrow", single=True) + wide


@dataclass(frozen=True)
class _Card:
    """A step in boxes of one width: its words in lines, and how high that makes it."""

    lines: list[str]
    notes: list[str]
    is_end: bool

    @property
    def height(self) -> float:
        return 2 * _PAD + len(self.lines) * _LINE + (len(self.notes) * _SMALL_LINE + 6 if self.notes else 0)


def _make_card(step: ChartStep, width: float) -> _Card:
    room = width - _NUMBER_ROOM - 2 * _PAD
    return _Card(wrap_words(step.do, room, _LETTERS), wrap_words(step.note, room, _SMALL), not step.ways)


def _draw(steps: Sequence[ChartStep], label: str, width: float, style: str, *, single: bool) -> Markup:
    cards = [_make_card(step, width) for step in steps]
    boxes = [Box(str(at), card.height + card.is_end * _END_ROOM) for at, card in enumerate(cards)]
    arrows = _list_arrows(steps, width)
    rows = sort_into_rows(boxes, arrows, single=single)
    layout = lay_out(boxes, arrows, rows, width, between=28)
    lines = "".join(_draw_route(route) for route in layout.routes)
    labels = "".join(_draw_label(route, _find_condition(steps, route.arrow), width) for route in layout.routes)
    drawn = "".join(_draw_card(at, card, layout, width) for at, card in enumerate(cards))
    w, h = f"{layout.width:.0f}", f"{layout.height:.0f}"
    # Every word of a document has gone through `plain`, so the parts are put together as they are.
    return Markup(  # noqa: S704
        f'<svg class="pk-drawing pk-flow {style}" role="img" aria-label="{plain(label)}" viewBox="0 0 {w} {h}"'
        f' width="{w}" height="{h}" focusable="false">{lines}{drawn}{labels}</svg>'
    )


def _list_arrows(steps: Sequence[ChartStep], width: float) -> list[Arrow]:
    arrows = []
    for at, step in enumerate(steps):
        for target, condition in step.ways:
            lines = _wrap_condition(condition, width)
            wide = max((measure_width(line, _SMALL) for line in lines), default=-16) + 16
            tall = len(lines) * _SMALL_LINE + 6 if lines else 0
            arrows.append(Arrow(str(at), str(target), wide, tall))
    return arrows


def _wrap_condition(condition: str, width: float) -> list[str]:
    return wrap_words(condition, width / 2 - 30, _SMALL)


def _find_condition(steps: Sequence[ChartStep], arrow: Arrow) -> str:
    return next(condition for target, condition in steps[int(arrow.source)].ways if str(target) == arrow.target)


def _draw_card(at: int, card: _Card, layout: Layout, width: float) -> str:
    x, y = layout.corners[str(at)]
    left, first = x + _PAD + _NUMBER_ROOM, y + _PAD + _LETTERS
    box = f'x="{x:.1f}" y="{y:.1f}" width="{width:.0f}" height="{card.height:.1f}"'
    drawn = (
        f'<rect class="pk-flow-box" {box} rx="10"/>',
        f'<circle class="pk-flow-dot" cx="{x + _PAD + 11:.1f}" cy="{y + _PAD + 11:.1f}" r="13"/>',
        draw_lines([str(at + 1)], x + _PAD + 11, y + _PAD + 16, _LINE, "pk-flow-number", "middle"),
        draw_lines(card.lines, left, first, _LINE, "pk-flow-text"),
        draw_lines(card.notes, left, first + len(card.lines) * _LINE + 4, _SMALL_LINE, "pk-flow-note"),
        _draw_end(x + width / 2, y + card.height) if card.is_end else "",
    )
    return f"<g>{''.join(drawn)}</g>"


def _draw_end(x: float, y: float) -> str:
    return (
        f'<path class="pk-flow-line" d="M{x:.1f} {y:.1f}V{y + 12:.1f}"/>'
        f'<circle class="pk-flow-end" cx="{x:.1f}" cy="{y + 17:.1f}" r="5"/>'
    )


def _draw_route(route: Route) -> str:
    x, y = route.points[-1]
    line = _round_corners([*route.points[:-1], (x, y - 5)])
    tip = f"M{x - 5:.1f} {y - 9:.1f}h10l-5 8.5z"
    return f'<path class="pk-flow-line" d="{line}"/><path class="pk-flow-tip" d="{tip}"/>'


def _round_corners(points: Sequence[tuple[float, float]], radius: float = 8) -> str:
    """A path through `points`, each corner rounded as far as its two sides allow."""
    path = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        into, out = _step_towards(corner, before, radius), _step_towards(corner, after, radius)
        path += f"L{into[0]:.1f} {into[1]:.1f}Q{corner[0]:.1f} {corner[1]:.1f} {out[0]:.1f} {out[1]:.1f}"
    return path + f"L{points[-1][0]:.1f} {points[-1][1]:.1f}"


def _step_towards(start: tuple[float, float], goal: tuple[float, float], radius: float) -> tuple[float, float]:
    length = abs(goal[0] - start[0]) + abs(goal[1] - start[1])
    share = min(radius, length / 2) / length if length else 0
    return start[0] + (goal[0] - start[0]) * share, start[1] + (goal[1] - start[1]) * share


def _draw_label(route: Route, condition: str, width: float) -> str:
    if route.label_at is None:
        return ""
    (x, y), wide, high = route.label_at, route.arrow.label_width, route.arrow.label_height
    lines = _wrap_condition(condition, width)
    words = draw_lines(lines, x + wide / 2, y + _SMALL + 2, _SMALL_LINE, "pk-flow-condition", "middle")
    return f'<rect class="pk-flow-label" x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" rx="8"/>{words}'
