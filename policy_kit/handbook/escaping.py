"""Text of documents is data: whatever it contains, it reads on the page as it was written and does nothing."""

import string
from functools import cache
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markupsafe import Markup

# Punctuation is what Markdown, HTML and Jinja read; line ends and tabs go out as entities so that a text stays one line
# of the page's source. Control characters mean nothing to a reader, and Python-Markdown marks its own work with two.
_READ = "".join(sign for sign in string.punctuation if sign not in ",?;%@")
_ENTITIES: dict[int, str] = {ord(sign): f"&#{ord(sign)};" for sign in _READ + "\t\n\r\u2028\u2029"}
_CONTROLS = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\r"}
_PLAIN = str.maketrans(_CONTROLS | _ENTITIES)

_LINK_SCHEMES = {"http", "https", "mailto"}


def plain(text: str) -> Markup:
    """`text` as data, for any spot of a page: between tags, inside quotes, in a heading, in a drawing."""
    entities = text.translate(_PLAIN)
    return Markup("&#32;" + entities[1:] if entities[:1] == " " else entities)  # noqa: S704


def rich(text: str) -> Markup:
    """A long text with the little Markdown that we allow: paragraphs, lists, emphasis and links to the outside."""
    return Markup(open_reader().render(text).replace("\n", ""))  # noqa: S704


@cache
def open_reader() -> MarkdownIt:
    """The reader of that little Markdown: what it renders is safe; its tokens hold the texts as they were written."""
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
