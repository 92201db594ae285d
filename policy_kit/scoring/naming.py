"""Finds named things and lists: words that name something of one's own instead of repeating what everybody says."""

from collections import Counter
from dataclasses import dataclass, replace

from policy_kit.documents import NeedKind
from policy_kit.scoring.evidence import Evidence
from policy_kit.scoring.reading import Match, Reading
from policy_kit.scoring.topic import OPEN, QuestionWords
from policy_kit.scoring.weights import WEIGHTS

_EMPTY = frozenset(
    (
        *("function", "generic", "number", "unit", "workday", "ordinal", "limit", "negation", "contrast", "subject"),
        *("client", "we", "verb-blocker", "actor-generic", "action-loose", "vague-action", "filler", "abstract"),
        *(
            "vague-quality",
            "vague-time",
            "vague-quantity",
            "effort",
            "absolute",
            "hedge",
            "slogan",
            "impersonal",
            "nameless",
            "verbal",
        ),
    )
)
"""Words of these kinds name nothing."""
_NAMELESS = frozenset(("function", "nameless"))
"""… not even where a word of the question's theme is one of them: “find us”."""
_NO_THEME = frozenset(("number", "nameless"))
_HEDGES = ("hedge", "vague-quantity")
_TALK = ("vague-quality", "effort", "slogan", "absolute", "vague-action", "vague-time")
"""Where a sentence talks like this, its unknown words are talk as well."""

_LISTED = 3
_LISTED_WORDS = 5
_WORTH = WEIGHTS.naming
_SHORT_ANSWER = 13
_LONGEST_ITEM = 9
_SILENT_FROM = 9
"""Words from which on an answer can hardly speak of the question's theme without one of its words."""
_WORTH_LISTING = 0.35


@dataclass(frozen=True, slots=True)
class Told:
    """The sentences, by number, that tell something instead of naming it."""

    acts: frozenset[int] = frozenset()
    """They tell who does what: only words of the question's theme name something there."""
    steps: frozenset[int] = frozenset()
    """They tell when as well: a single word of the question's theme is no name there either."""
    actors: frozenset[int] = frozenset()
    """The words, by index, for those who act: whoever phones a hotel is no client."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A stretch between commas or joining words, and how well it names something."""

    first: int
    end: int
    sentence: int
    strength: float


def find_names(reading: Reading, asked: QuestionWords, void: frozenset[int], told: Told) -> list[Evidence]:
    """The named things of the answer, and the list that they form, if they form one."""
    rules = [f"topic-{theme}" for theme in sorted(asked.themes)] or [
        r for r in reading.matches if r.startswith("topic-")
    ]
    themed = reading.cover(*rules)
    talk = {match.sentence: _WORTH["hedged"] for match in reading.find(*_HEDGES)}
    listing = {number for number in range(len(reading.sentences)) if _lists(reading, number)}
    talk |= {match.sentence: _WORTH["talked-away"] for match in reading.find(*_TALK) if not _qualifies(match, listing)}
    general = reading.cover(*(f"general-{theme}" for theme in asked.themes))
    finder = _Finder(reading, asked.posed if asked.themes else asked.asked, asked.asked, themed, general, talk, listing)
    items = [item for number in range(len(reading.sentences)) if number not in void for item in finder.cut(number)]
    if told.steps:
        named = _list_themed(reading, [*rules, *(f"core-{theme}" for theme in asked.themes)], told.actors)
        told = replace(told, steps=told.steps - named)
    if told.acts:
        items = [replace(item, strength=item.strength * _weigh_telling(item, told)) for item in items]
    if not themed and _is_foreign(reading, asked):
        items = [replace(item, strength=item.strength * _WORTH["foreign"]) for item in items]
    found = [Evidence(NeedKind.NAMED_THING, item.strength, item.first, item.end, item.sentence) for item in items]
    return found + _find_list([item for item in items if item.strength >= _WORTH_LISTING])


def _list_themed(reading: Reading, rules: list[str], actors: frozenset[int]) -> frozenset[int]:
    """The sentences, by number, with several words of the question's theme or one of its core; a number is none."""
    hits = Counter(
        match.sentence
        for match in reading.find(*rules)
        if match.first not in actors
        and not any(word.marks & _NO_THEME for word in reading.words[match.first : match.end])
    )
    return frozenset(number for number, count in hits.items() if count > 1)


def _qualifies(match: Match, listing: set[int]) -> bool:
    """Whether a single word of praise belongs to an item of a list: “gentle handling, written quotes”."""
    return match.rule == "vague-quality" and match.end - match.first == 1 and match.sentence in listing


