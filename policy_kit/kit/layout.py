"""Where everything stands in the text of a file, ends and keys included: what one must know to change a part of it."""

from dataclasses import dataclass, field

from policy_kit.kit.events import DOCUMENT, LISTING, LISTING_END, MAPPING, MAPPING_END, Event, Parser, open_parser
from policy_kit.kit.source import LINE_END

BLANKS = " \t\r\n"


@dataclass
class Part:
    """A value in the text: a scalar, a group of entries, or a list."""

    start: int
    end: int
    """Behind its last character; of what ends with a text in a block, behind the last line of that."""
    style: str = ""
    """The sign with which it opens, where that is a bracket, a quote or a block sign."""
    keys: dict[str, int] = field(default_factory=dict)
    """Behind each key of a group."""
    parts: dict[str | int, "Part"] = field(default_factory=dict)
    """What is in it, by key or by number."""

    @property
    def is_block(self) -> bool:
        """Whether it is a text in lines of its own, below a block sign."""
        return self.style in ("|", ">")

    @property
    def is_flow(self) -> bool:
        """Whether it is a group or a list in brackets."""
        return self.style in ("{", "[")

    @property
    def last(self) -> "Part":
        """The part with which it ends."""
        return self if self.is_flow or not self.parts else next(reversed(self.parts.values())).last


def lay_out(text: str) -> Part:
    """The layout of `text`, in which the reader has found nothing wrong, so that it is neither deep nor endless."""
    parser = open_parser(text)
    while type(parser.get_event()) is not DOCUMENT:
        pass
    return _read_part(parser.get_event(), parser, text)


def _read_part(event: Event, parser: Parser, text: str) -> Part:
    part = Part(event.start_mark.index, event.end_mark.index)
    if type(event) is MAPPING:
        part.style = text[part.start : part.end]
        while type(key := parser.get_event()) is not MAPPING_END:
            part.keys[key.value] = key.end_mark.index
            part.parts[key.value] = _read_part(parser.get_event(), parser, text)
        part.end = key.end_mark.index if part.is_flow else part.last.end
    elif type(event) is LISTING:
        part.style = text[part.start : part.end]
        while type(item := parser.get_event()) is not LISTING_END:
            part.parts[len(part.parts)] = _read_part(item, parser, text)
        part.end = item.end_mark.index if part.is_flow else part.last.end
    else:
        part.style = event.style or ""
        if part.is_block:
            part.end = find_next_line(text, part.start + len(text[part.start : part.end].rstrip(BLANKS)))
    return part


def find_next_line(text: str, index: int) -> int:
    """Where the line below that of `index` begins; the end of the text where there is none."""
    end = LINE_END.search(text, index)
    return end.end() if end else len(text)
