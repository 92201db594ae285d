"""What the toolkit holds is there where it is named, and every report is read by somebody."""

from collections.abc import Iterator

from policy_kit.documents import KINDS, Toolkit
from policy_kit.kit.causes import Cause
from policy_kit.kit.draft import Draft
from policy_kit.kit.drafts import Drafts
from policy_kit.kit.holes import is_hole
from policy_kit.kit.references import REPORT, TOOL

CODES = {TOOL: ("PK133", "tools"), REPORT: ("PK134", "reports")}
"""Of what is named here: the code where it is not there, and the list in which it should stand."""


def check_toolkit(drafts: Drafts) -> Iterator[Cause]:
    """Every tool and report that is named but not there, and every report without a receiver."""
    known = {named: _list_known(drafts, part) for named, (_, part) in CODES.items()}
    for draft in drafts.all:
        for reference in draft.references:
            names = known.get(reference.named)
            if names is not None and reference.name not in names:
                code, _ = CODES[reference.named]
                yield draft.blame(code, reference.way, meant=(reference.name, names), id=reference.name)
        if isinstance(draft.content, Toolkit):
            yield from _check_receivers(draft, draft.content)


def _check_receivers(draft: Draft, toolkit: Toolkit) -> Iterator[Cause]:
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
