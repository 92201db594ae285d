"""The pages that a company writes by hand, in the language of an edition or lent by another, and what lies beside."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from policy_kit.errors import UsageError
from policy_kit.handbook.edition import Edition
from policy_kit.handbook.files import PAGES, OwnFiles
from policy_kit.handbook.pages import Page, make_front_matter
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


@dataclass(frozen=True)
class _Picked(Generic[T]):
    """What an edition has of a file that may be there in several languages."""

    uri: str
    content: T
    language: str
    """In which it is written."""
    file: str
    missing: tuple[str, ...]
    """The company's languages in which it is not there."""


def write_own_pages(own: OwnFiles, edition: Edition) -> list[Page]:
    """The hand-written pages of an edition, folder by folder. Raises `UsageError` for front matter that cannot be."""
    return [_write_own_page(found, edition) for found in _pick(own.pages, edition)]


def pick_papers(own: OwnFiles, edition: Edition) -> dict[str, str]:
    """The pictures and downloads of an edition: address → file."""
    return {found.uri: str(found.content) for found in _pick(own.papers, edition)}


def _pick(files: Mapping[str, T], edition: Edition) -> Iterator[_Picked[T]]:
    """What belongs to an edition, by its address there.

    What lies in no language's folder belongs to all; what a language lacks is lent by the first, then by the others.
    """
    languages = edition.company.languages
    by_address: dict[str, dict[str, T]] = {}
    for name, content in files.items():
        folder, _, rest = name.partition("/")
        language, uri = (folder, rest) if rest and folder in languages else ("", name)
        by_address.setdefault(uri, {})[language] = content
    for uri in sorted(by_address, key=lambda uri: (find_folder(uri), not uri.endswith("/index.md"), uri)):
        found = by_address[uri]
        language = next(one for one in (edition.language, "", *languages) if one in found)
        file = f"{PAGES}/{language}/{uri}".replace("//", "/")
        missing = () if "" in found else tuple(one for one in languages if one not in found)
        yield _Picked(uri, found[language], language or edition.language, file, missing)


def find_folder(uri: str) -> str:
    """The folder at the top in which a page stands; empty for one that stands in none."""
    return uri.partition("/")[0] if "/" in uri else ""


def name_file(name: str) -> str:
    """The words of a file's or folder's name, as a title."""
    words = re.sub(r"[-_]+", " ", name.rpartition("/")[2].removesuffix(".md")).strip()
    return words[:1].upper() + words[1:]


def _write_own_page(found: _Picked[str], edition: Edition) -> Page:
    """A hand-written page: of its front matter, title, description, owner and order are taken and nothing else."""
    uri, language, file = found.uri, found.language, found.file
    front, body = _split_front_matter(file, found.content, edition)
    heading = _HEADING.search(body)
    title, about, order = (front.get(key) for key in ("title", "description", "order"))
    title = title if isinstance(title, str) and title else (heading and heading[1]) or name_file(uri)
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
    source = f"{front_matter}{body}{foot}"
    return Page(uri, title, source, is_own=True, order=order or 0, missing=found.missing)


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
