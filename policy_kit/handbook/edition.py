"""The handbook in one language: what its pages ask of the kit and its scores."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType

from policy_kit.documents import (
    Answer,
    AnyDocument,
    Company,
    Duty,
    InForce,
    JobDescription,
    Motivation,
    Process,
    Question,
    Questionnaire,
    Release,
    Text,
    Toolkit,
    has_language,
    pick_text,
)
from policy_kit.errors import UsageError
from policy_kit.handbook.names import Names
from policy_kit.handbook.own_templates import OwnTemplates
from policy_kit.kit import Kit
from policy_kit.kit.keys import Key
from policy_kit.kit.links import Node
from policy_kit.kit.signatures import SignatureState, find_signature_states
from policy_kit.languages import load_phrases
from policy_kit.scoring import Score

Scores = Mapping[tuple[str, str, str], Score]
"""The scores of a kit's answers: (questionnaire id, language of the answer, question id) → Score."""


@dataclass(frozen=True, slots=True)
class ScoreMark:
    """The score of an answer from a day on."""

    day: date
    score: int
    verdict: str


ScoreMarks = Mapping[tuple[str, str, str], Sequence[ScoreMark]]
"""How the scores went, the oldest first, by the same keys as the scores."""


@dataclass(frozen=True)
class ShownAnswer:
    """An answer as this edition shows it: perhaps in another language than its own."""

    answer: Answer
    words: str
    language: str
    answered_by: Text | None
    score: Score | None


@dataclass(frozen=True)
class Asked:
    """A question at its place in a questionnaire, with the answer, if there is one."""

    questionnaire: Questionnaire
    number: int
    question: Question
    uri: str
    shown: ShownAnswer | None
    is_open: bool
    """Whether the question is open: the last one waits until all the others are answered concretely."""

    @property
    def score(self) -> Score | None:
        """The score of the answer."""
        return self.shown.score if self.shown else None

    @property
    def is_concrete(self) -> bool:
        """Whether the answer is concrete."""
        return self.score is not None and self.score.verdict == "concrete"


