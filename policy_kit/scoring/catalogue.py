"""The catalogue of findings: what each code means, with its reason and examples, in every language."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from policy_kit.documents import NeedKind
from policy_kit.errors import UsageError
from policy_kit.languages.phrases import ORIGIN, list_languages, read_language_file
from policy_kit.scoring.codes import EVIDENCE, MISSING, PLAN, START, VAGUE


@dataclass(frozen=True, slots=True)
class FindingRule:
    """What a code means, in one language."""

    code: str
    title: str
    why: str
    """Why it matters, for whoever looks the code up."""
    reason: str
    """What the finding says of a span; `{text}` stands for its words."""
    bad: tuple[str, ...]
    """Texts in which the code is found; for missing needs, texts that lack it."""
    good: tuple[str, ...]
    """Texts in which it is not."""
    next_step: str
    """What to do about it; `{text}` and `{skeleton}` are filled in."""
    skeleton: str
    """Words with gaps to fill in."""


def list_finding_codes() -> tuple[str, ...]:
    """All codes of findings and missing needs, in order."""
    return tuple(sorted((START, PLAN, *VAGUE.values(), *EVIDENCE.values(), *MISSING.values())))


@cache
def load_finding_rule(code: str, language: str) -> FindingRule:
    """What `code` means, in `language`; in English where we do not speak it."""
    spoken = language if language in list_languages() else ORIGIN
    entries: dict[str, Any] = read_language_file(spoken, "findings")
    if code not in entries:
        raise UsageError(code)
    entry = entries[code]
    return FindingRule(
        code=code,
        title=entry["title"],
        why=entry["why"],
        reason=entry.get("reason", entry["why"]),
        bad=tuple(entry.get("bad", ())),
        good=tuple(entry.get("good", ())),
        next_step=entry.get("next_step", ""),
        skeleton=entry.get("skeleton", ""),
    )


def load_missing_rule(need: NeedKind, language: str) -> FindingRule:
    """The rule of a need that is not met."""
    return load_finding_rule(MISSING[need], language)


def say_stray(subject: str, words: str, language: str) -> str:
    """Why an answer belongs to another question: `words` of it are about `subject`."""
    spoken = language if language in list_languages() else ORIGIN
    phrases: dict[str, Any] = read_language_file(spoken, "subjects")
    return str(phrases["reason"]).replace("{subject}", phrases["names"][subject]).replace("{text}", words)
