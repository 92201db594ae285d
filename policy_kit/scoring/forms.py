"""Finds forms of answer that are none: heaps of keywords or of numbers, tools without an act, filler, repetitions."""

from itertools import pairwise

from policy_kit.documents import NeedKind
from policy_kit.scoring.evidence import Evidence
from policy_kit.scoring.reading import Reading
from policy_kit.scoring.vagueness import WORDING, find_told

_KEYWORD_RUN = 2.7
"""Words between two commas, on average, up to which a text is a heap of keywords."""
_LONGEST_KEYWORD = 6
_ROW = 5
_ROW_RUN = 2.0
_LONGEST_ENTRY = 3
_HEAP_RUN = 1.9
_HEAP_SHARE = 0.4
_HEAP = 10
_THEMED_SHARE = 0.5
_BARE = 7
"""Words from which on a text without a single joining word is a heap, commas or not."""
_PROPS = 3
"""People and tools from which on they are only lined up, where nobody does anything with them."""
_WORDS_PER_TARGET = 6
_PROVEN = 0.5
_WELL_NAMED = 0.8
_FILLER_SHARE = 0.15
_FEW_WORDS = 6
_ENOUGH_WORDS = 120
_NEW_WORDS = 0.5
_DEADLINE_WORDS = 3
_EVENT_REACH = 2
_TOLD_OFTEN = 2
_BOASTFUL = 0.15
"""The share of numbers from which on they are boasts beside boastful words, even where somebody does something."""
_BOASTS = ("absolute", "slogan", "effort")
_TIMED = ("time-deadline", "time-frequency")
_ACTS = ("action-clear", "action-formed", "action-clipped")
_PEOPLE = ("actor-post", "actor-team")
_SAYS_NOTHING = frozenset(("generic", "abstract", "function", *WORDING))


def is_filler(reading: Reading) -> bool:
    """Whether placeholders stand where an answer should."""
    covered = sum(match.end - match.first for match in reading.matches.get("filler", ()))
    return covered > 0 and covered >= _FILLER_SHARE * len(reading.words)


def is_repeated(reading: Reading) -> bool:
    """Whether the same words come again and again."""
    told = [word.form for word in reading.words if "function" not in word.marks][:_ENOUGH_WORDS]
    if len(told) >= _FEW_WORDS and len(set(told)) <= _NEW_WORDS * len(told):
        return True
    forms = [word.form for word in reading.words]
    sentences = [tuple(forms[s.first : s.end]) for s in reading.sentences if s.end - s.first >= 3]
    return len(sentences) - len(set(sentences)) >= max(2, 0.3 * len(sentences))


def is_keyword_list(reading: Reading, evidence: list[Evidence], themes: frozenset[str]) -> bool:
    """Whether words stand side by side and nobody does anything with them."""
    if "standards" in themes and _is_described(reading):
        return False
    if _is_row(reading, evidence):
        return True
    if _is_only_aware(reading, evidence):
        return True
    acts = _list_acts(reading, evidence)
    if acts and any(item.rule in _TIMED for item in evidence):
        return False
    return (
        _is_chopped(reading, evidence)
        or ((not acts or len(reading.text.runs) == 1) and _is_bare(reading, evidence))
        or (not acts and bool(themes) and _is_line_of_props(reading, evidence))
    )


def _is_only_aware(reading: Reading, evidence: list[Evidence]) -> bool:
    """Whether all that people and tools do is to know how important something is."""
    aware = {match.sentence for match in reading.matches.get("awareness", ())}
    return len(aware) == len(reading.sentences) and _is_line_of_props(reading, evidence)


def _is_row(reading: Reading, evidence: list[Evidence]) -> bool:
    """Whether short entries follow one another, and none says who does what: “secretary, register, 2 days, refund”."""
    runs = reading.text.runs
    words = sum(end - first for first, end in runs)
    if len(runs) < _ROW or words > _ROW_RUN * len(runs) or max(end - first for first, end in runs) > _LONGEST_ENTRY:
        return False
    people = {item.first for item in evidence if item.need is NeedKind.ACTOR}
    acts = {item.first for item in evidence if item.rule == "action-clear"} - people
    return not any(_meets(people, run) and _meets(acts, run) for run in runs)


def _meets(places: set[int], run: tuple[int, int]) -> bool:
    return not places.isdisjoint(range(*run))


def _list_acts(reading: Reading, evidence: list[Evidence]) -> set[int]:
    """Words, by index, that tell an act; to have, to use or to belong is none."""
    return {
        index
        for item in evidence
        if item.rule in _ACTS
        for index in range(item.first, item.end)
        if "holding" not in reading.words[item.first].marks
    }


def _is_described(reading: Reading) -> bool:
    """Whether a standard is followed by how it is kept: “confidentiality: files in the safe”, not “speed – always”."""
    for match in reading.matches.get("topic-standards", ()):
        after = match.end
        if after >= len(reading.words) or reading.text.breaks[after] not in (",", '"'):
            continue
        run = [after]
        while run[-1] + 1 < len(reading.words) and not reading.text.breaks[run[-1] + 1]:
            run.append(run[-1] + 1)
        telling = [index for index in run if not reading.words[index].marks & _SAYS_NOTHING]
        if len(run) > 1 and telling and not any(_is_themed(reading, index) for index in run):
            return True
    return False


