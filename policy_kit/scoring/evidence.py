"""Finds in a reading what one could check: who, what, when, by which means, measured how, and which named things."""

from dataclasses import dataclass, replace

from policy_kit.documents import NeedKind
from policy_kit.scoring.reading import Match, Reading
from policy_kit.scoring.weights import PROOFS, WEIGHTS

PHRASES = ("vague-time", "vague-quality", "effort", "slogan", "vague-action", "hedge", "absolute")
"""Vague wording whose longer phrases say something else than the words in them: “do our best”, “as a rule”."""
_STRONG = 0.5
_NEGATION_REACH = 3
_NO_ACTION = frozenset(("function", "effort", "vague-action", "abstract", "impersonal", "slogan"))
"""A word that only looks like a verb, or says nothing that one could see."""
_NOT_CONCRETE = frozenset(
    (
        *("function", "generic", "abstract", "client", "we", "negation", "number", "unit", "workday", "ordinal"),
        *("weekday", "month", "period", "event", "daypart", "actor-generic", "means-loose", "verb-blocker"),
        *("vague-time", "vague-quality", "vague-quantity", "effort", "absolute", "slogan", "hedge", "vague-action"),
        *("action-clear", "action-loose", "time-habit", "topic-complaints"),
    )
)
_TOLD = 0.5
_SUBJECT_REACH = 4
_INSTRUMENT_REACH = 6
_CLIPPED_REACH = 4
"""Words between the noun for an act and its deadline."""
_FIRM = frozenset(("actor-post", "actor-team", "time-deadline", "time-frequency", "measure-number"))
"""Evidence that no talk can blur."""
_TALK = frozenset(("abstract", "slogan", "vague-quality", "effort"))
_FOG = 3
"""Words of talk from which on a sentence is foggy."""
_NEUTRAL = frozenset(("verbal", "no-subject", "third-person", "action-formed", "verb-form", "self-form", "nameless"))
"""Marks that a name may carry by its ending alone."""
_PASSIVE_REACH = 3
_VOIDABLE = (NeedKind.ACTOR, NeedKind.ACTION, NeedKind.MEANS, NeedKind.MEASURE)


@dataclass(slots=True)
class Evidence:
    """Words that prove something for a need. It is not changed; to freeze it would make it three times as dear."""

    need: NeedKind
    strength: float
    first: int
    end: int
    sentence: int
    lone: bool = False
    """Whether its sentence holds no other kind of evidence, so that it proves less than it could."""
    rule: str = ""
    """The rule of the language that it meets; empty where it was found in another way."""

    def weaken(self, factor: float, *, lone: bool = False) -> "Evidence":
        """The same evidence, which proves less."""
        return Evidence(self.need, self.strength * factor, self.first, self.end, self.sentence, lone, self.rule)


def find_evidence(reading: Reading, void: frozenset[int]) -> list[Evidence]:
    """All evidence outside the `void` sentences, in the order of the text; one word proves one thing only."""
    found: list[Evidence] = []
    taken: dict[NeedKind, set[int]] = {}
    words = _list_meanings(reading)
    for match, need, strength in _list_candidates(reading):
        place = range(match.first, match.end)
        known = taken.setdefault(need, set())
        if match.sentence in void or not known.isdisjoint(place) or _is_other(reading, match, need, words):
            continue
        known.update(place)
        found.append(Evidence(need, strength, match.first, match.end, match.sentence, rule=match.rule))
    found += _find_people(reading, found, taken.setdefault(NeedKind.ACTOR, set()))
    found += _find_subjects(reading, found, taken.get(NeedKind.ACTOR, set()) | words.phrases.keys())
    found += _find_instruments(reading, found, taken.get(NeedKind.MEANS, set()) | words.phrases.keys())
    found.sort(key=lambda item: (item.first, item.end))
    found = _join_clipped(reading, found)
    return _discount_lone(_discount_talk(reading, found))


def _join_clipped(reading: Reading, found: list[Evidence]) -> list[Evidence]:
    """A noun for an act tells as much as a verb where its own deadline follows: “решение за трое суток”."""
    timed = {item.first for item in found if item.rule == "time-deadline"}
    if not timed:
        return found
    return [
        replace(item, strength=WEIGHTS.strengths["action-clipped"], rule="action-clipped")
        if item.rule == "action-noun" and _has_deadline(reading, item, timed)
        else item
        for item in found
    ]


