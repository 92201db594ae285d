"""What must hold between documents: one file per topic, one cause per mistake."""

from collections.abc import Iterator
from datetime import date

from policy_kit.kit.acceptance import accept_gaps
from policy_kit.kit.causes import Cause
from policy_kit.kit.checks.answers import check_answers
from policy_kit.kit.checks.clients import check_clients
from policy_kit.kit.checks.company import check_company
from policy_kit.kit.checks.dates import check_dates
from policy_kit.kit.checks.gaps import find_missing_links
from policy_kit.kit.checks.glossary import check_glossary
from policy_kit.kit.checks.ids import check_ids
from policy_kit.kit.checks.languages import check_languages
from policy_kit.kit.checks.levels import find_empty_promises
from policy_kit.kit.checks.matrix import check_matrix
from policy_kit.kit.checks.mentions import find_unknown_posts
from policy_kit.kit.checks.motivation import check_motivation
from policy_kit.kit.checks.names import check_names
from policy_kit.kit.checks.promises import find_broken_promises
from policy_kit.kit.checks.releases import check_releases
from policy_kit.kit.checks.reporting import check_reporting
from policy_kit.kit.checks.signatures import check_signatures
from policy_kit.kit.checks.steps import check_steps
from policy_kit.kit.checks.toolkit import check_toolkit
from policy_kit.kit.drafts import Drafts
from policy_kit.kit.gaps import Gap

__all__ = ["check_drafts", "find_gaps"]


def check_drafts(drafts: Drafts, today: date) -> Iterator[Cause]:
    """Everything that is wrong between the documents of a kit."""
    yield from check_company(drafts)
    yield from check_ids(drafts)
    yield from check_names(drafts)
    yield from check_clients(drafts)
    yield from check_languages(drafts)
    yield from check_reporting(drafts)
    yield from check_steps(drafts)
    yield from check_glossary(drafts)
    yield from check_matrix(drafts)
    yield from check_toolkit(drafts)
    yield from check_motivation(drafts)
    yield from check_answers(drafts)
    yield from check_dates(drafts, today)
    yield from check_releases(drafts, today)
    yield from check_signatures(drafts, today)


def find_gaps(drafts: Drafts, today: date) -> tuple[Gap, ...]:
    """Where the documents do not hold together, those included that somebody has accepted."""
    return accept_gaps(
        [
            *find_missing_links(drafts, today),
            *find_broken_promises(drafts),
            *find_empty_promises(drafts),
            *find_unknown_posts(drafts),
        ],
        drafts,
        today,
    )
