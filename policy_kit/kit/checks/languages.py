"""Texts are written in languages that the company lists."""

from collections.abc import Iterator

from policy_kit.documents import Answers
from policy_kit.kit.causes import Cause
from policy_kit.kit.drafts import Drafts
from policy_kit.kit.shapes import walk_texts


def check_languages(drafts: Drafts) -> Iterator[Cause]:
    """Every text in a language of which the handbook knows nothing."""
    if drafts.company is None:
        return
    listed = drafts.company.languages
    known = frozenset(listed)
    for draft in drafts.all:
        if draft.document is None:
            continue
        for way, text in walk_texts(draft.document):
            if not known.issuperset(text):
                for language in text.keys() - known:
                    yield draft.blame_key("PK109", (*way, language), language=language, languages=listed)
        if isinstance(draft.document, Answers):
            spoken = draft.document.language
            if spoken is not None and spoken not in known:
                yield draft.blame("PK109", ("language",), language=spoken, languages=listed)
