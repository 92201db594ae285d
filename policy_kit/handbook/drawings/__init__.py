"""Drawings made at build time as plain SVG: no script, no request, coloured by the page's own style sheet."""

from policy_kit.handbook.drawings.flow_chart import ChartStep, draw_flow_charts
from policy_kit.handbook.drawings.life_cycle import LifeStage, draw_life_cycle
from policy_kit.handbook.drawings.organisation import Post, draw_organisation
from policy_kit.handbook.drawings.part_mark import draw_part
from policy_kit.handbook.drawings.score_chart import draw_score_bar, draw_score_chart
from policy_kit.handbook.drawings.score_line import draw_score_line
from policy_kit.handbook.drawings.share_bars import PayBar, WeightBar, draw_pay, draw_weights
from policy_kit.handbook.drawings.team import Member, draw_team

__all__ = [
    "ChartStep",
    "LifeStage",
    "Member",
    "PayBar",
    "Post",
    "WeightBar",
    "draw_flow_charts",
    "draw_life_cycle",
    "draw_organisation",
    "draw_part",
    "draw_pay",
    "draw_score_bar",
    "draw_score_chart",
    "draw_score_line",
    "draw_team",
    "draw_weights",
]
