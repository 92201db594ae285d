"""What a company may change about its handbook, in site/mkdocs.yml: names, colours and links, nothing that runs."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError, to_json

from policy_kit.documents import Document, Text
from policy_kit.errors import UsageError
from policy_kit.handbook.colours import COLOUR
from policy_kit.handbook.files import read_text
from policy_kit.kit.causes import Cause, tell_causes
from policy_kit.kit.nodes import Mapping
from policy_kit.kit.refusals import list_refusals
from policy_kit.kit.source import Source
from policy_kit.kit.syntax import Tree, read_tree
from policy_kit.languages import Phrases

FILE = "site/mkdocs.yml"
_ADDRESS = re.compile(r"https?://[^\s<>\"'`{}|\\^]+")


def _require_colour(value: str) -> str:
    if not COLOUR.fullmatch(value):
        raise PydanticCustomError("colour", "not a colour")
    return value


def _require_address(value: str) -> str:
    if not _ADDRESS.fullmatch(value):
        raise PydanticCustomError("address", "not an address")
    return value


_OWN_ERRORS = ("colour", "address")

Colour = Annotated[str, AfterValidator(_require_colour)]


class Palette(Document):
    """The company's two colours."""

    primary: Colour = "#1d5c58"
    """The colour of links and headings, as #rrggbb; made darker or lighter where it could not be read."""
    accent: Colour = "#b4591f"
    """The second colour, for what should stand out."""


class Font(Document):
    """The company's own letters: files in site/theme, which the handbook brings along; nothing is fetched."""

    text: str = ""
    """The font file for texts, for example fonts/Text.woff2."""
    headings: str = ""
    """The font file for headings; left out, headings keep the letters they come with."""


class Theme(Document):
    """How the handbook looks."""

    name: Literal["material"] = "material"
    """Always “material”."""
    palette: Palette = Palette()
    """The company's colours."""
    logo: str = ""
    """The company's mark, a picture in site/theme; left out, one that is called logo there."""
    favicon: str = ""
    """The icon that browsers show, a picture in site/theme; left out, one that is called favicon there."""
    font: Font = Font()
    """The company's letters."""


class Link(Document):
    """A link at the foot of each page."""

    title: Text
    """What the link says."""
    url: Annotated[str, AfterValidator(_require_address)]
    """Where it leads."""


class Extra(Document):
    """What stands on every page beside its content."""

    links: tuple[Link, ...] = ()
    """Links at the foot of each page, for example to the company's own site."""


class Settings(Document):
    """The settings of a handbook. The keys have the names of MkDocs, so that who knows it feels at home."""

    site_name: str = ""
    """The name in the header; left empty, the company's."""
    site_description: str = ""
    """What search engines and link previews say of the handbook."""
    site_url: Annotated[str, AfterValidator(_require_address)] | Literal[""] = ""
    """Where the handbook stands on the web, for the links of its feeds: https://handbook.example.com."""
    copyright: str = ""
    """The line at the foot of each page."""
    docs_dir: Literal["pages"] = "pages"
    """Always “pages”: where hand-written pages are."""
    site_dir: Literal["public"] = "public"
    """Always “public”: where the built handbook goes."""
    plugins: tuple[Literal["policy-kit"], ...] = ()
    """Always [policy-kit], or left out: with it, MkDocs itself can build the handbook."""
    theme: Theme = Theme()
    """How the handbook looks."""
    extra: Extra = Extra()
    """What stands on every page beside its content."""


def read_settings(folder: Path, phrases: Phrases) -> Settings:
    """The settings of the kit in `folder`. What is not set, and a missing file, leave everything as it comes."""
    if not (folder / FILE).is_file():
        return Settings()
    source = Source(FILE, read_text(folder, FILE, phrases))
    tree = read_tree(source)
    settings, errors = _validate(tree)
    told = [f"{problem} {problem.help}" for problem in tell_causes(_list_causes(source, tree, errors), phrases)]
    if told := [*_tell_own(source, tree, errors, phrases), *told]:
        raise UsageError("\n".join(told))
    return settings


def _validate(tree: Tree) -> tuple[Settings, list[ErrorDetails]]:
    if not tree.complete or not isinstance(tree.root, Mapping):
        return Settings(), []
    try:
        return Settings.model_validate_json(to_json(tree.root.data), strict=True), []
    except ValidationError as refusal:
        return Settings(), refusal.errors(include_url=False)


def _list_causes(source: Source, tree: Tree, errors: list[ErrorDetails]) -> Iterator[Cause]:
    yield from tree.causes
    if isinstance(tree.root, Mapping):
        others = [error for error in errors if error["type"] not in _OWN_ERRORS]
        yield from list_refusals(source, tree, Settings, others)
    elif tree.root is not None:
        yield Cause(source, tree.root.start, "PK030")


def _tell_own(source: Source, tree: Tree, errors: list[ErrorDetails], phrases: Phrases) -> Iterator[str]:
    """What only these settings can get wrong, each in a sentence of its own at its place."""
    for error in errors:
        if error["type"] in _OWN_ERRORS:
            for problem in tell_causes(list_refusals(source, tree, Settings, [error]), phrases):
                yield f"{problem.place} {phrases('handbook.errors.' + error['type'], value=error['input'])}"