def _is_foreign(reading: Reading, asked: QuestionWords) -> bool:
    """Whether an answer without a word of its theme speaks of another one, or is too long to do without such a word.

    A policy that is asked for may stand on standards, so that their words belong to it.
    """
    if not asked.themes - OPEN or ("documents" in asked.themes and "topic-standards" in reading.matches):
        return False
    return len(reading.words) >= _SILENT_FROM or any(rule.startswith("topic-") for rule in reading.matches)


def _weigh_telling(item: _Item, told: Told) -> float:
    """What an item is still worth in a sentence that tells something."""
    if item.sentence in told.steps:
        return _WORTH["step"]
    weak = item.strength < _WORTH["themed"] * _WORTH["talked-about"]
    return _WORTH["told"] if weak and item.sentence in told.acts else 1.0


def _lists(reading: Reading, number: int) -> bool:
    """Whether a sentence is made of at least three short stretches."""
    sentence = reading.sentences[number]
    inner = range(sentence.first + 1, sentence.end)
    words, breaks = reading.words, reading.text.breaks
    runs = 1 + len([index for index in inner if breaks[index] or "joining" in words[index].marks])
    return runs >= _LISTED and sentence.end - sentence.first <= _LISTED_WORDS * runs


def _find_list(items: list[_Item]) -> list[Evidence]:
    """Three well named items make a list; two make the better part of one."""
    if len(items) < 2:
        return []
    strength = min(1.0, (sum(item.strength for item in items) - 0.5) / 1.8)
    shares = (strength, strength / 3, strength / 3)
    return [
        Evidence(NeedKind.LIST, share, item.first, item.end, item.sentence)
        for share, item in zip(shares, items, strict=False)
    ]


@dataclass(frozen=True, slots=True)
class _Finder:
    """Cuts sentences into items and weighs their words."""

    reading: Reading
    asked: frozenset[str]
    """Stems of the question with its hint and prompts."""
    worded: frozenset[str]
    """Stems of the question itself."""
    themed: set[int]
    general: set[int]
    """Words for a broad kind of what is asked for: “companies”, “families”."""
    talk: dict[int, float]
    """What new words are still worth in the sentences that talk."""
    listing: set[int]
    """The sentences that list short things."""

    def cut(self, number: int) -> list[_Item]:
        """The naming items of a sentence."""
        sentence = self.reading.sentences[number]
        words, breaks = self.reading.words, self.reading.text.breaks
        items = []
        first = sentence.first
        for index in range(sentence.first, sentence.end + 1):
            joins = index < sentence.end and "joining" in words[index].marks
            if index == sentence.end or joins or (index > first and breaks[index]):
                item = self._weigh_item(first, index, number)
                if item:
                    items.append(item)
                first = index + 1 if joins else index
        return items

    def _weigh_item(self, first: int, end: int, number: int) -> _Item | None:
        """From the first telling word of the stretch to its last one."""
        strengths = [self._weigh_word(index, number) for index in range(first, end)]
        strength = max(strengths, default=0.0)
        if strength <= 0:
            return None
        telling = [index for index, worth in enumerate(strengths, first) if worth > 0]
        stop = min(telling[-1] + 1, telling[0] + _LONGEST_ITEM)
        if strength == _WORTH["asked"] and len(telling) > 1:
            strength = _WORTH["specified"]
        return _Item(telling[0], stop, number, strength)

    def _weigh_word(self, index: int, number: int) -> float:
        word = self.reading.words[index]
        if index in self.themed and _NAMELESS.isdisjoint(word.marks):
            talked = _WORTH["talked-about"] if self.talk.get(number) == _WORTH["talked-away"] else 1.0
            return self._weigh_themed(word.stem) * talked
        if index in self.general:
            return _WORTH["general"] * (self.talk.get(number, 1.0))
        if word.case == 2 and 2 <= len(word.form) <= 8:
            return _WORTH["proper"]
        form = word.form
        if len(form) < 4 or not _EMPTY.isdisjoint(word.marks) or word.stem in self.asked or not form[0].isalpha():
            return 0.0
        before = self.reading.text.breaks[index]
        if before == '"' or (word.case == 1 and not before):
            return _WORTH["proper"]
        short = len(self.reading.words) <= _SHORT_ANSWER
        strength = (
            _WORTH["new-in-short"]
            if short
            else _WORTH["new-in-list"]
            if number in self.listing
            else _WORTH["new-in-long"]
        )
        return strength * self.talk.get(number, 1.0)

    def _weigh_themed(self, stem: str) -> float:
        if stem in self.worded:
            return _WORTH["asked"]
        return _WORTH["hinted"] if stem in self.asked else _WORTH["themed"]
