"""The events of the YAML parser, as far as we use them; only this file knows whose parser it is."""

from typing import Protocol, cast

import yaml

try:
    from yaml._yaml import CParser as _Parser  # libyaml
except ImportError:  # a PyYAML that was built without it: ten times slower, and stricter about signs in brackets
    from yaml import SafeLoader as _Parser  # type: ignore[assignment]

SCALAR: type[object] = yaml.ScalarEvent
ALIAS: type[object] = yaml.AliasEvent
MAPPING: type[object] = yaml.MappingStartEvent
MAPPING_END: type[object] = yaml.MappingEndEvent
LISTING: type[object] = yaml.SequenceStartEvent
LISTING_END: type[object] = yaml.SequenceEndEvent
DOCUMENT: type[object] = yaml.DocumentStartEvent
DOCUMENT_END: type[object] = yaml.DocumentEndEvent
END: type[object] = yaml.StreamEndEvent

SyntaxFault = yaml.YAMLError


class Mark(Protocol):
    """A place in the text."""

    index: int
    """The number of the character, counted from 0."""


class Event(Protocol):
    """Something that the parser has read. Which of the fields there are depends on the type of the event."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None
    """How a scalar is written: quotes, a block sign, or nothing."""
    explicit: bool
    """Whether the end of a document is written out, as three dots."""


class Parser(Protocol):
    """Reads a text event by event, without recursion."""

    def get_event(self) -> Event: ...


def open_parser(text: str) -> Parser:
    """A parser at the start of `text`."""
    return cast(Parser, _Parser(text))
