"""A small layered layout: boxes in rows, arrows pointing down unless they lead back, lines between the rows only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

TRACK = 14.0
"""The room that a line needs when it runs across between two rows."""
LANE = 14.0
"""The room that a line needs when it runs past the rows, at the side."""
GAP = 34.0
"""The least room between two rows: a line, its arrow, and air."""


@dataclass(frozen=True)
class Box:
    """Something to be placed; all boxes of a layout are equally wide."""

    id: str
    height: float


@dataclass(frozen=True)
class Arrow:
    """A way from a box to another; with a label, room is kept for it."""

    source: str
    target: str
    label_width: float = 0
    label_height: float = 0


@dataclass(frozen=True)
class Route:
    """An arrow's line, corner by corner, and the upper left corner of its label."""

    arrow: Arrow
    points: tuple[tuple[float, float], ...]
    label_at: tuple[float, float] | None


@dataclass
class Layout:
    """Where everything goes: the upper left corner of each box, and the routes."""

    width: float = 0
    height: float = 0
    corners: dict[str, tuple[float, float]] = field(default_factory=dict)
    routes: list[Route] = field(default_factory=list)


def sort_into_rows(boxes: Sequence[Box], arrows: Sequence[Arrow], *, single: bool) -> list[list[str]]:
    """The rows from top to bottom. `single` puts each box in a row of its own; else what branches stands side by side.

    The order of the boxes is the order of reading: an arrow to an earlier box leads back, and does not count here.
    """
    if single:
        return [[box.id] for box in boxes]
    place = {box.id: at for at, box in enumerate(boxes)}
    before: dict[str, list[str]] = {box.id: [] for box in boxes}
    for arrow in arrows:
        if place[arrow.source] < place[arrow.target]:
            before[arrow.target].append(arrow.source)
    row: dict[str, int] = {}
    rows: list[list[str]] = []
    for box in boxes:
        row[box.id] = 1 + max((row[source] for source in before[box.id]), default=-1)
        if row[box.id] == len(rows):
            rows.append([])
        rows[row[box.id]].append(box.id)
    for above, below in pairwise(rows):
        below.sort(key=lambda id: _mean(above.index(source) for source in before[id] if source in above))
    return rows


def lay_out(
    boxes: Sequence[Box], arrows: Sequence[Arrow], rows: list[list[str]], width: float, between: float
) -> Layout:
    """Places boxes of `width`, `between` apart, in `rows` and routes the arrows around them."""
    return _Draft(boxes, arrows, rows, width, between).finish()


