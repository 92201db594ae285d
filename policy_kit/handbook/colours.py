"""The company's colours, moved as far towards dark or light as reading needs, for day and for night."""

import re

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
DAY, NIGHT = "#fbf9f4", "#15191c"
"""The paper of the two colour schemes; the style sheet has the same."""
READABLE = 4.8
"""The contrast that text needs, with something to spare for tinted surfaces."""


def make_colour_sheet(primary: str, accent: str) -> str:
    """The style sheet that sets the two colours for both schemes."""
    day = f"--pk-primary:{make_readable(primary, DAY)};--pk-accent:{make_readable(accent, DAY)}"
    night = f"--pk-primary:{make_readable(primary, NIGHT)};--pk-accent:{make_readable(accent, NIGHT)}"
    return f'[data-md-color-scheme="default"]{{{day}}}\n[data-md-color-scheme="slate"]{{{night}}}\n'


def make_readable(colour: str, paper: str) -> str:
    """`colour`, or its neighbour nearest to it that can be read on `paper`."""
    channels, ground = _split(colour), _split(paper)
    goal = (0.0, 0.0, 0.0) if _weigh(ground) > 0.5 else (1.0, 1.0, 1.0)
    for share in range(0, 101, 4):
        mixed = tuple(one + (end - one) * share / 100 for one, end in zip(channels, goal, strict=True))
        if measure_contrast(_join(mixed), paper) >= READABLE:
            return _join(mixed)
    return _join(goal)


def measure_contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG counts it, from 1 to 21."""
    darker, lighter = sorted((_weigh(_split(one)), _weigh(_split(other))))
    return (lighter + 0.05) / (darker + 0.05)


def _split(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))


def _join(channels: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)


def _weigh(channels: tuple[float, ...]) -> float:
    """Relative luminance."""
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
