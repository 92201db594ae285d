"""How concrete is an answer, and why: text in, Score out. Nothing here reads the kit or the clock."""

from policy_kit.scoring.catalogue import FindingRule, list_finding_codes, load_finding_rule
from policy_kit.scoring.recognition import recognise_language
from policy_kit.scoring.score import Finding, MissingNeed, Score, Verdict
from policy_kit.scoring.scorer import score_text

__all__ = [
    "Finding",
    "FindingRule",
    "MissingNeed",
    "Score",
    "Verdict",
    "list_finding_codes",
    "load_finding_rule",
    "recognise_language",
    "score_text",
]
