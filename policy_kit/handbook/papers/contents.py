"""The contents of any document as numbered sections, made from the structure of its model.

Known kinds have their fields in the order in which one reads them and under names of their own; whatever else a kind
holds follows in the order of its model. So nothing of a document is ever missing on paper.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from policy_kit.documents import Document, Duration, Measure, Text
from policy_kit.handbook.papers.labels import name_field, name_value
from policy_kit.handbook.papers.paper import Clause, Facts, Paragraph, Part, Points, Run, Runs, Section, Table
from policy_kit.handbook.papers.references import References, find_name, holds_text, is_reference
from policy_kit.handbook.papers.steps import tell_ways
from policy_kit.handbook.papers.words import PaperWords

ELSEWHERE = frozenset({"kind", "id", "title", "effective", "until", "internal", "signed_by"})
"""Fields that stand at the head or the foot of a paper, or that are no text for its reader."""
LEADS = ("purpose", "statement", "preamble", "opening", "intro", "about")
"""The field that says what a document is for, the likeliest first; it stands at the top, without a heading."""
ORDER: dict[str, tuple[str, ...]] = {
    "standard": ("why", "steps", "requirements", "measure", "exceptions"),
}
HEADINGS = ("title", "term", "when", "principle", "post", "pillar")
"""Fields that name what stands below them."""
BARE = ("text", "meaning", "about", "do", "purpose", "promise", "emphasis")
"""Fields that need no name of their own right below a heading."""


class Contents:
    """Writes the contents of one document."""

    def __init__(self, document: Document, words: PaperWords, references: References) -> None:
        self._document = document
        self._words = words
        self._references = references
        self._phrases = words.wording.phrases
        self.lead = next((name for name in LEADS if getattr(document, name, None)), "")

    def write_facts(self) -> Facts:
        """The short fields: who answers for it, how many hours, where it comes from."""
        rows = [
            (self._name(self._document, field), self._tell(self._document, field)) for field in self._list(short=True)
        ]
        return Facts(tuple((label, runs) for label, runs in rows if runs))

    def write_lead(self) -> tuple[Part, ...]:
        """What the document is for."""
        text: Text | None = getattr(self._document, self.lead, None)
        if not text:
            return ()
        parts = self._words.paragraphs(text)
        return tuple(Paragraph(part.runs, "lead") if isinstance(part, Paragraph) else part for part in parts)

    def write_sections(self) -> tuple[Section, ...]:
        """Everything else, a section for every field that holds something."""
        sections: list[Section] = []
        for field in self._list(short=False):
            number = str(len(sections) + 1)
            parts = tuple(self._write_field(self._document, field, number))
            sections.append(Section(number, (Run(self._name(self._document, field)),), parts))
        return tuple(sections)

    def _list(self, *, short: bool) -> Iterator[str]:
        """The fields that hold something, in the order of reading: the short ones, or the others."""
        order = ORDER.get(str(getattr(self._document, "kind", "")), ())
        fields = sorted(type(self._document).model_fields, key=lambda name: _find(name, order))
        for field in fields:
            if field in ELSEWHERE or field == self.lead or not _holds_something(self._document, field):
                continue
            if _is_short(self._document, field) == short:
                yield field

    def _write_field(self, part: Document, field: str, number: str, first: int = 1) -> Iterator[Part]:
        """The value of a field; clauses in it have numbers below `number`, from `first` on."""
        value = getattr(part, field)
        if isinstance(value, Measure) or (isinstance(value, tuple) and all(isinstance(one, Measure) for one in value)):
            yield self._write_measures(value if isinstance(value, tuple) else (value,))
        elif isinstance(value, Document):
            yield from self._write_parts(value, number, skip="")
        elif not isinstance(value, tuple):
            yield from self._words.paragraphs(value)
        elif isinstance(value[0], Document):
            for at, one in enumerate(value):
                ways = tell_ways(value, at + 1, number, self._words) if first == 1 else ()
                yield self._write_clause(one, f"{number}.{first + at}", ways)
        else:
            for at, text in enumerate(value, start=first):
                yield Clause(f"{number}.{at}", self._words.runs(text))

    def _write_clause(self, part: Document, number: str, ways: tuple[Part, ...]) -> Clause:
        name = find_name(part)
        runs = self._tell(part, name) if name else ()
        parts = (*self._write_parts(part, number, skip=name or ""), *ways)
        return Clause(number, runs, parts, is_heading=name in HEADINGS)

    def _write_parts(self, part: Document, number: str, *, skip: str) -> Iterator[Part]:
        """The fields of a part: its texts, its lists, what is inside it; short things together in one line."""
        fields = [name for name in type(part).model_fields if name not in (*ELSEWHERE, skip, "then")]
        fields = [name for name in fields if _holds_something(part, name)]
        bare, clauses = skip in HEADINGS, 0  # the text right below a title needs no label
        for field in fields:
            value = getattr(part, field)
            if _is_short(part, field):
                continue
            label = "" if bare and field in BARE else self._name(part, field)
            bare = False
            if isinstance(value, str | dict):
                yield Paragraph((*self._label(label), *self._words.runs(value)))
            elif isinstance(value, tuple) and not isinstance(value[0], Document):
                yield Points(tuple(self._words.runs(text) for text in value), label=label)
            elif isinstance(value, Document | tuple):
                yield Paragraph(self._label(label, end=""), "label")
                yield from self._write_field(part, field, number, clauses + 1)
                clauses += len(value) if isinstance(value, tuple) else 0
        notes = [(self._name(part, field), self._tell(part, field)) for field in fields if _is_short(part, field)]
        if notes := [(name, runs) for name, runs in notes if runs]:
            yield Paragraph(tuple(self._join(notes)), "note")

    def _write_measures(self, measures: tuple[Measure, ...]) -> Table:
        say, wording = self._phrases, self._words.wording
        head = tuple(say(f"papers.measures.{name}") for name in ("what", "target", "every"))
        rows = tuple(
            (
                self._words.runs(measure.what),
                (Run(self._words.plain({wording.language: wording.measure(measure)})),),
                (Run(self._words.plain({wording.language: wording.how_often(measure)})),),
            )
            for measure in measures
        )
        return Table(head, rows, (5, 2, 2))

    def _join(self, notes: list[tuple[str, Runs]]) -> Iterator[Run]:
        for at, (label, runs) in enumerate(notes):
            yield Run(f"{'' if at == 0 else ' · '}{label}: ")
            yield from runs

    def _label(self, label: str, end: str = ": ") -> Runs:
        return (Run(f"{label}{end}", strong=True),) if label else ()

    def _name(self, part: Document, field: str) -> str:
        return name_field(type(part), field, self._phrases)

    def _tell(self, part: Document, field: str) -> Runs:
        """A short value in words."""
        value = getattr(part, field)
        if isinstance(value, dict) and not holds_text(type(part), field):  # several values for each language
            value = value.get(self._phrases.language, ())
        runs: list[Run] = []
        for at, one in enumerate(value if isinstance(value, tuple) else (value,)):
            runs += [Run(", ")] if at else []
            runs += self._tell_one(part, field, one)
        return tuple(runs)

    def _tell_one(self, part: Document, field: str, value: Any) -> Runs:
        if is_reference(type(part), field):
            return self._words.runs(self._references.find_title(part, field, value))
        if isinstance(value, bool):
            return (Run(self._phrases(f"papers.{'yes' if value else 'no'}")),)
        if isinstance(value, int | float):
            return (Run(self._tell_number(field, value)),)
        if isinstance(value, date):
            return (Run(self._words.wording.day(value)),)
        if isinstance(value, str) and not holds_text(type(part), field):
            return (
                Run(self._words.plain({self._phrases.language: name_value(type(part), field, value, self._phrases)})),
            )
        if isinstance(value, Duration):
            return (Run(self._phrases.duration(value.number, value.unit)),)
        return self._words.runs(value if isinstance(value, str | dict) else str(value))

    def _tell_number(self, field: str, value: float) -> str:
        number = self._phrases.number(value)
        key = f"papers.quantities.{field}"
        return self._phrases(key, n=value, number=number) if self._phrases.has(key) else number


def _find(field: str, order: tuple[str, ...]) -> int:
    return order.index(field) if field in order else len(order)


def _holds_something(part: Document, field: str) -> bool:
    """Whether there is anything to say; the bare number of a source means nothing to a reader."""
    value = getattr(part, field)
    if field == "source" and isinstance(value, str) and value.isdigit():
        return False
    return value is not None and value not in ((), {}, "")


def _is_short(part: Document, field: str) -> bool:
    """Whether a value is told in a word or two: a short name, a number, a day, a length of time, a source."""
    value = getattr(part, field)
    if field in ("source", "within", "every", "due") or is_reference(type(part), field):
        return True
    if isinstance(value, Document):
        return not isinstance(value, Measure) and hasattr(value, "number") and hasattr(value, "unit")
    if isinstance(value, tuple):
        return not isinstance(value[0], str | dict | Document)
    return not holds_text(type(part), field)
