"""The frame of a drawing in which there are links: its size, and what it is called for those who do not see it."""

from collections.abc import Iterable

from markupsafe import Markup

from policy_kit.handbook.escaping import plain


def frame_drawing(parts: Iterable[Markup], label: str, style: str, width: float, height: float) -> Markup:
    """The parts as one drawing; it shrinks with the screen and never grows."""
    return Markup(
        '<svg class="pk-drawing {style}" role="group" aria-label="{label}" viewBox="0 0 {w:.0f} {h:.0f}"'
        ' width="{w:.0f}" height="{h:.0f}" focusable="false">{parts}</svg>'
    ).format(style=style, label=plain(label), w=width, h=height, parts=Markup("").join(parts))
