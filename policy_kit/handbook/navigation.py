"""Where hand-written pages stand: those in a section's folder at its end, the others after our own sections."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from policy_kit.handbook.own_pages import find_folder, name_file
from policy_kit.handbook.pages import Page, Section

T = TypeVar("T")


def place_own_pages(sections: list[Section], own: Iterable[Page]) -> list[Section]:
    """The sections with the company's hand-written pages; one with the address of ours takes its place."""
    by_uri = {page.uri: page for page in own}
    sections = [replace(one, pages=tuple(by_uri.pop(page.uri, page) for page in one.pages)) for one in sections]
    folders = {find_folder(section.pages[0].uri): at for at, section in enumerate(sections)}
    for page in by_uri.values():
        folder = find_folder(page.uri)
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


def _name_folder(folder: str, page: Page) -> str:
    return page.title if page.uri == f"{folder}/index.md" else name_file(folder)
