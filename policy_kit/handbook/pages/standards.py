"""The service standards: what holds, the steps as a flow chart and as a list, how it is checked and who carries it."""

import re
from dataclasses import dataclass

from policy_kit.documents import Standard, Text
from policy_kit.handbook.drawings import ChartStep, draw_flow_charts
from policy_kit.handbook.edition import name_page
from policy_kit.handbook.later import Later
from policy_kit.handbook.names import Names
from policy_kit.handbook.pages.page import WITHOUT_CONTENTS, Page, PageWriter
from policy_kit.handbook.pages.ways import Way, find_ways, is_plain_next
from policy_kit.handbook.ties import list_backed
from policy_kit.handbook.wording import Wording
from policy_kit.kit.links import Node

_SENTENCE_END = re.compile(r"\w{2}[»”)\"]?[.!?…]+[»”\"]?\s+")


@dataclass(frozen=True)
class ShownStep:
    """A step with its ways on; `ways` is empty where the next in the list simply follows."""

    do: Text
    who: str | None
    within: Text | None
    ways: tuple[Way, ...]
    leads_to: tuple[Way, ...]


def write_standard_pages(writer: PageWriter) -> tuple[Page, ...]:
    """The index of the standards, then each of them."""
    standards = list(writer.edition.kit.standards.values())
    index = writer.write(
        "standards_index.md.j2",
        "standards/index.md",
        writer.say("standards.title"),
        writer.say("standards.lead"),
        meta=WITHOUT_CONTENTS,
        standards=standards,
    )
    return (index, *(_write_standard(writer, standard) for standard in standards))


def _write_standard(writer: PageWriter, standard: Standard) -> Page:
    edition = writer.edition
    steps = list_shown_steps(standard)
    return writer.write(
        "standard.md.j2",
        name_page("standards", standard.id),
        standard.title,
        standard.statement,
        document=standard,
        standard=standard,
        steps=steps,
        charts=Later(_draw_charts, (edition.names, standard.title, steps)),
        duties=edition.list_duties_under(standard.id),
        backed=list_backed(edition, Node("standard", standard.id)),
    )


def list_shown_steps(standard: Standard) -> list[ShownStep]:
    """The steps of a standard; a way to a step that does not exist is left out."""
    ways = find_ways(standard.steps)
    return [
        ShownStep(step.do, step.who, step.within, () if is_plain_next(on, number) else on, on)
        for number, (step, on) in enumerate(zip(standard.steps, ways, strict=True), start=1)
    ]


def take_first_sentence(words: str) -> str:
    """The first sentence of a text, which is what a chart has room for; the list below the chart has the rest."""
    for end in _SENTENCE_END.finditer(words):
        if words[end.end() : end.end() + 1].isupper():
            return words[: end.end()].rstrip()
    return words


def _draw_charts(names: Names, title: Text, steps: list[ShownStep]) -> object:
    wording = Wording(names.language, names.first)
    chart = [
        ChartStep(
            take_first_sentence(wording.words(step.do)),
            " · ".join(
                [
                    *([wording.words(names.find_role_title(step.who))] if step.who else []),
                    *([wording.words(step.within)] if step.within else []),
                ]
            ),
            tuple((way.number - 1, wording.words(way.when) if way.when else "") for way in step.leads_to),
        )
        for step in steps
    ]
    return draw_flow_charts(tuple(chart), wording.say("standards.chart", title=wording.words(title), n=len(steps)))
