"""The last gate: page content with nothing in it that is not on the list, whoever wrote it."""

import re

import nh3

_FROM_ELSEWHERE = re.compile(r"<img\b[^>]*?\bsrc\s*=\s*[\"']?((?:[a-z][a-z0-9+.-]*:)?//[^\s\"'>]+)", re.IGNORECASE)


def clean_page(html: str) -> str:
    """The content of a page, cleaned; what is not allowed is left out, its words stay."""
    return _clean(html, _TEXT | _BLOCKS | _TABLES | _DRAWINGS)


def clean_part(html: str) -> str:
    """A part of the frame that a company has written itself, cleaned in the same way."""
    return _clean(html, _TEXT | _BLOCKS | _TABLES | _DRAWINGS | _FRAME)


def _clean(html: str, tags: set[str]) -> str:
    return nh3.clean(
        html,
        tags=tags,
        attributes=_ATTRIBUTES,
        attribute_filter=_filter_attribute,
        generic_attribute_prefixes={"aria-", "data-search-"},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


def list_foreign_pictures(html: str) -> list[str]:
    """The addresses of pictures that stand on a page and would be fetched from elsewhere."""
    return _FROM_ELSEWHERE.findall(html)


def _filter_attribute(_tag: str, name: str, value: str) -> str | None:
    """Nothing is fetched from elsewhere when a page opens: a picture stands in the site, or it is left out."""
    if name == "src" and (":" in value or value.replace("\\", "/").startswith("//")):
        return None
    return value


_TEXT = {"a", "abbr", "b", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small"}
_TEXT |= {"br", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
_BLOCKS = {"blockquote", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "hr", "img", "li", "nav", "ol"}
_BLOCKS |= {"h1", "h2", "h3", "h4", "h5", "h6", "p", "pre", "section", "summary", "ul"}
_TABLES = {"caption", "col", "colgroup", "table", "tbody", "td", "tfoot", "th", "thead", "tr"}
_DRAWINGS = {"svg", "g", "path", "rect", "circle", "line", "text", "tspan"}
_FRAME = {"address", "aside", "footer", "header"}
_DRAWN = {"x", "y", "width", "height", "transform"}
_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"class", "id", "lang", "dir", "title", "role"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "details": {"open"},
    "ol": {"start"},
    "time": {"datetime"},
    "td": {"colspan", "rowspan", "align", "data-label"},
    "th": {"colspan", "rowspan", "scope", "align"},
    "svg": {"viewBox", "width", "height", "focusable", "preserveAspectRatio"},
    "g": _DRAWN,
    "rect": _DRAWN | {"rx", "ry"},
    "circle": {"cx", "cy", "r"},
    "line": {"x1", "y1", "x2", "y2"},
    "path": {"d"},
    "text": _DRAWN | {"text-anchor"},
    "tspan": {"x", "y", "dy"},
}