def _has_deadline(reading: Reading, item: Evidence, timed: set[int]) -> bool:
    last = min(reading.sentences[item.sentence].end, item.end + _CLIPPED_REACH)
    for index in range(item.end, last):
        if reading.text.breaks[index]:
            return False
        if index in timed:
            return True
    return False


def _find_people(reading: Reading, found: list[Evidence], taken: set[int]) -> list[Evidence]:
    """Who does it without a post: “I phone them”, “звоню”, and first names: “once a month, Tina”, “by Piotr”."""
    people = [
        act
        for act in found
        if act.rule == "action-clear" and act.first not in taken and _is_own_act(reading, act.first, act.sentence)
    ]
    strength = WEIGHTS.strengths["actor-unlisted"]
    evidence = [Evidence(NeedKind.ACTOR, strength, act.first, act.first + 1, act.sentence) for act in people]
    for number, sentence in enumerate(reading.sentences):
        for index in range(sentence.first + 1, sentence.end):
            word = reading.words[index]
            if word.case == 1 and index not in taken and word.kind.marks <= _NEUTRAL and _is_by(reading, index):
                evidence.append(Evidence(NeedKind.ACTOR, strength, index, index + 1, number))
                taken.add(index)
    return evidence


def _is_own_act(reading: Reading, index: int, number: int) -> bool:
    """Whether the writer does it alone."""
    if "self-form" in reading.words[index].marks:
        return True
    first = reading.sentences[number].first
    return index > first and "self" in reading.words[index - 1].marks and not reading.text.breaks[index]


def _is_by(reading: Reading, index: int) -> bool:
    """Whether a name stands alone between commas or follows “by”."""
    after = index + 1 == len(reading.words) or bool(reading.text.breaks[index + 1])
    alone = bool(reading.text.breaks[index]) and after
    return alone or "by" in reading.words[index - 1].marks


def _find_subjects(reading: Reading, found: list[Evidence], taken: set[int]) -> list[Evidence]:
    """Posts and names that no list holds: the word for which an act is told (“the bailiff views …”)."""
    subjects = []
    for act in found:
        if (
            act.need is not NeedKind.ACTION
            or act.strength < _TOLD
            or "third-person" not in reading.words[act.first].marks
        ):
            continue
        index = act.first
        first = max(reading.sentences[act.sentence].first, act.first - _SUBJECT_REACH)
        passive = False
        while index > first and not reading.text.breaks[index] and "function" in reading.words[index - 1].marks:
            index -= 1
            passive = passive or "be" in reading.words[index].marks
        if passive or index == first or reading.text.breaks[index] or index - 1 in taken:
            continue
        if _is_concrete(reading, index - 1) and "no-subject" not in reading.words[index - 1].marks:
            subjects.append(
                Evidence(NeedKind.ACTOR, WEIGHTS.strengths["actor-unlisted"], index - 1, index, act.sentence)
            )
            taken.add(index - 1)
    return subjects


def _find_instruments(reading: Reading, found: list[Evidence], taken: set[int]) -> list[Evidence]:
    """Tools that no list holds: what follows “in”, “with” or “through” after an act (“into the desk book”)."""
    instruments = []
    for act in found:
        if act.need is not NeedKind.ACTION or act.strength < _TOLD:
            continue
        last = min(reading.sentences[act.sentence].end, act.end + _INSTRUMENT_REACH)
        for index in range(act.end, last):
            if "means-preposition" not in reading.words[index].marks:
                continue
            noun = index + 1
            while noun < last and "function" in reading.words[noun].marks:
                noun += 1
            if noun < last and noun not in taken and _is_concrete(reading, noun):
                instruments.append(
                    Evidence(NeedKind.MEANS, WEIGHTS.strengths["means-unlisted"], index, noun + 1, act.sentence)
                )
                taken.add(noun)
            break
    return instruments


def _is_concrete(reading: Reading, index: int) -> bool:
    word = reading.words[index]
    return len(word.form) >= 3 and word.form[0].isalpha() and not word.marks & _NOT_CONCRETE


def _list_candidates(reading: Reading) -> list[tuple[Match, NeedKind, float]]:
    """Matches that may prove something, the longest first: “answers for” hides “answers”."""
    candidates = [
        (match, need, strength) for rule, (need, strength) in PROOFS.items() for match in reading.matches.get(rule, ())
    ]
    candidates.sort(key=lambda entry: (entry[0].first - entry[0].end, -entry[2], entry[0].first))
    return candidates


