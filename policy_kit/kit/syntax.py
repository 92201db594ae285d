"""The text of a file → its tree, through YAML's events: iterative, bounded, and without YAML's surprises."""

import re
from dataclasses import dataclass, field
from typing import NoReturn

from policy_kit.kit.causes import Cause
from policy_kit.kit.diagnosis import diagnose_error
from policy_kit.kit.events import (
    ALIAS,
    DOCUMENT,
    DOCUMENT_END,
    END,
    LISTING,
    LISTING_END,
    MAPPING,
    MAPPING_END,
    SCALAR,
    Event,
    SyntaxFault,
    open_parser,
)
from policy_kit.kit.nodes import Listing, Mapping, Node, Scalar
from policy_kit.kit.scalars import AmbiguousError, resolve_scalar
from policy_kit.kit.signs import UNSAFE, name_sign
from policy_kit.kit.source import Mark, Source

DEEPEST = 24
MOST_VALUES = 100_000

TAG = re.compile(r"\S{1,60}")

DIRECTIVE = re.compile(r"(?:[ \t]*+(?:#[^\r\n]*+)?[\r\n])*+%")
"""Directives are refused before the parser sees them: it compares each with all the others."""


@dataclass
class Tree:
    """What a file holds, as far as it could be read."""

    root: Node | None = None
    causes: list[Cause] = field(default_factory=list)
    complete: bool = True
    """Whether the file was read to its end."""
    doubtful: set[Node] = field(default_factory=set)
    """Nodes about which there is a cause already, so that nothing more need be said of them."""


def read_tree(source: Source) -> Tree:
    """Read the tree of a file, and everything that is wrong with its form."""
    return _TreeReader(source).read()


class _Stop(Exception):  # noqa: N818
    """There is no point in reading on; the cause has been noted."""


class _TreeReader:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.tree = Tree()
        self.open: list[Mapping | Listing] = []
        self.values = 0
        self.last: Event | None = None

    def read(self) -> Tree:
        try:
            self._refuse_unsafe_signs()
            self._refuse_directives(0)
            self._read_events()
        except _Stop:
            self.tree.complete = False
        except SyntaxFault as error:
            self.tree.complete = False
            self.tree.causes.append(diagnose_error(error, self.source, self.last))
        return self.tree

    def _read_events(self) -> None:
        takers = {
            SCALAR: self._take_scalar,
            MAPPING: self._take_collection,
            LISTING: self._take_collection,
            MAPPING_END: self._close,
            LISTING_END: self._close,
            ALIAS: self._take_alias,
        }
        parser = open_parser(self.source.text)
        parser.get_event()  # the start of the stream
        event = parser.get_event()
        if type(event) is END:
            return
        while type(event := parser.get_event()) is not DOCUMENT_END:
            takers[type(event)](event)
            self.last = event
        self._refuse_directives(event.end_mark.index)
        following = parser.get_event()
        if type(following) is DOCUMENT:
            self._note("PK008", following.start_mark, width=3)

    def _take_scalar(self, event: Event) -> None:
        top = self.open[-1] if self.open else None
        if isinstance(top, Mapping) and top.pending is None:
            self._take_key(event, top)
            return
        key = top.pending.text if isinstance(top, Mapping) and top.pending else None
        try:
            # A style is given for quotes and blocks: whoever uses them means a text.
            node = Scalar(event, event.value if event.style else resolve_scalar(event.value, key))
        except AmbiguousError:
            node = Scalar(event, event.value)
            self._note("PK026", event.start_mark, node, width=len(event.value), value=event.value)
        if event.style == '"' and (sign := UNSAFE.search(event.value)):
            self._note("PK004", event.start_mark, node, sign=name_sign(sign[0]))
        self._add(node, event)

    def _take_key(self, event: Event, top: Mapping) -> None:
        key = Scalar(event, None)
        width = event.end_mark.index - event.start_mark.index
        if not key.text:
            self._stop("PK025", event.start_mark)
        if key.text in top.entries:
            first = top.entries[key.text][0]
            self._note("PK024", event.start_mark, width=width, key=key.text, line=first.start.line + 1)
        elif key.text == "<<":
            self._note("PK023", event.start_mark, top, width=width)
        self._refuse_features(event, key)
        top.pending = key

    def _take_collection(self, event: Event) -> None:
        if len(self.open) >= DEEPEST:
            self._stop("PK006", event.start_mark, most=DEEPEST)
        top = self.open[-1] if self.open else None
        if isinstance(top, Mapping) and top.pending is None:
            self._stop("PK025", event.start_mark)
        start = event.start_mark
        node = Mapping(start) if type(event) is MAPPING else Listing(start)
        self._add(node, event)
        self.open.append(node)

    def _close(self, _: Event) -> None:
        self.open.pop()

    def _take_alias(self, event: Event) -> None:
        width = event.end_mark.index - event.start_mark.index
        top = self.open[-1]
        if isinstance(top, Mapping) and top.pending is None:
            self._stop("PK021", event.start_mark, width=width, name=event.anchor)
        node = Listing(event.start_mark)
        self._note("PK021", event.start_mark, node, width=width, name=event.anchor)
        top.add(node)

    def _add(self, node: Node, event: Event) -> None:
        self.values += 1
        if self.values > MOST_VALUES:
            self._stop("PK007", node.start, most=MOST_VALUES)
        self._refuse_features(event, node)
        if self.open:
            self.open[-1].add(node)
        else:
            self.tree.root = node

    def _refuse_features(self, event: Event, node: Node) -> None:
        tag = getattr(event, "tag", None)
        if event.anchor is not None:
            self._note("PK020", event.start_mark, node, width=len(event.anchor) + 1, name=event.anchor)
        elif tag is not None:
            written = TAG.match(self.source.text, event.start_mark.index)
            name = written[0] if written else str(tag)
            self._note("PK022", event.start_mark, node, width=len(name), name=name)

    def _refuse_unsafe_signs(self) -> None:
        if sign := UNSAFE.search(self.source.text):
            self._stop("PK004", self.source.find_spot(sign.start()), sign=name_sign(sign[0]))

    def _refuse_directives(self, start: int) -> None:
        if found := DIRECTIVE.match(self.source.text, start):
            self._stop("PK019", self.source.find_spot(found.end() - 1))

    def _note(self, code: str, mark: Mark, node: Node | None = None, width: int = 1, **values: object) -> None:
        self.tree.causes.append(Cause(self.source, mark, code, values, width))
        if node is not None:
            self.tree.doubtful.add(node)

    def _stop(self, code: str, mark: Mark, width: int = 1, **values: object) -> NoReturn:
        self._note(code, mark, None, width, **values)
        raise _Stop
