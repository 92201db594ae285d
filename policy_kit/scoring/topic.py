"""Compares an answer with its question: words that are pasted back, an answer to another question."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from policy_kit.documents import NeedKind, Question, Text, pick_text
from policy_kit.scoring.lexicon import Lexicon, Word, load_lexicon
from policy_kit.scoring.reading import Reading
from policy_kit.scoring.words import Sentence, read_words

GENERAL_NEEDS = (NeedKind.ACTOR, NeedKind.ACTION, NeedKind.TIME, NeedKind.MEANS, NeedKind.MEASURE)
"""What a text needs when no question was asked."""
BROAD = frozenset(("documents", "practice", "standards"))
"""Themes that may speak of any other: a policy or a standard can be about complaints."""
CLOSED = frozenset(("clients", "sources", "standards"))
"""Themes to which a procedure is no answer."""
OPEN = frozenset(("aim", "practice"))
"""Themes whose answers may name anything."""

_PASTED_SHARE = 0.6
_KNOWN_SHARE = 0.8
_SHORTEST_PASTED = 3
_SHORT_SENTENCE = 14
_QUESTIONS = 2
_ASKED_SHARE = 0.4
_OPENING = 5
_OWN_HITS = 2
_FOREIGN_HITS = 3
_EVERYWHERE = ("aim", "practice", "documents")
"""Themes whose words may stand in any answer."""
_TOLD = frozenset(("action-clear", "time-deadline"))
"""Where acts are told with their times, parents, pupils and schools are those who act."""
_SURE = 2
"""Words of a theme, in a question with all that belongs to it, from which on it is surely about that theme."""
_REMEMBERED = 256


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """A question as the answer is compared with it."""

    asked: frozenset[str]
    """Stems of the question's own wording."""
    posed: frozenset[str]
    """Stems of the question, its hint and its prompts."""
    pairs: frozenset[tuple[str, str]]
    """Neighbouring stems in them."""
    topic: frozenset[str]
    """Stems that belong to the question's topic and not to every text about clients."""
    themes: frozenset[str]
    """The themes that the question asks about."""
    subjects: frozenset[str]
    """The subjects: its themes, or the parts of them that it asks about by themselves."""
    wants_rules: bool
    """Whether it asks which rules there are."""
    needs: tuple[NeedKind, ...] = GENERAL_NEEDS
    """What the answer must hold, each kind once."""
    prompts: Mapping[NeedKind, str] = field(default_factory=dict)
    """What the question itself asks for each of its needs."""


_NOTHING: frozenset[str] = frozenset()
NO_QUESTION = QuestionWords(_NOTHING, _NOTHING, frozenset(), _NOTHING, _NOTHING, _NOTHING, wants_rules=False)

_Key = tuple[int, str, str]
_READ: dict[_Key, tuple[Question, QuestionWords]] = {}
"""Questions that were read, by identity (a question holds dictionaries and cannot be hashed), each kept alive here."""


def read_question(question: Question, language: str, first: str) -> QuestionWords:
    """What the comparison needs of `question`, in `language` where the question speaks it."""
    key = (id(question), language, first)
    if key not in _READ:
        if len(_READ) >= _REMEMBERED:
            _READ.clear()
        _READ[key] = (question, _read_question(question, language, first))
    return _READ[key][1]


def _read_question(question: Question, language: str, first: str) -> QuestionWords:
    lexicon = load_lexicon(language)

    def stems(text: Text | None) -> list[str]:
        return _cut(pick_text(text, language, first), lexicon) if text is not None else []

    asked = stems(question.text)
    telling = [*read_words(pick_text(question.text, language, first)).raw, *question.topic.get(language, ())]
    prompts = [pick_text(need.prompt, language, first) for need in question.needs if need.prompt]
    wordings = [asked, stems(question.hint), *(stems(need.prompt) for need in question.needs)]
    topic = frozenset(stem for entry in question.topic.get(language, ()) for stem in _cut(entry, lexicon))
    posed = frozenset(stem for wording in wordings for stem in wording)
    themes = _choose_themes(set(asked), topic, lexicon)
    return QuestionWords(
        asked=frozenset(asked),
        posed=posed,
        pairs=frozenset(pair for wording in wordings for pair in pairwise(wording)),
        topic=frozenset(lexicon.cut_stem(form) for form in telling if len(form) > 2 and not lexicon.is_common(form)),
        themes=themes,
        subjects=_name_subjects(themes, frozenset(asked), posed | topic, lexicon),
        wants_rules=any("rule-word" in lexicon.read(raw).marks for text in prompts for raw in read_words(text).raw),
        needs=tuple(dict.fromkeys(need.need for need in question.needs)),
        prompts={need.need: pick_text(need.prompt, language, first) for need in question.needs if need.prompt},
    )