class _Draft:
    """One layout on its way: rows and gaps get their heights, then lines get their corners."""

    def __init__(
        self, boxes: Sequence[Box], arrows: Sequence[Arrow], rows: list[list[str]], width: float, between: float
    ) -> None:
        self.heights = {box.id: box.height for box in boxes}
        self.arrows = arrows
        self.rows = rows
        self.width = width
        self.row = {id: at for at, ids in enumerate(rows) for id in ids}
        columns = max(map(len, rows), default=0)
        self.total = columns * width + max(0, columns - 1) * between
        self.middle = {
            id: self.total / 2 + (at - (len(ids) - 1) / 2) * (width + between)
            for ids in rows
            for at, id in enumerate(ids)
        }
        # Gap g lies below row g; the gap above the first row has the number -1.
        self.used = dict.fromkeys(range(-1, len(rows)), 0.0)
        self.exits: dict[Arrow, float] = {}
        self.bends: dict[tuple[str, int], float] = {}
        self.labels: dict[Arrow, float] = {}
        self.entries: dict[Arrow, float] = {}

    def finish(self) -> Layout:
        self._reserve_tracks()
        tops = self._stack_rows()
        layout = Layout(self.total)
        for id, row in self.row.items():
            layout.corners[id] = (self.middle[id] - self.width / 2, tops[row])
        self._add_routes(layout, tops)
        self._widen(layout)
        return layout

    def _reserve_tracks(self) -> None:
        """Gives each line that runs across a gap a height of its own there, from top to bottom of the gap."""
        near = [arrow for arrow in self.arrows if self._is_near(arrow)]
        far = [arrow for arrow in self.arrows if not self._is_near(arrow)]
        for arrow in far:
            self.exits[arrow] = self._take(self.row[arrow.source], max(TRACK, arrow.label_height + 8))
        for arrow in near:
            if self.middle[arrow.source] != self.middle[arrow.target]:
                key = (arrow.source, self.row[arrow.source])
                if key not in self.bends:
                    self.bends[key] = self._take(key[1], TRACK)
        self._reserve_labels([arrow for arrow in near if arrow.label_height])
        for arrow in far:
            self.entries[arrow] = self._take(self.row[arrow.target] - 1, TRACK)

    def _reserve_labels(self, arrows: Iterable[Arrow]) -> None:
        """Labels above different boxes share a height; those above the same box stand below each other."""
        stacks: dict[int, dict[str, list[Arrow]]] = {}
        for arrow in arrows:
            stacks.setdefault(self.row[arrow.source], {}).setdefault(arrow.target, []).append(arrow)
        for gap, by_target in stacks.items():
            for level in range(max(map(len, by_target.values()))):
                group = [stack[level] for stack in by_target.values() if level < len(stack)]
                at = self._take(gap, max(arrow.label_height for arrow in group) + 8)
                self.labels.update(dict.fromkeys(group, at))

    def _take(self, gap: int, room: float) -> float:
        at = self.used[gap] + room / 2
        self.used[gap] += room
        return at

    def _is_near(self, arrow: Arrow) -> bool:
        return self.row[arrow.target] == self.row[arrow.source] + 1

    def _stack_rows(self) -> list[float]:
        """The top of each row; `used` becomes the height at which each gap's tracks begin."""
        tops: list[float] = []
        y = 1.0
        for gap in range(-1, len(self.rows)):
            room, self.used[gap] = self.used[gap], y + 8
            is_inner = 0 <= gap < len(self.rows) - 1
            y += max(GAP, room + 26) if is_inner else (room + 22 if room else 0)
            if gap + 1 < len(self.rows):
                tops.append(y)
                y += max(self.heights[id] for id in self.rows[gap + 1])
        self.bottom = y + 1
        return tops

    def _add_routes(self, layout: Layout, tops: list[float]) -> None:
        spans: dict[bool, list[list[tuple[float, float]]]] = {False: [], True: []}
        for arrow in self.arrows:
            x, end_x = self.middle[arrow.source], self.middle[arrow.target]
            start = (x, layout.corners[arrow.source][1] + self.heights[arrow.source])
            end = (end_x, tops[self.row[arrow.target]])
            if self._is_near(arrow):
                layout.routes.append(self._route_near(arrow, start, end))
            else:
                layout.routes.append(self._route_far(arrow, start, end, spans))

    def _route_near(self, arrow: Arrow, start: tuple[float, float], end: tuple[float, float]) -> Route:
        gap = self.row[arrow.source]
        points = [start, end]
        if start[0] != end[0]:
            bend = self.used[gap] + self.bends[arrow.source, gap]
            points[1:1] = [(start[0], bend), (end[0], bend)]
        label_at = None
        if arrow in self.labels:
            middle = self.used[gap] + self.labels[arrow]
            label_at = (end[0] - arrow.label_width / 2, middle - arrow.label_height / 2)
        return Route(arrow, tuple(points), label_at)

    def _route_far(
        self,
        arrow: Arrow,
        start: tuple[float, float],
        end: tuple[float, float],
        spans: dict[bool, list[list[tuple[float, float]]]],
    ) -> Route:
        """Past the rows: what leads on runs at the right side, what leads back at the left."""
        leads_back = self.row[arrow.target] <= self.row[arrow.source]
        leave = self.used[self.row[arrow.source]] + self.exits[arrow]
        enter = self.used[self.row[arrow.target] - 1] + self.entries[arrow]
        lane = _find_lane(spans[leads_back], min(leave, enter), max(leave, enter))
        offset = 16 + lane * LANE
        x = -offset if leads_back else self.total + offset
        label_at = None
        if arrow.label_height:
            left = start[0] - 14 - arrow.label_width if leads_back else start[0] + 14
            label_at = (left, leave - arrow.label_height / 2)
        points = (start, (start[0], leave), (x, leave), (x, enter), (end[0], enter), end)
        return Route(arrow, points, label_at)

    def _widen(self, layout: Layout) -> None:
        """Moves everything so that the leftmost line is inside, and says how large the whole has become."""
        xs = [x for route in layout.routes for x, _y in route.points]
        left = min([0.0, *(x - 2 for x in xs)]) - 1
        layout.width = max([self.total, *(x + 2 for x in xs)]) - left + 1
        layout.height = self.bottom
        layout.corners = {id: (x - left, y) for id, (x, y) in layout.corners.items()}
        layout.routes = [
            Route(
                route.arrow,
                tuple((x - left, y) for x, y in route.points),
                route.label_at and (route.label_at[0] - left, route.label_at[1]),
            )
            for route in layout.routes
        ]


def _find_lane(lanes: list[list[tuple[float, float]]], top: float, bottom: float) -> int:
    """The innermost lane that is free from `top` to `bottom`; it is taken."""
    for number, spans in enumerate(lanes):
        if all(bottom < other_top or other_bottom < top for other_top, other_bottom in spans):
            spans.append((top, bottom))
            return number
    lanes.append([(top, bottom)])
    return len(lanes) - 1


def _mean(numbers: Iterable[int]) -> float:
    known = list(numbers)
    return sum(known) / len(known) if known else 0
