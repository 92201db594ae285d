"""Where hand-written pages stand: those in a section's folder at its end, the others after our own sections."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from policy_kit.errors import UsageError
from policy_kit.handbook.edition import Edition
from policy_kit.handbook.files import PAGES, OwnFiles
from policy_kit.handbook.pages import Page, Section, make_front_matter
from policy_kit.handbook.pages.foot import make_file_foot
from policy_kit.handbook.pages.page import write_foot
from policy_kit.handbook.wording import Wording
from policy_kit.kit.causes import tell_causes
from policy_kit.kit.source import Source
from policy_kit.kit.syntax import read_tree
from policy_kit.languages import load_phrases
from policy_kit.languages.naming import name_language

T = TypeVar("T")

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|$)", re.DOTALL)
_HEADING = re.compile(r"^#[ \t]+(.+?)[ \t#]*$", re.MULTILINE)


def add_own_pages(sections: list[Section], own: OwnFiles, edition: Edition) -> list[Section]:
    """The sections with the company's hand-written pages; one with the address of ours takes its place."""
    pages = [_write_own_page(*found, edition) for found in _pick(own.pages, edition)]
    by_uri = {page.uri: page for page in pages}
    sections = [replace(one, pages=tuple(by_uri.pop(page.uri, page) for page in one.pages)) for one in sections]
    folders = {_find_folder(section.pages[0].uri): at for at, section in enumerate(sections)}
    for page in by_uri.values():
        folder = _find_folder(page.uri)
        if folder and folder in folders:
            section = sections[folders[folder]]
            sections[folders[folder]] = replace(section, pages=(*section.pages, page))
        else:
            folders[folder] = len(sections)
            sections.append(Section(_name_folder(folder, page) if folder else "", (page,)))
    placed = [replace(one, pages=tuple(_place(one.pages, lambda page: page.order))) for one in sections]
    return _place(placed, lambda section: section.pages[0].order)


def _place(items: Iterable[T], find_order: Callable[[T], int]) -> list[T]:
    """Puts what asks for a place there; the first stays first, for it opens the section or the handbook."""
    first, *others = items
    placed = [first, *(one for one in others if not find_order(one))]
    for one in sorted((one for one in others if find_order(one)), key=find_order):
        placed.insert(find_order(one), one)
    return placed


def pick_papers(own: OwnFiles, edition: Edition) -> dict[str, str]:
    """The pictures and downloads of an edition: address → file."""
    return {uri: str(path) for uri, path, _language, _name in _pick(own.papers, edition)}


def _pick(files: Mapping[str, T], edition: Edition) -> Iterator[tuple[str, T, str, str]]:
    """What belongs to an edition: address there, content, the language in which it is written, and its file.

    What lies in no language's folder belongs to all; what a language lacks is lent by the first, then by the others.
    """
    languages = edition.company.languages
    by_address: dict[str, dict[str, T]] = {}
    for name, content in files.items():
        folder, _, rest = name.partition("/")
        language, uri = (folder, rest) if rest and folder in languages else ("", name)
        by_address.setdefault(uri, {})[language] = content
    for uri in sorted(by_address, key=lambda uri: (_find_folder(uri), not uri.endswith("/index.md"), uri)):
        found = by_address[uri]
        language = next(one for one in (edition.language, "", *languages) if one in found)
        yield uri, found[language], language or edition.language, f"{PAGES}/{language}/{uri}".replace("//", "/")


def _find_folder(uri: str) -> str:
    return uri.partition("/")[0] if "/" in uri else ""


def _name_folder(folder: str, page: Page) -> str:
    return page.title if page.uri == f"{folder}/index.md" else _name_file(folder)


def _name_file(name: str) -> str:
    words = re.sub(r"[-_]+", " ", name.rpartition("/")[2].removesuffix(".md")).strip()
    return words[:1].upper() + words[1:]


def _write_own_page(uri: str, text: str, language: str, file: str, edition: Edition) -> Page:
    """A hand-written page: of its front matter, title, description, owner and order are taken and nothing else."""
    front, body = _split_front_matter(file, text, edition)
    heading = _HEADING.search(body)
    title, about, order = (front.get(key) for key in ("title", "description", "order"))
    title = title if isinstance(title, str) and title else (heading and heading[1]) or _name_file(uri)
    if order is not None and (not isinstance(order, int) or isinstance(order, bool) or order < 1):
        raise UsageError(load_phrases(edition.kit.language)("site.order", file=file))
    if language != edition.language:
        wording = Wording(edition.language, edition.first)
        note = wording.say("untranslated_page", language=name_language(language, edition.language))
        body = (
            f'<p class="pk-note" role="note">{note}</p>\n\n<div lang="{language}" markdown="block">\n\n{body}\n\n</div>'
        )
    front_matter = make_front_matter(title, about if isinstance(about, str) else "")
    foot = _write_foot(uri, title, file, front.get("owner"), edition)
    return Page(uri, title, f"{front_matter}{body}{foot}", is_own=True, order=order or 0)


def _write_foot(uri: str, title: str, file: str, owner: object, edition: Edition) -> str:
    """The same foot as below our own pages."""
    posts = list(edition.names.posts)  # also those of which the public sees the name alone
    if owner is not None and owner not in posts:
        phrases = load_phrases(edition.kit.language)
        raise UsageError(phrases("owner.unknown-owner", file=file, owner=owner, known=", ".join(posts)))
    foot = make_file_foot(edition, file, title, str(owner) if owner else None)
    markdown = write_foot(edition, uri, foot)
    return f"\n\n{markdown}\n" if markdown else ""


def _split_front_matter(file: str, text: str, edition: Edition) -> tuple[dict[str, object], str]:
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}, text
    source = Source(file, "\n" + (found[1] or ""))
    tree = read_tree(source)
    if problems := tell_causes(tree.causes, Wording(edition.language, edition.first).phrases):
        raise UsageError(f"{problems[0]} {problems[0].help}".strip())
    data = getattr(tree.root, "data", None)
    return data if isinstance(data, dict) else {}, text[found.end() :]
