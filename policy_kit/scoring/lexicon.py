"""What a language knows: classes of words and short patterns of them, compiled from the files in its folder."""

import importlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from policy_kit.languages.phrases import FOLDER, read_language_file
from policy_kit.scoring.words import normalise

RULES = ("rules_evidence", "rules_vague", "rules_topics", "rules_subjects")
"""The files of a language that hold rules."""
LONGEST_STEM = 18
CACHED_WORDS = 60_000
LONGEST_SUFFIX = 6
LONGEST_CACHED = 40
_SHAPES = frozenset(("#", "#:", "#/", "#year"))
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern: the mark that the word there must carry."""

    mark: str
    optional: bool
    gap: int
    """How many other words may stand before it."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A short sequence of marks that belongs to a rule."""

    rule: str
    elements: tuple[Element, ...]
    second: str
    """The mark that the very next word must carry; empty where another word may stand there."""
    last: str
    """The last mark that must come, by which most are ruled out at a glance; empty where all may be left out."""


@dataclass(frozen=True, slots=True)
class Starts:
    """The patterns that may begin with a word, by what must follow, so that most are never looked at."""

    by_next: Mapping[str, list[Pattern]]
    """By the mark of the very next word."""
    by_last: Mapping[str, list[Pattern]]
    """By a mark that some word of the sentence must carry; under "" those that ask for none."""
    next_marks: frozenset[str]
    last_marks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Word:
    """All that the language knows of one written form."""

    form: str
    stem: str
    marks: frozenset[str]
    rules: tuple[str, ...]
    """The rules that this word meets by itself."""
    starts: Starts
    """The longer patterns that may begin with it."""
    case: int
    """0 small, 1 Capitalised, 2 CAPITALS."""


@dataclass(slots=True)
class _Marks:
    """Which marks a form gets: by the whole form, or by its stem and the length of the ending after it."""

    exact: dict[str, set[str]] = field(default_factory=dict)
    stems: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    suffixes: dict[str, set[str]] = field(default_factory=dict)
    barred: dict[str, set[str]] = field(default_factory=dict)

    def find(self, form: str) -> set[str]:
        found = set(self.exact.get(form, ()))
        for length in range(1, min(len(form), LONGEST_SUFFIX + 1)):
            found |= self.suffixes.get(form[-length:], _NONE)
        for length in range(1, min(len(form), LONGEST_STEM) + 1):
            for mark, ending in self.stems.get(form[:length], ()):
                if len(form) - length <= ending:
                    found.add(mark)
        return found - self.barred.get(form, set())