class Edition:
    """One language of the handbook; `public` leaves out what only the company should see."""

    def __init__(
        self,
        kit: Kit,
        scores: Scores,
        language: str,
        *,
        public: bool,
        score_marks: ScoreMarks = MappingProxyType({}),
        today: date | None = None,
        templates: OwnTemplates = (),
    ) -> None:
        self.kit = _leave_out_internal(kit) if public else kit
        self._whole = kit
        self.company = require_company(kit)
        self.language = language
        self.first = self.company.languages[0]
        self.public = public
        self.today = today or date.today()
        self.templates = templates
        self._scores = scores
        self._score_marks = score_marks

    @cached_property
    def has_news(self) -> bool:
        """Whether anything was ever released, so that there are pages on what is new."""
        return any(state.current for state in self.kit.release_states.values())

    def is_future(self, release: Release) -> bool:
        """Whether a release is not yet in force."""
        return release.effective > self.today

    @cached_property
    def signatures(self) -> dict[Key, list[SignatureState]]:
        """Who has signed what, and who owes a signature; nobody in a public handbook."""
        found: dict[Key, list[SignatureState]] = {}
        for state in () if self.public else find_signature_states(self.kit, self.today):
            found.setdefault(state.document.key, []).append(state)
        return found

    def list_score_marks(self, asked: Asked) -> Sequence[ScoreMark]:
        """How the score of the shown answer went; nothing in a public handbook."""
        if asked.shown is None or self.public:
            return ()
        return self._score_marks.get((asked.questionnaire.id, asked.shown.language, asked.question.id), ())

    @cached_property
    def policies(self) -> dict[str, list[Asked]]:
        """The questions of each questionnaire, by questionnaire id, in their order."""
        return {id: self._ask(questionnaire) for id, questionnaire in self.kit.questionnaires.items()}

    def find_policy_folder(self, questionnaire: str) -> str:
        """The folder of a questionnaire's pages; the first questionnaire has the short name."""
        return "policy" if questionnaire == next(iter(self.kit.questionnaires), "") else f"policy-{questionnaire}"

    def name_policy_index(self, questionnaire: str) -> str:
        """The page that lists the questions of a questionnaire."""
        return f"{self.find_policy_folder(questionnaire)}/index.md"

    def name_policy(self, questionnaire: Questionnaire) -> str:
        """The name of a questionnaire's section: the first is the policy itself."""
        if self.find_policy_folder(questionnaire.id) == "policy":
            return load_phrases(self.language)("handbook.policy.title")
        return self.pick(questionnaire.title)

    def pick(self, text: Text) -> str:
        """The wording of a text in this edition."""
        return pick_text(text, self.language, self.first)

    def name_health_page(self, asked: Asked) -> str:
        """The page with the findings of an answer."""
        folder = self.find_policy_folder(asked.questionnaire.id).replace("policy", "health", 1)
        return name_page(folder, asked.question.id)

    def find_file(self, document: AnyDocument) -> str:
        """The file of a document, relative to the kit's folder; empty for one that stands in no file."""
        return self._paths.get(id(document), "")

    @cached_property
    def _paths(self) -> dict[int, str]:
        """By document, which lives as long as the kit does."""
        return {id(file.document): file.path for file in self.kit.files}

    def find_role_title(self, id: str) -> Text:
        """The name of a post: from its job description, else from the company's list, else its id."""
        return self.names.find_role_title(id)

    @cached_property
    def names(self) -> Names:
        """What every page may know of the others."""
        posts = {role.id: role.title for role in reversed(self.company.roles)}
        return Names(
            self.language,
            self.first,
            self.company,
            posts | {id: job.title for id, job in self._whole.jobs.items()},
            frozenset(self.kit.jobs),
            {id: standard.title for id, standard in self.kit.standards.items()},
            frozenset(self._whole.standards.keys() - self.kit.standards.keys()),
        )

    def find_asked(self, questionnaire: str, question: str) -> Asked | None:
        """A question by its short names."""
        return self._asked.get((questionnaire, question))

    @cached_property
    def _asked(self) -> dict[tuple[str, str], Asked]:
        return {(id, asked.question.id): asked for id, policy in self.policies.items() for asked in policy}

    def list_duties_under(self, standard: str) -> list[tuple[JobDescription, Duty]]:
        """Who carries a standard: the duties that name it."""
        nodes = self.kit.connections.list_naming(Node("standard", standard))
        duties = [(self.kit.jobs[node.id], node.part) for node in nodes if node.field == "duties"]
        return [(job, duty) for job, id in duties for duty in job.duties if duty.id == id]

    def list_reports(self, role: str) -> list[JobDescription]:
        """The jobs that report to a post."""
        return self._reports.get(role, [])

    @cached_property
    def _reports(self) -> dict[str, list[JobDescription]]:
        found: dict[str, list[JobDescription]] = {}
        for job in self.kit.jobs.values():
            if job.reports_to and job.reports_to != job.id:
                found.setdefault(job.reports_to, []).append(job)
        return found

    @property
    def processes(self) -> dict[str, Process]:
        """The processes by id."""
        return self.kit.processes

    @property
    def toolkit(self) -> Toolkit | None:
        """The toolkit; unless the company says otherwise, clients do not see it."""
        return self.kit.toolkit

    @property
    def motivation(self) -> Motivation | None:
        """How good work is rewarded; unless the company says otherwise, clients do not see it."""
        return self.kit.motivation

    @property
    def has_work(self) -> bool:
        """Whether this edition shows anything on how the company works together."""
        return bool(self.kit.role_matrix or self.processes or self.toolkit or self.motivation)

    def _ask(self, questionnaire: Questionnaire) -> list[Asked]:
        folder = self.find_policy_folder(questionnaire.id)
        shown = {question.id: self._find_answer(questionnaire.id, question.id) for question in questionnaire.questions}
        concrete = {id for id, one in shown.items() if one and one.score and one.score.verdict == "concrete"}
        return [
            Asked(
                questionnaire,
                number,
                question,
                name_page(folder, question.id),
                shown[question.id],
                questionnaire.is_open(question, concrete),
            )
            for number, question in enumerate(questionnaire.questions, start=1)
        ]

    def _find_answer(self, questionnaire: str, question: str) -> ShownAnswer | None:
        """The answer in this language; else in the company's own; else in whichever it was given."""
        found = [
            (file.language or self.first, answer)
            for file in self.kit.answers
            if file.questionnaire == questionnaire
            for answer in file.answers
            if answer.question == question
        ]
        for wanted in (self.language, self.first):
            for language, answer in found:
                if has_language(answer.answer, wanted, language):
                    return self._show(questionnaire, answer, wanted, language)
        return next((self._show(questionnaire, answer, language, language) for language, answer in found), None)

    def _show(self, questionnaire: str, answer: Answer, language: str, file_language: str) -> ShownAnswer:
        words = pick_text(answer.answer, language, file_language)
        by = {file_language: answer.answered_by} if isinstance(answer.answered_by, str) else answer.answered_by
        score = None if self.public else self._scores.get((questionnaire, language, answer.question))
        return ShownAnswer(answer, words, language, by, score)


def _leave_out_internal(kit: Kit) -> Kit:
    """The kit without the documents that stay within the company."""
    files = (file for file in kit.files if not (isinstance(file.document, InForce) and file.document.internal))
    return replace(kit, files=tuple(files))


def require_company(kit: Kit) -> Company:
    """The kit's company; without it there is no name and no language to build in."""
    if kit.company is None:
        raise UsageError(load_phrases(kit.language)("handbook.errors.no_company"))
    return kit.company


def name_page(folder: str, id: str) -> str:
    """The page of a document: its id is its address. `index` is taken by the folder's own page."""
    return f"{folder}/{'index_' if id == 'index' else id}.md"
