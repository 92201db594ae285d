"""The words of one page in its reader's language, and whether some of them had to stay in the company's own."""

from datetime import date

from markupsafe import Markup

from policy_kit.documents import Duration, Measure, Text, has_language, pick_text
from policy_kit.handbook.escaping import plain, rich
from policy_kit.languages import Phrases, load_phrases
from policy_kit.languages.naming import name_language

TOPICS = (
    "clients",
    "connections",
    "guide",
    "releases",
    "translations",
    "ways",
    "work",
)
"""Parts of the handbook whose phrases stand in a file of their own."""


class Wording:
    """Turns texts of documents into safe words of a page; remembers what was not translated."""

    def __init__(self, language: str, first: str) -> None:
        self.language = language
        self.first = first
        self.phrases: Phrases = load_phrases(language)
        self._foreign: dict[str, None] = {}

    def say(self, key: str, /, **values: object) -> str:
        """One of the handbook's own phrases; a large topic has a file of its own, and its keys begin with its name."""
        return self.phrases(key if key.partition(".")[0] in TOPICS else f"handbook.{key}", **values)

    def words(self, text: Text) -> str:
        """The bare words, for a title or a drawing, where there is no room for a note."""
        return pick_text(text, self.language, self.first)

    def text(self, text: Text) -> Markup:
        """A short text in the flow of the page; marked with its language where it is not translated."""
        return self._mark(text, plain(self.words(text)), "span")

    def long_text(self, text: Text) -> Markup:
        """A text of one or more paragraphs, with lists, emphasis and links."""
        return self._mark(text, rich(self.words(text)), "div")

    def day(self, day: date) -> str:
        """A day in the form that it takes inside a sentence, where some languages inflect the month."""
        months: list[str] = self.phrases.find("handbook.months")
        return self.say("day", day=day.day, month=months[day.month - 1], year=day.year)

    def measure(self, measure: Measure) -> str:
        """The target of a measure in words: “95 %”, “2 hours”."""
        return self.amount(measure.target, self.words(measure.unit))

    def amount(self, amount: float, unit: str) -> str:
        """A number with its unit: a usual one, or the company's own word."""
        return self.phrases.amount(amount, unit)

    def duration(self, span: Duration) -> str:
        """A length of time in words: “4 working hours”."""
        return self.phrases.duration(span.number, span.unit)

    def how_often(self, measure: Measure) -> str:
        """How often a measure is looked at: “every month”."""
        return self.period(measure.every)

    def period(self, every: Text) -> str:
        """How often something happens: the word for a usual period, or the company's own words."""
        period = self.words(every)
        return self.say(f"every.{period}") if self.phrases.has(f"handbook.every.{period}") else period

    def note_foreign(self, language: str) -> None:
        """Remembers that something on the page stands in `language`, which is not the page's own."""
        self._foreign[language] = None

    @property
    def is_complete(self) -> bool:
        """Whether all of the page, as far as it is written, stands in its own language."""
        return not self._foreign

    def name_foreign(self) -> str:
        """The other languages on the page, by name."""
        return ", ".join(name_language(language, self.language) for language in self._foreign)

    def _mark(self, text: Text, words: Markup, tag: str) -> Markup:
        if has_language(text, self.language, self.first):
            return words
        language = self.first if isinstance(text, str) or self.first in text else next(iter(text))
        self.note_foreign(language)
        mark = Markup('<{tag} class="pk-foreign" lang="{language}">{words}</{tag}>')
        return mark.format(tag=tag, language=language, words=words)
