"""The sentence of a gap as a reader of the handbook knows its names: titles stand where an editor has short names."""

import re
from collections.abc import Sequence
from dataclasses import replace

from policy_kit.documents import Channel, Segment, ServiceLevel, Text
from policy_kit.handbook.edition import Edition
from policy_kit.handbook.pages.page import shorten
from policy_kit.kit import Kit
from policy_kit.kit.causes import tell_causes
from policy_kit.kit.gaps import Gap
from policy_kit.kit.links import find_title_of
from policy_kit.languages import load_phrases

OF_STANDARDS = ("PK140", "PK143", "PK144", "PK145", "PK155", "PK156")
"""Whose `id` is that of a standard."""
OF_LEVELS, OF_CHANNELS = ("PK151", "PK153"), ("PK152",)
"""Whose `name` is that of a service level, or of a channel."""
LONGEST = 75
"""Characters; of a longer title, such as the text of a duty, its beginning is enough."""
_SENTENCE_END = re.compile(r"(?<!\d)[.!?](?=\s+[^\W\d_a-zа-яёčšž])")
"""A new sentence begins with a capital letter; behind a number the full stop may be that of »do 7. januarja«."""


def tell_gap(edition: Edition, gap: Gap) -> str:
    """What is missing, or what contradicts what."""
    values = {key: _name(edition, gap, key, value) for key, value in gap.values.items()}
    (problem,) = tell_causes([replace(gap.blame(), values=values)], load_phrases(edition.language))
    return problem.message


def _name(edition: Edition, gap: Gap, key: str, value: object) -> object:
    """A value of the sentence; where it is the short name of something, its title."""
    if isinstance(value, tuple):
        return tuple(_name(edition, gap, key, one) for one in value)
    title = _find_title(edition, gap, key, value) if isinstance(value, str) else None
    return value if title is None else _shorten(edition.pick(title))


def _shorten(title: str) -> str:
    """The first sentence, or its beginning."""
    end = _SENTENCE_END.search(title)
    return shorten(title[: end.start()] if end else title, LONGEST)


def _find_title(edition: Edition, gap: Gap, key: str, name: str) -> Text | None:
    if key in ("owner", "posts"):
        return edition.find_role_title(name)
    if key == "standard" or (key == "id" and gap.code in OF_STANDARDS):
        return edition.names.standards.get(name)
    if key == "id":
        asked = edition.find_asked(gap.node.id, gap.node.part)
        return asked.question.text if asked else find_title_of(gap.document, gap.way)
    return next((each.title for each in _list_parts(edition.kit, gap, key) if each.id == name), None)


def _list_parts(kit: Kit, gap: Gap, key: str) -> Sequence[Segment | ServiceLevel | Channel]:
    """Those parts of documents of which a value of the sentence is a short name."""
    if key == "segments" and kit.segments:
        return kit.segments.segments
    if key == "name" and gap.code in OF_LEVELS and kit.segments:
        return kit.segments.levels
    if (key == "channel" or (key == "name" and gap.code in OF_CHANNELS)) and kit.channels:
        return kit.channels.channels
    return ()
