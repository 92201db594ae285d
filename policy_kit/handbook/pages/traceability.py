"""The traceability page: question → standards → duties → measures, and every gap on the way. For the company alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from policy_kit.documents import Standard
from policy_kit.handbook.edition import Asked, Edition, name_page
from policy_kit.handbook.pages.gap_words import tell_gap
from policy_kit.handbook.pages.page import LESS_FOUND, WITHOUT_CONTENTS, Page, PageWriter
from policy_kit.handbook.ties import Tie, find_tie
from policy_kit.kit.gaps import Gap
from policy_kit.kit.links import Node

URI = "health/traceability.md"


@dataclass(frozen=True)
class ShownGap:
    """A gap as a reader sees it."""

    code: str
    node: Node
    sort: str
    """contradiction, gap or accepted."""
    message: str
    place: str
    """File and line at which one mends it."""
    tie: Tie | None
    """The page of the document that has it."""
    reason: str
    by: str
    """Who has accepted it, and why; empty where nobody has."""


@dataclass(frozen=True)
class TraceStandard:
    """One standard behind an answer, who carries it, and the number by which one sees whether it is kept."""

    standard: Standard
    uri: str
    duties: tuple[Tie, ...]
    gaps: tuple[ShownGap, ...]

    @property
    def is_open(self) -> bool:
        """Whether something is missing or contradicts that nobody has accepted."""
        return any(gap.sort != "accepted" for gap in self.gaps)


@dataclass(frozen=True)
class TraceRow:
    """One answered question and what stands behind it."""

    asked: Asked
    standards: tuple[TraceStandard, ...]
    gaps: tuple[ShownGap, ...]

    @property
    def is_open(self) -> bool:
        """Whether something is missing or contradicts on the way from the answer to the measures."""
        own = any(gap.sort != "accepted" for gap in self.gaps)
        return own or any(standard.is_open for standard in self.standards)


def write_traceability_page(writer: PageWriter) -> Page:
    """The page, with what is missing on top."""
    edition = writer.edition
    gaps = [_show_gap(edition, gap) for gap in edition.kit.gaps]
    by_node: dict[Node, list[ShownGap]] = {}
    for gap in gaps:
        by_node.setdefault(gap.node if gap.node.kind == "answers" else gap.node.whole, []).append(gap)
    answered = [[asked for asked in policy if asked.shown] for policy in edition.policies.values()]
    policies = [[_trace(edition, asked, by_node) for asked in policy] for policy in answered]
    sorts = ("contradiction", "gap", "accepted")
    return writer.write(
        "traceability.md.j2",
        URI,
        writer.say("connections.trace.title"),
        writer.say("connections.trace.lead"),
        meta=LESS_FOUND | WITHOUT_CONTENTS,
        gaps={sort: [gap for gap in gaps if gap.sort == sort] for sort in sorts},
        policies=[rows for rows in policies if rows],
    )


def _show_gap(edition: Edition, gap: Gap) -> ShownGap:
    accepted = gap.acceptance
    sort = "accepted" if accepted else "contradiction" if gap.severity == "error" else "gap"
    node = gap.node
    return ShownGap(
        gap.code,
        node,
        sort,
        tell_gap(edition, gap),
        f"{gap.place.file}:{gap.place.line}",
        find_tie(edition, node) or find_tie(edition, node.whole),
        edition.pick(accepted.reason) if accepted else "",
        edition.pick(edition.find_role_title(accepted.by)) if accepted else "",
    )


def _trace(edition: Edition, asked: Asked, gaps: Mapping[Node, Sequence[ShownGap]]) -> TraceRow:
    node = Node("answers", asked.questionnaire.id, "answers", asked.question.id)
    named = [each.id for each in edition.kit.connections.list_named(node) if each.kind == "standard"]
    standards = [edition.kit.standards[id] for id in named if id in edition.kit.standards]
    traced = tuple(_trace_standard(edition, standard, gaps) for standard in standards)
    return TraceRow(asked, traced, tuple(gaps.get(node, ())))


def _trace_standard(edition: Edition, standard: Standard, gaps: Mapping[Node, Sequence[ShownGap]]) -> TraceStandard:
    duties: dict[str, Tie] = {}
    for job, duty in edition.list_duties_under(standard.id):
        tie = find_tie(edition, Node("post", job.id, "duties", duty.id))
        if tie is not None:
            duties.setdefault(job.id, tie)
    own = tuple(gaps.get(Node("standard", standard.id), ()))
    return TraceStandard(standard, name_page("standards", standard.id), tuple(duties.values()), own)