class Lexicon:
    """The words and rules of one language, compiled from the entries of its files.

    `word` is that form; `word*` the stem with an ending; `word**` whatever follows; `*end` any word that ends so;
    `word+` is inflected by the language's own module; `!word` is not this form. In a pattern, `a|b` is either,
    `<class>` a word of that class, a trailing `?` may be left out, and `..3` lets up to three other words pass. `#` is
    a number, `#year` one that may be a year, `#:` a time of day, `#/` a pair like 24/7.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        settings = read_language_file(language, "lexicon")
        self._ending: int = settings["longest_ending"]
        self._inflect = _load_inflection(language)
        self._fold = str.maketrans(settings.get("fold", {}))
        self._endings = tuple(sorted(map(self.normalise, settings["endings"]), key=lambda e: (-len(e), e)))
        self._marks = _Marks()
        self._copies: dict[str, set[str]] = {}
        self._starts: dict[str, list[Pattern]] = {}
        self._started: dict[tuple[str, ...], Starts] = {}
        self._emitting: set[str] = set()
        self._cache: dict[str, Word] = {}
        rules = {name: entries for file in RULES for name, entries in read_language_file(language, file).items()}
        self._classes = frozenset(settings["words"]) | frozenset(rules) | _SHAPES
        self._read_classes(settings["words"])
        self._read_rules(rules)
        themes: Mapping[str, list[str]] = settings["themes"]
        self.themes = {name: frozenset(map(self.cut_stem, words)) for name, words in themes.items()}
        parts: Mapping[str, Mapping[str, list[str]]] = settings["parts"]
        self.parts = {
            theme: {part: frozenset(map(self.cut_stem, words)) for part, words in inner.items()}
            for theme, inner in parts.items()
        }
        self.subjects = (*self.themes, *(part for inner in self.parts.values() for part in inner))

    def read(self, raw: str) -> Word:
        """What we know of a word as it is written."""
        word = self._cache.get(raw)
        if word is None:
            word = self._look_up(raw)
            if len(raw) <= LONGEST_CACHED:
                if len(self._cache) >= CACHED_WORDS:
                    self._cache.clear()
                self._cache[raw] = word
        return word

    def normalise(self, raw: str) -> str:
        """The form under which this language looks a word up, letters folded that people leave out when typing."""
        return normalise(raw).translate(self._fold)

    def cut_stem(self, form: str) -> str:
        """A form without its ending: rough, but the same for most forms of a word."""
        form = self.normalise(form)
        for ending in self._endings:
            if form.endswith(ending) and len(form) - len(ending) >= 3:
                return form[: -len(ending)]
        return form

    def is_common(self, form: str) -> bool:
        """Whether the word stands in any text about clients, so that it says nothing of a topic."""
        return bool(self.read(form).marks & {"function", "client", "we", "everyday"})

    def _look_up(self, raw: str) -> Word:
        form = self.normalise(raw)
        marks = self._marks.find(form) | _find_shape(form)
        self._add_copies(marks)
        rules = tuple(sorted(marks & self._emitting))
        starts = self._list_starts(tuple(sorted(marks & self._starts.keys())))
        case = 0 if raw[:1] == raw[:1].lower() else 2 if len(raw) > 1 and raw == raw.upper() else 1
        return Word(form, self.cut_stem(form), frozenset(marks), rules, starts, case)

    def _list_starts(self, marks: tuple[str, ...]) -> Starts:
        """The patterns that begin with a word of these marks; most words share theirs with many others."""
        starts = self._started.get(marks)
        if starts is None:
            starts = _sort_patterns(pattern for mark in marks for pattern in self._starts[mark])
            self._started[marks] = starts
        return starts

    def _add_copies(self, marks: set[str]) -> None:
        """A word of a class carries the marks of every class and alternation that holds this class."""
        waiting = list(marks)
        while waiting:
            copies = self._copies.get(waiting.pop(), set()) - marks
            marks |= copies
            waiting += copies

    def _read_classes(self, classes: Mapping[str, Iterable[str]]) -> None:
        for name, entries in classes.items():
            for entry in map(str, entries):
                if entry in _SHAPES:
                    self._copies.setdefault(entry, set()).add(name)
                else:
                    self._mark(entry, name)

    def _read_rules(self, rules: Mapping[str, Iterable[str]]) -> None:
        for name, entries in rules.items():
            self._emitting.add(name)
            for entry in map(str, entries):
                if " " in entry or "<" in entry or "|" in entry:
                    self._read_pattern(name, entry)
                else:
                    self._mark(entry, name)

    def _read_pattern(self, rule: str, entry: str) -> None:
        elements: list[Element] = []
        gap = 0
        for part in entry.split():
            if part.startswith(".."):
                gap = int(part[2:])
                continue
            mark = part.removesuffix("?")
            elements.append(Element(self._name_mark(mark), part.endswith("?"), gap))
            gap = 0
        fixed = len(elements) > 1 and not elements[1].optional and not elements[1].gap
        last = next((element.mark for element in reversed(elements[1:]) if not element.optional), "")
        pattern = Pattern(rule, tuple(elements), elements[1].mark if fixed else "", last)
        self._starts.setdefault(elements[0].mark, []).append(pattern)

    def _name_mark(self, text: str) -> str:
        """One name for `a|b|<class>`; its words get that name as a mark."""
        inner = text.replace("<", "").replace(">", "")
        if inner in self._classes and text.startswith("<"):
            return inner
        for alternative in filter(None, inner.split("|")):
            if alternative in self._classes:
                self._copies.setdefault(alternative, set()).add(text)
            else:
                self._mark(alternative, text)
        return text

    def _mark(self, entry: str, mark: str) -> None:
        if entry.startswith("!"):
            self._marks.barred.setdefault(self.normalise(entry[1:]), set()).add(mark)
        elif entry.startswith("*"):
            self._marks.suffixes.setdefault(self.normalise(entry[1:]), set()).add(mark)
        elif entry.endswith("+"):
            for form in self._inflect(entry[:-1]):
                self._marks.exact.setdefault(self.normalise(form), set()).add(mark)
        elif entry.endswith("*"):
            ending = LONGEST_CACHED if entry.endswith("**") else self._ending
            self._marks.stems.setdefault(self.normalise(entry.rstrip("*")), []).append((mark, ending))
        else:
            self._marks.exact.setdefault(self.normalise(entry), set()).add(mark)


def _sort_patterns(patterns: Iterable[Pattern]) -> Starts:
    by_next: dict[str, list[Pattern]] = {}
    by_last: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        place, mark = (by_next, pattern.second) if pattern.second else (by_last, pattern.last)
        place.setdefault(mark, []).append(pattern)
    return Starts(by_next, by_last, frozenset(by_next), frozenset(by_last))


def _find_shape(form: str) -> set[str]:
    """The marks of numbers, which no list can hold."""
    if not form[:1].isdigit():
        return set()
    if "/" in form:
        return {"#/"}
    if ":" in form or (len(form) in (4, 5) and form[-3:-2] == "." and form[-2:].isdigit() and int(form[-2:]) < 60):
        return {"#:", "#"} if ":" not in form else {"#:"}
    year = len(form) == 4 and form.isdigit() and 1900 <= int(form) < 2100
    return {"#", "#year"} if year else {"#"}


def _load_inflection(language: str) -> Callable[[str], Iterable[str]]:
    """The language's own way to inflect a word, where it has a module for that; else the word as it is."""
    if not (FOLDER / language / "morphology.py").is_file():
        return lambda word: (word,)
    module = importlib.import_module(f"policy_kit.languages.{language}.morphology")
    inflect: Callable[[str], Iterable[str]] = module.inflect
    return inflect


@cache
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of `language`, read when it is first needed."""
    return Lexicon(language)
