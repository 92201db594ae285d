"""How a text stands: which release it is, or that it is none; what a paper says of it."""

from dataclasses import dataclass

from policy_kit.documents import Release
from policy_kit.kit.releases import ReleaseState

HASH_SHOWN = 12
"""So many digits of a content hash tell two texts of a company apart."""


@dataclass(frozen=True)
class Standing:
    """The release of a text, or that it is none."""

    hash: str = ""
    """The content hash of the text; empty for what is never released."""
    release: Release | None = None
    """Its release; of a text that has changed since, the last one; None where there is none."""
    is_changed: bool = False
    """Whether the text has changed since that release."""
    followed_by: int | None = None
    """The last release, where it is a later one."""

    @property
    def is_released(self) -> bool:
        """Whether the text is that of its release."""
        return self.release is not None and not self.is_changed


def read_standing(state: ReleaseState, number: int | None = None) -> Standing:
    """How today's text stands; or, with a `number` that exists, that release of it."""
    if number is None:
        return Standing(state.hash, state.current, is_changed=state.status == "changed")
    release = next(release for release in state.releases if release.number == number)
    last = state.releases[-1].number
    return Standing(release.hash, release, followed_by=last if last > number else None)
