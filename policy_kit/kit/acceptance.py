"""Gaps that somebody has accepted with a reason: they are no problems while the acceptance holds."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from policy_kit.documents import Acceptance, Accepted
from policy_kit.kit.causes import Cause
from policy_kit.kit.drafts import Drafts
from policy_kit.kit.gaps import ACCEPTABLE, Gap
from policy_kit.kit.links import find_node_of


def accept_gaps(gaps: Iterable[Gap], drafts: Drafts, today: date) -> tuple[Gap, ...]:
    """The gaps, and beside each the acceptance that holds for it today."""
    holding: dict[tuple[str, str], list[Acceptance]] = {}
    for _, accepted in drafts.of(Accepted):
        for each in accepted.accepted:
            if each.until is None or each.until >= today:
                holding.setdefault((each.code, each.document), []).append(each)
    return tuple(replace(gap, acceptance=_find(gap, holding)) if holding else gap for gap in gaps)


def check_acceptances(gaps: Iterable[Gap], drafts: Drafts) -> Iterator[Cause]:
    """Every acceptance of what cannot be accepted, or of what is not there (any more)."""
    if not drafts.of(Accepted):
        return
    found = {(gap.code, gap.node.id, part) for gap in gaps for part in (gap.node.part, None)}
    readable = all(draft.broken is None for draft in drafts.all)
    names = _list_names(drafts)
    for draft, accepted in drafts.of(Accepted):
        for number, each in enumerate(accepted.accepted):
            if each.code not in ACCEPTABLE:
                yield draft.blame("PK158", ("accepted", number, "code"), id=each.code, codes=ACCEPTABLE)
            elif readable and each.document not in names:
                meant = (each.document, names)
                yield draft.blame("PK159", ("accepted", number, "document"), meant=meant, id=each.document)
            elif readable and (each.code, each.document, each.part) not in found:
                name = f"{each.document} / {each.part}" if each.part else each.document
                yield draft.blame("PK157", ("accepted", number, "code"), id=each.code, name=name)


def _list_names(drafts: Drafts) -> tuple[str, ...]:
    """By which short names an acceptance may call a document."""
    documents = (draft.content for draft in drafts.all if draft.content is not None)
    return tuple(dict.fromkeys((*(find_node_of(document).id for document in documents), *drafts.posts)))


def _find(gap: Gap, holding: dict[tuple[str, str], list[Acceptance]]) -> Acceptance | None:
    node = gap.node
    fitting = holding.get((gap.code, node.id), ())
    return next((each for each in fitting if each.part is None or each.part == node.part), None)
