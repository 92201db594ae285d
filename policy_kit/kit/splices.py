"""Changes in the text of a file as splices: here some characters go, there some come, and the rest stays as it is."""

import re
from collections.abc import Iterator, Sequence

from policy_kit.kit.layout import BLANKS, Part, find_next_line, lay_out
from policy_kit.kit.source import LINE_END
from policy_kit.kit.spelling import spell_inline, spell_lines

STEP = 2
"""How far the lines of a text stand behind its key, where the file has no habit of its own."""
LONGEST_LINE = 80
"""A longer text is not put on one line with its key."""
BLOCK_SIGN = re.compile(r"[|>][+-]?([1-9]?)[+-]?")
MARGIN = re.compile(r"(?:[ ]*(?:\r\n|\n|\r))*([ ]*)")
COMMENT = re.compile(r"([ ]*)#[^\r\n]*(?:\r\n|\n|\r)")
NEXT_COMMENT = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r))*([ ]*)#")

Entries = Sequence[tuple[str, str]]


class Splices:
    """The text of a sound file, its layout, and what is to change in it."""

    def __init__(self, text: str) -> None:
        end = LINE_END.search(text)
        self._line_end = end[0] if end else "\n"
        self._length = len(text)
        self.text = text if text.endswith(("\n", "\r")) else text + self._line_end
        self.root = lay_out(self.text)
        self._splices: list[tuple[int, int, str]] = []

    def apply(self) -> str:
        """The text with all changes made. A last line without an end keeps none, unless lines were added behind it."""
        made, at = [], 0
        for start, end, new in sorted(self._splices, key=lambda splice: splice[0]):
            made += [self.text[at:start], new]
            at = end
        made.append(self.text[at:] if at > self._length else self.text[at : self._length])
        return "".join(made)

    def set_text(self, group: Part, key: str, text: str, after: str = "") -> None:
        """Give an entry a new text. One that is not there yet comes behind the entry `after`, or else the last one."""
        if key in group.parts:
            self._replace(group, key, text)
        elif group.is_flow:
            end = group.parts[after or [*group.parts][-1]].end
            self._splice(end, end, f", {key}: {spell_inline(text, in_brackets=True)}")
        else:
            below = self._find_line_below(group.parts[after or [*group.parts][-1]])
            in_block = not after and any(part.is_block for part in group.parts.values())
            self._splice(below, below, self._spell_entry(key, text, self._column(group), below, in_block=in_block))

    def add_item(self, key: str, entries: Entries, in_block: str) -> None:
        """Add a group of entries at the end of the list `key`; the text of entry `in_block` gets lines of its own."""
        listing = self.root.parts[key]
        items = [*listing.parts.values()]
        if self.root.is_flow or (listing.is_flow and items):
            item = ", ".join(f"{name}: {spell_inline(text, in_brackets=True)}" for name, text in entries)
            end = items[-1].end if items else listing.end - 1
            self._splice(end, end, f"{', ' if items else ''}{{{item}}}")
        elif items:
            indent, below, gap = self._find_room(listing, items)
            offset = max(self._column(items[-1]) - indent, STEP)
            self._splice(below, below, gap + self._spell_item(entries, in_block, indent, offset, below))
        else:
            self._splice(self._find_gap(self.root, key, listing), listing.end, "")
            below = find_next_line(self.text, listing.end)
            self._splice(below, below, self._spell_item(entries, in_block, self._column(self.root) + STEP, STEP, below))

    def _splice(self, start: int, end: int, new: str) -> None:
        self._splices.append((start, end, new))

    def _replace(self, group: Part, key: str, text: str) -> None:
        part = group.parts[key]
        space = " " if part.start == part.end else ""  # an entry without a value ends with its colon
        if group.is_flow:
            self._splice(part.start, part.end, space + spell_inline(text, in_brackets=True))
        elif part.is_block:
            sign = BLOCK_SIGN.match(self.text, part.start)
            self._splice(part.start, sign.end() if sign else part.end, "|")
            indent = self._column(group) + self._measure_step(group, part)
            self._splice(find_next_line(self.text, part.start), part.end, self._spell_lines(text, indent, part.end))
        elif _is_long(text) or LINE_END.search(self.text, part.start, part.end):
            start = self._find_gap(group, key, part)
            self._splice(start, part.end, "|" if start == part.start and not space else " |")
            below = find_next_line(self.text, part.end)
            indent = self._column(group) + self._measure_step()
            self._splice(below, below, self._spell_lines(text, indent, below))
        else:
            self._splice(part.start, part.end, space + spell_inline(text))

    def _find_gap(self, group: Part, key: str, part: Part) -> int:
        """Where a new value may begin: where the old one did, or on the line of its key, if that is free."""
        colon = self.text.index(":", group.keys[key]) + 1
        gap = self.text[colon : part.start]
        return colon if not gap.strip(BLANKS) and (LINE_END.search(gap) or part.is_flow) else part.start

    def _find_room(self, listing: Part, items: Sequence[Part]) -> tuple[int, int, str]:
        """How far a list is indented, where its next item goes, and what stands between two of its items."""
        indent = self._column(listing)
        below = self._find_line_below(items[-1])
        while (comment := COMMENT.match(self.text, below)) and len(comment[1]) > indent:
            below = comment.end()  # a remark on the last item
        between = self.text[self._find_line_below(items[-2]) : items[-1].start] if len(items) > 1 else ""
        has_gap = any(not line.strip(BLANKS) for line in LINE_END.split(between)[:-1])
        return indent, below, self._line_end if has_gap else ""

    def _find_line_below(self, part: Part) -> int:
        return part.end if part.last.is_block else find_next_line(self.text, part.end)

    def _column(self, part: Part) -> int:
        before = self.text[: part.start]
        return len(before) - max(before.rfind("\n"), before.rfind("\r")) - 1

    def _spell_item(self, entries: Entries, in_block: str, indent: int, offset: int, below: int) -> str:
        lines = (self._spell_entry(*entry, indent + offset, below, in_block=entry[0] == in_block) for entry in entries)
        return " " * indent + "-" + "".join(lines)[indent + 1 :]

    def _spell_entry(self, key: str, text: str, indent: int, below: int, *, in_block: bool) -> str:
        head = f"{' ' * indent}{key}: "
        if in_block or _is_long(text):
            return f"{head}|{self._line_end}" + self._spell_lines(text, indent + self._measure_step(), below)
        return head + spell_inline(text) + self._line_end

    def _spell_lines(self, text: str, indent: int, below: int) -> str:
        """The lines of a text, indented deeply enough that a comment `below` is not taken for one of them."""
        comment = NEXT_COMMENT.match(self.text, below)
        return spell_lines(text, max(indent, len(comment[1]) + 1) if comment else indent, self._line_end)

    def _measure_step(self, *own: Part) -> int:
        """How far the lines of a text stand behind its key: in this group's block, or in the first one of the file."""
        for group, block in (own,) if own else _walk_blocks(self.root):
            sign = BLOCK_SIGN.match(self.text, block.start)
            if sign and sign[1]:
                return int(sign[1])
            margin = MARGIN.match(self.text, find_next_line(self.text, block.start))
            return max(len(margin[1]) - self._column(group), 1) if margin else STEP
        return STEP


def _is_long(text: str) -> bool:
    return "\n" in text or len(text) > LONGEST_LINE


def _walk_blocks(part: Part) -> Iterator[tuple[Part, Part]]:
    """The texts in blocks below a part, each with the group to which it belongs."""
    for child in part.parts.values():
        if child.is_block and part.keys:
            yield part, child
        yield from _walk_blocks(child)
