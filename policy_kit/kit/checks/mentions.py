"""Posts of which a text speaks and that nobody knows: no job description and no role of the company has their name."""

from collections.abc import Iterator, Sequence

from policy_kit.documents import Answers, JobDescription, Standard, Text, has_language, pick_text
from policy_kit.kit.draft import Draft
from policy_kit.kit.drafts import Drafts
from policy_kit.kit.gaps import Gap
from policy_kit.kit.likeness import is_same_word
from policy_kit.kit.places import Way
from policy_kit.kit.posts import find_posts, is_leader, keep_title


def find_unknown_posts(drafts: Drafts) -> Iterator[Gap]:
    """Every post that an answer or a standard names and nobody knows; in one document each once."""
    first = drafts.company.languages[0] if drafts.company else ""
    if any(
        draft.broken is not None and draft.look_up("kind") in (None, "company", "job-description")
        for draft in drafts.all
    ):
        return
    titles: dict[str, list[list[str]]] = {}
    for draft in drafts.all:
        told: list[list[str]] = []
        for way, text, language in _list_texts(draft, first):
            if language not in titles:
                titles[language] = _list_titles(drafts, language, first)
            for start, name, words in find_posts(text, language):
                is_told = any(_is_like(each, words, language) for each in told)
                if not is_told and not _is_known(words, titles[language], language):
                    told.append(words)
                    yield Gap("PK154", draft, way, {"mine": name}, start)


def _list_texts(draft: Draft, first: str) -> Iterator[tuple[Way, str, str]]:
    """The texts that say who does what, each with its language."""
    document = draft.document
    if isinstance(document, Answers):
        for number, answer in enumerate(document.answers):
            way: Way = ("answers", number, "answer")
            if isinstance(answer.answer, str):
                yield way, answer.answer, document.language or first
            else:
                yield from (((*way, each), text, each) for each, text in answer.answer.items())
    elif isinstance(document, Standard):
        texts: list[tuple[Way, Text]] = [(("statement",), document.statement)]
        texts += [(("steps", at, "do"), step.do) for at, step in enumerate(document.steps)]
        texts += [(("requirements", at, "text"), each.text) for at, each in enumerate(document.requirements)]
        texts += [(("exceptions", at, "do"), each.do) for at, each in enumerate(document.exceptions)]
        for way, text in texts:
            if has_language(text, first, first):
                yield (way if isinstance(text, str) else (*way, first)), pick_text(text, first, first), first


def _list_titles(drafts: Drafts, language: str, first: str) -> list[list[str]]:
    titles = [job.title for _, job in drafts.of(JobDescription)]
    titles += [role.title for role in (drafts.company.roles if drafts.company else ())]
    return [keep_title(pick_text(title, language, first), language) for title in titles]


def _is_known(words: Sequence[str], titles: Sequence[Sequence[str]], language: str) -> bool:
    """Whether all that is said of a post is in one title, or a whole title is in it; a head may be called manager."""
    return any(_is_within(words, title, language) or _is_within(title, words, language) for title in titles if title)


def _is_within(some: Sequence[str], others: Sequence[str], language: str) -> bool:
    return all(
        any(is_same_word(word, other) for other in others)
        or (len(some) > 1 and is_leader(word, language) and any(is_leader(other, language) for other in others))
        for word in some
    )


def _is_like(one: Sequence[str], other: Sequence[str], language: str) -> bool:
    return _is_within(one, other, language) and _is_within(other, one, language)
