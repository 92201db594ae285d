"""What the site of one language is made of, in a form that another process can be handed."""

import json
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any

from policy_kit.handbook.site.markdown_pages import MarkdownPages


@dataclass(frozen=True)
class SiteJob:
    """One language of the handbook, ready to be turned into a site. All names and titles are safe HTML already."""

    language: str
    languages: dict[str, str]
    """Every language of the handbook with its own name, in order."""
    name: str
    initial: str
    """The letter that stands for the company where it has no logo."""
    description: str
    copyright: str
    links: list[tuple[str, str]]
    """Links at the foot of each page: title and address."""
    labels: dict[str, str]
    """Words of the frame that the theme does not have."""
    search: dict[str, Any]
    """What the search knows of the language: endings, common words, words that are alike."""
    terms: list[tuple[list[str], str, str]]
    """The words that the glossary explains: the forms of each, its meaning, its anchor."""
    pages: MarkdownPages
    own_pages: list[str]
    """Those of them that are written by hand, in fuller Markdown than ours."""
    navigation: list[tuple[str, list[tuple[str, str]]]]
    """Sections: title (empty for a page alone), and the addresses and titles of their pages."""
    papers: dict[str, str]
    """Address → file: pictures and downloads of hand-written pages."""
    theme: dict[str, str]
    """Address → file: the company's own style sheets, pictures and fonts."""
    partials: dict[str, tuple[str, str]]
    """Name → file and text: the company's own templates for parts of the frame."""
    logo: str | None
    icon: str
    """The icon that browsers show beside the title."""
    feeds: dict[str, str]
    """Address → what is new, for programs that watch for it."""
    colours: str
    """The style sheet with the company's colours and fonts."""
    out: str
    """The folder of this language's site."""
    making: str
    """A digest of the program that makes the pages, in hexadecimal digits."""
    cache: str = ""
    """The file that remembers built pages; empty where nothing is remembered."""
    before: str = ""
    """Where the site stands that this one will replace; empty where none does."""

    def to_json(self) -> str:
        """As text for another process, on one line; of the pages it holds the addresses."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return json.dumps(values | {"pages": list(self.pages)})

    @classmethod
    def from_json(cls, text: str | bytes, bring: Callable[[list[str]], MarkdownPages]) -> "SiteJob":
        """From that text; `bring` makes the pages of their addresses."""
        values: dict[str, Any] = json.loads(text)
        return cls(**values | {"pages": bring(values["pages"])})
