"""What texts promise: by when an act is done, and by whom, so that two promises of the same act can be compared.

It would rather miss a contradiction than invent one: a part of a sentence with two deadlines says nothing here, and two
promises are of the same act only where most of their words are the same and nothing sets their cases apart.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, inf

from policy_kit.kit.deadlines import find_deadlines
from policy_kit.kit.durations import DAY, FoundDuration, TimeSpan, count_since
from policy_kit.kit.likeness import choose_words, find_keys, has_like, keep_telling, split_words
from policy_kit.kit.posts import PostNames, list_persons
from policy_kit.kit.sentences import (
    SORTS,
    Circumstances,
    Part,
    cut_at_commas,
    is_act_of_client,
    is_negated,
    is_past,
    list_parts,
    list_sentences,
    read_circumstances,
    refers_back,
    tells_receiver,
)

_ENOUGH = ((0.6, 0.34), (0.5, 0.66), (0.4, 1.0))
"""How much of one promise and of the other must be found in its opposite: the less of one, the more of the other."""

_MOST_DEADLINES = 20
"""In one sentence; nobody writes more, and each is compared with all the words of it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One promise of a text: an act, and by when it is done."""

    start: int
    """Where in the text its time stands."""
    quotation: str
    """The time as it is written."""
    span: TimeSpan
    words: tuple[str, ...]
    """The words that tell the act."""
    posts: tuple[str, ...]
    """The posts that are named with it, by their short names; who does it is among them."""
    keys: frozenset[str]
    """The same words by their beginnings, to see at once that two promises have nothing in common."""
    circumstances: Circumstances
    condition: tuple[str, ...] = ()
    """The words that tell in which case it is done."""
    aside: tuple[str, ...] = ()
    """The words that tell from when on its time runs."""
    before: float = 0
    """Of a step: the minutes that the steps before it may take. Whoever counts from the first of them adds those."""
    act: str = ""
    """What is done, as it is written: the act of a step, or the whole sentence."""
    verb: str = ""
    """Of a step: its first word, with which mostly what is done is told."""
    tells_receiver: bool = False
    """Whether it tells who gets something, not what is done: “the guest has an answer”."""

    def contradicts(self, other: "Claim") -> bool:
        """Whether this promise cannot be the same as another by its time; the other may be that of a step."""
        if not self.span.differs_from(other.span):
            return False
        (least, most), (low, high) = self.span.count_minutes(), other.span.count_minutes()
        together = high + other.before
        if together > DAY:  # nobody counts days to the hour
            together = together if together == inf else ceil(together / DAY) * DAY
        return not (other.before and low <= most and least <= together)


@lru_cache(maxsize=4096)
def find_claims(text: str, language: str, posts: PostNames) -> tuple[Claim, ...]:
    """The promises with a deadline in a text."""
    deadlines = find_deadlines(text, language)
    return tuple(_list_claims(text, language, posts, deadlines)) if deadlines else ()


@lru_cache(maxsize=4096)
def make_claim(
    act: str, language: str, quotation: str, span: TimeSpan, posts: tuple[str, ...], before: float = 0
) -> Claim:
    """The promise of a step, whose act, time and post stand apart. Its first sentence tells the act."""
    end = next(list_sentences(act))[1]
    told = _read_parts(act[:end], [*list_parts(act, 0, end, language, (), tails=True)], language)
    words, condition, aside = told.words, told.condition, told.aside
    if not words:  # it tells nothing but its case: then that is what it tells
        words, condition, aside = (*condition, *aside), (), ()
    return Claim(
        start=0,
        quotation=quotation,
        span=span,
        words=words,
        posts=posts,
        keys=find_keys((*words, *condition, *aside), language),
        circumstances=read_circumstances(act[:end], language),
        condition=condition,
        aside=aside,
        before=before,
        act=act[:end],
        verb=next(iter(words), ""),
    )


def weigh_likeness(one: Claim, other: Claim, title: str, language: str) -> float:
    """How surely two promises are of the same act: 0 where they need not be, else more than 0.

    `title` is that of the document to which the other belongs: it tells what it is about throughout.
    """
    if not one.keys & other.keys or (one.posts and other.posts and not set(one.posts) & set(other.posts)):
        return 0
    about = choose_words(title, language)
    if one.circumstances.exclude(other.circumstances, read_circumstances(title, language)):
        return 0
    mine, theirs = (*one.words, *one.aside, *one.condition), (*other.words, *other.aside, *other.condition)
    if other.condition and not _is_met(other.condition, (*mine, *about), language):
        return 0
    shared = [word for word in one.words if has_like(word, theirs, language)]
    if not any(not has_like(word, about, language) for word in shared):
        return 0  # only the subject of the whole document is the same
    known = [word for word in one.words if word in shared or has_like(word, about, language)]
    kept = [word for word in other.words if has_like(word, (*mine, *about), language)]
    covered, back = len(known) / len(one.words), len(kept) / len(other.words)
    if covered < 1 and other.verb and not one.tells_receiver and not has_like(other.verb, (*mine, *about), language):
        return 0  # with the same things something else is done
    if one.condition and not _is_met(one.condition, (*theirs, *about), language):
        enough = len(shared) > 1 and back == 1  # a case of its own, unless it tells all that the other does
    elif len(known) > 1:
        enough = any(covered >= mine and back >= theirs for mine, theirs in _ENOUGH)
    else:
        enough = covered == 1 and back >= 0.5 and other.circumstances.ways <= one.circumstances.ways
    return covered + back if enough else 0


@dataclass(frozen=True, slots=True)
class _Told:
    """The words of a sentence or a step by what they tell."""

    words: tuple[str, ...]
    condition: tuple[str, ...]
    aside: tuple[str, ...]
    beside: str = ""
    """All that tells no act, as it is written."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a text, read once for all its parts."""

    text: str
    bare: str
    """The same without lengths of time; each letter stands where it stood."""
    start: int
    end: int
    told: _Told
    posts: PostNames
    language: str


