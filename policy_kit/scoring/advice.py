"""Chooses the one next step that would help an answer most, and says it with a skeleton to fill in."""

from collections.abc import Sequence

from policy_kit.documents import NeedKind
from policy_kit.scoring.catalogue import load_finding_rule
from policy_kit.scoring.codes import VAGUE
from policy_kit.scoring.score import Finding, MissingNeed, Verdict

_FORMS = tuple(VAGUE[rule] for rule in ("empty", "pasted", "filler", "off-topic", "repeated", "keywords", "stuffed", "gap"))
"""Where the whole answer has the wrong form, that comes first."""
_CURES: dict[NeedKind, tuple[str, ...]] = {
    NeedKind.TIME: ("vague-time",),
    NeedKind.ACTION: ("conditional", "negated", "vague-action", "effort"),
    NeedKind.ACTOR: ("impersonal", "vague-action"),
    NeedKind.MEASURE: ("vague-quality", "absolute", "slogan"),
    NeedKind.NAMED_THING: ("vague-quantity", "vague-quality", "slogan"),
    NeedKind.LIST: ("vague-quantity",),
    NeedKind.MEANS: ("vague-quality", "vague-action"),
}
"""Which vague wording stands where the evidence for a need should be."""


def advise(findings: Sequence[Finding], missing: Sequence[MissingNeed], verdict: Verdict, language: str) -> tuple[str, str]:
    """The next step and the skeleton that it offers; both empty when there is nothing left to do."""
    vague = {finding.code: finding for finding in reversed(findings) if finding.points <= 0}
    for code in _FORMS:
        if code in vague:
            return _fill(code, vague[code].text, language)
    for need in sorted(missing, key=lambda need: -need.worth):
        for rule in _CURES.get(need.need, ()):
            if VAGUE[rule] in vague:
                return _fill(VAGUE[rule], vague[VAGUE[rule]].text, language)
        return _fill(need.code, need.prompt, language)
    costly = min((finding for finding in findings if finding.points < 0), key=lambda finding: finding.points, default=None)
    if costly is None or (verdict == "concrete" and not missing and costly.points > -3):
        return "", ""
    return _fill(costly.code, costly.text, language)


def _fill(code: str, words: str, language: str) -> tuple[str, str]:
    rule = load_finding_rule(code, language)
    words = " ".join(words.split())
    words = words if len(words) <= 80 else words[:77].rstrip() + "…"
    return rule.next_step.replace("{text}", words).replace("{skeleton}", rule.skeleton), rule.skeleton
