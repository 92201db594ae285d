"""Everything that is found in a text, before it is weighed."""

from dataclasses import dataclass, replace

from policy_kit.documents import NeedKind, Question
from policy_kit.scoring.evidence import Evidence, find_evidence
from policy_kit.scoring.forms import is_filler, is_keyword_list, is_repeated, is_stuffed, is_word_heap
from policy_kit.scoring.gaps import GAP, OPEN, PLAN, read_gap
from policy_kit.scoring.goals import name_goal
from policy_kit.scoring.lexicon import load_lexicon
from policy_kit.scoring.losses import SUBJECT, tell_changes
from policy_kit.scoring.naming import Told, find_names
from policy_kit.scoring.reading import Match, Reading, read_text
from policy_kit.scoring.recognition import is_foreign
from policy_kit.scoring.rules import find_rules, is_ruled, list_rules
from policy_kit.scoring.subject import Stray, find_stray
from policy_kit.scoring.topic import CLOSED, NO_QUESTION, QuestionWords, find_pasted, read_question
from policy_kit.scoring.vagueness import (
    FIRM,
    Vagueness,
    find_circles,
    find_conditionals,
    find_labels,
    find_negated,
    find_steps,
    find_told,
    find_wording,
)
from policy_kit.scoring.weights import WEIGHTS

MET = 0.5
"""From this strength on, evidence meets a need."""
_TIME_AS_MEASURE = 0.7
_NAMING = {NeedKind.NAMED_THING, NeedKind.LIST}


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was found in a text."""

    reading: Reading
    asked: QuestionWords
    evidence: list[Evidence]
    wording: list[Vagueness]
    form: Vagueness | None
    """What makes the whole text no answer, if anything does."""
    stray: Stray | None
    """What the text is about where that is another subject than the question's."""
    names_only: bool
    """Whether the question asks for names, so that a procedure is no answer to it."""
    gap: str
    """The kind of gap that the text admits; empty where it admits none."""
    admission: Match | None
    """The words that admit it."""

    @property
    def needs(self) -> tuple[NeedKind, ...]:
        """What the answer must hold."""
        return self.asked.needs

    @property
    def has_plan(self) -> bool:
        """Whether somebody closes the gap."""
        return self.gap == PLAN

    @property
    def is_open(self) -> bool:
        """Whether the answer says itself that it is not whole, so that it cannot be concrete."""
        return self.gap in (PLAN, OPEN)


def analyse(text: str, question: Question | None, language: str, first: str) -> Analysis:
    """Reads `text` as an answer to `question`."""
    lexicon = load_lexicon(language)
    reading = read_text(text, lexicon)
    asked = read_question(question, language, first) if question else NO_QUESTION
    needs = asked.needs
    pasted = find_pasted(reading, asked)
    conditionals = find_conditionals(reading)
    circles = find_circles(reading, pasted)
    void = pasted | conditionals.keys() | circles.keys()
    evidence = find_evidence(reading, void)
    names_only = NeedKind.ACTION not in needs and bool(asked.themes & CLOSED)
    rules = find_rules(reading, evidence, void)
    if SUBJECT in asked.subjects:
        evidence = tell_changes(reading, evidence)
    if NeedKind.MEASURE in needs and NeedKind.TIME not in needs:
        evidence += _find_set_times(reading, evidence)
    if _NAMING & set(needs):
        told = Told(find_told(evidence), find_steps(evidence), _list_actors(evidence)) if names_only else Told()
        evidence += find_names(reading, asked, void, told)
        evidence += list_rules(reading, rules, asked) if NeedKind.LIST in needs else []
        evidence += name_goal(reading) if "aim" in asked.themes else []
        evidence.sort(key=lambda item: (item.first, item.end))
    taken_up = frozenset() if NeedKind.ACTION in needs else asked.asked
    labels = find_labels(reading) if "standards" in asked.themes else set()
    wording = find_wording(reading, evidence, void, taken_up, labels)
    wording = [item for item in wording if item.rule not in FIRM or not is_ruled(item.first, rules)]
    wording += [Vagueness("conditional", match.first, match.end) for match in conditionals.values()]
    wording += [Vagueness("circular", match.first, match.end) for match in circles.values()]
    wording += [
        Vagueness("negated", match.first, match.end) for match in find_negated(reading) if NeedKind.ACTION in needs
    ]
    gap, admission = read_gap(reading, evidence, needs)
    if gap == OPEN and admission:
        wording.append(Vagueness(OPEN, admission.first, admission.end))
    wording.sort(key=lambda item: item.first)
    stray = find_stray(reading, asked)
    rule = _name_form(reading, evidence, pasted, asked, needs, names_only, stray) or (GAP if gap == GAP else "")
    rule = "foreign" if is_foreign(reading, language) else rule
    form = Vagueness(rule, 0, len(reading.words)) if rule else None
    return Analysis(reading, asked, evidence, wording, form, stray, names_only, gap, admission)


def _list_actors(evidence: list[Evidence]) -> frozenset[int]:
    """The words, by index, that tell who acts."""
    return frozenset(item.first for item in evidence if item.need is NeedKind.ACTOR)


def _find_set_times(reading: Reading, evidence: list[Evidence]) -> list[Evidence]:
    """Where a figure is wanted and no time, a deadline is a figure: “a repair within 48 hours”."""
    return [
        replace(item, need=NeedKind.MEASURE, strength=_TIME_AS_MEASURE)
        for item in evidence
        if item.need is NeedKind.TIME and item.strength >= MET * WEIGHTS.lone and _holds_number(reading, item)
    ]


def _holds_number(reading: Reading, item: Evidence) -> bool:
    words = reading.words[item.first : item.end]
    return any("number" in word.marks or word.form[0].isdigit() for word in words)


def _name_form(
    reading: Reading,
    evidence: list[Evidence],
    pasted: frozenset[int],
    asked: QuestionWords,
    needs: tuple[NeedKind, ...],
    names_only: bool,
    stray: Stray | None,
) -> str:
    """The rule by which the whole text is no answer; empty where it may be one."""
    if not reading.words:
        return "empty"
    if pasted and len(pasted) == len(reading.sentences):
        return "pasted"
    if is_filler(reading):
        return "filler"
    if is_repeated(reading):
        return "repeated"
    if stray and stray.match:
        return "off-topic"
    if is_stuffed(reading, evidence, names_only, "aim" in asked.themes):
        return "stuffed"
    listed = (
        is_keyword_list(reading, evidence, asked.themes)
        if NeedKind.ACTION in needs
        else is_word_heap(reading, asked.themes)
    )
    if listed:
        return "keywords"
    return "off-topic" if stray else ""
