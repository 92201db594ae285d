"""A text as its language reads it: words with their marks, and every rule that some words of a sentence meet."""

from dataclasses import dataclass

from policy_kit.scoring.lexicon import Element, Lexicon, Word
from policy_kit.scoring.words import Sentence, Text, read_words

_NOTHING: frozenset[str] = frozenset()
_ANY = frozenset(("",))
"""Stands for the mark of patterns that ask for none."""


@dataclass(frozen=True, slots=True)
class Match:
    """Words `first` up to, not including, `end` meet `rule`."""

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

    @property
    def sentences(self) -> list[Sentence]:
        """The sentences of the text."""
        return self.text.sentences

    def find(self, *rules: str) -> list[Match]:
        """The matches of some rules, in the order of the text."""
        found = [match for rule in rules for match in self.matches.get(rule, ())]
        return sorted(found, key=lambda match: (match.first, -match.end)) if len(rules) > 1 else found


def read_text(text: str, lexicon: Lexicon) -> Reading:
    """Recognises all rules of the language in `text`."""
    cut = read_words(text)
    words = [lexicon.read(raw) for raw in cut.raw]
    matches: dict[str, list[Match]] = {}
    for number, sentence in enumerate(cut.sentences):
        end = sentence.end
        present = _ANY.union(*[word.marks for word in words[sentence.first : end]])
        for index in range(sentence.first, end):
            word = words[index]
            for rule, reached in _match_at(word, words, index, end, present).items():
                known = matches.get(rule)
                if known is None:
                    matches[rule] = [Match(rule, index, reached, number)]
                elif known[-1].end <= index:
                    known.append(Match(rule, index, reached, number))
    return Reading(cut, words, matches)


def _match_at(word: Word, words: list[Word], index: int, end: int, present: frozenset[str]) -> dict[str, int]:
    """The rules that begin at `index`, each with the end of its longest match; `present` are the sentence's marks."""
    found = dict.fromkeys(word.rules, index + 1)
    starts = word.starts
    following = words[index + 1].marks if index + 1 < end else _NOTHING
    # Sorted, because the order of a set differs between runs and the findings must not.
    for known, marks, patterns in (
        (starts.next_marks, following, starts.by_next),
        (starts.last_marks, present, starts.by_last),
    ):
        if not known.isdisjoint(marks):
            for mark in sorted(known & marks):
                for pattern in patterns[mark]:
                    reached = _fit(pattern.elements, 1, words, index + 1, end)
                    if reached > found.get(pattern.rule, index):
                        found[pattern.rule] = reached
    return found


def _fit(elements: tuple[Element, ...], place: int, words: list[Word], at: int, end: int) -> int:
    """Where the rest of a pattern ends when it is laid on the words from `at`; -1 where it does not fit."""
    if place == len(elements):
        return at
    element = elements[place]
    reach = at + element.gap + 1
    for position in range(at, min(reach, end)):
        if element.mark in words[position].marks:
            reached = _fit(elements, place + 1, words, position + 1, end)
            if reached >= 0:
                return reached
    return _fit(elements, place + 1, words, at, end) if element.optional else -1
