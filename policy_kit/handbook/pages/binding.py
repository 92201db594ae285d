"""Binds pages into one: headings a step lower, anchors that cannot meet, links that lead on from the new place."""

import posixpath
import re
from collections.abc import Mapping, Sequence

from policy_kit.handbook.pages.page import Page, find_way

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_HEADING = re.compile(r"^(#{1,5}) (.*)$", re.MULTILINE)
_HEADING_ANCHOR = re.compile(r"(\{: )#([\w-]+)")
_ANCHOR = re.compile(r'(\s(?:id|aria-labelledby|aria-describedby|aria-controls)=")([^"]+)')
_LINK = re.compile(r'(\shref=")([^"]*)')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_TOP = "top"


def bind_pages(pages: Sequence[Page], uri: str) -> str:
    """The content of `pages`, one after the other, as it stands on a page at `uri`. Their titles become headings."""
    places = {page.uri: f"part-{number}" for number, page in enumerate(pages, start=1)}
    return "\n\n".join(_bind(page, places, uri) for page in pages)


def name_part(number: int) -> str:
    """The anchor of a part of a bound page, counted from 1."""
    return f"part-{number}-{_TOP}"


def _bind(page: Page, places: Mapping[str, str], uri: str) -> str:
    own = places[page.uri]

    def lead_on(link: re.Match[str]) -> str:
        goal = _find_goal(link[2], page.uri)
        if goal is None:
            return link[0]
        target, anchor = goal
        if target in places:
            return f"{link[1]}#{places[target]}-{anchor or _TOP}"
        return link[1] + find_way(uri, f"{target}#{anchor}" if anchor else target)

    body = _FRONT_MATTER.sub("", page.markdown)
    body = _LINK.sub(lead_on, body)
    body = _HEADING.sub(lambda heading: _lower(heading, own), body)
    return _ANCHOR.sub(lambda found: found[1] + " ".join(f"{own}-{name}" for name in found[2].split()), body).strip()


def _lower(heading: re.Match[str], own: str) -> str:
    words = _HEADING_ANCHOR.sub(rf"\g<1>#{own}-\g<2>", heading[2])
    if len(heading[1]) == 1:
        words = words.replace("{: ", "{: .pk-bound ", 1)
    return f"#{heading[1]} {words}"


def _find_goal(link: str, start: str) -> tuple[str, str] | None:
    """The page and the anchor to which a link on the page `start` leads; None where it leads out of the handbook."""
    if _ELSEWHERE.match(link):
        return None
    path, _, anchor = link.partition("#")
    if not path:
        return start, anchor
    if not path.endswith(".html"):
        return None
    goal = posixpath.normpath(posixpath.join(posixpath.dirname(start), path))
    return None if goal.startswith("..") else (goal.removesuffix(".html") + ".md", anchor)
