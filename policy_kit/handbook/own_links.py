"""Links of hand-written pages that lead nowhere: what the builder of sites says of them, in the kit's language."""

import re
from collections.abc import Iterable, Iterator

from policy_kit.languages import Phrases

_LOST = re.compile(
    r"^(?:\w\w: )?Doc file '(?P<page>[^']+)' contains a link '(?P<link>[^']+)', but the (?P<what>doc|target) "
)


def tell_warnings(warnings: Iterable[str], phrases: Phrases) -> Iterator[str]:
    """Each warning once, lost links in words of ours; what we do not know stays as it is."""
    told = dict.fromkeys(_tell(warning, phrases) for warning in warnings)
    yield from told
    if any(_LOST.match(warning) for warning in warnings):
        yield phrases("owner.links.elsewhere")


def _tell(warning: str, phrases: Phrases) -> str:
    lost = _LOST.match(warning)
    if not lost:
        return warning
    key = "owner.links.anchor" if lost["what"] == "doc" else "owner.links.target"
    return phrases(key, page=lost["page"], link=lost["link"])
