"""A text as its language reads it: words with their marks, and every rule that some words of a sentence meet."""

from collections.abc import Iterator
from dataclasses import dataclass

from policy_kit.scoring.lexicon import Kind, Lexicon, Word
from policy_kit.scoring.patterns import Element, Pattern
from policy_kit.scoring.words import Sentence, Text, read_words

_NOTHING: frozenset[str] = frozenset()
_ANY = frozenset(("",))
"""Stands for the mark of patterns that ask for none."""


@dataclass(slots=True)
class Match:
    """Words `first` up to, not including, `end` meet `rule`. It is not changed; to freeze so many would take long."""

    rule: str
    first: int
    end: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with all that was recognised in it."""

    text: Text
    words: list[Word]
    matches: dict[str, list[Match]]
    """By rule, in the order of the text; matches of one rule do not overlap."""
    marks: frozenset[str]
    """The marks that some word carries."""

    @property
    def sentences(self) -> list[Sentence]:
        """The sentences of the text."""
        return self.text.sentences

    def find(self, *rules: str) -> list[Match]:
        """The matches of some rules, in the order of the text."""
        found = [match for rule in rules for match in self.matches.get(rule, ())]
        if len(rules) > 1 and len(found) > 1:
            found.sort(key=lambda match: (match.first, -match.end))
        return found

    def cover(self, *rules: str) -> set[int]:
        """The words, by index, in the matches of some rules."""
        return {
            index for rule in rules for match in self.matches.get(rule, ()) for index in range(match.first, match.end)
        }


def read_text(text: str, lexicon: Lexicon) -> Reading:
    """Recognises all rules of the language in `text`."""
    cut = read_words(text)
    words = lexicon.read_all(cut.raw)
    kinds = [word.kind for word in words]
    marks = [kind.marks for kind in kinds]
    matches: dict[str, list[Match]] = {}
    for number, sentence in enumerate(cut.sentences):
        for index, found in _match_sentence(kinds, marks, sentence):
            for rule, reached in found.items():
                known = matches.get(rule)
                if known is None:
                    matches[rule] = [Match(rule, index, reached, number)]
                elif known[-1].end <= index:
                    known.append(Match(rule, index, reached, number))
    return Reading(cut, words, matches, _NOTHING.union(*[kind.names for kind in kinds]))


def _match_sentence(
    kinds: list[Kind], marks: list[frozenset[str]], sentence: Sentence
) -> Iterator[tuple[int, dict[str, int]]]:
    """The words at which rules begin, and those rules, each with the end of its longest match."""
    end = sentence.end
    here = kinds[sentence.first : end]
    present = _ANY.union(*[kind.lasts for kind in here])
    followings = [kind.seconds for kind in here[1:]] + [_NOTHING]
    for index, kind, following in zip(range(sentence.first, end), here, followings, strict=True):
        starts = kind.starts
        nexts, lasts = starts.next_marks & following, starts.last_marks & present
        if nexts or lasts or kind.rules:
            found = dict.fromkeys(kind.rules, index + 1)
            # Sorted, because the order of a set differs between runs and the findings must not.
            for mark in sorted(nexts) if len(nexts) > 1 else nexts:
                for rule in starts.pairs.get(mark, ()):
                    found[rule] = max(found.get(rule, 0), index + 2)
                if mark in starts.by_next:
                    _lay(starts.by_next[mark], 2, marks, index, end, found)
            for mark in sorted(lasts) if len(lasts) > 1 else lasts:
                _lay(starts.by_last[mark], 1, marks, index, end, found)
            yield index, found


def _lay(
    patterns: list[Pattern], known: int, marks: list[frozenset[str]], index: int, end: int, found: dict[str, int]
) -> None:
    """Lays patterns on the words from `index`, the first `known` of which fit, and notes the longest in `found`."""
    for pattern in patterns:
        reached = _fit(pattern.elements, known, marks, index + known, end)
        if reached > found.get(pattern.rule, index):
            found[pattern.rule] = reached


def _fit(elements: tuple[Element, ...], place: int, marks: list[frozenset[str]], at: int, end: int) -> int:
    """Where the rest of a pattern ends when it is laid on the words from `at`; -1 where it does not fit."""
    if place == len(elements):
        return at
    element = elements[place]
    mark, last = element.mark, at + element.gap + 1
    for position in range(at, min(end, last)):
        if mark in marks[position]:
            reached = _fit(elements, place + 1, marks, position + 1, end)
            if reached >= 0:
                return reached
    return _fit(elements, place + 1, marks, at, end) if element.optional else -1
