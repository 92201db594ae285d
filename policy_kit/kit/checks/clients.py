"""What the documents on clients name: channels, service levels, stages, types, strategies, and steps of standards."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from policy_kit.documents import Channels, Segments, Standard, Typology
from policy_kit.kit.causes import Cause
from policy_kit.kit.draft import Draft
from policy_kit.kit.drafts import Drafts
from policy_kit.kit.holes import is_hole
from policy_kit.kit.places import Way
from policy_kit.kit.references import CHANNEL, LEVEL, STAGE, STRATEGY, TYPE

Known = tuple[str, ...] | None
"""The names that lead somewhere; None where that cannot be made out."""

CODES = {CHANNEL: "PK121", LEVEL: "PK122", STAGE: "PK123", TYPE: "PK124", STRATEGY: "PK125"}
"""Of what is named here: the code where it is not there."""


def check_clients(drafts: Drafts) -> Iterator[Cause]:
    """Every channel, level, stage, type, strategy and step that is named and is not there."""
    for draft, segments in drafts.of(Segments):
        known = _list_known(drafts, draft)
        for reference in draft.references:
            names = known.get(reference.named)
            if names is not None and reference.name not in names:
                code, meant = CODES[reference.named], (reference.name, names)
                yield draft.blame(code, reference.way, meant=meant, id=reference.name)
        for number, level in enumerate(segments.levels):
            for place, time in enumerate(level.times):
                within: Way = ("levels", number, "times", place, "step")
                yield from _check_step(drafts, draft, within, time.standard or level.standard, time.step)
    for draft, channels in drafts.of(Channels):
        for number, channel in enumerate(channels.channels):
            answered: Way = ("channels", number, "step")
            yield from _check_step(drafts, draft, answered, channel.standard or channels.standard, channel.step)


def _list_known(drafts: Drafts, draft: Draft) -> dict[str, Known]:
    """What there is to be named."""
    return {
        CHANNEL: _list_channels(drafts),
        LEVEL: _list_own(draft, "levels"),
        STAGE: _list_own(draft, "stages"),
        TYPE: _list_types(drafts),
        STRATEGY: _list_own(draft, "strategies"),
    }


def _list_channels(drafts: Drafts) -> Known:
    if _is_hidden(drafts, "channels", "channels"):
        return None
    return _without_holes(channel.id for _, document in drafts.of(Channels) for channel in document.channels)


def _list_types(drafts: Drafts) -> Known:
    if _is_hidden(drafts, "typology", "criteria"):
        return None
    criteria = [criterion for _, document in drafts.of(Typology) for criterion in document.criteria]
    return _without_holes(type_.id for criterion in criteria for type_ in criterion.types)


def _list_own(draft: Draft, field: str) -> Known:
    if _cannot_read(draft, field):
        return None
    return _without_holes(part.id for part in getattr(draft.content, field))


def _is_hidden(drafts: Drafts, kind: str, field: str) -> bool:
    """Whether there is, or may be, a document of a kind in which the list `field` cannot be read."""
    return any(
        _cannot_read(draft, field)
        for draft in drafts.all
        if draft.look_up("kind") == kind or PurePosixPath(draft.path).stem == kind
    )


def _cannot_read(draft: Draft, field: str) -> bool:
    if draft.broken is None:
        return False
    return draft.content is None or not isinstance(draft.broken.get(field, []), list)


def _without_holes(ids: Iterable[str]) -> Known:
    """The ids; where one could not be read, any name may be meant by it."""
    known = tuple(ids)
    return None if any(map(is_hole, known)) else known


def _check_step(drafts: Drafts, draft: Draft, way: Way, standard: str | None, step: str | None) -> Iterator[Cause]:
    """A time that names a step must name one of the standard that keeps the time."""
    if step is None:
        return
    if standard is None:
        yield draft.blame("PK127", way, id=step)
        return
    for other, document in drafts.of(Standard):
        if document.id == standard and not _cannot_read(other, "steps"):
            known = _without_holes(each.id for each in document.steps)
            if known is not None and step not in known and not is_hole(step):
                yield draft.blame("PK126", way, meant=(step, known), id=step, standard=standard)
