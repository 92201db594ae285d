"""Chooses the one next step that would help an answer most, and says it with a skeleton to fill in."""

from collections.abc import Mapping, Sequence

from policy_kit.documents import NeedKind
from policy_kit.scoring.catalogue import load_finding_rule
from policy_kit.scoring.codes import VAGUE
from policy_kit.scoring.score import Finding, MissingNeed, Verdict
from policy_kit.scoring.words import shorten

_FORMS = ("empty", "foreign", "pasted", "filler", "off-topic", "repeated", "keywords", "stuffed", "gap")
"""Where the whole answer has the wrong form, that comes first."""
_CURES: dict[NeedKind, tuple[str, ...]] = {
    NeedKind.TIME: ("vague-time",),
    NeedKind.ACTION: ("conditional", "negated", "vague-action", "effort"),
    NeedKind.ACTOR: ("impersonal", "vague-action"),
    NeedKind.MEASURE: ("vague-quality", "absolute"),
    NeedKind.NAMED_THING: ("vague-quantity", "vague-quality", "slogan"),
    NeedKind.LIST: ("vague-quantity",),
    NeedKind.MEANS: ("vague-quality", "vague-action"),
}
"""Which vague wording stands where the evidence for a need should be."""
_NOT_WORTH_A_WORD = -8
"""In a concrete answer, wording that costs less is left alone."""


def advise(
    findings: Sequence[Finding], missing: Sequence[MissingNeed], verdict: Verdict, language: str
) -> tuple[str, str]:
    """The next step and the skeleton that it offers; both empty when there is nothing left to do.

    A vague time comes first where a time is missing: it is the easiest to mend and shows at once what is meant. Of
    several words of a kind the dearest is named, then the longest.
    """
    dearest_last = sorted(findings, key=lambda finding: (-finding.points, len(finding.text), -finding.start))
    charged = {finding.code: finding for finding in dearest_last if finding.need is None}
    for rule in _FORMS:
        if VAGUE[rule] in charged:
            return _fill(VAGUE[rule], charged[VAGUE[rule]].text, language)
    if missing:
        has_vague_time = VAGUE["vague-time"] in charged
        order = sorted(missing, key=lambda need: (not (has_vague_time and need.need == NeedKind.TIME), -need.worth))
        return _ask(order, charged, language)
    costly = min(findings, key=lambda finding: finding.points)
    if costly.points >= 0 or (verdict == "concrete" and costly.points > _NOT_WORTH_A_WORD):
        return "", ""
    return _fill(costly.code, costly.text, language)


def _ask(missing: Sequence[MissingNeed], charged: Mapping[str, Finding], language: str) -> tuple[str, str]:
    """What to write in place of vague words that stand where the evidence should; else what is missing most."""
    for need in missing:
        for rule in _CURES.get(need.need, ()):
            if VAGUE[rule] in charged:
                return _fill(VAGUE[rule], charged[VAGUE[rule]].text, language)
    return _fill(missing[0].code, missing[0].prompt, language)


def _fill(code: str, words: str, language: str) -> tuple[str, str]:
    rule = load_finding_rule(code, language)
    quotation = shorten(words)
    return rule.next_step.replace("{text}", quotation).replace("{skeleton}", rule.skeleton), rule.skeleton
