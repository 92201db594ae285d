"""Documents, scores → pages → a site that needs no server."""

from typing import TYPE_CHECKING, Any

__all__ = ["Handbook", "build_handbook"]

if TYPE_CHECKING:
    from policy_kit.handbook.building import Handbook, build_handbook


def __getattr__(name: str) -> Any:
    """On first use, so that the processes that only turn pages into a site start without the rest."""
    if name in __all__:
        from policy_kit.handbook import building

        return getattr(building, name)
    raise AttributeError(f"module 'policy_kit.handbook' has no attribute {name!r}")
