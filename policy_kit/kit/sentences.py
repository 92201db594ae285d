"""Cuts a text into sentences and these into the parts that each tell one act, or only in which case it is done."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from policy_kit.kit.likeness import NEVER, Beginnings, fold, split_words
from policy_kit.languages import list_languages
from policy_kit.languages.phrases import read_language_file

_SENTENCE_END = re.compile(r"[.!?…]+(?=\s+[^\W\d_a-zа-яёčšž])|[;\n]+")
_COMMA = re.compile(r",(?!\d)")

Sort = Literal["act", "condition", "aside"]
"""What a part tells: an act, in which case it is done, or only after what."""
SORTS: tuple[Sort, ...] = ("act", "condition", "aside")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence."""

    start: int
    end: int
    sort: Sort


@dataclass(frozen=True)
class Circumstances:
    """What sets one act apart from another that is told with the same words: numbers of the groups of a language."""

    cases: frozenset[int]
    """Of what case it is, such as urgent, abroad or at night; an ordinary one has none."""
    ways: frozenset[int]
    """By which way: letter, telephone …"""
    parties: frozenset[int]
    """Whom it concerns: the client, the parents, the insurer …"""

    def exclude(self, other: "Circumstances", usual: "Circumstances") -> bool:
        """Whether the two acts cannot be the same; `usual` is what a whole document is about."""
        if (self.cases ^ other.cases) - usual.cases:
            return True
        return any(
            mine and theirs and not mine & theirs
            for mine, theirs in ((self.ways, other.ways), (self.parties, other.parties))
        )


@dataclass(frozen=True)
class _Speech:
    joints: re.Pattern[str]
    openers: re.Pattern[str]
    """With what a part begins that tells no act: group 1 finds conditions, 2 moments, 3 what is so only in front."""
    tails: re.Pattern[str]
    negations: re.Pattern[str]
    past: re.Pattern[str]
    client_acts: re.Pattern[str]
    client_agent: re.Pattern[str]
    cases: Beginnings
    ways: Beginnings
    parties: Beginnings
    receives: Beginnings
    pronouns: Beginnings


def list_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends."""
    return _cut(text, 0, len(text), _SENTENCE_END, ())


def list_parts(
    text: str, start: int, end: int, language: str, whole: Sequence[tuple[int, int]], *, tails: bool = False
) -> Iterator[Part]:
    """The parts of a sentence in order; what is `whole` is not cut.

    With `tails`, “after the visit” behind an act tells in which case it is done; where deadlines are, it mostly tells
    from when one runs.
    """
    speech = _load_speech(language)
    for first, last in _cut(text, start, end, speech.joints, whole):
        begin, sort = first, "act"
        for match in speech.openers.finditer(text, first, last):
            if any(at <= match.start() < behind for at, behind in whole) or match.start() < begin:
                continue
            is_first = not text[first : match.start()].strip()
            if match.lastindex == 3 and not is_first:
                if tails and speech.tails.match(text, match.start()):
                    yield Part(begin, match.start(), sort)  # type: ignore[arg-type]
                    begin, sort = match.start(), "condition"
                continue  # “calls after the visit”: an aside inside an act is no part of its own
            comma = text.find(",", match.end(), last)
            if is_first and comma < 0:
                continue  # nobody can tell where the condition ends
            yield Part(begin, match.start(), sort)  # type: ignore[arg-type]
            sort = "condition" if match.lastindex == 1 or not (is_first or tails) else "aside"
            begin = match.start()
            if is_first:
                yield Part(begin, comma, sort)  # type: ignore[arg-type]
                begin, sort = comma + 1, "act"
        yield Part(begin, last, sort)  # type: ignore[arg-type]


def cut_at_commas(text: str, start: int, end: int, whole: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The parts of a text between commas."""
    return _cut(text, start, end, _COMMA, whole)


def is_past(text: str, language: str) -> bool:
    """Whether a sentence tells how it was, not how it is."""
    return bool(_load_speech(language).past.search(fold(text)))


def is_negated(text: str, at: int, language: str) -> bool:
    """Whether a part of a sentence says, between the commas around letter number `at`, that something is not done."""
    start, end = text.rfind(",", 0, at) + 1, text.find(",", at)
    return bool(_load_speech(language).negations.search(fold(text[start : end if end >= 0 else len(text)])))


def is_act_of_client(text: str, language: str) -> bool:
    """Whether a part of a sentence tells what the client or a partner has to do, not we."""
    speech, folded = _load_speech(language), fold(text)
    return bool(speech.client_acts.match(folded.lstrip(" ,–—-")) or speech.client_agent.search(folded.rstrip(" .,")))


def refers_back(text: str, language: str) -> bool:
    """Whether a part of a sentence speaks of somebody who was named before: “their offers”."""
    return bool(_load_speech(language).pronouns.find_all(split_words(text)))


def tells_receiver(text: str, language: str) -> bool:
    """Whether a part of a sentence tells who gets something, not what is done."""
    return bool(_load_speech(language).receives.find_all(split_words(text)))


@lru_cache(maxsize=4096)
def read_circumstances(text: str, language: str) -> Circumstances:
    """What sets the act of a text apart."""
    speech, words = _load_speech(language), split_words(text)
    return Circumstances(*(groups.find_all(words) for groups in (speech.cases, speech.ways, speech.parties)))


def _cut(
    text: str, start: int, end: int, at: re.Pattern[str], whole: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The parts of a text between separators; what is `whole` is not cut."""
    for match in at.finditer(text, start, end):
        if not any(first < match.end() and match.start() < last for first, last in whole):
            yield start, match.start()
            start = match.end()
    yield start, end


@cache
def _load_speech(language: str) -> _Speech:
    """What one must know of a language; of one that we do not speak, nothing."""
    if language not in list_languages():
        return _Speech(NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, *[Beginnings([])] * 5)
    data: dict[str, Any] = read_language_file(language, "claims")

    def find_any(key: str) -> str:
        return rf"(?<!\w)(?:{'|'.join(sorted(data[key], key=len, reverse=True))})(?!\w)"

    return _Speech(
        re.compile(rf"(?:,\s*)?(?<![^\W\d_])(?:{'|'.join(data['joints'])})(?![^\W\d_])|[:–—]", re.IGNORECASE),
        re.compile(rf"({find_any('conditions')})|({find_any('moments')})|({find_any('asides')})", re.IGNORECASE),
        re.compile("|".join(data["tails"]), re.IGNORECASE),
        re.compile(find_any("negations")),
        re.compile(find_any("past")),
        re.compile(data["client-acts"].replace(" ", "")),  # folded over two lines
        re.compile(data["client-agent"]) if data["client-agent"] else NEVER,
        Beginnings(data["cases"]),
        Beginnings(data["ways"]),
        Beginnings(data["parties"]),
        Beginnings([data["receives"]]),
        Beginnings([data["pronouns"]]),
    )