def _discount_talk(reading: Reading, found: list[Evidence]) -> list[Evidence]:
    """Verbs and tools prove little in a sentence of beliefs and values without a post, a day or a figure."""
    firm = {item.sentence for item in found if item.rule in _FIRM}
    doers = firm | {item.sentence for item in found if item.need is NeedKind.ACTOR and item.strength >= _STRONG}
    doubtful = set() if _TALK.isdisjoint(reading.marks) else {item.sentence for item in found} - firm
    foggy = {number for number in doubtful if _count_talk(reading, number) >= _FOG}
    return [
        item.weaken(WEIGHTS.fog)
        if item.sentence in foggy or (item.sentence not in doers and _is_passive(reading, item))
        else item
        for item in found
    ]


def _is_passive(reading: Reading, item: Evidence) -> bool:
    """Whether an act is told without the one who acts: “is recorded”, «записывается», „se zabeleži“."""
    if item.need is not NeedKind.ACTION or "reflexive" not in reading.marks:
        return False
    near = reading.words[max(item.first - _PASSIVE_REACH, reading.sentences[item.sentence].first) : item.end]
    return any("reflexive" in word.marks for word in near)


def _count_talk(reading: Reading, number: int) -> int:
    sentence = reading.sentences[number]
    return len([word for word in reading.words[sentence.first : sentence.end] if not _TALK.isdisjoint(word.marks)])


def _discount_lone(found: list[Evidence]) -> list[Evidence]:
    """Evidence proves more in company: who with what, what with when. A sentence with one kind of it proves less."""
    kinds: dict[int, set[NeedKind]] = {}
    for item in found:
        if item.strength >= _STRONG:
            kinds.setdefault(item.sentence, set()).add(item.need)
    return [item if len(kinds.get(item.sentence, ())) > 1 else item.weaken(WEIGHTS.lone, lone=True) for item in found]


def is_negated(reading: Reading, match: Match) -> bool:
    """Whether the words just before, up to a comma, say “not”."""
    if "negation" not in reading.marks:
        return False
    start = reading.sentences[match.sentence].first
    for index in range(match.first - 1, max(match.first - 1 - _NEGATION_REACH, start - 1), -1):
        if reading.text.breaks[index + 1]:
            return False
        marks = reading.words[index].marks
        if "negation" in marks:
            return True
        if "contrast" in marks:
            return False
    return False


@dataclass(frozen=True, slots=True)
class _Meanings:
    """What words of a text mean already, so that they mean nothing else."""

    acts: set[int]
    times: set[int]
    boasts: set[int]
    phrases: dict[int, int]
    """For each word the length of the longest vague phrase that holds it."""


def _list_meanings(reading: Reading) -> _Meanings:
    phrases: dict[int, int] = {}
    for rule in PHRASES:
        for match in reading.matches.get(rule, ()):
            for index in range(match.first, match.end):
                phrases[index] = max(phrases.get(index, 0), match.end - match.first)
    return _Meanings(
        acts=_list_acts(reading),
        times=reading.cover("time-deadline", "time-frequency"),
        boasts=reading.cover("absolute"),
        phrases=phrases,
    )


def _list_acts(reading: Reading) -> set[int]:
    acts = (match for match in reading.matches.get("action-clear", ()) if not _is_noun(reading, match))
    return {index for match in acts for index in range(match.first, match.end)}


def _is_other(reading: Reading, match: Match, need: NeedKind, known: _Meanings) -> bool:
    """Whether the words mean something else here: a verb read as a thing, a deadline read as a figure, a “not”."""
    if known.phrases.get(match.first, 0) > match.end - match.first:
        return True
    if need is NeedKind.ACTION and _is_noun(reading, match):
        return True
    if match.rule == "action-formed" and reading.words[match.first].marks & _NO_ACTION:
        return True
    if need is NeedKind.MEANS and match.end - match.first == 1 and match.first in known.acts:
        return True
    if need is NeedKind.MEASURE and (match.first in known.times or match.first in known.boasts):
        return True
    return need in _VOIDABLE and is_negated(reading, match)


def _is_noun(reading: Reading, match: Match) -> bool:
    """“the call”, “our records”: a form that is also a noun, after a word that no verb follows."""
    if match.first == reading.sentences[match.sentence].first or reading.text.breaks[match.first]:
        return False
    return "verb-blocker" in reading.words[match.first - 1].marks
