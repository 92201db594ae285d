"""Service levels and channels that promise what no standard describes, or another time than the step that sets it."""

from collections.abc import Iterator
from dataclasses import dataclass

from policy_kit.documents import Channels, Duration, Segments, Standard, pick_text
from policy_kit.kit.deadlines import read_deadline
from policy_kit.kit.draft import Draft
from policy_kit.kit.drafts import Drafts
from policy_kit.kit.durations import TimeSpan
from policy_kit.kit.gaps import Gap, tell_place
from policy_kit.kit.places import Way

StepName = tuple[str, str]
"""A standard and one of its steps."""


@dataclass(frozen=True)
class _SetTime:
    """A time that a level or a channel promises, and the step that sets it."""

    name: str
    """The short name of the level or the channel."""
    draft: Draft
    way: Way
    step: StepName
    within: Duration

    @property
    def span(self) -> TimeSpan:
        return TimeSpan(self.within.number, self.within.number, self.within.unit.value)


def find_empty_promises(drafts: Drafts) -> Iterator[Gap]:
    """Every level without a standard, and every time that is not that of its step."""
    by_channel = {time.way[1]: time for time in _list_channel_times(drafts)}
    names = {at: each.id for _, channels in drafts.of(Channels) for at, each in enumerate(channels.channels)}
    channels = {names[int(at)]: time for at, time in by_channel.items()}
    steps = _read_steps(drafts)
    for time in channels.values():
        yield from _compare_with_step(time, steps, "PK152")
    for draft, segments in drafts.of(Segments):
        if draft.document is None:
            continue
        yield from _find_undescribed(draft, segments)
        for number, level in enumerate(segments.levels):
            for place, each in enumerate(level.times):
                standard = each.standard or level.standard
                if not standard or not each.step:
                    continue
                way = ("levels", number, "times", place, "within")
                time = _SetTime(level.id, draft, way, (standard, each.step), each.within)
                yield from _compare_with_step(time, steps, "PK151")
                for name in level.channels:
                    other = channels.get(name)
                    if other and other.step == time.step and time.step not in steps:
                        yield from _compare(time, other, name)


def _find_undescribed(draft: Draft, segments: Segments) -> Iterator[Gap]:
    """Levels that are promised to somebody and that no standard describes."""
    for number, level in enumerate(segments.levels):
        if level.standard is None and not any(time.standard for time in level.times):
            promised = tuple(each.id for each in segments.segments if each.level == level.id)
            if promised:
                yield Gap("PK150", draft, ("levels", number, "id"), {"id": level.id, "segments": promised})


def _list_channel_times(drafts: Drafts) -> Iterator[_SetTime]:
    for draft, channels in drafts.of(Channels):
        for number, channel in enumerate(channels.channels if draft.document is not None else ()):
            standard = channel.standard or channels.standard
            if standard and channel.step and channel.within:
                way = ("channels", number, "within")
                yield _SetTime(channel.id, draft, way, (standard, channel.step), channel.within)


def _read_steps(drafts: Drafts) -> dict[StepName, tuple[Draft, Way, str, TimeSpan]]:
    """Every step whose time can be read, with the place and the words of that time."""
    first = drafts.company.languages[0] if drafts.company else ""
    if not any(True for _ in drafts.of(Segments)) and not any(True for _ in drafts.of(Channels)):
        return {}
    found: dict[StepName, tuple[Draft, Way, str, TimeSpan]] = {}
    for draft, standard in drafts.of(Standard):
        for number, step in enumerate(standard.steps if draft.document is not None else ()):
            words = pick_text(step.within, first, first) if step.within else ""
            if deadline := read_deadline(words, first):
                found[standard.id, step.id] = (draft, ("steps", number, "within"), words, deadline.span)
    return found


def _compare_with_step(
    time: _SetTime, steps: dict[StepName, tuple[Draft, Way, str, TimeSpan]], code: str
) -> Iterator[Gap]:
    if time.step in steps:
        other, way, words, span = steps[time.step]
        if time.span.differs_from(span):
            values = {"mine": time.within, "theirs": words, "step": time.step[1], "standard": time.step[0]}
            yield Gap(code, time.draft, time.way, {**values, "name": time.name, **tell_place(other, way)})


def _compare(time: _SetTime, other: _SetTime, channel: str) -> Iterator[Gap]:
    if time.span.differs_from(other.span):
        place = tell_place(other.draft, other.way)
        values = {"mine": time.within, "theirs": other.within, "channel": channel, "step": time.step[1]}
        yield Gap("PK153", time.draft, time.way, {**values, "name": time.name, **place})
