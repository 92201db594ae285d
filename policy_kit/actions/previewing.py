"""The handbook of a kit that is being worked on: always as fresh as its files, a page made when it is asked for."""

from pathlib import Path
from threading import RLock
from types import MappingProxyType
from typing import TYPE_CHECKING

from policy_kit.actions.building import OUTPUT, key_scores
from policy_kit.actions.late_marks import follow_scores
from policy_kit.actions.scores import AnswerScore, score_kit
from policy_kit.actions.watching import Stamp, stamp_files
from policy_kit.errors import PolicyKitError
from policy_kit.handbook.edition import ScoreMarks
from policy_kit.kit import Kit, format_group, group_causes
from policy_kit.kit.loading import Known, load_kit
from policy_kit.languages import Phrases

if TYPE_CHECKING:
    from policy_kit.handbook.site.warm import WarmSite

TOPS = ("questionnaires", "standards", "site")


class Preview:
    """A kit's handbook, kept warm. While a document is broken, the last good handbook stays."""

    def __init__(self, folder: Path, phrases: Phrases) -> None:
        self.folder = folder
        self.phrases = phrases
        self.version = 0
        """Counts the changes."""
        self.troubles: tuple[str, ...] = ()
        """What keeps a part of the handbook from being fresh, each with its place and how to mend it."""
        self._kit: Kit | None = None
        self._scores: tuple[AnswerScore, ...] = ()
        self._marks: ScoreMarks = MappingProxyType({})
        self._known: Known = {}
        self._sites: dict[str, WarmSite] = {}
        self._stamp: Stamp | None = None
        self._lock = RLock()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the handbook; none while there is no company."""
        return self._kit.languages if self._kit else ()

    def look(self) -> bool:
        """Looks whether files have changed, and takes them in; whether there is something new."""
        stamp = stamp_files(self.folder, TOPS, self.folder / OUTPUT)
        if stamp == self._stamp:
            return False
        self._stamp = stamp
        with self._lock:
            self._take_in(load_kit(self.folder, self.phrases.language, known=self._known))
            self.version += 1
        return True

    def find(self, address: str) -> tuple[bytes, str] | None:
        """The content of a file of the handbook, and its name; None where there is none. Raises `PolicyKitError`."""
        language, _, rest = address.partition("/")
        with self._lock:
            if language not in self.languages or self._kit is None:
                return None
            site = self._sites.get(language)
            if site is None or site.version != self.version:
                site = self._refresh(language)
            content = site.find(rest or "index.html")
        return None if content is None else (content, rest or "index.html")

    def _take_in(self, kit: Kit) -> None:
        """The kit as it is now, unless a document of the last good one is broken: its page would be gone."""
        self.troubles = tuple(
            format_group(group, self.phrases) for group in group_causes(kit.list_causes("error"), self.phrases)
        )
        before = {file.path for file in self._kit.files} if self._kit else set()
        lost = before - {file.path for file in kit.files}
        if kit.company is None or any((self.folder / path).is_file() for path in lost):
            return
        self._scores = score_kit(kit, self._scores)
        self._kit = kit
        self._marks = follow_scores(self._marks, kit, self._scores)

    def _refresh(self, language: str) -> "WarmSite":
        from policy_kit.handbook.building import make_jobs
        from policy_kit.handbook.site.warm import WarmSite

        if self._kit is None:
            raise KeyError(language)
        before = self._sites.get(language)
        try:
            out = self.folder / OUTPUT  # only a name: a preview writes nothing
            jobs = make_jobs(
                self._kit,
                key_scores(self._scores),
                out,
                public=False,
                languages=[language],
                score_marks=self._marks,
            )
            site = WarmSite.take_over(before, next(jobs), self.version)
        except PolicyKitError as error:
            self.troubles = tuple(dict.fromkeys((*self.troubles, str(error))))
            if before is None:
                raise
            site = before
            site.version = self.version
        self._sites[language] = site
        return site
