"""Scores a text: reads it, finds what is concrete and what is vague, weighs both, and says what to do next."""

from dataclasses import dataclass

from policy_kit.documents import NeedKind, Question
from policy_kit.languages.phrases import ORIGIN, list_languages
from policy_kit.scoring.advice import advise
from policy_kit.scoring.catalogue import load_finding_rule
from policy_kit.scoring.codes import EVIDENCE, MISSING, PLAN, START, VAGUE
from policy_kit.scoring.evidence import Evidence, find_evidence
from policy_kit.scoring.lexicon import load_lexicon
from policy_kit.scoring.naming import find_names
from policy_kit.scoring.reading import Reading, read_text
from policy_kit.scoring.score import Finding, MissingNeed, Score
from policy_kit.scoring.topic import QuestionWords, find_pasted, is_off_topic, read_question
from policy_kit.scoring.vagueness import (
    Vagueness,
    find_conditionals,
    find_negated,
    find_wording,
    is_filler,
    is_keyword_list,
    is_repeated,
    is_stuffed,
)
from policy_kit.scoring.weighing import (
    GENERAL_NEEDS,
    Weights,
    allot_points,
    charge_wording,
    judge,
    load_weights,
    measure_strength,
    share_points,
)

_MET = 0.5
"""From this strength on a need counts as met."""
_NO_QUESTION = QuestionWords(frozenset(), frozenset(), frozenset(), ())


@dataclass(frozen=True, slots=True)
class _Analysis:
    """All that was found in a text, before it is weighed."""

    reading: Reading
    needs: tuple[NeedKind, ...]
    evidence: list[Evidence]
    wording: list[Vagueness]
    structure: list[Vagueness]
    """Forms of answer that are none: they take a share of all that was earned."""
    has_plan: bool


def score_text(
    text: str,
    question: Question | None,
    language: str,
    default_language: str | None = None,
    others: tuple[Question, ...] = (),
) -> Score:
    """How concrete `text` is as an answer to `question`; without one, how concrete it is at all.

    `language` is that of the text and of what is said about it; `default_language` is the one in which the question's
    plain texts are written. With the `others` of the questionnaire an answer to another question is noticed better.
    """
    spoken = language if language in list_languages() else ORIGIN
    weights = load_weights()
    analysis = _analyse(text, question, spoken, default_language or spoken, others)
    findings = _weigh(analysis, question is not None, spoken, weights)
    score = sum(finding.points for finding in findings)
    missing = _list_missing(analysis, question, score, spoken, default_language or spoken, weights)
    next_step, skeleton = advise(findings, missing, judge(score, weights), spoken)
    return Score(score, judge(score, weights), tuple(findings), missing, next_step, skeleton)


def _analyse(text: str, question: Question | None, language: str, first: str, others: tuple[Question, ...]) -> _Analysis:
    reading = read_text(text, load_lexicon(language))
    needs = tuple(dict.fromkeys(need.need for need in question.needs)) if question else GENERAL_NEEDS
    asked = read_question(question, language, first, others) if question else _NO_QUESTION
    pasted = find_pasted(reading, asked)
    conditionals = find_conditionals(reading)
    void = pasted | conditionals.keys()
    evidence = find_evidence(reading, void)
    if NeedKind.NAMED_THING in needs or NeedKind.LIST in needs:
        evidence = sorted([*evidence, *find_names(reading, asked.asked, void)], key=lambda item: (item.first, item.end))
    wording = find_wording(reading, evidence, void)
    wording += [Vagueness("conditional", match.first, match.end) for match in conditionals.values()]
    wording += [Vagueness("negated", match.first, match.end) for match in find_negated(reading)]
    structure = _find_structure(reading, evidence, pasted, asked, needs)
    has_plan = _has_plan(reading, evidence)
    if not has_plan and _has_gap(reading):
        structure.append(_cover("gap", reading))
    return _Analysis(reading, needs, evidence, sorted(wording, key=lambda item: item.first), structure, has_plan)


def _find_structure(
    reading: Reading, evidence: list[Evidence], pasted: frozenset[int], asked: QuestionWords, needs: tuple[NeedKind, ...]
) -> list[Vagueness]:
    if not reading.words:
        return []
    found = []
    if pasted and len(pasted) == len(reading.sentences):
        found.append("pasted")
    if is_filler(reading):
        found.append("filler")
    if is_repeated(reading):
        found.append("repeated")
    if is_off_topic(reading, asked):
        found.append("off-topic")
    if NeedKind.ACTION in needs and is_keyword_list(reading, evidence):
        found.append("keywords")
    if is_stuffed(reading, evidence):
        found.append("stuffed")
    return [_cover(rule, reading) for rule in found[:1]]


