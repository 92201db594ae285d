"""The foot of a page: who answers for what it says, and how one suggests a change."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from policy_kit.documents import AnyDocument
from policy_kit.handbook.edition import Edition
from policy_kit.languages import load_phrases

_EMAIL = re.compile(r"[^@\s:/?#]+@[^@\s:/?#]+\.[^@\s:/?#]+")
_FILE = "{file}"


@dataclass(frozen=True)
class Foot:
    """What stands below the content of a page."""

    owner: str | None
    """The short name of the post that answers for the page."""
    change_link: str
    """Where a change is suggested; empty where the company has not said."""
    change_advice: str
    """What the company says about it in words, where that is no address."""


def make_foot(edition: Edition, document: AnyDocument | None, title: str) -> Foot:
    """The foot of the page that shows `document`, or of one that shows several."""
    file = edition.find_file(document) if document else ""
    return make_file_foot(edition, file, title, getattr(document, "owner", None))


def make_file_foot(edition: Edition, file: str, title: str, owner: str | None = None) -> Foot:
    """The foot of the page that is written in `file` of the kit; empty where it is made of several."""
    told = edition.company.changes
    if told is None or edition.public:
        return Foot(owner, "", "")
    words = edition.pick(told).strip()
    link = _make_link(words, file, edition.language, title)
    return Foot(owner, link, "" if link or _FILE in words else words)


def _make_link(words: str, file: str, language: str, title: str) -> str:
    """An address in `words` as a link to this page's own change; empty where there is none."""
    if _EMAIL.fullmatch(words):
        subject = load_phrases(language)("ways.foot.change_subject", title=title)
        return f"mailto:{quote(words, safe='@')}?subject={quote(subject)}"
    if urlsplit(words).scheme.lower() not in ("http", "https") or any(sign.isspace() for sign in words):
        return ""
    if _FILE in words and not file:
        return ""
    return words.replace(_FILE, quote(file))
