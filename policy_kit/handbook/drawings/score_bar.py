"""A score from 0 to 100 as a bar; the number stands beside it, the pattern tells the verdict without colour."""

from markupsafe import Markup

from policy_kit.handbook.escaping import plain
from policy_kit.scoring import Score

_LONG, _TALL = 200, 14


def draw_score_bar(score: Score | None, label: str) -> Markup:
    """The bar; where there is no score, an empty one."""
    filled = Markup("")
    if score and score.score:
        length = max(_TALL, score.score * _LONG / 100)
        filled = Markup('<rect class="pk-bar-fill" x="0" y="0" width="{:.0f}" height="{}" rx="7"/>').format(length, _TALL)
        for x in range(14, int(length) - 6, _STRIPES[score.verdict]) if score.verdict in _STRIPES else ():
            filled += Markup('<line class="pk-bar-stripe" x1="{}" y1="{}" x2="{}" y2="0"/>').format(x, _TALL, x + 6)
    return Markup(
        '<svg class="pk-drawing pk-bar pk-bar--{verdict}" role="img" aria-label="{label}" viewBox="0 0 {w} {h}"'
        ' preserveAspectRatio="none" focusable="false"><rect class="pk-bar-rest" x="0" y="0" width="{w}" height="{h}"'
        ' rx="7"/>{filled}</svg>'
    ).format(verdict=score.verdict if score else "none", label=plain(label), w=_LONG, h=_TALL, filled=filled)


_STRIPES = {"vague": 10, "partly": 22}
