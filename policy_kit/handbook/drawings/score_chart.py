"""Scores from 0 to 100 as bars. The number stands beside each bar; its pattern tells the verdict without colour."""

from collections.abc import Sequence

from markupsafe import Markup

from policy_kit.handbook.drawings.lettering import draw_lines
from policy_kit.handbook.escaping import plain
from policy_kit.scoring import Score

_LONG, _TALL, _ROW = 240.0, 14.0, 26.0
_LEFT, _RIGHT = 30.0, 44.0
_STRIPES = {"vague": 10, "partly": 22}
"""How far apart the stripes of a bar are; that of a concrete answer has none."""


def draw_score_bar(score: Score, label: str) -> Markup:
    """One bar."""
    return Markup(
        '<svg class="pk-drawing pk-bar" role="img" aria-label="{}" viewBox="0 0 {:.0f} {:.0f}" width="{:.0f}"'
        ' focusable="false">{}</svg>'
    ).format(plain(label), _LONG, _TALL, _LONG, _draw_bar(score, 0, 0))


def draw_score_chart(scores: Sequence[Score | None], label: str) -> Markup:
    """The bars of all answers of a questionnaire below each other, each with the number of its question."""
    rows = Markup("").join(_draw_row(number, score) for number, score in enumerate(scores, start=1))
    return Markup(
        '<svg class="pk-drawing pk-chart" role="img" aria-label="{}" viewBox="0 0 {w:.0f} {h:.0f}" width="{w:.0f}"'
        ' height="{h:.0f}" focusable="false">{}</svg>'
    ).format(plain(label), rows, w=_LEFT + _LONG + _RIGHT, h=len(scores) * _ROW)


def _draw_row(number: int, score: Score | None) -> Markup:
    y = (number - 1) * _ROW + (_ROW - _TALL) / 2
    baseline = y + _TALL - 2.5
    said = str(score.score) if score else "–"
    return (
        draw_lines([str(number)], _LEFT - 10, baseline, 0, "pk-chart-number", "end")
        + _draw_bar(score, _LEFT, y)
        + draw_lines([said], _LEFT + _LONG + 10, baseline, 0, "pk-chart-score")
    )


def _draw_bar(score: Score | None, x: float, y: float) -> Markup:
    drawn = [_draw_rod("pk-bar-rest", x, y, _LONG)]
    if score and score.score:
        length = max(_TALL, score.score * _LONG / 100)
        drawn.append(_draw_rod(f"pk-bar-fill pk-bar-fill--{score.verdict}", x, y, length))
        if apart := _STRIPES.get(score.verdict):
            drawn += [_draw_stripe(x + at, y) for at in range(8, int(length) - 8, apart)]
    return Markup("").join(drawn)


def _draw_rod(style: str, x: float, y: float, length: float) -> Markup:
    return Markup('<rect class="{}" x="{:.0f}" y="{:.0f}" width="{:.1f}" height="{:.0f}" rx="7"/>').format(
        style, x, y, length, _TALL
    )


def _draw_stripe(x: float, y: float) -> Markup:
    return Markup('<line class="pk-bar-stripe" x1="{:.0f}" y1="{:.0f}" x2="{:.0f}" y2="{:.0f}"/>').format(
        x, y + _TALL, x + 6, y
    )
