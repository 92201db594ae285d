"""Tells changes in words, in the reader's language: what was changed, from what to what."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from policy_kit.documents import KINDS
from policy_kit.history.changes import NAMES, Change, find_name
from policy_kit.history.fields import (
    Step,
    find_group,
    find_main_field,
    find_reference,
    follow_way,
    is_language,
    is_text,
)
from policy_kit.history.weight import find_value, is_substantive
from policy_kit.history.words import Piece, compare_words
from policy_kit.kit import Way
from policy_kit.kit.durations import find_durations
from policy_kit.languages import Phrases, list_languages
from policy_kit.languages.naming import name_language

Titles = Callable[[str, str], str]
"""The title of what is named: of a sort of thing (a post, a standard, …) the one with this id; empty if unknown."""

SHORT = 60
"""So many letters of an old and a new wording are told side by side; longer ones as one text with marks."""
NAME = 40
"""So many letters of an entry that has no name stand for it."""
AROUND = 4
"""So many words around a change are told with it."""
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
UNIT = 3
"""So many words behind a number may tell what it counts: “two full working days”."""
TITLES = ("title", "name", "term")


@dataclass(frozen=True, slots=True)
class Told:
    """A change in words."""

    change: Change
    pieces: tuple[Piece, ...]
    """The sentence, with what was removed and what was added."""
    is_marked: bool
    """Whether one must see which words are removed and which added; else there is an arrow between old and new."""
    is_substantive: bool
    """Whether it matters to whoever signed the old version."""

    @property
    def sentence(self) -> str:
        """The sentence as plain text, with signs around removed and added words where one must see them."""
        if not self.is_marked:
            return "".join(piece.text for piece in self.pieces)
        signs = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}
        return "".join(piece.text.join(signs[piece.kind]) for piece in self.pieces)


def tell_changes(
    changes: Sequence[Change], old: Any, new: Any, phrases: Phrases, titles: Titles = lambda _sort, _id: ""
) -> tuple[Told, ...]:
    """The changes between two versions of a document, in words and in the order in which the model has the fields.

    Both versions must be given as they were compared.
    """
    kind = str(new.get("kind")) if isinstance(new, Mapping) else ""
    teller, order = _Teller(kind, old, new, phrases, titles), [*(KINDS[kind].model_fields if kind in KINDS else ())]
    told = [teller.tell(change) for change in changes]
    return tuple(sorted(told, key=lambda each: _rank(order, each.change.way)))


def _rank(fields: Sequence[str], way: Way) -> int:
    """In which place a field is told: as the model has them, whatever the order in the file or in a kept text."""
    return fields.index(str(way[0])) if way and way[0] in fields else len(fields)


class _Teller:
    """Tells the changes of one document."""

    def __init__(self, kind: str, old: Any, new: Any, phrases: Phrases, titles: Titles) -> None:
        self.kind = kind
        self.old = old
        self.new = new
        self.phrases = phrases
        self.titles = titles

    def tell(self, change: Change) -> Told:
        """One change in words."""
        side = self.old if change.kind == "removed" else self.new
        steps = follow_way(self.kind, side, change.way)
        matters = is_substantive(change, find_value(side, change.way[:-1]))
        if change.kind == "changed":
            pieces, is_marked = self._tell_changed(change, steps)
        else:
            pieces, is_marked = (self._tell_whole(change, steps),), False
        return Told(change, tuple(piece for piece in pieces if piece.text), is_marked, matters)

    def _tell_whole(self, change: Change, steps: Sequence[Step]) -> Piece:
        """What is new, has gone or has moved, as a whole."""
        value = change.old if change.kind == "removed" else change.new
        is_entry = steps[-1].sort == "entry"
        if change.kind == "moved":
            where = self._name_place(steps, change, is_named=True)
            before = self._find_neighbour(change)
            if before is None:
                return Piece("same", self._say("moved-first", where=where))
            other = self._quote(self._name_entry(before, steps[-1]))
            return Piece("same", self._say("moved-after", where=where, other=other))
        where = self._name_place(steps, change, is_named=is_entry and find_name(value) is not None)
        what = self._describe(value, steps)
        key = "removed" if change.kind == "removed" else "added-entry" if is_entry else "added"
        bare = "removed-bare" if change.kind == "removed" else "added-bare"
        if is_entry and what == find_name(value):
            return Piece("same", self._say(bare, where=where))
        sentence = self._say(key, where=where, what=what)
        return Piece("removed" if change.kind == "removed" else "added", sentence)

    def _find_neighbour(self, change: Change) -> Any:
        """The entry behind which another one stands now."""
        entries = find_value(self.new, change.way[:-1])
        return entries[change.now - 1] if change.now and isinstance(entries, list | tuple) else None

    def _tell_changed(self, change: Change, steps: Sequence[Step]) -> tuple[Sequence[Piece], bool]:
        old, new = change.old, change.new
        if len(change.way) > 1 and change.way[-1] == "id" and steps[-2].sort == "entry":
            where = self._name_place(steps[:-2], change, is_named=False, last=steps[-2])
            return [Piece("same", self._say("renamed", where=where, old=self._quote(old), new=self._quote(new)))], False
        where = self._name_place(steps, change, is_named=False)
        if is_text(_last_type(steps)) and isinstance(old, Mapping) != isinstance(new, Mapping):
            key = "translated" if isinstance(new, Mapping) else "untranslated"
            wordings = [*(old if isinstance(old, Mapping) else new).values()]
            if (new if isinstance(old, Mapping) else old) in wordings:
                return [Piece("same", self._say(key, where=where, what=self._describe(new, steps)))], False
            old, new = self._pick(old), self._pick(new)
        frame = self._say("changed", where=where, what="\0").split("\0")
        if isinstance(old, str) and isinstance(new, str) and self._is_prose(old, new, steps):
            pieces, is_marked = self._tell_words(old, new)
        else:
            pieces, is_marked = self._set_beside(self._describe(old, steps), self._describe(new, steps)), False
        return [Piece("same", frame[0]), *pieces, Piece("same", frame[1])], is_marked

    def _is_prose(self, old: str, new: str, steps: Sequence[Step]) -> bool:
        """Whether two texts are compared word by word: no dates, and nothing that is named by its id."""
        if find_reference(self.kind, tuple(steps)) or (DAY.fullmatch(old) and DAY.fullmatch(new)):
            return False
        return bool(old.strip() and new.strip())

    def _set_beside(self, old: str, new: str) -> list[Piece]:
        before, between, after = re.split("[\1\2]", self._say("replaced", old="\1", new="\2"))
        shown = [Piece("same", before), Piece("removed", old), Piece("same", between), Piece("added", new)]
        return [*shown, Piece("same", after)]

    def _tell_words(self, old: str, new: str) -> tuple[list[Piece], bool]:
        """Two wordings: side by side where one short phrase has given way to another, else one text with marks."""
        if max(len(old), len(new)) <= SHORT / 2 and _flatten(old) != _flatten(new):
            return self._set_beside(_flatten(old), _flatten(new)), False
        pieces = compare_words(old, new)
        kinds = [piece.kind for piece in pieces]
        first = kinds.index("removed") if "removed" in kinds else 0
        if kinds[first : first + 2] == ["removed", "added"] and kinds.count("same") == len(kinds) - 2:
            lead = pieces[first - 1].text.split() if first else []
            lead = lead[-1:] if len(lead) > 1 or first else lead
            before = " ".join([*lead, pieces[first].text.strip()])
            after = " ".join([*lead, pieces[first + 1].text.strip()])
            rest = pieces[first + 2].text if len(pieces) > first + 2 else ""
            unit = max((_find_unit(phrase, rest) for phrase in (before, after)), key=len)
            before, after = before + unit, after + unit
            if max(len(before), len(after)) <= SHORT and "\n" not in before + after:
                return self._set_beside(before, after), False
        if "same" not in {piece.kind for piece in pieces} and max(len(old), len(new)) <= SHORT:
            return self._set_beside(_flatten(old), _flatten(new)), False
        return list(_shorten(pieces)), True

    def _name_place(self, steps: Sequence[Step], change: Change, *, is_named: bool, last: Step | None = None) -> str:
        """Where a change is: “duty “complaints””, “step “record”, who”, “title (Slovenian)”."""
        steps = [*steps, last] if last else list(steps)
        parts: list[str] = []
        language, model = "", None
        side = self.old if change.kind == "removed" else self.new
        for number, step in enumerate(steps):
            if step.sort == "language":
                language = str(step.step)
            elif step.sort == "entry":
                is_last = number == len(steps) - 1
                label = self._name_field(steps[number - 1], is_entry=True) if number else ""
                parts = parts[:-1] if number and steps[number - 1].sort == "field" else parts
                entry = find_value(side, change.way[: number + 1]) if not is_last or is_named else None
                entry = entry if entry is not None else (change.old if is_last and is_named else None)
                name = self._name_entry(entry, step) if entry is not None and not isinstance(entry, str | int) else ""
                if isinstance(entry, str) and is_last and change.kind == "moved":
                    name = self._name_entry(entry, step)
                parts.append(" ".join(filter(None, (label, self._quote(name) if name else ""))))
                model = find_group(step.annotation)
            elif not (model and number and step.step == find_main_field(model)):
                parts.append(self._name_field(step, is_entry=False))
                model = None
        where = ", ".join(filter(None, parts)) or self.phrases("changes.fields.document")
        if language and language != self.phrases.language:
            return self._say("language", where=where, language=name_language(language, self.phrases.language))
        return where

    def _name_field(self, step: Step, *, is_entry: bool) -> str:
        """What a field is called: a list by its name, or one entry of it."""
        return name_field(str(step.step), self.phrases, is_entry=is_entry)

    def _name_entry(self, entry: Any, step: Step) -> str:
        """By which words readers know an entry: its title, else its id, else the beginning of its text."""
        if isinstance(entry, Mapping):
            title = next((entry[key] for key in TITLES if entry.get(key)), None)
            found = self._pick(title) if title else find_name(entry)
            if found:
                return found
            main = find_main_field(find_group(step.annotation))
            entry = entry.get(main) if main else next((each for each in entry.values() if isinstance(each, str)), "")
        words = _flatten(self._pick(entry))
        return words if len(words) <= NAME else words[: NAME - 1].rstrip() + "…"

    def _describe(self, value: Any, steps: Sequence[Step]) -> str:
        """A value in words."""
        if isinstance(value, bool):
            return self._say("yes" if value else "no")
        if isinstance(value, int | float):
            return self.phrases.number(value)
        if value is None or value in ("", [], {}):
            return self._say("nothing")
        if isinstance(value, str):
            sort = find_reference(self.kind, tuple(steps))
            return (self.titles(sort, value) if sort else "") or self._describe_day(value) or _flatten(value)
        if isinstance(value, list | tuple):
            entry = Step(0, "entry", None, _find_entry_type(steps))
            return "; ".join(self._describe(each, [*steps, entry]) for each in value)
        if all(map(is_language, value)) and not find_group(_last_type(steps)):
            return _flatten(self._pick(value))
        return self._describe_group(value, steps)

    def _describe_day(self, value: str) -> str:
        try:
            return self.phrases.date(date.fromisoformat(value)) if DAY.fullmatch(value) else ""
        except ValueError:
            return ""

    def _describe_group(self, group: Mapping[str, Any], steps: Sequence[Step]) -> str:
        """What a group is about, and behind it all the rest of it."""
        model = find_group(_last_type(steps))
        main = find_main_field(model) or next((key for key in group if key not in NAMES), "")
        details = []
        order = [*(model.model_fields if model else ())]
        for key, value in sorted(group.items(), key=lambda entry: _rank(order, (entry[0],))):
            field = model.model_fields.get(key) if model else None
            inner = [*steps, Step(key, "field", model, field.annotation if field else None)]
            if key == main:
                what = self._describe(value, inner)
            elif key not in NAMES:
                label = name_field(key, self.phrases, is_entry=False)
                details.append(self._say("detail", label=label, value=self._describe(value, inner)))
        if main not in group:
            return "; ".join(details) or str(find_name(group) or "")
        return self._say("and-so-on", what=what, rest="; ".join(details)) if details else what

    def _pick(self, text: Any) -> str:
        """The wording for the reader, else any."""
        if isinstance(text, Mapping):
            found = text.get(self.phrases.language) or next(iter(text.values()), "")
            return found if isinstance(found, str) else str(found)
        return "" if text is None else str(text)

    def _quote(self, text: str) -> str:
        return self._say("quoted", text=text)

    def _say(self, key: str, **values: object) -> str:
        return self.phrases(f"changes.{key}", **values)


def name_field(name: str, phrases: Phrases, *, is_entry: bool) -> str:
    """What a field is called in words; of a list, what one entry of it is called."""
    key = f"changes.fields.{name}"
    if not phrases.has(key):
        return name.replace("_", " ")
    entry, _, whole = str(phrases.find(key)).partition(" | ")
    return entry if is_entry or not whole else whole


def _last_type(steps: Sequence[Step]) -> Any:
    return steps[-1].annotation if steps else None


def _find_entry_type(steps: Sequence[Step]) -> Any:
    from typing import get_args, get_origin

    from policy_kit.history.fields import list_options

    lists = (part for part in list_options(_last_type(steps)) if get_origin(part) is tuple)
    return next((get_args(part)[0] for part in lists), None)


def _find_unit(phrase: str, rest: str) -> str:
    """What of the words behind a phrase belongs to the length of time with which it ends: “within two” – “ hours”."""
    text = f"{phrase} {' '.join(rest.split()[:UNIT])}" if rest[:1].isspace() else phrase
    spans = (span for language in list_languages() for span in find_durations(text, language))
    ends = [span.end for span in spans if span.start < len(phrase) < span.end]
    return text[len(phrase) : max(ends)] if ends else ""


def _flatten(text: str) -> str:
    return " ".join(text.split())


def _shorten(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Pieces with only some words around each change; a line end that was added or removed is shown as a sign."""
    for number, piece in enumerate(pieces):
        if piece.kind != "same":
            shown = _flatten_keeping_ends(piece.text) if piece.text.strip() else piece.text.replace("\n", "↵")
            yield Piece(piece.kind, shown)
            continue
        words = piece.text.split()
        is_first, is_last = number == 0, number == len(pieces) - 1
        if len(words) <= AROUND * (1 if is_first or is_last else 2) + 1:
            yield Piece("same", _flatten_keeping_ends(piece.text))
            continue
        head = "" if is_first else " ".join(words[:AROUND])
        tail = "" if is_last else " ".join(words[-AROUND:])
        lead = " " if piece.text[:1].isspace() else ""
        end = " " if piece.text[-1:].isspace() else ""
        yield Piece("same", f"{lead if head else ''}{' … '.join((head, tail)).strip()}{end if tail else ''}")


def _flatten_keeping_ends(text: str) -> str:
    """A text in one line; a blank at its beginning or end stays one."""
    lead = " " if text[:1].isspace() else ""
    end = " " if text[-1:].isspace() and text.strip() else ""
    return lead + _flatten(text) + end