def _choose_themes(asked: set[str], topic: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    """The themes whose words the question uses most; its own wording counts twice."""
    hits = {name: len(words & topic) + 2 * len(words & asked) for name, words in lexicon.themes.items()}
    most = max(hits.values(), default=0)
    return frozenset(name for name, count in hits.items() if count >= max(2, most - 1))


def _name_subjects(
    themes: frozenset[str], asked: frozenset[str], said: frozenset[str], lexicon: Lexicon
) -> frozenset[str]:
    """The subjects of the themes: where the question's own wording names a part of one, that part.

    One word may stand in a question by chance; a subject that only one of all words names is not known.
    """
    subjects = set()
    for theme in themes:
        if len(lexicon.themes[theme] & said) >= _SURE:
            parts = {part for part, words in lexicon.parts.get(theme, {}).items() if words & asked}
            subjects |= parts or {theme}
    return frozenset(subjects)


def find_pasted(reading: Reading, asked: QuestionWords) -> frozenset[int]:
    """The sentences, by number, that ask instead of answering, or that repeat the question, its hint or a prompt."""
    pasted = set()
    for number, sentence in enumerate(reading.sentences):
        if (
            sentence.closing == "?"
            or _instructs(reading, sentence)
            or _asks_on(reading, sentence, asked)
            or (asked.pairs and _repeats(reading, sentence, asked))
        ):
            pasted.add(number)
    return frozenset(pasted)


def _instructs(reading: Reading, sentence: Sentence) -> bool:
    """Whether it tells the reader what to answer (“name the …”), or leaves the answer open (“our clients are …”)."""
    if sentence.closing == "…" and sentence.end - sentence.first <= _SHORT_SENTENCE:
        return True
    if "instruction" not in reading.marks:
        return False
    words = reading.words
    return any(
        "instruction" in words[index].marks and (index == sentence.first or "function" in words[index + 1].marks)
        for index in range(sentence.first, sentence.end - 1)
        if reading.text.breaks[index]
    )


def _asks_on(reading: Reading, sentence: Sentence, asked: QuestionWords) -> bool:
    """Whether it strings together what was asked: “who takes it, who answers and by when”."""
    if "interrogative" not in reading.marks:
        return False
    words = reading.words
    openings = [
        index
        for index in range(sentence.first, sentence.end)
        if "interrogative" in words[index].marks
        and (index == sentence.first or reading.text.breaks[index] or "function" in words[index - 1].marks)
    ]
    if len(openings) < _QUESTIONS:
        return False
    telling = [word for word in words[sentence.first : sentence.end] if _is_telling(word)]
    return sum(word.stem in asked.posed for word in telling) >= _ASKED_SHARE * len(telling)


def _repeats(reading: Reading, sentence: Sentence, asked: QuestionWords) -> bool:
    """Whether most pairs of words, or nearly all telling words, stand in the question."""
    words = reading.words[sentence.first : sentence.end]
    if len(words) < _SHORTEST_PASTED:
        return False
    posed = asked.posed
    known = [word.stem in posed for word in words]
    if sum(known) < _PASTED_SHARE * len(words) / 2:
        return False
    pairs = list(pairwise(word.stem for word in words))
    if sum(pair in asked.pairs for pair in pairs) >= _PASTED_SHARE * len(pairs):
        return True
    telling = [is_known for is_known, word in zip(known, words, strict=True) if _is_telling(word)]
    return len(telling) >= _SHORTEST_PASTED and sum(telling) >= _KNOWN_SHARE * len(telling)


def _is_telling(word: Word) -> bool:
    return "function" not in word.marks and len(word.stem) > 2


def is_told_elsewhere(reading: Reading, asked: QuestionWords) -> bool:
    """Whether the answer speaks of another theme, and of the question's own with no word."""
    if any(reading.matches.get(f"core-{theme}") for theme in asked.themes):
        return False
    own = sum(
        len(reading.matches.get(f"{kind}-{theme}", ())) for theme in asked.themes for kind in ("topic", "general")
    )
    if own >= _OWN_HITS or {word.stem for word in reading.words} & asked.topic:
        return False
    return any(_is_told(reading, rule, asked) for rule in reading.matches)


def _is_told(reading: Reading, rule: str, asked: QuestionWords) -> bool:
    """Whether the rule shows that the answer is about a foreign theme.

    One word of its core tells, unless the theme or the question is a broad one; of its other words it takes several.
    """
    kind, _, theme = rule.partition("-")
    if kind not in ("core", "topic") or theme in asked.themes or (theme in BROAD and asked.themes & BROAD):
        return False
    matches = reading.matches[rule]
    if kind == "topic":
        told = theme == "clients" and reading.matches.keys() >= _TOLD
        return (
            theme not in _EVERYWHERE
            and not told
            and len({reading.words[m.first].stem for m in matches}) >= _FOREIGN_HITS
        )
    if theme in BROAD | OPEN or asked.themes & BROAD:
        return len(matches) > 1 or matches[0].first < _OPENING
    return True


def _cut(text: str, lexicon: Lexicon) -> list[str]:
    return [lexicon.cut_stem(raw) for raw in read_words(text).raw]
