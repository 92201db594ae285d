"""The glossary: every word with its meaning, in the order of the reader's alphabet."""

import unicodedata

from policy_kit.documents import Glossary, Term
from policy_kit.handbook.edition import Edition
from policy_kit.handbook.pages.page import Page, PageWriter
from policy_kit.handbook.site.terms import Entry

URI = "glossary.md"
_PLAIN = {"č": "c\u007f", "ć": "c\u007e", "š": "s\u007f", "ž": "z\u007f", "đ": "d\u007f", "ё": "е"}
"""Letters that stand behind their plain neighbour in an alphabet, or with it."""


def write_glossary_page(writer: PageWriter, glossary: Glossary) -> Page:
    """The page of the glossary."""
    return writer.write(
        "glossary.md.j2",
        URI,
        glossary.title,
        writer.say("ways.glossary.lead"),
        document=glossary,
        glossary=glossary,
        terms=sorted(glossary.terms, key=lambda term: _order(writer.edition.pick(term.term))),
        titles={term.id: term.term for term in glossary.terms},
    )


def list_entries(edition: Edition) -> list[Entry]:
    """The terms as pages mark them: the forms of each in this edition's language, its meaning and its anchor."""
    if edition.kit.glossary is None:
        return []
    entries = ((_list_forms(term, edition), term) for term in edition.kit.glossary.terms)
    return [
        (forms, " ".join(edition.pick(term.meaning).split()), f"term-{term.id}") for forms, term in entries if forms
    ]


def _list_forms(term: Term, edition: Edition) -> list[str]:
    """How a term is written in the language of the edition; a plain string is written in the company's own."""
    if isinstance(term.term, str):
        own = [term.term] if edition.language == edition.first else []
    else:
        own = [term.term[edition.language]] if edition.language in term.term else []
    return [*own, *term.forms.get(edition.language, ())]


def _order(word: str) -> str:
    small = unicodedata.normalize("NFC", word.casefold())
    return "".join(_PLAIN.get(letter, letter) for letter in small)
