"""Turns evidence and vagueness into points whose sum is the score."""

from collections.abc import Mapping, Sequence

from policy_kit.documents import NeedKind
from policy_kit.scoring.analysis import Analysis
from policy_kit.scoring.evidence import Evidence
from policy_kit.scoring.score import Verdict
from policy_kit.scoring.vagueness import Vagueness
from policy_kit.scoring.weights import WEIGHTS, Weights

_SHARING = 3


def allot_points(needs: Sequence[NeedKind], asked: bool, weights: Weights) -> dict[NeedKind, int]:
    """The points that each kind of evidence can earn in an answer to a question with these needs."""
    total = sum(weights.needs[need] for need in needs)
    room = (100 - weights.start) * weights.reach["question" if asked else "general"]
    points = {need: round(room * weights.needs[need] / total) for need in needs}
    return {kind: min(points.get(kind, weights.extras[kind]), 100 - weights.start) for kind in NeedKind}


def measure_strength(evidence: Sequence[Evidence]) -> dict[NeedKind, float]:
    """How well each kind is proved, from 0 to 1."""
    strengths: dict[NeedKind, list[float]] = {}
    for item in evidence:
        strengths.setdefault(item.need, []).append(item.strength)
    return {need: _join(sorted(values, reverse=True)) for need, values in strengths.items()}


def _join(values: list[float]) -> float:
    return min(1.0, values[0] + WEIGHTS.further * sum(values[1:_SHARING]))


def limit_extras(analysis: Analysis, strengths: Mapping[NeedKind, float], weights: Weights) -> int:
    """What evidence may earn that was not asked for; where names are asked for, only beside names."""
    best = max((strengths.get(need, 0.0) for need in analysis.needs), default=0.0)
    return round(weights.most_for_extras * best) if analysis.names_only else weights.most_for_extras


def earn_points(
    strengths: Mapping[NeedKind, float],
    needs: Sequence[NeedKind],
    allotted: Mapping[NeedKind, int],
    room: int,
    most: int,
) -> dict[NeedKind, int]:
    """The points that each kind of evidence earns: together at most `room`.

    What was not asked for earns at most `most`.
    """
    earned: dict[NeedKind, int] = {}
    for need in sorted(strengths, key=lambda kind: (kind not in needs, -allotted[kind], kind)):
        limit = room if need in needs else min(room, most)
        earned[need] = min(round(allotted[need] * strengths[need]), limit)
        room -= earned[need]
        most -= 0 if need in needs else earned[need]
    return earned


def share_points(evidence: Sequence[Evidence], earned: Mapping[NeedKind, int]) -> list[int]:
    """The points of each piece of evidence, in its order: the strongest three of a kind share what the kind earned."""
    points = [0] * len(evidence)
    found: dict[NeedKind, list[int]] = {}
    for place, item in enumerate(evidence):
        found.setdefault(item.need, []).append(place)
    for need, total in earned.items():
        places = found[need]
        if len(places) > 1:
            places = sorted(places, key=lambda place: -evidence[place].strength)[:_SHARING]
        whole = sum(evidence[place].strength for place in places)
        seen, given = 0.0, 0
        for place in places:
            seen += evidence[place].strength
            until = round(total * seen / whole)
            points[place] = until - given
            given = until
    return points


def charge_wording(vagueness: Sequence[Vagueness], available: int, weights: Weights) -> list[int]:
    """What each piece of vague wording costs (0 or below); together no more than there is to take."""
    room = min(available, weights.most_for_wording)
    costs = [weights.vague[item.rule] for item in vagueness]
    total = sum(costs)
    if total <= room:
        return [-cost for cost in costs]
    charged, reached, seen = [], 0, 0
    for cost in costs:
        seen += cost
        until = room * seen // total
        charged.append(reached - until)
        reached = until
    return charged


def weigh_total(analysis: Analysis, strengths: Mapping[NeedKind, float], asked: bool, weights: Weights) -> int:
    """The score alone, without its findings: the same sum, for fitting the weights."""
    if not analysis.reading.words:
        return 0
    allotted = allot_points(analysis.needs, asked, weights)
    ceiling = weights.verdicts["concrete"] - 1 if analysis.is_open else 100
    room = ceiling - weights.start
    most = limit_extras(analysis, strengths, weights)
    earned = weights.start + sum(earn_points(strengths, analysis.needs, allotted, room, most).values())
    left = earned - (earned * weights.forms[analysis.form.rule] // 100 if analysis.form else 0)
    costs = sum(weights.vague[item.rule] for item in list_charged(analysis, earned, weights))
    left -= min(costs, left, weights.most_for_wording)
    return max(left, weights.plan) if analysis.has_plan else left


def list_charged(analysis: Analysis, earned: int, weights: Weights) -> list[Vagueness]:
    """The vague wording to charge; where there is neither that nor evidence, the whole text as a generality."""
    if not analysis.wording and earned == weights.start and not analysis.form:
        return [Vagueness("general", 0, len(analysis.reading.words))]
    return analysis.wording


def judge(score: int, weights: Weights) -> Verdict:
    """The verdict that belongs to a score."""
    if score >= weights.verdicts["concrete"]:
        return "concrete"
    return "partly" if score >= weights.verdicts["partly"] else "vague"
