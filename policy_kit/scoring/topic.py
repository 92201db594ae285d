"""Compares an answer with its question: words that are pasted back, an answer to another question."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from policy_kit.documents import Question, Text, pick_text
from policy_kit.scoring.lexicon import Lexicon, load_lexicon
from policy_kit.scoring.reading import Reading
from policy_kit.scoring.words import normalise, read_words

_PASTED_SHARE = 0.65
_SHORTEST_PASTED = 3
_RIVAL_HITS = 2
_REMEMBERED = 256


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """A question as the answer is compared with it."""

    asked: frozenset[str]
    """Stems of the question's own wording."""
    pairs: frozenset[tuple[str, str]]
    """Neighbouring stems in the question, its hint and its prompts."""
    topic: frozenset[str]
    """Stems that belong to the question's topic."""
    rivals: tuple[frozenset[str], ...]
    """Stems of each theme that is not this question's."""


_Key = tuple[int, str, str, tuple[int, ...]]
_READ: dict[_Key, tuple[Question, tuple[Question, ...], QuestionWords]] = {}
"""Questions that were read, by identity (a question holds dictionaries and cannot be hashed), each kept alive here."""


def read_question(question: Question, language: str, first: str, others: tuple[Question, ...]) -> QuestionWords:
    """What the comparison needs of `question`, in `language` where the question speaks it."""
    key = (id(question), language, first, tuple(map(id, others)))
    if key not in _READ:
        if len(_READ) >= _REMEMBERED:
            _READ.clear()
        _READ[key] = (question, others, _read_question(question, language, first, others))
    return _READ[key][2]


def _read_question(question: Question, language: str, first: str, others: tuple[Question, ...]) -> QuestionWords:
    lexicon = load_lexicon(language)

    def stems(text: Text | None) -> list[str]:
        return _cut(pick_text(text, language, first), lexicon) if text is not None else []

    asked = stems(question.text)
    posed = [asked, stems(question.hint), *(stems(need.prompt) for need in question.needs)]
    pairs = frozenset(pair for wording in posed for pair in pairwise(wording))
    topic = _list_topic(question, language, lexicon) | _keep_telling(asked, lexicon)
    rivals = [_list_topic(other, language, lexicon) - topic for other in others if other.id != question.id]
    if not rivals:
        rivals = [theme - topic for theme in lexicon.themes.values() if len(theme & topic) < 2]
    return QuestionWords(frozenset(asked), pairs, topic, tuple(rivals))


def find_pasted(reading: Reading, asked: QuestionWords) -> frozenset[int]:
    """The sentences, by number, that repeat the question, its hint or a prompt."""
    pasted = set()
    for number, sentence in enumerate(reading.sentences):
        stems = [word.stem for word in reading.words[sentence.first : sentence.end]]
        if len(stems) < _SHORTEST_PASTED:
            continue
        pairs = list(pairwise(stems))
        if sum(pair in asked.pairs for pair in pairs) >= _PASTED_SHARE * len(pairs):
            pasted.add(number)
    return frozenset(pasted)


def is_off_topic(reading: Reading, asked: QuestionWords) -> bool:
    """Whether the answer speaks of another question's theme and with no word of its own."""
    stems = {word.stem for word in reading.words}
    if stems & asked.topic:
        return False
    return any(len(stems & rival) >= _RIVAL_HITS for rival in asked.rivals)


def _list_topic(question: Question, language: str, lexicon: Lexicon) -> frozenset[str]:
    words = question.topic.get(language, ())
    return frozenset(stem for entry in words for stem in _keep_telling(_cut(entry, lexicon), lexicon))


def _keep_telling(stems: Sequence[str], lexicon: Lexicon) -> frozenset[str]:
    """Without the words that stand in any text about clients."""
    return frozenset(stem for stem in stems if len(stem) > 2 and not lexicon.is_common(stem))


def _cut(text: str, lexicon: Lexicon) -> list[str]:
    return [lexicon.cut_stem(normalise(raw)) for raw in read_words(text).raw]
