"""A kit: a company's folder, loaded. Documents with their places, and everything that is wrong with them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from policy_kit.documents import (
    Answers,
    Channels,
    Company,
    Glossary,
    Guide,
    JobDescription,
    MoralCode,
    Motivation,
    People,
    Process,
    Questionnaire,
    Record,
    RoleMatrix,
    Segments,
    Signature,
    Standard,
    Toolkit,
    Typology,
    pick_text,
)
from policy_kit.kit.causes import Cause, tell_causes
from policy_kit.kit.connections import Connections
from policy_kit.kit.gaps import Gap
from policy_kit.kit.keys import Key
from policy_kit.kit.kit_file import KitFile
from policy_kit.kit.problems import Problem, Severity
from policy_kit.kit.releases import ReleaseState, list_states
from policy_kit.kit.translating import Untranslated, list_untranslated
from policy_kit.languages import load_phrases

D = TypeVar("D")


@dataclass(frozen=True)
class Kit:
    """A company's folder, loaded. What could not be read is not in `files`; `problems` says why."""

    folder: Path
    language: str
    """The language in which the problems are told."""
    files: tuple[KitFile, ...]
    problems: tuple[Problem, ...]
    """Everything that is wrong and must be mended."""
    waiting: tuple[Problem, ...] = ()
    """What waits for people, while nothing is wrong in the documents: signatures that are owed."""
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    """The kept texts of releases: path, relative to the kit's folder, and canonical text."""
    gaps: tuple[Gap, ...] = field(default=(), repr=False)
    """Where the documents do not hold together, those included that somebody has accepted."""
    causes: tuple[Cause, ...] = field(default=(), repr=False)
    """All that is wrong and all that waits for people, before it is told: of a file with very many problems `problems`
    tells no more than one wants to read, and whoever chooses or compares must know the others, too."""

    @cached_property
    def warnings(self) -> tuple[Problem, ...]:
        """What waits for people, and what is missing between documents. Telling it takes time; few ask for it."""
        return tell_causes(self.list_causes("warning"), load_phrases(self.language))

    def list_causes(self, severity: Severity) -> Iterator[Cause]:
        """All that must be mended, or all that waits for people or is missing between documents; without any limit."""
        yield from (cause for cause in self.causes if cause.severity == severity)
        if severity == "warning":
            yield from (gap.blame() for gap in self.gaps if gap.severity == severity and gap.acceptance is None)

    @cached_property
    def accepted(self) -> tuple[Problem, ...]:
        """The gaps that somebody has accepted; the help of each is the reason."""
        phrases = load_phrases(self.language)
        told: list[Problem] = []
        for gap in self.gaps:
            if each := gap.acceptance:
                reason = " ".join(pick_text(each.reason, self.language, self.languages[0]).split())
                advice = phrases("problems.accepted", by=each.by, reason=reason)
                told += [replace(problem, help=advice) for problem in tell_causes([gap.blame()], phrases)]
        return tuple(sorted(told, key=lambda problem: problem.place))

    @cached_property
    def company(self) -> Company | None:
        """The company, unless its document is missing or broken."""
        return next(iter(self._of(Company)), None)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the handbook; the first is the company's own."""
        return self.company.languages if self.company else (self.language,)

    @cached_property
    def questionnaires(self) -> dict[str, Questionnaire]:
        """The questionnaires by id."""
        return {document.id: document for document in self._of(Questionnaire)}

    @cached_property
    def answers(self) -> tuple[Answers, ...]:
        """The files of answers, in the order of their paths."""
        return self._of(Answers)

    @cached_property
    def standards(self) -> dict[str, Standard]:
        """The service standards by id."""
        return {document.id: document for document in self._of(Standard)}

    @cached_property
    def jobs(self) -> dict[str, JobDescription]:
        """The job descriptions by id."""
        return {document.id: document for document in self._of(JobDescription)}

    @cached_property
    def moral_code(self) -> MoralCode | None:
        """The moral code, if there is one."""
        return next(iter(self._of(MoralCode)), None)

    @cached_property
    def role_matrix(self) -> RoleMatrix | None:
        """The role matrix, if there is one."""
        return next(iter(self._of(RoleMatrix)), None)

    @cached_property
    def processes(self) -> dict[str, Process]:
        """The processes by id."""
        return {document.id: document for document in self._of(Process)}

    @cached_property
    def toolkit(self) -> Toolkit | None:
        """The toolkit, if there is one."""
        return next(iter(self._of(Toolkit)), None)

    @cached_property
    def motivation(self) -> Motivation | None:
        """How good work is rewarded, if that is written down."""
        return next(iter(self._of(Motivation)), None)

    @cached_property
    def people(self) -> People | None:
        """The list of people, if there is one. Nothing of it goes into what is made public."""
        return next(iter(self._of(People)), None)

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """The records of all documents that were ever released."""
        return self._of(Record)

    @cached_property
    def signatures(self) -> tuple[Signature, ...]:
        """All signatures, also those that are no longer valid. Nothing of them goes into what is made public."""
        return self._of(Signature)

    @cached_property
    def guide(self) -> Guide | None:
        """The guide to the work with clients, if there is one."""
        return next(iter(self._of(Guide)), None)

    @cached_property
    def typology(self) -> Typology | None:
        """The types of clients, if they are described."""
        return next(iter(self._of(Typology)), None)

    @cached_property
    def segments(self) -> Segments | None:
        """The segments and service levels, if there are any."""
        return next(iter(self._of(Segments)), None)

    @cached_property
    def channels(self) -> Channels | None:
        """The channels by which clients reach the company, if they are described."""
        return next(iter(self._of(Channels)), None)

    @cached_property
    def glossary(self) -> Glossary | None:
        """The glossary, if there is one."""
        return next(iter(self._of(Glossary)), None)

    @cached_property
    def connections(self) -> Connections:
        """Who names whom in this kit."""
        return Connections(self.files)

    @cached_property
    def release_states(self) -> Mapping[Key, ReleaseState]:
        """The state of every document that can be released, in the order of the files."""
        return list_states(self.files, self.texts, self.languages[0])

    @cached_property
    def untranslated(self) -> list[Untranslated]:
        """The documents that lack texts in one of the company's languages."""
        return list_untranslated((file.document for file in self.files), self.languages)

    def _of(self, kind: type[D]) -> tuple[D, ...]:
        return tuple(file.document for file in self.files if isinstance(file.document, kind))
