"""The processes: each step with what comes in, who does what, what comes out and where it is written down."""

from dataclasses import dataclass

from markupsafe import Markup

from policy_kit.documents import Process, ProcessStep
from policy_kit.handbook.drawings import ChartStep, draw_flow_charts
from policy_kit.handbook.later import Later
from policy_kit.handbook.names import Names
from policy_kit.handbook.pages.page import Page, PageWriter
from policy_kit.handbook.pages.ways import Way, find_ways, is_plain_next
from policy_kit.handbook.wording import Wording


@dataclass(frozen=True)
class ShownStep:
    """A step, and the ways on that need telling."""

    step: ProcessStep
    ways: tuple[Way, ...]


def name_process_page(id: str) -> str:
    """The page of a process."""
    return f"work/process-{id}.md"


def write_process_page(writer: PageWriter, process: Process) -> Page:
    """The page of one process."""
    ways = find_ways(process.steps)
    steps = [
        ShownStep(step, () if is_plain_next(on, number) else on)
        for number, (step, on) in enumerate(zip(process.steps, ways, strict=True), start=1)
    ]
    return writer.write(
        "process.md.j2",
        name_process_page(process.id),
        process.title,
        process.purpose,
        document=process,
        lead=process.purpose,
        steps=steps,
        charts=Later(_draw_charts, (writer.edition.names, process, ways)),
        toolkit={tool.id: tool for tool in writer.edition.toolkit.tools} if writer.edition.toolkit else {},
    )


def _draw_charts(names: Names, process: Process, ways: list[tuple[Way, ...]]) -> Markup:
    """A box for each step; on the way to the next stands when it is taken, or else what is handed on."""
    wording = Wording(names.language, names.first)

    def note(step: ProcessStep) -> str:
        who = wording.words(names.find_role_title(step.owner))
        return f"{who} · {wording.words(step.within)}" if step.within else who

    chart = [
        ChartStep(
            wording.words(step.title),
            note(step),
            tuple((way.number - 1, wording.words(way.when or step.output)) for way in on),
        )
        for step, on in zip(process.steps, ways, strict=True)
    ]
    return draw_flow_charts(
        tuple(chart), wording.say("work.process.chart", title=wording.words(process.title), n=len(process.steps))
    )
