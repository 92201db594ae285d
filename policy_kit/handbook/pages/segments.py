"""The segments: the life of a client, who is promised which service level, and what each level promises."""

from dataclasses import dataclass

from markupsafe import Markup

from policy_kit.documents import Segment, Segments, Text
from policy_kit.handbook.drawings import LifeStage, draw_life_cycle, draw_part
from policy_kit.handbook.pages.page import Page, PageWriter
from policy_kit.handbook.wording import Wording

URI = "clients/segments.md"


@dataclass(frozen=True)
class TimeRow:
    """One response time across the levels: its name, and in each level how long it takes; empty where none is set."""

    what: Text
    spans: list[str]


def write_segments_page(writer: PageWriter, segments: Segments) -> Page:
    """The page of the segments and service levels."""
    edition = writer.edition
    typology, channels = edition.kit.typology, edition.kit.channels
    types = [type_ for criterion in typology.criteria for type_ in criterion.types] if typology else []
    return writer.write(
        "segments.md.j2",
        URI,
        segments.title,
        segments.intro or "",
        document=segments,
        lead=segments.intro,
        drawing=_draw_life(writer, segments) if segments.stages else None,
        times=_list_times(writer, segments),
        mark=draw_part("leads"),
        levels={level.id: level for level in segments.levels},
        stages={stage.id: stage for stage in segments.stages},
        strategies={strategy.id: strategy for strategy in segments.strategies},
        types={type_.id: type_ for type_ in types},
        channels={channel.id: channel for channel in channels.channels} if channels else {},
    )


def _list_times(writer: PageWriter, segments: Segments) -> list[TimeRow]:
    """The times of all levels; what has the same id is the same row."""
    wording = Wording(writer.edition.language, writer.edition.first)
    by_level = [{time.id: time for time in level.times} for level in segments.levels]
    names = {id: time.what for times in reversed(by_level) for id, time in times.items()}
    order = dict.fromkeys(id for times in by_level for id in times)
    return [
        TimeRow(names[id], [wording.duration(times[id].within) if id in times else "" for times in by_level])
        for id in order
    ]


def _draw_life(writer: PageWriter, segments: Segments) -> Markup:
    wording = Wording(writer.edition.language, writer.edition.first)

    def link(segment: Segment) -> tuple[str, str]:
        return wording.words(segment.title), f"#segment-{segment.id}"

    stages = [
        LifeStage(
            wording.words(stage.title),
            f"#stage-{stage.id}",
            [link(segment) for segment in segments.segments if segment.stage == stage.id],
        )
        for stage in segments.stages
    ]
    return draw_life_cycle(stages, wording.say("clients.segments.life_drawing", n=len(stages)))
