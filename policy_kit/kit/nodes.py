"""The tree of a YAML file: plain data, and beside it where everything stands."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from policy_kit.kit.places import Way
from policy_kit.kit.scalars import Plain
from policy_kit.kit.source import LINE_END, Source


class Scalar:
    """A single value."""

    __slots__ = ("data", "end", "start", "style", "text")

    def __init__(self, start: int, end: int, style: str | None, text: str, data: Plain) -> None:
        self.start = start
        self.end = end
        self.style = style
        """How it is written: quotes, a block sign, or nothing."""
        self.text = text
        """The value as text, also where `data` is a number."""
        self.data = data


class Mapping:
    """A group of entries, each with its key."""

    __slots__ = ("data", "keys", "pending", "start", "values")

    def __init__(self, start: int) -> None:
        self.start = start
        self.keys: dict[str, int] = {}
        """Where each key stands."""
        self.values: dict[str, Node] = {}
        self.data: dict[str, Any] = {}
        self.pending: str | None = None
        """While the file is being read: the key that still waits for its value."""

    def add(self, node: "Node") -> None:
        """Give the pending key its value; of two equal keys the first one counts."""
        key, self.pending = self.pending, None
        if key is not None and key not in self.values:
            self.values[key] = node
            self.data[key] = node.data


class Listing:
    """A list of entries."""

    __slots__ = ("data", "items", "start")

    def __init__(self, start: int) -> None:
        self.start = start
        self.items: list[Node] = []
        self.data: list[Any] = []

    def add(self, node: "Node") -> None:
        """Append an entry."""
        self.items.append(node)
        self.data.append(node.data)


Node = Scalar | Mapping | Listing


def find_child(node: Node, step: str | int) -> Node | None:
    """What stands in a group under a key, or in a list at a number."""
    if isinstance(node, Mapping):
        return node.values.get(step) if isinstance(step, str) else None
    if isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def find_node(root: Node, way: Way) -> Node:
    """The node to which `way` leads, or the last one on it that exists."""
    for step in way:
        child = find_child(root, step)
        if child is None:
            break
        root = child
    return root


def find_span(node: Node, source: Source) -> tuple[int, int]:
    """Where a node begins, and how many characters of its first line it takes: of a group its first key."""
    if isinstance(node, Mapping) and node.keys:
        key, start = next(iter(node.keys.items()))
        return start, len(key)
    if isinstance(node, Scalar) and source.find_line(node.start) == source.find_line(node.end):
        return node.start, node.end - node.start
    return node.start, 1


SIGN = re.compile(r"\S")
SINGLE_QUOTED_SIGN = re.compile(r"''|\S")
DOUBLE_QUOTED_SIGN = re.compile(r"\\(?:x..|u.{4}|U.{8}|\r\n|.)|\S", re.DOTALL)
ESCAPED_BLANK = re.compile(r"\\(?:[ \tnrtvfNLP_\r\n]|x(?:0[9a-dA-D]|20|85|a0|A0)|u0020|u00[aA]0)")


def find_character(node: Scalar, offset: int, source: Source) -> int:
    """Where in the file a character of a text stands; of a character between words, the next word.

    Folding and indentation only ever change the white space of a text. So the n-th sign of the value that is not
    white space is the n-th such sign of the file, whatever the style of the scalar.
    """
    in_value, in_file = _list_signs(node, source)
    if not in_file:
        return node.start
    wanted = bisect_left(in_value, offset)
    return in_file[wanted] if wanted < len(in_file) else in_file[-1] + 1


@lru_cache(maxsize=16)  # an answer with many findings asks for them one by one
def _list_signs(node: Scalar, source: Source) -> tuple[list[int], list[int]]:
    """Where each sign of the text stands, first in the value (as the models strip it), then in the file."""
    in_value = [sign.start() for sign in SIGN.finditer(node.text.strip())]
    return in_value, [sign.start() for sign in _spell(node, source)]


def _spell(node: Scalar, source: Source) -> Iterator[re.Match[str]]:
    """Every sign of the value, as it is spelled in the file."""
    start, end = node.start, node.end
    if node.style == "'":
        return SINGLE_QUOTED_SIGN.finditer(source.text, start + 1, end - 1)
    if node.style == '"':
        signs = DOUBLE_QUOTED_SIGN.finditer(source.text, start + 1, end - 1)
        return (sign for sign in signs if not ESCAPED_BLANK.fullmatch(sign[0]))
    if node.style in ("|", ">"):
        header = LINE_END.search(source.text, start, end)
        start = header.end() if header else end
    return SIGN.finditer(source.text, start, end)
