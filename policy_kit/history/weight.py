"""Which changes matter to whoever signed a document, and which are only a matter of wording.

Substantive is what changes a number, a date, a deadline or a reference to another document; a word that binds (must,
only, except, before, daily); every word of a duty, a step, a requirement or a measure; and what is new or has gone.
Spelling, punctuation, translations with the same figures and wording elsewhere are editorial. In doubt a change
matters: a signature too many costs less than one without worth.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from policy_kit.history.changes import Change, compare_documents, find_name
from policy_kit.history.fields import is_language
from policy_kit.kit import Way
from policy_kit.kit.durations import find_durations
from policy_kit.languages import list_languages, read_language_file

WEIGHTY = frozenset({"duties", "measures", "measure", "steps", "requirements"})
"""In these fields every word counts, and the order, too."""
REMARKS = frozenset({"source"})
"""Fields that say nothing about the work itself."""
COUNTED = ("number", "unit", "workday", "weekday", "month", "daypart", "negation")
"""The classes of words that set a deadline, a frequency or a limit, or turn a sentence into its opposite."""
TOKEN = re.compile(r"[-–−](?=\d)|\d+(?:[.,:/]\d+)*|\w+|[<>≤≥±%‰€$£+]")
ROMAN = re.compile(r"[IVX]{2,}")
THOUSANDS = re.compile(r",\d{3}(?!\d)")
REFERENCE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def list_substantive(old: Any, new: Any) -> tuple[Change, ...]:
    """The changes from `old` to `new` that matter to whoever signed the old version."""
    return tuple(
        change
        for change in compare_documents(old, new)
        if is_substantive(change, find_value(new if change.kind == "added" else old, change.way[:-1]))
    )


def is_substantive(change: Change, around: Any = None) -> bool:
    """Whether a change matters to whoever signed.

    `around` is the group in which the value stands. It tells whether a translation that is new, or has gone, has the
    same figures as the other wordings; left out, any figure in it matters.
    """
    if any(step in REMARKS for step in change.way) or _is_call_name(change.way):
        return False
    is_weighty = any(step in WEIGHTY for step in change.way)
    if change.kind == "moved":
        return is_weighty
    if change.kind != "changed":
        return not _is_translation(change) or _adds_figures(change, around)
    if isinstance(change.old, str) and isinstance(change.new, str):
        return _matters(change.old, change.new, is_weighty, change.way)
    wordings, others = _list_wordings(change.old), _list_wordings(change.new)
    if not wordings or not others:
        return True
    return all(_matters(one, two, is_weighty, change.way) for one in wordings for two in others)


def find_value(document: Any, way: Way) -> Any:
    """What stands at `way`, through lists by the ids of entries; None where nothing does."""
    for step in way:
        if isinstance(document, Mapping):
            document = document.get(step)
        elif isinstance(document, list | tuple):
            entries: dict[Any, Any] = dict(enumerate(document)) | {find_name(entry): entry for entry in document}
            document = entries.get(step)
        else:
            return None
    return document


def list_figures(text: str, language: str = "") -> tuple[str, ...]:
    """The numbers, dates, deadlines and negations in a text, in order; in any language where none is given.

    A length of time is one, however it is spelled: “within two days” and “in 2 days” are the same.
    """
    languages = (language,) if language in list_languages() else list_languages()
    spans = max((find_durations(text, each) for each in languages), key=len)
    figures: list[str] = []
    start = 0
    for each in spans:
        figures += _list_marked_tokens(text[start : each.start], languages)
        figures.append(f"{each.span.least:g}-{each.span.most:g} {each.span.unit}")
        start = each.end
    return (*figures, *_list_marked_tokens(text[start:], languages))


def _list_marked_tokens(text: str, languages: Sequence[str]) -> tuple[str, ...]:
    marks = (_find_mark(token, languages) for token in TOKEN.findall(text))
    return tuple(mark for mark in marks if mark is not None)


def _find_mark(token: str, languages: Sequence[str]) -> str | None:
    """What a token counts as: a number or a sign as itself, a word that binds by its group; None for other words."""
    if not token.isalpha():
        return _tidy_number(token.lower()).replace("–", "-").replace("−", "-")
    if ROMAN.fullmatch(token):
        return token
    word = token.lower().replace("ё", "е")
    for language in languages:
        if mark := _read_marks(language).find(word):
            return mark
        if _is_counted(word, language):
            return word.rstrip("s")
    return None


def _matters(old: str, new: str, is_weighty: bool, way: Way) -> bool:
    if _list_tokens(old) == _list_tokens(new):
        return False
    if is_weighty or (REFERENCE.fullmatch(old) and REFERENCE.fullmatch(new)):
        return True
    language = str(way[-1]) if way else ""
    return list_figures(old, language) != list_figures(new, language)


def _list_tokens(text: str) -> list[str]:
    """The words of a text, without punctuation and the size of letters."""
    tokens = TOKEN.findall(text.replace("–", "-"))
    return [_tidy_number(token.casefold().replace("ё", "е")) for token in tokens]


def _tidy_number(token: str) -> str:
    """A number with a point, however its language divides the fraction; in “1,000” the comma may mark the thousands."""
    return token if THOUSANDS.search(token) else token.replace(",", ".")


def _is_call_name(way: Way) -> bool:
    """Whether it is the id of an entry, by which only documents call it; readers do not see it."""
    return len(way) > 1 and way[-1] == "id"


def _is_translation(change: Change) -> bool:
    value = change.new if change.kind == "added" else change.old
    return len(change.way) > 1 and isinstance(value, str) and is_language(change.way[-1])


def _adds_figures(change: Change, around: Any) -> bool:
    """Whether a wording has other numbers than its translations; which words count differs between languages."""
    own = _list_numbers(str(change.new if change.kind == "added" else change.old))
    others = [each for key, each in around.items() if key != change.way[-1]] if isinstance(around, Mapping) else []
    texts = [text for text in others if isinstance(text, str)]
    return own not in [_list_numbers(text) for text in texts] if texts else bool(own)


def _list_numbers(text: str) -> list[str]:
    return sorted(token.replace(",", ".") for token in TOKEN.findall(text) if token[0].isdigit())


def _list_wordings(value: Any) -> list[str]:
    """A plain text, or the wordings of a text in several languages; nothing of anything else."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping) and all(map(is_language, value)):
        return [text for text in value.values() if isinstance(text, str)]
    return []


