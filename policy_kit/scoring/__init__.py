"""How concrete is an answer, and why: text in, Score out. Nothing here reads the kit, the disk or the clock."""

from policy_kit.scoring.score import Finding, MissingNeed, Score, Verdict

__all__ = ["Finding", "MissingNeed", "Score", "Verdict"]
