"""What the builder of sites warns of in hand-written pages, in the language of who builds: links that lead nowhere, and
pictures from elsewhere."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from policy_kit.errors import PolicyKitError
from policy_kit.languages import Phrases, list_languages, load_phrases

_LOST = re.compile(r"Doc file '(?P<page>[^']+)' contains a link '(?P<link>[^']+)', but the (?P<what>doc|target) ")
_SITE = re.compile(r"^[a-z]{2}: ")
"""Of which language's site it is said; a page that all languages share would be told as often."""
_PICTURE = "handbook.errors.picture"


def tell_warnings(warnings: Iterable[str], phrases: Phrases) -> Iterator[str]:
    """Each warning once, in words of ours; what we do not know stays as it is."""
    warnings = [_SITE.sub("", warning) for warning in warnings]
    yield from dict.fromkeys(_tell(warning, phrases) for warning in warnings)
    if any(_LOST.match(warning) for warning in warnings):
        yield phrases("owner.links.elsewhere")


def refuse_warnings(warnings: Iterable[str], phrases: Phrases) -> PolicyKitError:
    """Why a strict build refuses: each warning on a line of its own."""
    advice = phrases("owner.links.elsewhere")
    lines = [one if one == advice else f"- {one}" for one in tell_warnings(warnings, phrases)]
    count = len([one for one in lines if one != advice])
    return PolicyKitError(phrases("handbook.errors.warnings", n=count, warnings="\n" + "\n".join(lines)))


def _tell(warning: str, phrases: Phrases) -> str:
    if lost := _LOST.match(warning):
        key = "owner.links.anchor" if lost["what"] == "doc" else "owner.links.target"
        return phrases(key, page=lost["page"], link=lost["link"])
    pictures = (pattern.fullmatch(warning) for pattern in _read_picture_warnings())
    picture = next((found for found in pictures if found), None)
    return phrases(_PICTURE, **picture.groupdict()) if picture else warning


@cache
def _read_picture_warnings() -> tuple[re.Pattern[str], ...]:
    """As the site of each language says that a picture was left out."""
    said = (load_phrases(language)(_PICTURE, page="\0page", address="\0address") for language in list_languages())
    return tuple(re.compile(re.sub("\0([a-z]+)", r"(?P<\1>.+)", re.escape(one).replace("\\\0", "\0"))) for one in said)
