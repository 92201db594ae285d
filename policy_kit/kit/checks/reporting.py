"""Who reports to whom ends at somebody, and nobody stands in for themselves."""

from collections.abc import Iterator, Mapping

from policy_kit.documents import JobDescription
from policy_kit.kit.causes import Cause
from policy_kit.kit.draft import Draft
from policy_kit.kit.drafts import Drafts


def check_reporting(drafts: Drafts) -> Iterator[Cause]:
    """Every circle of reporting once, and every job that replaces itself."""
    jobs: dict[str, Draft] = {}
    heads: dict[str, str] = {}
    for draft, job in drafts.of(JobDescription):
        if jobs.setdefault(job.id, draft) is draft and job.reports_to:
            heads[job.id] = job.reports_to
        if job.replaced_by == job.id:
            yield draft.blame("PK112", ("replaced_by",), id=job.id)
    for circle in _find_circles(heads):
        if len(circle) == 1:
            yield jobs[circle[0]].blame("PK119", ("reports_to",), id=circle[0])
        else:
            yield jobs[circle[0]].blame("PK111", ("reports_to",), jobs=(" → ".join((*circle, circle[0])),))


def _find_circles(heads: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """The circles in a map where each name leads to at most one other."""
    seen: set[str] = set()
    for start in heads:
        way: list[str] = []
        name = start
        while name in heads and name not in seen:
            seen.add(name)
            way.append(name)
            name = heads[name]
        if name in way:
            yield tuple(way[way.index(name) :])
