"""The drawings: nothing overlaps, lines keep out of boxes, words keep inside them."""

import re
from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_kit.handbook.drawings import (
    ChartStep,
    PayBar,
    Post,
    WeightBar,
    draw_flow_charts,
    draw_organisation,
    draw_pay,
    draw_score_chart,
    draw_score_line,
    draw_weights,
)
from policy_kit.handbook.drawings.layers import Arrow, Box, Layout, lay_out, sort_into_rows
from policy_kit.handbook.drawings.lettering import measure_width, wrap_words
from policy_kit.handbook.site.gate import clean_page
from policy_kit.scoring import Score

WIDTH = 100.0


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[Box], list[Arrow]]:
    boxes = [Box(str(at), draw(st.integers(20, 90))) for at in range(draw(st.integers(1, 9)))]
    ids = st.sampled_from([box.id for box in boxes])
    pairs = draw(st.lists(st.tuples(ids, ids), unique=True, max_size=14))
    return boxes, [Arrow(*pair, *draw(st.sampled_from([(0, 0), (40, 20)]))) for pair in pairs]


@given(graph=graphs(), single=st.booleans())
def test_boxes_keep_apart_and_lines_keep_out(graph: tuple[list[Box], list[Arrow]], single: bool) -> None:
    boxes, arrows = graph
    layout = lay_out(boxes, arrows, sort_into_rows(boxes, arrows, single=single), WIDTH, 20)
    heights = {box.id: box.height for box in boxes}
    assert set(layout.corners) == set(heights)
    assert {route.arrow for route in layout.routes} == set(arrows)
    for one, other in combinations(heights, 2):
        assert not _overlap(_frame(layout, heights, one), _frame(layout, heights, other))
    for route in layout.routes:
        for (x1, y1), (x2, y2) in pairwise(route.points):
            assert x1 == x2 or y1 == y2
            line = (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
            assert line[0] >= 0
            assert line[2] <= layout.width
            assert not any(_overlap(line, _frame(layout, heights, id)) for id in heights)


@given(graph=graphs())
def test_labels_keep_out_of_boxes_and_of_each_other(graph: tuple[list[Box], list[Arrow]]) -> None:
    boxes, arrows = graph
    layout = lay_out(boxes, arrows, sort_into_rows(boxes, arrows, single=True), WIDTH, 20)
    heights = {box.id: box.height for box in boxes}
    labels = [
        (x, y, x + route.arrow.label_width, y + route.arrow.label_height)
        for route in layout.routes
        if route.label_at
        for x, y in [route.label_at]
    ]
    assert len(labels) == sum(arrow.label_height > 0 for arrow in arrows)
    for label in labels:
        assert not any(_overlap(label, _frame(layout, heights, id)) for id in heights)
    for one, other in combinations(labels, 2):
        assert not _overlap(one, other)


def test_what_branches_stands_side_by_side() -> None:
    boxes = [Box(id, 10) for id in "abcde"]
    arrows = [Arrow(*pair) for pair in ("ab", "ac", "bd", "cd", "de", "da")]
    assert sort_into_rows(boxes, arrows, single=False) == [["a"], ["b", "c"], ["d"], ["e"]]
    assert sort_into_rows(boxes, arrows, single=True) == [["a"], ["b"], ["c"], ["d"], ["e"]]


def _frame(layout: Layout, heights: dict[str, float], id: str) -> tuple[float, float, float, float]:
    x, y = layout.corners[id]
    return (x, y, x + WIDTH, y + heights[id])


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Whether two frames share more than an edge."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@given(words=st.text(max_size=200), width=st.integers(40, 400))
def test_lines_are_never_too_wide_and_lose_nothing(words: str, width: int) -> None:
    lines = wrap_words(words, width, 15)
    assert all(measure_width(line, 15) <= width or len(line) * 15 <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(words.split())


def test_a_chart_says_who_when_and_on_what_condition() -> None:
    steps = [
        ChartStep("Ask <why>", "Clerk · 1 hour", ((1, "it's late"), (2, ""))),
        ChartStep("Wait", "", ((2, ""),)),
        ChartStep("End", "", ()),
    ]
    drawn = clean_page(draw_flow_charts(tuple(steps), 'A "label"'))
    assert drawn.count("<svg") == 2
    for words in ("Ask &lt;why&gt;", "Clerk · 1 hour", "it's late", 'aria-label="A &quot;label&quot;"'):
        assert words in drawn
    assert drawn.count('class="pk-flow-end"') == 2
    assert drawn.count('class="pk-flow-tip"') == 6


@pytest.mark.parametrize("count", [0, 1, 61])
def test_one_step_or_too_many_are_not_drawn(count: int) -> None:
    steps = [ChartStep("Do", "", ((at + 1, ""),) if at + 1 < count else ()) for at in range(count)]
    assert draw_flow_charts(tuple(steps), "") == ""


def test_an_organisation_links_to_the_posts_that_have_a_page() -> None:
    posts = [Post("Head & Co", "", 0), Post("Left", "left.html", 1), Post("Deep", "deep.html", 2), Post("Right", "", 1)]
    drawn = clean_page(draw_organisation(posts, "Who"))
    assert "Head &amp; Co" in drawn
    assert drawn.count("<a href=") == 2
    assert drawn.count("<rect") == 4


def test_a_locomotive_pulls_and_the_heaviest_is_the_longest() -> None:
    bars = [
        WeightBar("Road & rail", 1.5, "1.5", is_locomotive=True),
        WeightBar("Air", 0.75, "0.75", is_locomotive=False),
    ]
    drawn = clean_page(draw_weights(bars, 'Weights "of all"'))
    assert "Road &amp; rail" in drawn
    assert 'aria-label="Weights &quot;of all&quot;"' in drawn
    assert drawn.count("pk-engine") == drawn.count("pk-share-fill") == drawn.count("pk-share-stripe") == 1
    heavy, light = (float(width) for width in re.findall(r'<rect[^>]* width="([0-9.]+)"', drawn))
    assert heavy == 2 * light


@pytest.mark.parametrize(("fixed", "rods"), [(0, 1), (60, 2), (100, 1)])
def test_pay_is_one_bar_of_two_parts(fixed: float, rods: int) -> None:
    drawn = str(draw_pay([PayBar("Clerk", fixed, f"{fixed}% fixed", "the rest")], "Pay"))
    widths = [float(width) for width in re.findall(r'<rect[^>]* width="([0-9.]+)"', drawn)]
    assert len(widths) == rods
    assert sum(widths) == 300
    assert "the rest" in drawn


def test_weights_of_nothing_are_drawn_without_an_error() -> None:
    assert "<svg" in draw_weights([WeightBar("Air", 0, "0", is_locomotive=False)], "")
    assert "<svg" in draw_weights([WeightBar("Air", -1, "-1", is_locomotive=True)], "")


def test_bars_tell_the_verdict_without_colour() -> None:
    def drawn(score: int, verdict: str) -> str:
        return str(draw_score_chart([Score(score, verdict, (), (), "")], ""))  # type: ignore[arg-type]

    assert drawn(90, "concrete").count("<line") == 0
    assert 0 < drawn(60, "partly").count("<line") < drawn(60, "vague").count("<line")
    assert "pk-bar-fill" not in drawn(0, "vague")
    assert "–" in draw_score_chart([None], "")


def test_a_score_over_time_is_a_stair_with_a_number_at_each_change() -> None:
    first, later, today = date(2026, 1, 1), date(2026, 3, 1), date(2026, 5, 1)
    drawn = draw_score_line([(first, 20), (later, 85)], today, ["1 January", "1 May"], "From 20 to 85 <b>")
    assert drawn.count("<circle") == 2
    assert ">20<" in drawn
    assert ">85<" in drawn
    assert "H" in drawn.partition('d="')[2].partition('"')[0]
    assert "<b>" not in drawn


def test_one_score_makes_no_line() -> None:
    assert draw_score_line([(date(2026, 1, 1), 20)], date(2026, 5, 1), ["a", "b"], "x") == ""


def test_numbers_of_changes_on_neighbouring_days_do_not_overlap() -> None:
    days = [(date(2026, 1, day), day) for day in range(1, 11)]
    drawn = draw_score_line(days, date(2026, 12, 31), ["a", "b"], "x")
    assert drawn.count("<circle") == 10
    assert drawn.count("pk-chart-score") == 1
