"""A logo as a picture of dots, which every format knows."""

import json

from policy_kit.handbook.papers.paper import Logo

DOTS = 300.0
"""Dots to the inch: enough for print."""
SOURCE = b"""\
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(json(bytes(sys.inputs.picture))), format: sys.inputs.format, height: 60pt)
"""


def draw_png(logo: Logo) -> bytes:
    """The logo as PNG, without a background. Raises a `RuntimeError` of Typst's for what is no picture."""
    import typst

    made = typst.compile(
        SOURCE,
        sys_inputs={"picture": json.dumps(list(logo.content)), "format": logo.format},
        ignore_system_fonts=True,
        format="png",
        ppi=DOTS,
    )
    if not isinstance(made, bytes):
        raise ValueError("a picture of several pages")
    return made
