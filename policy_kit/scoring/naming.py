"""Finds named things and lists: words that name something of one's own instead of repeating what everybody says."""

from dataclasses import dataclass

from policy_kit.documents import NeedKind
from policy_kit.scoring.evidence import Evidence
from policy_kit.scoring.reading import Reading

_EMPTY = frozenset(
    (
        *("function", "generic", "number", "unit", "workday", "ordinal", "limit", "negation", "contrast", "subject"),
        *("client", "we", "verb-blocker", "actor-generic", "action-loose", "vague-action", "filler"),
        *("vague-quality", "vague-time", "vague-quantity", "effort", "absolute", "hedge", "slogan"),
    )
)
"""Words of these kinds name nothing."""
_SHORT_ANSWER = 8
_LONGEST_ITEM = 9


@dataclass(frozen=True, slots=True)
class _Item:
    """A stretch between commas or joining words, and how well it names something."""

    first: int
    end: int
    sentence: int
    strength: float


def find_names(reading: Reading, asked: frozenset[str], void: frozenset[int]) -> list[Evidence]:
    """The named things of the answer, and the list that they form, if they form one."""
    items = [
        item
        for number in range(len(reading.sentences))
        if number not in void
        for item in _cut_items(reading, number, asked)
    ]
    named = [item for item in items if item.strength > 0]
    found = [Evidence(NeedKind.NAMED_THING, item.strength, item.first, item.end, item.sentence) for item in named]
    return found + _find_list(named)


def _find_list(named: list[_Item]) -> list[Evidence]:
    weight = sum(item.strength for item in named)
    if len(named) < 2 or weight < 1.2:
        return []
    strength = min(1.0, weight / 3 + 0.15)
    return [Evidence(NeedKind.LIST, strength, named[0].first, named[0].end, named[0].sentence)] + [
        Evidence(NeedKind.LIST, strength / 2, item.first, item.end, item.sentence) for item in named[1:3]
    ]


def _cut_items(reading: Reading, number: int, asked: frozenset[str]) -> list[_Item]:
    sentence = reading.sentences[number]
    strong = {
        index
        for match in reading.matches.get("named-thing", ())
        if match.sentence == number
        for index in range(match.first, match.end)
    }
    items: list[_Item] = []
    first = sentence.first
    for index in range(sentence.first, sentence.end + 1):
        joins = index < sentence.end and "joining" in reading.words[index].marks
        if index == sentence.end or joins or (index > first and reading.text.breaks[index] in (",", '"')):
            item = _weigh_item(reading, first, index, number, asked, strong)
            if item:
                items.append(item)
            first = index + 1 if joins else index
    return items


def _weigh_item(
    reading: Reading, first: int, end: int, number: int, asked: frozenset[str], strong: set[int]
) -> _Item | None:
    """From the first telling word of the stretch to its last one."""
    telling = [index for index in range(first, end) if _names(reading, index, number, asked, strong) > 0]
    if not telling:
        return None
    best = max(_names(reading, index, number, asked, strong) for index in telling)
    start, stop = telling[0], min(telling[-1] + 1, telling[0] + _LONGEST_ITEM)
    return _Item(start, stop, number, best)


def _names(reading: Reading, index: int, number: int, asked: frozenset[str], strong: set[int]) -> float:
    """1 for a word that names, less for a word that is merely of one's own."""
    word = reading.words[index]
    if index in strong:
        return 0.5 if word.stem in asked else 0.9
    opens = index == reading.sentences[number].first or reading.text.breaks[index] == '"'
    if word.case == 2 and 2 <= len(word.form) <= 8:
        return 0.9
    if word.marks & _EMPTY or word.stem in asked or len(word.form) < 4 or not word.form[0].isalpha():
        return 0.0
    if word.case == 1 and not opens:
        return 1.0
    if reading.text.breaks[index] == '"':
        return 0.7
    return 0.45 if len(reading.words) <= _SHORT_ANSWER else 0.12
