"""The tree of a YAML file: plain data, and beside it where everything stands."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from policy_kit.kit.events import Event
from policy_kit.kit.places import Way
from policy_kit.kit.scalars import Plain
from policy_kit.kit.source import LINE_END, Mark, Source


class Scalar:
    """A single value."""

    __slots__ = ("data", "end", "start", "style", "text")

    def __init__(self, event: Event, data: Plain) -> None:
        self.start: Mark = event.start_mark
        self.end: Mark = event.end_mark
        self.style: str | None = event.style
        self.text: str = event.value
        """The value as text, also where `data` is a number."""
        self.data = data


class Mapping:
    """A group of entries, each with its key."""

    __slots__ = ("data", "entries", "pending", "start")

    def __init__(self, start: Mark) -> None:
        self.start = start
        self.data: dict[str, Any] = {}
        self.entries: dict[str, tuple[Scalar, Node]] = {}
        self.pending: Scalar | None = None
        """While the file is being read: the key that still waits for its value."""

    def add(self, node: "Node") -> None:
        """Give the pending key its value; of two equal keys the first one counts."""
        key = self.pending
        self.pending = None
        if key is not None and key.text not in self.entries:
            self.entries[key.text] = (key, node)
            self.data[key.text] = node.data


class Listing:
    """A list of entries."""

    __slots__ = ("data", "items", "start")

    def __init__(self, start: Mark) -> None:
        self.start = start
        self.data: list[Any] = []
        self.items: list[Node] = []

    def add(self, node: "Node") -> None:
        """Append an entry."""
        self.items.append(node)
        self.data.append(node.data)


Node = Scalar | Mapping | Listing


def find_node(root: Node, way: Way) -> Node:
    """The node to which `way` leads, or the last one on it that exists."""
    for node in _follow(root, way):
        root = node
    return root


def find_key(root: Node, way: Way) -> Scalar | None:
    """The key under which the value at `way` stands; None where it has none."""
    parent = find_node(root, way[:-1])
    if isinstance(parent, Mapping) and way and way[-1] in parent.entries:
        return parent.entries[str(way[-1])][0]
    return None


def measure_node(node: Node) -> int:
    """How many characters of its first line a node takes: all of a word, of a group its first key."""
    if isinstance(node, Mapping):
        node = next((key for key, _ in node.entries.values()), node)
    if not isinstance(node, Scalar) or node.start.line != node.end.line:
        return 1
    return node.end.column - node.start.column


def _follow(node: Node, way: Way) -> Iterator[Node]:
    for step in way:
        if isinstance(node, Mapping) and step in node.entries:
            node = node.entries[str(step)][1]
        elif isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return
        yield node


SIGN = re.compile(r"\S")
SINGLE_QUOTED_SIGN = re.compile(r"''|\S")
DOUBLE_QUOTED_SIGN = re.compile(r"\\(?:x..|u.{4}|U.{8}|\r\n|.)|\S", re.DOTALL)
ESCAPED_BLANK = re.compile(r"\\(?:[ \tnrtvfNLP_\r\n]|x(?:0[9a-dA-D]|20|85|a0|A0)|u0020|u00[aA]0)")


def find_character(node: Scalar, offset: int, source: Source) -> Mark:
    """Where in the file a character of a text stands; of a character between words, the next word.

    Folding and indentation only ever change the white space of a text. So the n-th sign of the value that is not
    white space is the n-th such sign of the file, whatever the style of the scalar.
    """
    in_value, in_file = _list_signs(node, source)
    if not in_file:
        return node.start
    wanted = bisect_left(in_value, offset)
    return source.find_spot(in_file[wanted] if wanted < len(in_file) else in_file[-1] + 1)


@lru_cache(maxsize=16)  # an answer with many findings asks for them one by one
def _list_signs(node: Scalar, source: Source) -> tuple[list[int], list[int]]:
    """Where each sign of the text stands, first in the value (as the models strip it), then in the file."""
    in_value = [sign.start() for sign in SIGN.finditer(node.text.strip())]
    return in_value, [sign.start() for sign in _spell(node, source)]


def _spell(node: Scalar, source: Source) -> Iterator[re.Match[str]]:
    """Every sign of the value, as it is spelled in the file."""
    start, end = node.start.index, node.end.index
    if node.style == "'":
        return SINGLE_QUOTED_SIGN.finditer(source.text, start + 1, end - 1)
    if node.style == '"':
        signs = DOUBLE_QUOTED_SIGN.finditer(source.text, start + 1, end - 1)
        return (sign for sign in signs if not ESCAPED_BLANK.fullmatch(sign[0]))
    if node.style in ("|", ">"):
        header = LINE_END.search(source.text, start, end)
        start = header.end() if header else end
    return SIGN.finditer(source.text, start, end)
