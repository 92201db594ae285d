"""Answers and duties that promise another time or another share than the standard that backs them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf

from policy_kit.documents import Answers, JobDescription, Measure, Standard, Text, has_language, pick_text
from policy_kit.kit.causes import Amount
from policy_kit.kit.claims import Claim, find_claims, make_claim, weigh_likeness
from policy_kit.kit.deadlines import find_deadlines, read_deadline
from policy_kit.kit.draft import Draft
from policy_kit.kit.drafts import Drafts
from policy_kit.kit.durations import TimeSpan, find_durations
from policy_kit.kit.gaps import Gap, tell_place
from policy_kit.kit.likeness import choose_words, count_like
from policy_kit.kit.places import Way
from policy_kit.kit.posts import PostNames, read_post_names
from policy_kit.kit.shares import find_shares, is_percent


@dataclass(frozen=True)
class Promise:
    """A promise of a standard, and where it stands."""

    claim: Claim
    draft: Draft
    way: Way
    standard: str
    """The short name of the standard."""


class Promises:
    """What the standards of a kit promise, in one language."""

    def __init__(self, drafts: Drafts, language: str) -> None:
        self.language = language
        self.first = drafts.company.languages[0] if drafts.company else language
        self._drafts = drafts
        self._known: dict[str, tuple[Promise, ...]] = {}

    def pick(self, text: Text) -> str:
        """The wording in this language; empty where there is none."""
        known = has_language(text, self.language, self.first)
        return pick_text(text, self.language, self.first) if known else ""

    @cached_property
    def posts(self) -> PostNames:
        """The names of all posts."""
        titles = {job.id: self.pick(job.title) for _, job in self._drafts.of(JobDescription)}
        roles = self._drafts.company.roles if self._drafts.company else ()
        titles |= {role.id: self.pick(role.title) for role in roles}
        return read_post_names(tuple(titles.items()))

    @cached_property
    def standards(self) -> Mapping[str, tuple[Draft, Standard]]:
        """The sound standards by id."""
        return {each.id: (draft, each) for draft, each in self._drafts.of(Standard) if draft.document is not None}

    def list_of(self, standard: str) -> tuple[Promise, ...]:
        """The promises of a standard: of its statement, its steps and its requirements."""
        if standard not in self._known:
            found = self.standards.get(standard)
            self._known[standard] = tuple(self._read(*found)) if found else ()
        return self._known[standard]

    def find_title(self, standard: str) -> str:
        """The title of a standard in this language; empty where there is none."""
        found = self.standards.get(standard)
        return self.pick(found[1].title) if found else ""

    def allows(self, standard: str, claim: Claim) -> bool:
        """Whether an exception of a standard speaks of what a promise speaks of, and by the same time."""
        found = self.standards.get(standard)
        for each in found[1].exceptions if found else ():
            text = f"{self.pick(each.when)}. {self.pick(each.do)}"
            if count_like(claim.words, choose_words(text, self.language), self.language) and any(
                not claim.span.differs_from(deadline.span) for deadline in find_deadlines(text, self.language)
            ):
                return True
        return False

    def _read(self, draft: Draft, standard: Standard) -> Iterator[Promise]:
        texts: list[tuple[Way, Text]] = [(("statement",), standard.statement)]
        texts += [(("requirements", at, "text"), each.text) for at, each in enumerate(standard.requirements)]
        for way, text in texts:
            for claim in find_claims(self.pick(text), self.language, self.posts):
                yield Promise(claim, draft, way, standard.id)
        before = 0.0
        for number, step in enumerate(standard.steps):
            words = self.pick(step.within) if step.within else ""
            deadline = read_deadline(words, self.language) if words else None
            if deadline and (act := self.pick(step.do)):
                claim = make_claim(act, self.language, words, deadline.span, (step.who,) if step.who else (), before)
                yield Promise(claim, draft, ("steps", number, "within"), standard.id)
            if step.within:
                before += deadline.span.count_minutes()[1] if deadline else inf


def find_broken_promises(drafts: Drafts) -> Iterator[Gap]:
    """Every time and every share of an answer or a duty that contradicts its standards."""
    readers: dict[str, Promises] = {}
    first = drafts.company.languages[0] if drafts.company else ""
    for draft in drafts.all:
        document = draft.document
        if isinstance(document, Answers):
            for number, answer in enumerate(document.answers):
                for language, text, way in _list_wordings(
                    answer.answer, ("answers", number, "answer"), document.language or first
                ):
                    reader = readers.setdefault(language, Promises(drafts, language))
                    yield from _check_text(reader, draft, way, text, answer.standards, ("PK146", "PK147"))
        elif isinstance(document, JobDescription):
            reader = readers.setdefault(first, Promises(drafts, first))
            for number, duty in enumerate(document.duties):
                if duty.standard:
                    way = ("duties", number, "text")
                    yield from _check_text(reader, draft, way, reader.pick(duty.text), (duty.standard,), ("PK148", ""))
            yield from _check_measures(reader, draft, document)


def _list_wordings(text: Text, way: Way, language: str) -> list[tuple[str, str, Way]]:
    if isinstance(text, str):
        return [(language, text, way)]
    return [(each, words, (*way, each)) for each, words in text.items()]


def _check_text(
    reader: Promises, draft: Draft, way: Way, text: str, standards: Sequence[str], codes: tuple[str, str]
) -> Iterator[Gap]:
    for claim in find_claims(text, reader.language, reader.posts) if _may_contradict(reader, text, standards) else ():
        found = _find_contradiction(reader, claim, standards)
        if found and not any(reader.allows(name, claim) for name in standards):
            theirs = {"theirs": found.claim.quotation, "standard": found.standard, "act": found.claim.act}
            values = {"mine": claim.quotation, **theirs, **tell_place(found.draft, found.way)}
            yield Gap(codes[0], draft, way, values, claim.start)
    for share in find_shares(text, reader.language) if codes[1] and standards else ():
        for name in standards:
            if name in reader.standards:
                other, standard = reader.standards[name]
                measure = standard.measure
                if measure and _is_of(reader, share.words, measure) and share.number != measure.target:
                    values = {
                        "mine": share.quotation,
                        "theirs": f"{measure.target:g} %",
                        "standard": name,
                        "act": reader.pick(measure.what),
                        **tell_place(other, ("measure", "target")),
                    }
                    yield Gap(codes[1], draft, way, values, share.start)


def _may_contradict(reader: Promises, text: str, standards: Sequence[str]) -> bool:
    """Whether some deadline of a text differs from one of its standards: only then is it worth a closer look."""
    deadlines = find_deadlines(text, reader.language) if standards else []
    if not deadlines:
        return False
    theirs = {promise.claim.span for name in standards for promise in reader.list_of(name)}
    return any(found.span.differs_from(span) for found in deadlines for span in theirs)


def _find_contradiction(reader: Promises, claim: Claim, standards: Sequence[str]) -> Promise | None:
    """The promise of the same act by another time; none where any promise of that act has the same time."""
    promises = [promise for name in standards for promise in reader.list_of(name)]
    if not any(claim.contradicts(promise.claim) for promise in promises):
        return None
    best: tuple[float, Promise] | None = None
    for promise in promises:
        weight = weigh_likeness(claim, promise.claim, reader.find_title(promise.standard), reader.language)
        if weight and not claim.contradicts(promise.claim):
            return None
        if weight and (best is None or weight > best[0]):
            best = (weight, promise)
    return best[1] if best else None


def _check_measures(reader: Promises, draft: Draft, job: JobDescription) -> Iterator[Gap]:
    """A job may not be judged by another number than the standard that it carries."""
    carried = dict.fromkeys(duty.standard for duty in job.duties if duty.standard in reader.standards)
    for number, measure in enumerate(job.measures):
        for name in carried:
            other, standard = reader.standards[str(name)]
            theirs = standard.measure
            if theirs and theirs.target != measure.target and _is_same(reader, measure, theirs):
                values = {
                    "mine": Amount(measure.target, reader.pick(measure.unit)),
                    "theirs": Amount(theirs.target, reader.pick(theirs.unit)),
                    "standard": str(name),
                    "act": reader.pick(theirs.what),
                    **tell_place(other, ("measure", "target")),
                }
                yield Gap("PK149", draft, ("measures", number, "target"), values)


def _is_same(reader: Promises, one: Measure, other: Measure) -> bool:
    """Whether two measures count the same thing in the same unit: nearly all their words are alike, and their times."""
    if reader.pick(one.unit) != reader.pick(other.unit):
        return False
    (mine, times), (theirs, other_times) = _read_measure(reader, one), _read_measure(reader, other)
    if len(times) != len(other_times) or any(a.differs_from(b) for a, b in zip(times, other_times, strict=True)):
        return False
    least = min(count_like(mine, theirs, reader.language), count_like(theirs, mine, reader.language))
    return least > 1 and least >= 0.75 * max(len(mine), len(theirs))


def _read_measure(reader: Promises, measure: Measure) -> tuple[tuple[str, ...], list[TimeSpan]]:
    """What a measure counts: its words, and the lengths of time among them."""
    text = reader.pick(measure.what)
    times = find_durations(text, reader.language)
    for found in reversed(times):
        text = f"{text[: found.start]} {text[found.end :]}"
    return choose_words(text, reader.language), [found.span for found in times]


def _is_of(reader: Promises, words: Sequence[str], measure: Measure) -> bool:
    """Whether a share in a sentence is the one that a standard measures."""
    if not is_percent(reader.pick(measure.unit), reader.language):
        return False
    what, _ = _read_measure(reader, measure)
    kept = count_like(what, words, reader.language)
    return kept > 1 and kept >= 0.6 * len(what)
