"""Write down how your company works with its clients, see what is still vague, and read it as a handbook.

The library in four functions: `load_kit`, `check_kit`, `score_answer`, `build_handbook`. They are imported on first
use, so that `import policy_kit` costs nothing to a program that needs only one of them.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["__version__", "build_handbook", "check_kit", "load_kit", "score_answer"]

if TYPE_CHECKING:
    from policy_kit.actions import build_handbook, check_kit, load_kit, score_answer


def __getattr__(name: str) -> Any:
    if name in __all__:
        from policy_kit import actions

        return getattr(actions, name)
    raise AttributeError(f"module 'policy_kit' has no attribute {name!r}")
