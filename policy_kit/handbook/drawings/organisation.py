"""Who reports to whom, as an indented tree: it stays readable on a phone and on paper."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from policy_kit.handbook.drawings.lettering import draw_lines, wrap_words
from policy_kit.handbook.escaping import plain

_LETTERS, _LINE = 15.0, 19.0
_BOX, _INDENT, _BETWEEN = 250.0, 26.0, 10.0
_DEEPEST = 5
"""Below this depth boxes are not moved to the right any more: the drawing would not fit on a phone."""


@dataclass(frozen=True)
class Post:
    """A post at its depth in the tree; those that report to it follow it."""

    title: str
    href: str
    """The page of its job description; empty where there is none."""
    depth: int


def draw_organisation(posts: Sequence[Post], label: str) -> Markup:
    """One tree, from top to bottom."""
    boxes, lines, y = [], [], 1.0
    bottom_of: dict[int, float] = {}
    for at, post in enumerate(posts):
        depth = post.depth
        words = wrap_words(post.title, _BOX - 28, _LETTERS)
        height = 22 + _LINE * max(1, len(words))
        if at:
            x = _find_left(depth - 1) + 14
            lines.append(
                f"M{x:.0f} {bottom_of[depth - 1]:.0f}V{y + height / 2 - 6:.0f}q0 6 6 6H{_find_left(depth):.0f}"
            )
        boxes.append(_draw_box(post, words, _find_left(depth), y, height))
        bottom_of[depth] = y + height
        y += height + _BETWEEN
    width = 2 + _BOX + max(_find_left(depth) for depth in bottom_of)
    return Markup(
        '<svg class="pk-drawing pk-org" role="group" aria-label="{label}" viewBox="0 0 {w:.0f} {h:.0f}" width="{w:.0f}"'
        ' height="{h:.0f}" focusable="false"><path class="pk-flow-line" d="{lines}"/>{boxes}</svg>'
    ).format(label=plain(label), w=width, h=y - _BETWEEN + 2, lines="".join(lines), boxes=Markup("").join(boxes))


def _find_left(depth: int) -> float:
    return 1 + _INDENT * min(depth, _DEEPEST)


def _draw_box(post: Post, words: Sequence[str], x: float, y: float, height: float) -> Markup:
    style = "pk-org-box" if post.href else "pk-org-box pk-org-box--bare"
    box = Markup('<rect class="{}" x="{:.0f}" y="{:.0f}" width="{:.0f}" height="{:.0f}" rx="9"/>{}').format(
        style, x, y, _BOX, height, draw_lines(words, x + 14, y + 26, _LINE, "pk-org-text")
    )
    return Markup('<a href="{}">{}</a>').format(post.href, box) if post.href else Markup("<g>{}</g>").format(box)
