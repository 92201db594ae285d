"""A page of the handbook, and how its template becomes Markdown."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from policy_kit.documents import AnyDocument, Text
from policy_kit.handbook.describing import Describer, IndescribableError
from policy_kit.handbook.edition import Edition, name_page
from policy_kit.handbook.escaping import plain
from policy_kit.handbook.later import Later
from policy_kit.handbook.making import describe_making
from policy_kit.handbook.own_templates import Fence, OwnTemplates, make_loader, render_own, require_data
from policy_kit.handbook.page_cache import digest
from policy_kit.handbook.pages.foot import Foot, make_foot
from policy_kit.handbook.past import list_past, show_past
from policy_kit.handbook.template_cache import open_template_cache
from policy_kit.handbook.wording import Wording
from policy_kit.languages import load_phrases

TEMPLATES = Path(__file__).parent.parent / "templates"
_Dumper: type = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
LONGEST_TITLE = 200
_LONGEST_DESCRIPTION = 160


@dataclass(frozen=True)
class Page:
    """One page: its address inside the site of its language, its title, and its Markdown."""

    uri: str
    title: str
    """Plain words."""
    source: "str | Recipe"
    """Its Markdown with front matter, or the recipe for it: most pages of a large handbook need not be held in memory,
    and a preview shows one at a time."""
    is_own: bool = False
    """Whether it is written by hand, in fuller Markdown than ours."""
    document: AnyDocument | None = None
    """The document that the page shows, where it shows one."""
    order: int = 0
    """The place that a hand-written page wants in its section, or a section's own page among the sections: 1 is the
    first behind what opens it. 0: at the end."""
    missing: tuple[str, ...] = ()
    """The languages in which a hand-written page is not there."""

    @property
    def markdown(self) -> str:
        """The Markdown with front matter; written when it is asked for, and again only when that was long ago."""
        return self.source if isinstance(self.source, str) else _RECENT.write(self.source)

    def make_key(self) -> bytes:
        """A digest of all that its Markdown is made of. Raises `IndescribableError`."""
        return digest(self.source) if isinstance(self.source, str) else self.source.make_key()


class _Recent:
    """What was written last, up to so many letters: a pack shows pages that stand for themselves, too."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._written: dict[Recipe, str] = {}

    def write(self, recipe: "Recipe") -> str:
        """What `recipe` makes."""
        found = self._written.get(recipe)
        if found is None:
            found = self._written[recipe] = recipe.write()
            self._size += len(found)
            if self._size > self._most:
                self._size = 0
                self._written = {}
        return found


_RECENT = _Recent(most=20_000_000)


@dataclass(frozen=True)
class Section:
    """Pages that stand together in the navigation; the first is the section's own page."""

    title: str
    """Plain words; empty for a page that stands alone."""
    pages: tuple[Page, ...]
    listed: bool = True
    """Whether the navigation lists its pages; others are reached from the pages that they belong to."""


WITHOUT_CONTENTS = {"hide": ["toc"]}
"""Front matter of a page that is itself a list: a table of contents beside it would say the same."""
LESS_FOUND = {"search": {"boost": 0.5}}
"""Front matter of a page that tells of other pages: the search shows it behind them."""


