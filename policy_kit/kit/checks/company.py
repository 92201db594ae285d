"""A kit has exactly one company, and of some other kinds no more than one document."""

from collections.abc import Iterator

from policy_kit.kit.causes import Cause
from policy_kit.kit.drafts import COMPANY_FILE, Drafts
from policy_kit.kit.source import Source

SINGLE = (
    "company",
    "moral-code",
    "role-matrix",
    "toolkit",
    "motivation",
    "guide",
    "typology",
    "segments",
    "channels",
    "people",
    "glossary",
)


def check_company(drafts: Drafts) -> Iterator[Cause]:
    """The company's document must be there, and be the only one."""
    if not any(draft.path == COMPANY_FILE for draft in drafts.all):
        yield Cause(Source(COMPANY_FILE, ""), 0, "PK100")
    for kind in SINGLE:
        found = [*drafts.of_kind(kind)]
        for other in found[1:]:
            yield other.blame("PK101", ("kind",), kind=kind, file=found[0].path)