def _list_claims(text: str, language: str, posts: PostNames, deadlines: list[FoundDuration]) -> Iterator[Claim]:
    for start, end in list_sentences(text):
        inside = [found for found in deadlines if start <= found.start < end]
        if not inside or len(inside) > _MOST_DEADLINES or is_past(text[start:end], language):
            continue
        whole = [(found.start, found.end) for found in inside]
        bare = _blank(text, whole)
        parts = [*list_parts(text, start, end, language, whole)]
        told = _read_parts(bare, [part for part in parts if part.sort != "act"], language)
        sentence = _Sentence(text, bare, start, end, told, posts, language)
        subject: tuple[str, ...] = ()
        before = start
        for first, last in _list_acts(text, parts, inside, whole):
            named = [id for _, _, id in posts.find(split_words(bare[first:last]))]
            subject = tuple(dict.fromkeys(named)) or subject
            here = [found for found in inside if first <= found.start < last]
            if len(here) == 1 and (claim := _read_claim(sentence, before, (first, last), here[0], subject)):
                yield claim
            before = first


def _list_acts(
    text: str, parts: Sequence[Part], inside: Sequence[FoundDuration], whole: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The parts that tell acts; one with several times is cut at its commas."""
    for part in parts:
        if part.sort == "act":
            several = sum(part.start <= found.start < part.end for found in inside) > 1
            yield from cut_at_commas(text, part.start, part.end, whole) if several else [(part.start, part.end)]


def _read_claim(
    sentence: _Sentence, before: int, part: tuple[int, int], found: FoundDuration, subject: tuple[str, ...]
) -> Claim | None:
    """The promise of one part of a sentence; none where it says that something is not so, or is not ours.

    `before` is where the part before it begins: “is taped off at once and repaired within two days” goes on with its
    words.
    """
    (first, last), bare, language = part, sentence.bare, sentence.language
    if is_negated(bare[first:last], found.start - first, language):
        return None
    if is_act_of_client(sentence.text[first:last], language):
        return None
    words, beside, aside = _read_words(sentence, first, last, found)
    if not words:
        return None
    goes_on = before < first and len((*words, *beside)) == 1
    if goes_on:
        aside = (*aside, *_choose_unnamed(bare[before:first], sentence.posts, language))
    begin = sentence.start if goes_on or refers_back(bare[first:last], language) else first
    told = sentence.told
    condition, aside = (*beside, *told.condition), (*aside, *told.aside)
    return Claim(
        start=found.start,
        quotation=sentence.text[found.start : found.end],
        span=found.span,
        words=words,
        posts=subject,
        keys=find_keys((*words, *aside, *condition), language),
        circumstances=read_circumstances(f"{bare[begin:last]} {told.beside}", language),
        condition=condition,
        aside=aside,
        act=sentence.text[sentence.start : sentence.end].strip(),
        tells_receiver=tells_receiver(bare[first:last], language),
    )


def _read_words(
    sentence: _Sentence, first: int, last: int, found: FoundDuration
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The words of the act with a deadline, those beyond the commas around it, and those from when it runs."""
    text, bare, language, posts = sentence.text, sentence.bare, sentence.language, sentence.posts
    behind = found.end + count_since(text[found.end : last], language)
    aside: tuple[str, ...] = ()
    if behind > found.end:
        aside, last = _choose_unnamed(bare[behind:last], posts, language), behind
    start, end = bare.rfind(",", first, found.start) + 1 or first, bare.find(",", found.end, last)
    end = last if end < 0 else end
    words = _choose_unnamed(bare[start:end], posts, language)
    beside = _choose_unnamed(f"{bare[first:start]} {bare[end:last]}", posts, language)
    if not words:
        words, beside = beside, ()
    return (words, beside, aside) if words else (aside, (), ())


def _choose_unnamed(text: str, posts: PostNames | None, language: str) -> tuple[str, ...]:
    """The words of a text that tell something, without the names of posts and of those that look like one."""
    words = split_words(_blank(text, list_persons(text, language)))
    taken = {at for begin, behind, _ in posts.find(words) for at in range(begin, behind)} if posts else ()
    return keep_telling([word for at, word in enumerate(words) if at not in taken], language)


def _read_parts(text: str, parts: Sequence[Part], language: str) -> _Told:
    said = {sort: " ".join(text[part.start : part.end] for part in parts if part.sort == sort) for sort in SORTS}
    words, condition, aside = (_choose_unnamed(said[sort], None, language) for sort in SORTS)
    return _Told(words, condition, aside, f"{said['condition']} {said['aside']}")


def _is_met(condition: Iterable[str], words: Sequence[str], language: str) -> bool:
    return any(has_like(word, words, language) for word in condition)


def _blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