def _is_themed(reading: Reading, index: int) -> bool:
    return "topic-standards" in reading.words[index].kind.rules


def _is_chopped(reading: Reading, evidence: list[Evidence]) -> bool:
    runs = reading.text.runs
    if len(runs) < 4 or sum(end - first for first, end in runs) > _KEYWORD_RUN * len(runs):
        return False
    if max(end - first for first, end in runs) > _LONGEST_KEYWORD:
        return False
    told = {index for item in evidence if item.need is NeedKind.ACTION for index in range(item.first, item.end)}
    return not any(_meets(told, (first, end)) for first, end in runs if end - first > 2)


def _is_bare(reading: Reading, evidence: list[Evidence]) -> bool:
    """Whether no word joins the others: “price competition communication quality deadlines staff retention”."""
    if len(reading.words) < _BARE or any("function" in word.marks for word in reading.words):
        return False
    return not any(item.need is NeedKind.TIME or item.rule in _PEOPLE for item in evidence)


def _is_line_of_props(reading: Reading, evidence: list[Evidence]) -> bool:
    """Whether people and tools are lined up: “we have Salesforce, Teams, Olga and the head of sales”."""
    if any(item.rule in _TIMED or item.rule == "measure-number" for item in evidence):
        return False
    people = {item.first for item in evidence if item.rule in _PEOPLE}
    tools = {item.first for item in evidence if item.rule == "means-named"}
    names = {
        index
        for index, word in enumerate(reading.words)
        if word.case and reading.text.breaks[index] != "." and "function" not in word.marks
    }
    return bool(people or names) and bool(tools or names) and len(people | tools | names) >= _PROPS


def is_word_heap(reading: Reading, themes: frozenset[str]) -> bool:
    """Whether a list, where one is wanted, is a heap of words that fit every company.

    Most items of a true list of standards are words of that very theme, bare as they may stand.
    """
    runs = reading.text.runs
    if "standards" in themes and len(runs) < _HEAP:
        themed = {match.first for match in reading.find("topic-standards")}
        if sum(_meets(themed, run) for run in runs) >= _THEMED_SHARE * len(runs):
            return False
    if len(runs) < 6 or sum(end - first for first, end in runs) > _HEAP_RUN * len(runs):
        return False
    empty = sum(any(word.marks & _SAYS_NOTHING for word in reading.words[first:end]) for first, end in runs)
    return empty >= _HEAP_SHARE * len(runs) or len(runs) >= _HEAP


def is_stuffed(reading: Reading, evidence: list[Evidence], names_only: bool, aims: bool) -> bool:
    """Whether numbers take the place of a procedure, or of names where those are asked for.

    Where the question `aims` at figures, each of them with its words around it is a target.
    """
    digits = [index for index, word in enumerate(reading.words) if word.form[0].isdigit()]
    numbers = [index for before, index in pairwise([-2, *digits]) if index > before + 1]
    share = len(numbers) / len(reading.words)
    strong = {item.need for item in evidence if item.strength >= _PROVEN}
    named = names_only and any(item.need is NeedKind.NAMED_THING and item.strength > _WELL_NAMED for item in evidence)
    if named or (aims and len(reading.words) >= _WORDS_PER_TARGET * len(numbers)):
        return False
    if find_told(evidence) and not (share >= _BOASTFUL and reading.find(*_BOASTS)):
        return False
    many = len(numbers) >= 4 and share >= 0.1
    few = len(numbers) >= 3 and share >= 0.12 and NeedKind.ACTION not in strong
    return (many or few) and not _is_grounded(reading, evidence, numbers)


def _is_grounded(reading: Reading, evidence: list[Evidence], numbers: list[int]) -> bool:
    """Whether acts are told with their times, or most numbers are deadlines of something that happens."""
    acts = _list_acts(reading, evidence)
    boasts = {match.sentence for match in reading.find("absolute", "slogan")}
    acting = {item.sentence for item in evidence if item.first in acts} - boasts
    happening = acting | {number for number in range(len(reading.sentences)) if _tells_event(reading, number)} - boasts
    timed = [item for item in evidence if item.rule in _TIMED and _is_set(reading, item, happening)]
    told = [item for item in timed if item.sentence in acting]
    if told and len(acts) + len(told) > _TOLD_OFTEN:
        return True
    set_by_time = {index for item in timed for index in range(item.first, item.end)}
    return 2 * len(set_by_time & set(numbers)) >= len(numbers)


def _tells_event(reading: Reading, number: int) -> bool:
    sentence = reading.sentences[number]
    return any("event" in word.marks for word in reading.words[sentence.first : sentence.end])


def _is_set(reading: Reading, item: Evidence, happening: set[int]) -> bool:
    """Whether a time belongs to something that happens: “pay within 10 days”, “response 1 hour”, “on Mondays”."""
    before = reading.words[max(item.first - _EVENT_REACH, 0) : item.first]
    if any("event" in word.marks for word in before) and not reading.text.breaks[item.first]:
        return True
    if item.sentence not in happening:
        return False
    in_words = not any(word.form[0].isdigit() for word in reading.words[item.first : item.end])
    return in_words or item.end - item.first >= _DEADLINE_WORDS
