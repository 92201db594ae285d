"""A term of the glossary refers to other terms of it."""

from collections.abc import Iterator

from policy_kit.documents import Glossary
from policy_kit.kit.causes import Cause
from policy_kit.kit.drafts import Drafts
from policy_kit.kit.holes import is_hole
from policy_kit.kit.references import TERM


def check_glossary(drafts: Drafts) -> Iterator[Cause]:
    """Every “see also” that leads nowhere."""
    for draft, glossary in drafts.of(Glossary):
        terms = tuple(term.id for term in glossary.terms)
        if any(map(is_hole, terms)):
            continue
        for reference in draft.references:
            if reference.named == TERM and reference.name not in terms:
                yield draft.blame("PK170", reference.way, meant=(reference.name, terms), id=reference.name)
