"""The content of a page as plain Markdown, which any generator reads: no HTML in it, and every text is data."""

import re
from collections.abc import Callable

from policy_kit.handbook.html_tree import Element

_ENTITIES = {sign: f"&#{ord(sign)};" for sign in "{}|~^=$+"} | {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SIGNS = str.maketrans({**{sign: f"\\{sign}" for sign in "\\`*_[]!"}, **_ENTITIES})
_AT_START = re.compile(r"^(?:([#\-:])|(\d+)([.)]))(?=\s|$|[#\-:])")
_SMILEY = re.compile(r":(?=[\w+-]+:)")
_INLINE = {"a", "abbr", "b", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark", "q", "s", "samp"}
_INLINE |= {"small", "span", "strong", "sub", "sup", "time", "u", "var", "br", "wbr"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}

Draw = Callable[[Element], str]
"""Takes a drawing and says under which address it lies as a picture; empty for one that is left out."""
Link = Callable[[str], str]
"""Makes the address of a link of the built site that of a link between Markdown pages."""


class MarkdownWriter:
    """Writes one page."""

    def __init__(self, link: Link, draw: Draw) -> None:
        self._link = link
        self._draw = draw

    def write(self, body: Element) -> str:
        """The page, without front matter."""
        return "\n\n".join(self._write_blocks(body)) + "\n"

    def _write_blocks(self, parent: Element) -> list[str]:
        """What is in an element, block by block; words between blocks are paragraphs of their own."""
        blocks: list[str] = []
        loose: list[Element | str] = []
        for child in parent.children:
            if isinstance(child, str) or (child.tag in _INLINE and not _holds_blocks(child)):
                loose.append(child)
            else:
                blocks += [self._write_line(loose), *self._write_block(child)]
                loose = []
        return [block for block in (*blocks, self._write_line(loose)) if block]

    def _write_block(self, element: Element) -> list[str]:
        tag = element.tag
        if tag in _HEADINGS:
            id = element.attributes.get("id", "")
            anchor = f" {{#{id}}}" if re.fullmatch(r"[\w-]+", id) else ""
            return [f"{'#' * _HEADINGS[tag]} {self._write_line(element.children)}{anchor}"]
        if tag in ("ul", "ol"):
            return [self._write_list(element)]
        if tag == "table":
            return [self._write_table(element)]
        if tag == "dl":
            return [self._write_terms(element)]
        if tag == "svg":
            address = self._draw(element) if element.attributes.get("aria-label") else ""
            return [f"![{_write_words(element.attributes.get('aria-label', ''))}]({address})"] if address else []
        if tag == "hr":
            return ["---"]
        if tag in ("summary", "caption"):
            return [f"**{words}**"] if (words := self._write_line(element.children)) else []
        if tag == "figcaption":
            return [f"*{words}*"] if (words := self._write_line(element.children)) else []
        blocks = self._write_blocks(element)
        blocks = _put_anchor(_write_anchor(element), blocks)
        is_aside = tag == "blockquote" or element.attributes.get("role") == "note"
        return [_indent("\n\n".join(blocks), "> ", "> ")] if blocks and is_aside else blocks

    def _write_list(self, element: Element) -> str:
        items = []
        start = element.attributes.get("start", "1")
        number = int(start) if start.isdecimal() else 1
        for at, item in enumerate(one for one in element.elements if one.tag == "li"):
            mark = f"{number + at}. " if element.tag == "ol" else "- "
            blocks = _put_anchor(_write_anchor(item), self._write_blocks(item)) or [""]
            items.append(_indent("\n\n".join(blocks), mark.ljust(4), "    "))
        is_loose = any("\n\n" in item for item in items)
        return ("\n\n" if is_loose else "\n").join(items)

    def _write_table(self, element: Element) -> str:
        rows = [one for one in element.walk() if one.tag == "tr"]
        cells = [[self._write_cell(cell) for cell in row.elements if cell.tag in ("td", "th")] for row in rows]
        for row, line in zip(rows, cells, strict=True):
            line[:1] = [_write_anchor(row) + cell for cell in line[:1]]
        width = max(map(len, cells), default=0)
        if not width:
            return ""
        has_head = any(one.tag == "thead" for one in element.elements) or all(
            cell.tag == "th" for cell in rows[0].elements
        )
        head, lines = (cells[0], cells[1:]) if has_head else ([""] * width, cells)
        table = [head, ["---"] * width, *lines]
        caption = [f"**{one.read()}**\n" for one in element.elements if one.tag == "caption"]
        return "\n".join([*caption, *(f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in table)])

    def _write_cell(self, cell: Element) -> str:
        blocks = _put_anchor(_write_anchor(cell) if cell.tag in ("td", "th") else "", self._write_blocks(cell))
        return " · ".join(" ".join(block.split()) for block in blocks)

    def _write_terms(self, element: Element) -> str:
        lines: list[str] = []
        group = ""
        for one in [inner for inner in element.walk() if inner.tag in ("dt", "dd", "div")]:
            if one.tag == "div":
                group = _write_anchor(one)
                continue
            words = self._write_cell(one)
            if one.tag == "dt":
                lines.append(f"-   {group}{_write_anchor(one)}**{words}**")
                group = ""
            elif lines and words:
                lines[-1] += f" — {words}"
        return "\n".join(lines)

    def _write_line(self, parts: "list[Element | str]") -> str:
        """Words with emphasis and links, on one line."""
        words = "".join(self._write_inline(part) for part in parts)
        lines = [" ".join(line.split()) for line in words.split("\n\n")]
        line = "<br>".join(line for line in lines if line)
        return _AT_START.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", line)

    def _write_inline(self, part: "Element | str") -> str:
        if isinstance(part, str):
            return _write_words(part)
        tag = part.tag
        if tag == "br":
            return "\n\n"
        if tag == "img":
            return (
                f"![{_write_words(part.attributes.get('alt', ''))}]({_write_address(part.attributes.get('src', ''))})"
            )
        inner = "".join(self._write_inline(child) for child in part.children)
        words = inner.strip()
        if not words:
            return " " if inner else ""
        before, after = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
        if tag == "a" and (address := part.attributes.get("href", "")):
            words = f"[{words}]({_write_address(self._link(address))})"
        elif tag in ("strong", "b"):
            words = f"**{words}**"
        elif tag in ("em", "i"):
            words = f"*{words}*"
        return f"{before}{_write_anchor(part)}{words}{after}"


def _write_anchor(element: Element) -> str:
    """The name by which links find a place that is no heading: the one thing for which Markdown has no sign."""
    id = element.attributes.get("id", "")
    return f'<a id="{id}"></a>' if re.fullmatch(r"[\w-]+", id) else ""


def _put_anchor(anchor: str, blocks: list[str]) -> list[str]:
    """The blocks with the anchor before the first words, or in a block of its own before what is no words."""
    if not anchor:
        return blocks
    if blocks and not re.match(r"[#|>]|!\[|- |-   |\d+\. ", blocks[0]):
        return [anchor + blocks[0], *blocks[1:]]
    return [anchor, *blocks]


def _holds_blocks(element: Element) -> bool:
    return any(one.tag not in _INLINE for one in element.walk())


def _write_words(words: str) -> str:
    return _SMILEY.sub("&#58;", words.translate(_SIGNS))


def _write_address(address: str) -> str:
    return f"<{address}>" if re.search(r"[\s()]", address) else address


def _indent(text: str, first: str, others: str) -> str:
    lines = text.split("\n")
    return "\n".join([first + lines[0], *(f"{others}{line}".rstrip() for line in lines[1:])])
