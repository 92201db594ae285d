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
from policy_kit.kit.nodes import Listing, Mapping, Node, Scalar, find_child
from policy_kit.kit.scalars import AmbiguousError, resolve_scalar
from policy_kit.kit.signs import UNSAFE, name_sign
from policy_kit.kit.source import Source

DEEPEST = 24
MOST_EVENTS = 50_000
"""Names, values, and beginnings and ends of groups. A megabyte of honest text has about half as many."""

CONFLICT = re.compile(r"^<{7} [^\r\n]*", re.MULTILINE)
CONFLICT_END = re.compile(r"^>{7} ", re.MULTILINE)
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
        self.top: Mapping | Listing = Listing(0)
        """The group or list to which the next value belongs; at first a list for the document alone."""
        self.outer: list[Mapping | Listing] = []
        """Those around it."""
        self.last: Event | None = None

    def read(self) -> Tree:
        document = self.top
        try:
            self._refuse_unsafe_signs()
            self._refuse_open_merge()
            self._refuse_directives(0)
            self._read_events()
        except _Stop:
            self.tree.complete = False
        except SyntaxFault as error:
            self.tree.complete = False
            self.tree.causes.append(diagnose_error(error, self.source, self.last))
        self.tree.root = find_child(document, 0)
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
        if type(parser.get_event()) is END:
            return
        for _ in range(MOST_EVENTS):
            event = parser.get_event()
            kind = type(event)
            if kind is DOCUMENT_END:
                break
            takers[kind](event)
            self.last = event
        else:
            self._stop("PK007", event.start_mark.index, most=MOST_EVENTS)
        if event.explicit:
            self.last = event
        self._refuse_directives(event.end_mark.index)
        following = parser.get_event()
        if type(following) is DOCUMENT:
            self._note("PK008", following.start_mark.index, width=3)

    def _take_scalar(self, event: Event) -> None:
        top, text, style = self.top, event.value, event.style
        key = None
        if type(top) is Mapping:
            if top.pending is None:
                self._take_key(event, top)
                return
            key = top.pending
        start = event.start_mark.index
        node = Scalar(start, event.end_mark.index, style, text, text)
        if not style:  # whoever uses quotes or a block means a text
            try:
                node.data = resolve_scalar(text, key)
            except AmbiguousError:
                self._note("PK026", start, node, width=len(text), value=text)
        elif style == '"' and (sign := UNSAFE.search(text)):
            self._note("PK004", start, node, sign=name_sign(sign[0]))
        if event.anchor is not None or event.tag is not None:
            self._refuse_features(event, node)
        top.add(node)

    def _take_key(self, event: Event, top: Mapping) -> None:
        key, start = event.value, event.start_mark.index
        if not key:
            self._stop("PK025", start)
        if key in top.keys:
            line = self.source.find_line(top.keys[key])
            self._note("PK024", start, width=len(key), key=key, line=line)
        else:
            top.keys[key] = start
        if key == "<<":
            self._note("PK023", start, top, width=len(key))
        if event.anchor is not None or event.tag is not None:
            self._refuse_features(event, top)
        top.pending = key

    def _take_collection(self, event: Event) -> None:
        start = event.start_mark.index
        if len(self.outer) >= DEEPEST:
            self._stop("PK006", start, most=DEEPEST)
        if type(self.top) is Mapping and self.top.pending is None:
            self._stop("PK025", start)
        node = Mapping(start) if type(event) is MAPPING else Listing(start)
        if event.anchor is not None or event.tag is not None:
            self._refuse_features(event, node)
        self.top.add(node)
        self.outer.append(self.top)
        self.top = node

    def _close(self, _: Event) -> None:
        self.top = self.outer.pop()

    def _take_alias(self, event: Event) -> None:
        start = event.start_mark.index
        width = event.end_mark.index - start
        if type(self.top) is Mapping and self.top.pending is None:
            self._stop("PK021", start, width=width, name=event.anchor)
        node = Listing(start)
        self._note("PK021", start, node, width=width, name=event.anchor)
        self.top.add(node)

    def _refuse_features(self, event: Event, node: Node) -> None:
        start = event.start_mark.index
        if event.anchor is not None:
            self._note("PK020", start, node, width=len(event.anchor) + 1, name=event.anchor)
        else:
            written = TAG.match(self.source.text, start)
            name = written[0] if written else ""
            self._note("PK022", start, node, width=len(name), name=name)

    def _refuse_unsafe_signs(self) -> None:
        if sign := UNSAFE.search(self.source.text):
            self._stop("PK004", sign.start(), sign=name_sign(sign[0]))

    def _refuse_open_merge(self) -> None:
        """What git writes where two people have changed the same lines, and nobody has decided yet."""
        if (found := CONFLICT.search(self.source.text)) and CONFLICT_END.search(self.source.text, found.end()):
            self._stop("PK044", found.start(), width=len(found[0].rstrip()))

    def _refuse_directives(self, start: int) -> None:
        if found := DIRECTIVE.match(self.source.text, start):
            self._stop("PK019", found.end() - 1)

    def _note(self, code: str, index: int, node: Node | None = None, width: int = 1, **values: object) -> None:
        self.tree.causes.append(Cause(self.source, index, code, values, width))
        if node is not None:
            self.tree.doubtful.add(node)

    def _stop(self, code: str, index: int, width: int = 1, **values: object) -> NoReturn:
        self._note(code, index, None, width, **values)
        raise _Stop
