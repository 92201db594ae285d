"""Reads what was changed after a client had left, as short notes tell it: who left, why, and what was bought."""

from dataclasses import replace

from policy_kit.documents import NeedKind
from policy_kit.scoring.evidence import Evidence
from policy_kit.scoring.reading import Reading
from policy_kit.scoring.weights import WEIGHTS

SUBJECT = "lost"
_LONGEST = 30
_TOLD = 0.4
_LEAVING = ("gives-lost", "core-lost")
_TALK = ("effort", "slogan", "vague-quality", "vague-action", "hedge", "vague-quantity", "conditional")


def tell_changes(reading: Reading, evidence: list[Evidence]) -> list[Evidence]:
    """The same evidence, where an act after “X left” proves by itself what the company changed."""
    leaving = reading.find(*_LEAVING)
    if (
        not leaving
        or len(reading.words) > _LONGEST
        or reading.find(*_TALK)
        or not _names_client(reading, leaving[0].first)
    ):
        return evidence
    strength = WEIGHTS.strengths["action-change"]
    return [
        replace(item, strength=strength, lone=False)
        if item.need is NeedKind.ACTION and _TOLD <= item.strength < strength and item.first > leaving[0].first
        else item
        for item in evidence
    ]


def _names_client(reading: Reading, leaving: int) -> bool:
    """Whether it says who left: a name, or a trade; “some clients” are nobody."""
    names = any(
        word.case and "function" not in word.marks and (reading.text.breaks[index] != "." or index + 1 == leaving)
        for index, word in enumerate(reading.words)
    )
    return names or "topic-clients" in reading.matches
