"""What the toolkit holds is there where it is named, and every report is read by somebody."""

from collections.abc import Iterator

from policy_kit.documents import KINDS, Process, Toolkit
from policy_kit.kit.causes import Cause
from policy_kit.kit.checks.names import list_names
from policy_kit.kit.draft import Draft
from policy_kit.kit.drafts import Drafts
from policy_kit.kit.holes import is_hole

TOOLS = {Process: ("steps", "tools"), Toolkit: ("control_points", "tools")}
"""Where tools are named."""


def check_toolkit(drafts: Drafts) -> Iterator[Cause]:
    """Every tool and report that is named but not there, and every report without a receiver."""
    tools = _list_known(drafts, "tools")
    for draft in drafts.all:
        document = draft.content
        if document is None:
            continue
        if tools is not None and (place := TOOLS.get(type(document))):
            for way, name in list_names(document, place):
                if name not in tools and not is_hole(name):
                    yield draft.blame("PK133", way, meant=(name, tools), id=name)
        if isinstance(document, Toolkit):
            yield from _check_reports(drafts, draft, document)


def _check_reports(drafts: Drafts, draft: Draft, toolkit: Toolkit) -> Iterator[Cause]:
    reports = _list_known(drafts, "reports")
    if reports is not None:
        for way, name in list_names(toolkit, ("control_points", "report")):
            if name not in reports and not is_hole(name):
                yield draft.blame("PK134", way, meant=(name, reports), id=name)
    for number, report in enumerate(toolkit.reports):
        if not report.to and draft.lacks(("reports", number), "to"):
            yield draft.blame("PK135", ("reports", number, "id"), id=report.id)


def _list_known(drafts: Drafts, part: str) -> tuple[str, ...] | None:
    """The ids of the tools or the reports; None where a file that cannot be read may hold more of them."""
    names: list[str] = []
    for draft in drafts.all:
        kind = draft.look_up("kind")
        if kind != "toolkit" and (draft.broken is None or kind in KINDS):
            continue
        if not isinstance(draft.content, Toolkit):
            return None
        if draft.broken is not None and not isinstance(draft.broken.get(part), list):
            return None
        names += [each.id for each in getattr(draft.content, part)]
    return None if any(map(is_hole, names)) else tuple(names)