def _is_counted(word: str, language: str) -> bool:
    exact, stems, endings, longest = _read_counted(language)
    if word in exact or word.endswith(endings):
        return True
    return any(word.startswith(stem) and len(word) - len(stem) <= longest for stem in stems)


@cache
def _read_counted(language: str) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...], int]:
    """The words that count in a language: whole words, beginnings, ends, and the longest ending after a beginning."""
    settings = read_language_file(language, "lexicon")
    joining = {str(word) for name in ("joining", "function") for word in settings["words"].get(name, ())}
    entries = [str(entry) for name in COUNTED for entry in settings["words"].get(name, ())]
    entries = [entry for entry in entries if entry not in joining - _read_always(settings) and entry[0] not in "#!"]
    stems = tuple(entry.rstrip("*+") for entry in entries if entry.endswith(("*", "+")))
    endings = tuple(entry.lstrip("*") for entry in entries if entry.startswith("*"))
    return frozenset(entries), stems, endings, settings["longest_ending"]


class _Marks:
    """The words of a language that bind, and their groups."""

    def __init__(self, groups: Mapping[object, Sequence[str]], longest: int) -> None:
        named = [(str(word), str(group)) for group, words in groups.items() for word in words]
        self._exact = {word: group for word, group in named if not word.endswith("*")}
        self._stems = [(word.rstrip("*"), group, word.endswith("**")) for word, group in named if word.endswith("*")]
        self._longest = longest

    def find(self, word: str) -> str | None:
        """The group of a word; None for one that does not bind."""
        if word in self._exact:
            return self._exact[word]
        for stem, group, is_endless in self._stems:
            if word.startswith(stem) and (is_endless or len(word) - len(stem) <= self._longest):
                return group
        return None


@cache
def _read_marks(language: str) -> _Marks:
    longest = read_language_file(language, "lexicon")["longest_ending"]
    return _Marks(read_language_file(language, "weight")["marks"], longest)


def _read_always(settings: Mapping[str, Any]) -> set[str]:
    """Numbers and negations count even where they are words of every sentence."""
    return {str(word) for name in ("number", "negation") for word in settings["words"].get(name, ())}
