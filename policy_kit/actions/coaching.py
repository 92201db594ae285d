"""What to tell somebody who is writing an answer: the marks, the checklist, and one next step."""

from dataclasses import dataclass

from policy_kit.documents import NeedKind, Question, pick_text
from policy_kit.scoring import Finding, Score, load_finding_rule, score_text
from policy_kit.scoring.advice import advise
from policy_kit.scoring.catalogue import load_missing_rule
from policy_kit.scoring.words import shorten

MOST_MARKS = 3
"""More at a time is not read any more."""
LONGEST_MARK = 160
"""Characters; a longer stretch is not words that are vague, but an answer of the wrong form."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of the answer that say too little."""

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class CheckedNeed:
    """One line of the checklist."""

    prompt: str
    is_met: bool


@dataclass(frozen=True, slots=True)
class Coaching:
    """All that is said beside an answer while it is written."""

    score: Score
    marks: tuple[Mark, ...]
    """At most three, the words of the next step and those that cost most, in the order of the text."""
    needs: tuple[CheckedNeed, ...]
    next_step: str
    """Empty when nothing is left to do."""
    skeleton: str
    """Words with gaps, in the language of the answer."""


def coach_answer(text: str, question: Question, language: str, *, spoken: str, first: str) -> Coaching:
    """Score `text`, which is written in `language`, and say it in `spoken`: the two need not be the same.

    `first` is the kit's own language.
    """
    score = score_text(text, question, language, first)
    unmet = {missing.need for missing in score.missing}
    needs = tuple(
        CheckedNeed(say_need(question, need.need, spoken, first), need.need not in unmet) for need in question.needs
    )
    if spoken == language:
        return Coaching(score, _mark(score, spoken), needs, score.next_step, score.skeleton)
    told = [
        type(missing)(missing.code, missing.need, say_need(question, missing.need, spoken, first), missing.worth)
        for missing in score.missing
    ]
    step, skeleton = advise(score.findings, told, score.verdict, spoken)
    if skeleton:
        step = step.replace(skeleton, score.skeleton)
    return Coaching(score, _mark(score, spoken), needs, step, score.skeleton)


def say_need(question: Question, kind: NeedKind, spoken: str, first: str) -> str:
    """What to ask for a need of a question, in `spoken`."""
    need = next(need for need in question.needs if need.need == kind)
    return pick_text(need.prompt, spoken, first) if need.prompt else load_missing_rule(need.need, spoken).reason


def _mark(score: Score, spoken: str) -> tuple[Mark, ...]:
    vague = [finding for finding in score.findings if finding.points < 0 and finding.end > finding.start]
    chosen: list[Finding] = []
    for finding in sorted(vague, key=lambda one: _rank(one, score.next_step)):
        if all(finding.end <= other.start or finding.start >= other.end for other in chosen):
            chosen.append(finding)
    return tuple(
        Mark(finding.start, finding.end, finding.text, _say(finding, spoken))
        for finding in sorted(chosen[:MOST_MARKS], key=lambda one: one.start)
    )


def _rank(finding: Finding, next_step: str) -> tuple[bool, bool, int, int]:
    """What is marked first: short stretches, among them what the next step speaks of, then what costs most."""
    is_long = finding.end - finding.start > LONGEST_MARK
    return is_long, shorten(finding.text) not in next_step, finding.points, finding.start


def _say(finding: Finding, spoken: str) -> str:
    return load_finding_rule(finding.code, spoken).reason.replace("{text}", shorten(finding.text))
