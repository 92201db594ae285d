"""A kit: a company's folder, loaded. Documents with their places, and everything that is wrong with them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from policy_kit.documents import (
    Answers,
    AnyDocument,
    Company,
    JobDescription,
    MoralCode,
    Motivation,
    Process,
    Questionnaire,
    RoleMatrix,
    Standard,
    Toolkit,
)
from policy_kit.kit.places import Place, Way
from policy_kit.kit.problems import Problem

D = TypeVar("D")


@dataclass(frozen=True)
class KitFile:
    """A valid document and the file in which it stands."""

    path: str
    """Relative to the kit's folder, with forward slashes."""
    document: AnyDocument
    find_place: Callable[[Way, int | None], Place]
    """Where a value stands; with an offset, where that character of a text stands."""
    read_line: Callable[[int], str] = field(default=lambda _: "", repr=False)
    """A line of the file by its number, counted from 1, without its end."""


@dataclass(frozen=True)
class Kit:
    """A company's folder, loaded. What could not be read is not in `files`; `problems` says why."""

    folder: Path
    language: str
    """The language in which the problems are told."""
    files: tuple[KitFile, ...]
    problems: tuple[Problem, ...]

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

    def _of(self, kind: type[D]) -> tuple[D, ...]:
        return tuple(file.document for file in self.files if isinstance(file.document, kind))
