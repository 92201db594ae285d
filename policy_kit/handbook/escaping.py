"""Text of documents is data: whatever it contains, it reads on the page as it was written and does nothing."""

import string
from functools import cache
from urllib.parse import urlsplit

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markupsafe import Markup

# Punctuation is what Markdown, HTML and Jinja read; line ends and tabs go out as entities so that a text stays one line
# of the page's source. Control characters mean nothing to a reader, and Python-Markdown marks its own work with two.
_ENTITIES: dict[int, str] = {ord(sign): f"&#{ord(sign)};" for sign in string.punctuation + "\t\n\r\u2028\u2029"}
_CONTROLS = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\r"}
_PLAIN = str.maketrans(_CONTROLS | _ENTITIES)

_LINK_SCHEMES = {"http", "https", "mailto"}


def plain(text: str) -> Markup:
    """`text` as data, for any spot of a page: between tags, inside quotes, in a heading, in a drawing."""
    entities = text.translate(_PLAIN)
    return Markup("&#32;" + entities[1:] if entities[:1] == " " else entities)  # noqa: S704


def rich(text: str) -> Markup:
    """A long text with the little Markdown that we allow: paragraphs, lists, emphasis and links to the outside."""
    return Markup(_reader().render(text).replace("\n", ""))  # noqa: S704


def clean_page(html: str) -> str:
    """The last gate: page content with nothing in it that is not on the list, whoever wrote it."""
    return nh3.clean(
        html,
        tags=_TEXT | _BLOCKS | _TABLES | _DRAWINGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_filter_attribute,
        generic_attribute_prefixes={"aria-", "data-search-"},
        url_schemes=_LINK_SCHEMES,
        link_rel=None,
    )


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("zero").enable(["list", "emphasis", "link"])
    reader.validateLink = lambda url: urlsplit(url).scheme.lower() in _LINK_SCHEMES  # type: ignore[method-assign]
    reader.inline.ruler.before("link", "no_picture", _keep_picture_as_text)
    reader.enable("no_picture")
    reader.add_render_rule("text", lambda _renderer, tokens, at, _options, _env: str(plain(tokens[at].content)))
    return reader


def _keep_picture_as_text(state: StateInline, silent: bool) -> bool:
    """`![` begins a picture in Markdown; pictures are not allowed, so it stays what it is: two signs."""
    if not state.src.startswith("![", state.pos):
        return False
    if not silent:
        state.pending += "!["
    state.pos += 2
    return True


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
_DRAWN = {"x", "y", "width", "height", "transform"}
_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"class", "id", "lang", "dir", "title", "role"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "details": {"open"},
    "ol": {"start"},
    "time": {"datetime"},
    "td": {"colspan", "rowspan", "align"},
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