class PageWriter:
    """Writes the pages of one edition."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.describer = Describer()

    @cached_property
    def key(self) -> bytes:
        """A digest of what all pages of the edition are made of."""
        edition = self.edition
        if edition.templates:
            raise IndescribableError("templates of the company's own")
        return self.describer.describe(describe_making(), edition.names, edition.public, edition.kit.language)

    def say(self, key: str, /, **values: object) -> Text:
        """A phrase of the handbook as a text that needs no translation."""
        return {self.edition.language: Wording(self.edition.language, self.edition.first).say(key, **values)}

    def write(
        self,
        template: str,
        uri: str,
        title: Text,
        about: Text = "",
        *,
        heading: Text | None = None,
        meta: dict[str, Any] | None = None,
        document: AnyDocument | None = None,
        **values: Any,
    ) -> Page:
        """The page at `uri` from `template`.

        `title` stands in the navigation and, without a `heading`, above the page; `about` tells link previews what the
        page holds. Of the `document` that the page shows, its foot says who answers for it.
        """
        values |= {"heading": heading, "document": document}
        recipe = Recipe(self, template, uri, title, about, values, meta or {})
        words = Wording(self.edition.language, self.edition.first).words(title)
        return Page(uri, words, recipe, document=document)


@dataclass(frozen=True, eq=False)
class Recipe:
    """What the Markdown of a page is made of, and how."""

    writer: PageWriter
    template: str
    uri: str
    title: Text
    about: Text
    values: Mapping[str, Any]
    meta: Mapping[str, Any]

    def make_key(self) -> bytes:
        """A digest of all this. Raises `IndescribableError`."""
        return self._key

    @cached_property
    def _key(self) -> bytes:
        edition, document = self.writer.edition, self.values["document"]
        past = list_past(edition, document)
        file = edition.find_file(document) if document else ""
        own = (self.template, self.uri, self.title, self.about, self.values, self.meta)
        return self.writer.describer.describe(self.writer.key, own, past, file)

    def write(self) -> str:
        """The Markdown with front matter. Whatever goes into it must be in the key."""
        edition, document = self.writer.edition, self.values["document"]
        wording = Wording(edition.language, edition.first)
        title = wording.words(self.title)
        shown = {
            "title": self.title,
            "past": show_past(edition, document),
            "foot": make_foot(edition, document, title),
        }
        made = {key: value.make() if isinstance(value, Later) else value for key, value in self.values.items()}
        body = _fill(self.template, edition, wording, self.uri, shown | made)
        about = wording.words(self.about) if self.about else ""
        return f"{make_front_matter(title, about, **self.meta)}{body}\n"


def write_foot(edition: Edition, uri: str, foot: Foot) -> str:
    """The Markdown of a foot, for a page that is written by hand."""
    return _fill("foot.md.j2", edition, Wording(edition.language, edition.first), uri, {"foot": foot}).strip()


def _fill(template: str, edition: Edition, wording: Wording, uri: str, values: Mapping[str, object]) -> str:
    """What a template makes of `values` and of what every template may use: how things are said, written and found."""
    shared = {
        "names": edition.names,
        "say": wording.say,
        "text": wording.text,
        "long_text": wording.long_text,
        "words": wording.words,
        "day": wording.day,
        "number": wording.phrases.number,
        "wording": wording,
        "to": lambda goal: escape(find_way(uri, goal)),
        "standard_uri": partial(name_page, "standards"),
        "job_uri": partial(name_page, "jobs"),
    }
    return render_own(
        _open_templates(edition.templates).get_template(template),
        {**shared, **values},
        [one for _, one in edition.templates],
        load_phrases(edition.kit.language)("site.template_broken"),
    )


def make_front_matter(title: str, about: str = "", **meta: Any) -> str:
    """The head of a page's Markdown. The theme puts its texts into HTML as they are, so they are HTML already."""
    front = {"title": str(escape(shorten(title, LONGEST_TITLE)))}
    if about:
        front["description"] = str(escape(shorten(about, _LONGEST_DESCRIPTION)))
    return f"---\n{yaml.dump(front | meta, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)}---\n"


def find_way(start: str, goal: str) -> str:
    """The link from the page at `start` to the built page at `goal`; it holds on a web server and on a disk."""
    goal, _, anchor = goal.partition("#")
    way = posixpath.relpath(goal, posixpath.dirname(start) or ".")
    return way.removesuffix(".md") + ".html" + (f"#{anchor}" if anchor else "")


def shorten(words: str, most: int) -> str:
    """The beginning of a text, whole words only."""
    words = " ".join(words.split())
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"


@lru_cache(maxsize=4)
def _open_templates(own: OwnTemplates) -> Environment:
    """Templates in which every value is data: only what is `Markup` already goes onto the page as it is.

    With templates of the company's own, all of them run behind the fence.
    """
    ours = FileSystemLoader(TEMPLATES)
    environment = (Fence if own else Environment)(
        loader=make_loader(dict(own), ours) if own else ours,
        autoescape=True,
        finalize=(lambda value: _write_value(require_data(value))) if own else _write_value,
        undefined=StrictUndefined,
        bytecode_cache=None if own else open_template_cache(),
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do"],
    )
    # Ids are held to letters, digits and hyphens by the documents' models; as entities they would break an anchor.
    environment.filters["anchor"] = Markup
    return environment


def _write_value(value: object) -> Markup:
    return value if isinstance(value, Markup) else plain(str(value))
