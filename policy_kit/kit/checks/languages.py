"""Texts are written in languages that the company lists."""

from collections.abc import Iterator

from policy_kit.documents import Answers, AnyDocument, Record
from policy_kit.kit.causes import Cause
from policy_kit.kit.draft import Draft
from policy_kit.kit.drafts import Drafts
from policy_kit.kit.shapes import walk_texts


def check_languages(drafts: Drafts) -> Iterator[Cause]:
    """Every text in a language of which the handbook knows nothing."""
    if drafts.company is None:
        return
    listed = tuple(dict.fromkeys(drafts.company.languages))
    known = frozenset(listed)
    for draft in drafts.all:
        if draft.content is None or isinstance(draft.content, Record):  # a record stays as it was written
            continue
        if not draft.languages <= known:
            yield from _blame(draft, draft.content, listed)
        if isinstance(draft.content, Answers):
            spoken = draft.content.language
            if spoken is not None and spoken not in known:
                yield draft.blame("PK109", ("language",), language=spoken, languages=listed)


def _blame(draft: Draft, content: AnyDocument, listed: tuple[str, ...]) -> Iterator[Cause]:
    for way, text in walk_texts(content):
        for language in text:
            if language not in listed:
                yield draft.blame_key("PK109", (*way, language), language=language, languages=listed)
