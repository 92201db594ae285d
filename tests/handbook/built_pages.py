"""The pages of a built handbook: all of them, or few that together show everything it is made of."""

import re
from pathlib import Path

_CLASSES = re.compile(r'class="([^"]*)"')
_COMPONENT = re.compile(r"\bpk-[\w-]+")


def list_pages(site: Path, *languages: str) -> list[str]:
    """The addresses of all pages in these languages, seen from the folder of the site."""
    return sorted(
        path.relative_to(site).as_posix() for language in languages for path in (site / language).rglob("*.html")
    )


def choose_pages(
    site: Path, *languages: str, each: bool = False, packs: bool = True, beyond: frozenset[str] = frozenset()
) -> list[str]:
    """As few pages as will do to see every component of the handbook once; with `each`, once in every language.

    Without `packs`, which bind other pages into one, those other pages are chosen. Those in `beyond` are passed by.
    """
    if each:
        return [name for language in languages for name in choose_pages(site, language, packs=packs)]
    names = [name for name in list_pages(site, *languages) if packs or "/packs/" not in name]
    pages = {name: _find_components((site / name).read_text(encoding="utf-8")) for name in names}
    left = set().union(*pages.values()) - beyond
    chosen = []
    while left:
        best = max(pages, key=lambda name: len(pages[name] & left))
        chosen.append(best)
        left -= pages[best]
    return chosen


def list_components(site: Path, *names: str) -> frozenset[str]:
    """The components that these pages show."""
    return frozenset().union(*(_find_components((site / name).read_text(encoding="utf-8")) for name in names))


def _find_components(page: str) -> frozenset[str]:
    return frozenset(part for classes in _CLASSES.findall(page) for part in _COMPONENT.findall(classes))
