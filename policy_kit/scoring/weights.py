"""The numbers of the scorer, from weights.yml: what evidence proves, what it earns, and what vagueness costs."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from policy_kit.documents import NeedKind
from policy_kit.languages.own_yaml import read_own_yaml


@dataclass(frozen=True, slots=True)
class Weights:
    """The numbers of weights.yml; what each of them means stands there."""

    strengths: Mapping[str, float]
    naming: Mapping[str, float]
    lone: float
    further: float
    fog: float
    subject: Mapping[str, float]
    silent: Mapping[str, int]
    start: int
    reach: Mapping[str, float]
    needs: Mapping[str, int]
    extras: Mapping[str, int]
    vague: Mapping[str, int]
    most_for_extras: int
    most_for_wording: int
    forms: Mapping[str, int]
    plan: int
    verdicts: Mapping[str, int]

    def list_proofs(self) -> dict[str, tuple[NeedKind, float]]:
        """What each rule of evidence proves, and how strongly; a rule is named after its need."""
        return {rule: (NeedKind(rule.partition("-")[0]), strength) for rule, strength in self.strengths.items()}


@cache
def load_weights() -> Weights:
    """The weights that ship with the scorer."""
    content: dict[str, Any] = read_own_yaml(Path(__file__).with_name("weights.yml"))
    return Weights(**content)


WEIGHTS = load_weights()
PROOFS = WEIGHTS.list_proofs()
