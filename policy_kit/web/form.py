"""One running form: the kit it serves, what was written in it, and how it is left."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from policy_kit.actions.building import OUTPUT
from policy_kit.actions.locating import load_kit
from policy_kit.actions.watching import Stamp, stamp_files
from policy_kit.kit import Kit
from policy_kit.languages import Phrases
from policy_kit.web.door import Door
from policy_kit.web.record import Record
from policy_kit.web.work import Work

FOLDERS = ("questionnaires", "standards")


@dataclass
class Form:
    """What the screens share."""

    folder: Path
    phrases: Phrases
    """The language of the terminal in which the form was started."""
    port: int
    tell: Callable[[str], None]
    """Says something in that terminal."""
    close: Callable[[], None]
    door: Door = field(init=False)
    record: Record = field(default_factory=Record)
    work: Work = field(default_factory=Work)
    written: set[str] = field(default_factory=set)
    """The files of the kit into which answers were saved."""
    _kit: tuple[Stamp, Kit] | None = None
    _lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        self.door = Door(self.port)

    @property
    def origin(self) -> str:
        """Where the form is at home."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def handbook(self) -> Path:
        """Where the kit's handbook is built."""
        return self.folder / OUTPUT

    def make_address(self) -> str:
        """An address that lets one browser in, once."""
        return f"{self.origin}/?key={self.door.key}"

    def read_kit(self) -> Kit:
        """The kit as it is on the disk; it is read anew only when a file has changed."""
        with self._lock:
            stamp = stamp_files(self.folder, FOLDERS)
            if self._kit is None or self._kit[0] != stamp:
                self._kit = (stamp, load_kit(self.folder))
            return self._kit[1]
