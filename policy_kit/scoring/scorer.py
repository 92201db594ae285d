"""Scores a text: weighs what was found in it and says so, finding by finding, with one next step."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from policy_kit.documents import NeedKind, Question
from policy_kit.languages.phrases import ORIGIN, list_languages
from policy_kit.scoring.advice import advise
from policy_kit.scoring.analysis import MET, Analysis, analyse
from policy_kit.scoring.catalogue import load_finding_rule, say_stray
from policy_kit.scoring.codes import EVIDENCE, MISSING, PLAN, START, VAGUE
from policy_kit.scoring.reading import Reading
from policy_kit.scoring.score import Finding, MissingNeed, Score
from policy_kit.scoring.weighing import (
    allot_points,
    charge_wording,
    earn_points,
    judge,
    limit_extras,
    list_charged,
    measure_strength,
    share_points,
)
from policy_kit.scoring.weights import WEIGHTS, Weights
from policy_kit.scoring.words import shorten


def score_text(
    text: str,
    question: Question | None,
    language: str,
    default_language: str | None = None,
) -> Score:
    """How concrete `text` is as an answer to `question`; without one, how concrete it is at all.

    `language` is that of the text and of what is said about it; `default_language` is the one in which the question's
    plain texts are written.
    """
    spoken = language if language in list_languages() else ORIGIN
    first = default_language or spoken
    weights = WEIGHTS
    analysis = analyse(text, question, spoken, first)
    allotted = _allot(analysis.needs, question is not None)
    strengths = measure_strength(analysis.evidence)
    findings = _weigh(analysis, allotted, strengths, spoken, weights)
    score = sum(finding.points for finding in findings)
    verdict = judge(score, weights)
    missing = _list_missing(analysis, allotted, strengths, score, spoken)
    next_step, skeleton = advise(findings, missing, verdict, spoken)
    return Score(score, verdict, tuple(findings), missing, next_step, skeleton)


@lru_cache
def _allot(needs: tuple[NeedKind, ...], asked: bool) -> dict[NeedKind, int]:
    """The points that each kind of evidence can earn; the same for all answers to a question."""
    return allot_points(needs, asked, WEIGHTS)


def _weigh(
    analysis: Analysis,
    allotted: Mapping[NeedKind, int],
    strengths: Mapping[NeedKind, float],
    language: str,
    weights: Weights,
) -> list[Finding]:
    """All findings with their points, in the order of the text."""
    reading = analysis.reading
    if not reading.words:
        return [_say(VAGUE["empty"], reading, 0, 0, 0, language)]
    ceiling = weights.verdicts["concrete"] - 1 if analysis.is_open else 100
    most = limit_extras(analysis, strengths, weights)
    earned = earn_points(strengths, analysis.needs, allotted, ceiling - weights.start, most)
    points = share_points(analysis.evidence, earned)
    findings = [_say(START, reading, 0, 0, weights.start, language)]
    for item, share in zip(analysis.evidence, points, strict=True):
        if share:
            findings.append(_say(EVIDENCE[item.need], reading, item.first, item.end, share, language, item.need))
    findings += _charge(analysis, weights.start + sum(points), language, weights)
    if analysis.has_plan and analysis.admission:
        lift = max(0, weights.plan - sum(finding.points for finding in findings))
        findings.append(_say(PLAN, reading, analysis.admission.first, analysis.admission.end, lift, language))
    return sorted(findings, key=lambda finding: (finding.start, finding.end, finding.code))


def _charge(analysis: Analysis, earned: int, language: str, weights: Weights) -> list[Finding]:
    """What the wrong form and the vague wording take of what was earned."""
    reading = analysis.reading
    vague = list_charged(analysis, earned, weights)
    form = [analysis.form] if analysis.form else []
    lost = sum(earned * weights.forms[item.rule] // 100 for item in form)
    costs = [-lost] * len(form) + charge_wording(vague, earned - lost, weights)
    findings = [
        _say(VAGUE[item.rule], reading, item.first, item.end, cost, language)
        for item, cost in zip([*form, *vague], costs, strict=True)
        if cost
    ]
    reason = _name_subject(analysis, language)
    return [replace(each, reason=reason) if reason and each.code == VAGUE["off-topic"] else each for each in findings]


def _name_subject(analysis: Analysis, language: str) -> str:
    """What an answer to another question is about, and the words that show it; empty where none do."""
    stray, text = analysis.stray, analysis.reading.text
    if not stray or not stray.match:
        return ""
    start, stop = text.cut(stray.match.first, stray.match.end)
    return say_stray(stray.subject, shorten(text.original[start:stop]), language)


def _say(
    code: str, reading: Reading, first: int, end: int, points: int, language: str, need: NeedKind | None = None
) -> Finding:
    """A finding with the words of its span; a finding about no words in particular stands before the first."""
    start, stop = reading.text.cut(first, end) if end > first else (0, 0)
    words = reading.text.original[start:stop]
    reason = load_finding_rule(code, language).reason.replace("{text}", shorten(words))
    return Finding(code, start, stop, words, points, reason, need)


def _list_missing(
    analysis: Analysis,
    allotted: Mapping[NeedKind, int],
    strengths: Mapping[NeedKind, float],
    score: int,
    language: str,
) -> tuple[MissingNeed, ...]:
    """The needs that are not met; in a text that is no answer, all of them."""
    met = {item.need for item in analysis.evidence if item.strength >= MET * (WEIGHTS.lone if item.lone else 1)}
    missing = []
    for need in analysis.needs:
        if analysis.form or need not in met:
            strength = 0.0 if analysis.form else strengths.get(need, 0.0)
            worth = min(100 - score, round(allotted[need] * (1 - strength)))
            prompt = analysis.asked.prompts.get(need) or load_finding_rule(MISSING[need], language).reason
            missing.append(MissingNeed(MISSING[need], need, prompt, worth))
    return tuple(missing)
