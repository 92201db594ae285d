"""Values that are dear and made only when they are wanted; what they are made of can be compared beforehand."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Made = TypeVar("Made")


@dataclass(frozen=True)
class Later(Generic[Made]):
    """A value that `maker` makes of `data` and of nothing else."""

    maker: Callable[..., Made]
    data: tuple[object, ...]

    def make(self) -> Made:
        """The value itself."""
        return self.maker(*self.data)
