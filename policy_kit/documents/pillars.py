"""The three pillars on which work with clients rests; activities, tools and control points may each serve one."""

from enum import StrEnum


class Pillar(StrEnum):
    """One pillar of the work with clients."""

    WIN = "win"
    KEEP = "keep"
    HOLD = "hold"