def _cover(rule: str, reading: Reading) -> Vagueness:
    return Vagueness(rule, 0, len(reading.words))


def _has_gap(reading: Reading) -> bool:
    """Whether a short answer says that there is nothing yet."""
    gaps = reading.matches.get("plan-gap", ())
    return bool(gaps) and len(reading.words) <= 60 and len(reading.sentences) <= 4


def _has_plan(reading: Reading, evidence: list[Evidence]) -> bool:
    """Whether, beside the gap, somebody is to close it by a day."""
    strong = {item.need for item in evidence if item.strength >= _MET}
    return _has_gap(reading) and NeedKind.TIME in strong and bool(strong & {NeedKind.ACTOR, NeedKind.ACTION})


def _weigh(analysis: _Analysis, asked: bool, language: str, weights: Weights) -> list[Finding]:
    """All findings with their points, in the order of the text."""
    if not analysis.reading.words:
        return [_make_empty(analysis, language)]
    allotted = allot_points(analysis.needs, asked, weights)
    ceiling = weights.verdicts["concrete"] - 1 if analysis.has_plan else 100
    points = share_points(analysis.evidence, allotted, ceiling - weights.start)
    findings = [_say(START, analysis.reading, 0, 0, weights.start, language)]
    findings += [
        _say(EVIDENCE[item.need], analysis.reading, item.first, item.end, share, language, item.need)
        for item, share in zip(analysis.evidence, points, strict=True)
        if share
    ]
    wording = analysis.wording or ([] if sum(points) else [_cover("general", analysis.reading)])
    earned = weights.start + sum(points)
    structure = [(item, -(earned * weights.structure[item.rule] // 100)) for item in analysis.structure]
    left = earned + sum(cost for _, cost in structure)
    costs = charge_wording(wording, left, weights)
    for item, cost in [*structure, *zip(wording, costs, strict=True)]:
        if cost:
            findings.append(_say(VAGUE[item.rule], analysis.reading, item.first, item.end, cost, language))
    if analysis.has_plan:
        lift = max(0, weights.verdicts["partly"] + 6 - sum(finding.points for finding in findings))
        gap = analysis.reading.matches["plan-gap"][0]
        findings.append(_say(PLAN, analysis.reading, gap.first, gap.end, lift, language))
    return sorted(findings, key=lambda finding: (finding.start, finding.end, finding.code))


def _say(
    code: str, reading: Reading, first: int, end: int, points: int, language: str, need: NeedKind | None = None
) -> Finding:
    start, stop = reading.text.cut(first, end) if end > first else (0, 0)
    words = reading.text.original[start:stop]
    reason = load_finding_rule(code, language).reason.replace("{text}", _shorten(words))
    return Finding(code, start, stop, words, points, reason, need)


def _shorten(words: str) -> str:
    """A quotation that fits into a sentence."""
    words = " ".join(words.split())
    return words if len(words) <= 60 else words[:57].rstrip() + "…"


def _make_empty(analysis: _Analysis, language: str) -> Finding:
    text = analysis.reading.text.original
    return Finding(VAGUE["empty"], 0, 0, "", 0, load_finding_rule(VAGUE["empty"], language).reason) if text or not text else None  # type: ignore[return-value]


def _list_missing(
    analysis: _Analysis, question: Question | None, score: int, language: str, first: str, weights: Weights
) -> tuple[MissingNeed, ...]:
    from policy_kit.documents import pick_text

    strengths = measure_strength(analysis.evidence)
    if any(item.rule in ("pasted", "filler", "off-topic", "keywords", "stuffed", "repeated") for item in analysis.structure):
        strengths = {}
    allotted = allot_points(analysis.needs, question is not None, weights)
    prompts = {need.need: pick_text(need.prompt, language, first) for need in question.needs if need.prompt} if question else {}
    missing = []
    for need in analysis.needs:
        strength = strengths.get(need, 0.0)
        if strength < _MET:
            worth = min(100 - score, round(allotted[need] * (1 - strength)))
            prompt = prompts.get(need) or load_finding_rule(MISSING[need], language).reason
            missing.append(MissingNeed(MISSING[need], need, prompt, worth))
    return tuple(missing)
