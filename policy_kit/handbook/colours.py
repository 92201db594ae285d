"""The company's colours, moved as far towards dark or light as reading needs, for day and for night."""

import colorsys
import re

_CALM = 0.55
"""How much of its saturation a colour keeps on dark paper, where bright colours glare."""

Channels = tuple[float, float, float]
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
DAY, NIGHT = "#fbf9f4", "#15191c"
"""The paper of the two colour schemes; the style sheet has the same."""
READABLE = {DAY: 4.8, NIGHT: 7.0}
"""The contrast that text gets: 4.5 is needed, on tinted surfaces too; light on dark wants more to look as clear."""


def make_colour_sheet(primary: str, accent: str) -> str:
    """The style sheet that sets the two colours: by day and on paper, and by night on a screen."""
    day, night = (
        f"--pk-primary:{make_readable(primary, paper)};--pk-accent:{make_readable(accent, paper)}"
        for paper in (DAY, NIGHT)
    )
    return f'[data-md-color-scheme]{{{day}}}\n@media screen{{[data-md-color-scheme="slate"]{{{night}}}}}\n'


def make_readable(colour: str, paper: str) -> str:
    """`colour`, or its nearest shade that can be read on `paper`."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_split(colour))
    goal = 0.0
    if _weigh(_split(paper)) < 0.5:
        goal, saturation = 1.0, saturation * _CALM
    for share in range(0, 101, 2):
        shade = _join(colorsys.hls_to_rgb(hue, lightness + (goal - lightness) * share / 100, saturation))
        if measure_contrast(shade, paper) >= READABLE[paper]:
            return shade
    return _join((goal, goal, goal))


def measure_contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG counts it, from 1 to 21."""
    darker, lighter = sorted((_weigh(_split(one)), _weigh(_split(other))))
    return (lighter + 0.05) / (darker + 0.05)


def _split(colour: str) -> Channels:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _join(channels: Channels) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)


def _weigh(channels: Channels) -> float:
    """Relative luminance."""
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
