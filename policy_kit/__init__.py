"""Write down how your company works with its clients, see what is still vague, and read it as a handbook.

The library in four functions: `load_kit`, `check_kit`, `score_answer`, `build_handbook`. They are imported on first
use, so that `import policy_kit` costs nothing to a program that needs only one of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["__version__", "build_handbook", "check_kit", "load_kit", "score_answer"]

if TYPE_CHECKING:
    from policy_kit.actions.building import build_handbook
    from policy_kit.actions.checking import check_kit
    from policy_kit.actions.locating import load_kit
    from policy_kit.actions.scores import score_answer

_PLACES = {"load_kit": "locating", "check_kit": "checking", "score_answer": "scores", "build_handbook": "building"}


def __getattr__(name: str) -> Any:
    if place := _PLACES.get(name):
        return getattr(import_module(f"policy_kit.actions.{place}"), name)
    raise AttributeError(f"module 'policy_kit' has no attribute {name!r}")
