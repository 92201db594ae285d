"""Those who look after a client together: the client above, a box for each of them, and below what binds them."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from policy_kit.handbook.drawings.frame import frame_drawing
from policy_kit.handbook.drawings.lettering import draw_lines, wrap_words

_TITLE, _SMALL, _LINE = 15.0, 13.0, 18.0
_NARROW, _WIDE, _BETWEEN, _GAP = 300.0, 700.0, 20.0, 26.0
_LARGEST_TEAM = 3
"""So many boxes stand beside each other; more of them only below each other."""


@dataclass(frozen=True)
class Member:
    """A post of the team and what it answers for."""

    title: str
    href: str
    """The page of its job description; empty where there is none."""
    answers_for: str


def draw_team(members: Sequence[Member], client: str, together: str, label: str) -> Markup:
    """Below each other for a phone and, where they fit, beside each other for a wider screen."""
    narrow = "pk-team-drawing" if len(members) > _LARGEST_TEAM else "pk-team-drawing pk-flow--narrow"
    drawn = _draw(members, client, together, label, narrow, _NARROW, 1)
    if len(members) > _LARGEST_TEAM:
        return drawn
    style = "pk-team-drawing pk-flow--wide"
    return drawn + _draw(members, client, together, label, style, _WIDE, len(members))


def _draw(
    members: Sequence[Member], client: str, together: str, label: str, style: str, whole: float, columns: int
) -> Markup:
    width = (whole - 2 - _BETWEEN * (columns - 1)) / columns
    pill, y = _draw_pill(client, whole, 1)
    lines, boxes = [], [pill]
    for row in range(0, len(members), columns):
        group = members[row : row + columns]
        height = max(_measure(member, width) for member in group)
        for column, member in enumerate(group):
            x = 1 + column * (width + _BETWEEN)
            lines.append(f"M{x + width / 2:.0f} {y:.0f}V{y + _GAP:.0f}")
            boxes.append(_draw_box(member, x, y + _GAP, width, height))
        y += _GAP + height
        lines += [f"M{1 + at * (width + _BETWEEN) + width / 2:.0f} {y:.0f}v{_GAP:.0f}" for at in range(len(group))]
    pill, end = _draw_pill(together, whole, y + _GAP)
    path = Markup('<path class="pk-flow-line" d="{}"/>').format("".join(lines))
    return frame_drawing([path, *boxes, pill], label, style, whole, end + 1)


def _draw_pill(words: str, whole: float, y: float) -> tuple[Markup, float]:
    """A bar across the whole drawing, and where it ends."""
    lines = wrap_words(words, whole - 40, _TITLE) or [""]
    height = 16 + _LINE * len(lines)
    bar = Markup('<rect class="pk-flow-label" x="1" y="{:.0f}" width="{:.0f}" height="{:.0f}" rx="17"/>{}')
    text = draw_lines(lines, whole / 2, y + 22, _LINE, "pk-life-stage", "middle")
    return bar.format(y, whole - 2, height, text), y + height


def _measure(member: Member, width: float) -> float:
    titles, answers = _wrap(member, width)
    return 24 + _LINE * (len(titles) + len(answers)) + 6


def _wrap(member: Member, width: float) -> tuple[list[str], list[str]]:
    return wrap_words(member.title, width - 28, _TITLE * 1.06), wrap_words(member.answers_for, width - 28, _SMALL)


def _draw_box(member: Member, x: float, y: float, width: float, height: float) -> Markup:
    titles, answers = _wrap(member, width)
    style = "pk-org-box" if member.href else "pk-org-box pk-org-box--bare"
    title = draw_lines(titles, x + 14, y + 26, _LINE, "pk-org-text")
    note = draw_lines(answers, x + 14, y + 32 + _LINE * len(titles), _LINE, "pk-flow-note")
    box = Markup('<rect class="{}" x="{:.0f}" y="{:.0f}" width="{:.0f}" height="{:.0f}" rx="9"/>{}{}').format(
        style, x, y, width, height, title, note
    )
    return Markup('<a class="pk-org" href="{}">{}</a>').format(member.href, box) if member.href else box
