"""The marks of the role matrix: each part has a shape of its own, so that no colour is needed to tell them apart."""

from markupsafe import Markup

_RING = '<circle class="pk-part-ring" cx="10" cy="10" r="7"/>'
_SHAPES = {
    "leads": '<circle class="pk-part-fill" cx="10" cy="10" r="8"/>',
    "supports": _RING + '<path class="pk-part-fill" d="M10 3a7 7 0 0 0 0 14z"/>',
    "told": _RING + '<circle class="pk-part-fill" cx="10" cy="10" r="1.8"/>',
}


def draw_part(part: str) -> Markup:
    """The mark of a part: a full disc leads, a half one supports, a ring is told. The word stands beside it."""
    mark = Markup('<svg class="pk-part" viewBox="0 0 20 20" width="20" aria-hidden="true" focusable="false">{}</svg>')
    return mark.format(Markup(_SHAPES[part]))  # noqa: S704
