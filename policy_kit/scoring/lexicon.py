"""What a language knows: classes of words and short patterns of them, compiled from the files in its folder."""

import importlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from policy_kit.languages.phrases import FOLDER, read_language_file
from policy_kit.scoring.marks import SHAPES, Marks
from policy_kit.scoring.patterns import Pattern, Starts, compile_pattern, sort_patterns
from policy_kit.scoring.words import normalise

RULES = ("rules_evidence", "rules_vague", "rules_topics", "rules_subjects")
"""The files of a language that hold rules."""
SHORTEST_STEM = 3
CACHED_WORDS = 60_000
CACHED_KINDS = 20_000
LONGEST_CACHED = 40
_COMMON = frozenset(("function", "client", "we", "everyday"))


@dataclass(frozen=True, slots=True)
class Kind:
    """What all words have in common that carry the same marks."""

    marks: frozenset[str]
    names: frozenset[str]
    """Those of its marks that are names of classes and rules; the others stand for one place of a pattern each."""
    rules: tuple[str, ...]
    """The rules that such a word meets by itself."""
    starts: Starts
    """The longer patterns that may begin with it."""
    seconds: frozenset[str]
    """Those of its marks for which a pattern may ask right after its first word."""
    lasts: frozenset[str]
    """Those for which a pattern may ask further on."""


@dataclass(frozen=True, slots=True)
class Word:
    """All that the language knows of one written form."""

    form: str
    stem: str
    case: int
    """0 small, 1 Capitalised, 2 CAPITALS."""
    marks: frozenset[str]
    """The classes to which it belongs and the rules that it meets."""
    kind: Kind


class _Words(dict[str, Word]):
    """The words that were looked up, by how they are written; not more of them than `CACHED_WORDS`."""

    def __init__(self, look_up: Callable[[str], Word]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, raw: str) -> Word:
        word = self._look_up(raw)
        if len(raw) <= LONGEST_CACHED:
            if len(self) >= CACHED_WORDS:
                self.clear()
            self[raw] = word
        return word


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
        self._endings = frozenset(map(self.normalise, settings["endings"]))
        self._longest_ending = max(map(len, self._endings))
        self._marks = Marks()
        self._copies: dict[str, set[str]] = {}
        self._starts: dict[str, list[Pattern]] = {}
        self._seconds: set[str] = set()
        self._lasts: set[str] = set()
        self._emitting: set[str] = set()
        self._words = _Words(self._look_up)
        self._kinds: dict[frozenset[str], Kind] = {}
        self._started: dict[tuple[str, ...], Starts] = {}
        rules = {name: entries for file in RULES for name, entries in read_language_file(language, file).items()}
        self._classes = frozenset(settings["words"]) | frozenset(rules) | SHAPES
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
        return self._words[raw]

    def read_all(self, raw: Iterable[str]) -> list[Word]:
        """What we know of each of many words."""
        return list(map(self._words.__getitem__, raw))

    def normalise(self, raw: str) -> str:
        """The form under which this language looks a word up, letters folded that people leave out when typing."""
        form = normalise(raw)
        return form.translate(self._fold) if self._fold else form

    def cut_stem(self, form: str) -> str:
        """A form without its ending: rough, but the same for most forms of a word."""
        form = self.normalise(form)
        for length in range(min(self._longest_ending, len(form) - SHORTEST_STEM), 0, -1):
            if form[-length:] in self._endings:
                return form[:-length]
        return form

    def is_common(self, form: str) -> bool:
        """Whether the word stands in any text about clients, so that it says nothing of a topic."""
        return not _COMMON.isdisjoint(self.read(form).marks)

    def _look_up(self, raw: str) -> Word:
        form = self.normalise(raw)
        case = 0 if raw[:1] == raw[:1].lower() else 2 if len(raw) > 1 and raw == raw.upper() else 1
        kind = self._find_kind(frozenset(self._marks.find(form)))
        return Word(form, self.cut_stem(form), case, kind.names, kind)

    def _find_kind(self, listed: frozenset[str]) -> Kind:
        """The kind of the words that are listed with these marks."""
        kind = self._kinds.get(listed)
        if kind is None:
            if len(self._kinds) >= CACHED_KINDS:
                self._kinds.clear()
                self._started.clear()
            marks = self._add_copies(listed)
            kind = self._kinds[listed] = Kind(
                marks=marks,
                names=marks & self._classes,
                rules=tuple(sorted(marks & self._emitting)),
                starts=self._list_starts(tuple(sorted(marks & self._starts.keys()))),
                seconds=marks & self._seconds,
                lasts=marks & self._lasts,
            )
        return kind

    def _list_starts(self, marks: tuple[str, ...]) -> Starts:
        """The patterns that begin with a word of these marks; most kinds share theirs with many others."""
        starts = self._started.get(marks)
        if starts is None:
            starts = self._started[marks] = sort_patterns(p for mark in marks for p in self._starts[mark])
        return starts

    def _add_copies(self, listed: frozenset[str]) -> frozenset[str]:
        """A word of a class carries the marks of every class and alternation that holds this class."""
        marks = set(listed)
        waiting = list(listed)
        while waiting:
            if copies := self._copies.get(waiting.pop()):
                waiting += copies - marks
                marks |= copies
        return frozenset(marks)

    def _read_classes(self, classes: Mapping[str, Iterable[str]]) -> None:
        for name, entries in classes.items():
            for entry in map(str, entries):
                if entry in SHAPES:
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
        pattern = compile_pattern(rule, entry, self._name_mark)
        self._starts.setdefault(pattern.elements[0].mark, []).append(pattern)
        if pattern.second:
            self._seconds.add(pattern.second)
        else:
            self._lasts.add(pattern.last)

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
            self._marks.add_suffix(self.normalise(entry[1:]), mark)
        elif entry.endswith("+"):
            for form in self._inflect(entry[:-1]):
                self._marks.exact.setdefault(self.normalise(form), set()).add(mark)
        elif entry.endswith("*"):
            ending = LONGEST_CACHED if entry.endswith("**") else self._ending
            self._marks.add_stem(self.normalise(entry.rstrip("*")), mark, ending)
        else:
            self._marks.exact.setdefault(self.normalise(entry), set()).add(mark)


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
