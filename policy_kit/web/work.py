"""Building the handbook while the browser waits: one build at a time, and how far it is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread

from policy_kit.actions.building import build_handbook
from policy_kit.errors import PolicyKitError


@dataclass
class Work:
    """The build that runs or that ran last."""

    languages: tuple[str, ...] = ()
    ready: set[str] = field(default_factory=set)
    is_running: bool = False
    error: str = ""
    """Why the last build failed, in a sentence."""
    _lock: Lock = field(default_factory=Lock)

    def start(self, folder: Path, languages: tuple[str, ...], unexpected: str) -> None:
        """Begin a build, unless one is running. `unexpected` is said where we have no better reason."""
        with self._lock:
            if self.is_running:
                return
            self.languages, self.ready, self.error, self.is_running = languages, set(), "", True
        Thread(target=self._build, args=(folder, unexpected, self.ready.add), daemon=True).start()

    def _build(self, folder: Path, unexpected: str, tell: Callable[[str], None]) -> None:
        try:
            build_handbook(folder, tell=tell)
        except PolicyKitError as error:
            self.error = str(error)
        except Exception as error:
            self.error = f"{unexpected} ({type(error).__name__})"
        finally:
            self.is_running = False
