"""What a post does in the work that is shared: activities of the matrix, steps of processes, tools, control points."""

from dataclasses import dataclass

from policy_kit.documents import Activity, ControlPoint, Process, ProcessStep, Report, Tool
from policy_kit.handbook.edition import Edition

PARTS = ("leads", "supports", "told")
"""The parts that a post can have in an activity, the weightiest first."""


@dataclass(frozen=True)
class PostWork:
    """All that the documents on the common work say of one post."""

    activities: dict[str, list[Activity]]
    """By part: what the post leads, supports and is told of."""
    steps: list[tuple[Process, ProcessStep]]
    tools: list[Tool]
    points: list[ControlPoint]
    written: list[Report]
    received: list[Report]


def find_post_work(edition: Edition, post: str) -> PostWork:
    """What one post has to do with; of what this edition does not show, nothing."""
    matrix, toolkit = edition.kit.role_matrix, edition.toolkit
    activities = matrix.activities if matrix else ()
    tools = toolkit.tools if toolkit else ()
    reports = toolkit.reports if toolkit else ()
    return PostWork(
        {part: [one for one in activities if post in getattr(one, part)] for part in PARTS},
        [(process, step) for process in edition.processes.values() for step in process.steps if step.owner == post],
        [tool for tool in tools if not tool.posts or post in tool.posts],
        [point for point in (toolkit.control_points if toolkit else ()) if point.post == post],
        [report for report in reports if report.by == post],
        [report for report in reports if post in report.to],
    )
