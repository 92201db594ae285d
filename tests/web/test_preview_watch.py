"""The preview looks after the files all the time, also while it is kept waiting: nobody who saves waits for seconds."""

import time
from pathlib import Path
from threading import Event

from policy_kit.actions.previewing import Preview
from policy_kit.languages import load_phrases
from policy_kit.web.preview.news import News
from policy_kit.web.preview.serving import SHORTEST, watch


class Waiting(Preview):
    """A look at the files that waits, as it does while a page is made or a disk is slow, and does nothing."""

    def look(self) -> bool:
        time.sleep(0.2)
        return False


class Ended(Event):
    """Says after a few looks that the preview has ended, and remembers the pauses between them."""

    def __init__(self) -> None:
        super().__init__()
        self.pauses: list[float] = []

    def wait(self, timeout: float | None = None) -> bool:
        self.pauses.append(timeout or 0)
        return len(self.pauses) > 4


def test_a_look_that_was_kept_waiting_does_not_make_the_next_one_late(tmp_path: Path) -> None:
    ended = Ended()
    watch(Waiting(tmp_path, load_phrases("en")), News(), ended)
    assert max(ended.pauses) < 20 * SHORTEST
