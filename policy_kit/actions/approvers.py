"""Who approved a release: a post by its id or title, or a person by name, and on which day."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from policy_kit.actions.suggesting import suggest
from policy_kit.documents import Approval, has_language, pick_text
from policy_kit.documents.text import ID_PATTERN
from policy_kit.errors import UsageError
from policy_kit.kit import Kit
from policy_kit.kit.signs import UNSAFE
from policy_kit.kit.suggestions import read_date
from policy_kit.languages import Phrases

LONGEST_NAME = 200


def read_approvals(kit: Kit, given: Sequence[str], today: date, phrases: Phrases) -> tuple[Approval, ...]:
    """The approvals in `given`: “director”, “director=2026-02-20” or “Ana Novak=20.2.2026”.

    Raises `UsageError` for a post that does not exist, a day that is none or lies in the future, and where there is no
    approval at all.
    """
    approvals = tuple(_read_approval(kit, each, today, phrases) for each in given)
    if not approvals:
        raise UsageError(phrases("records.errors.nobody-approved"))
    return approvals


def _read_approval(kit: Kit, given: str, today: date, phrases: Phrases) -> Approval:
    who, _, day = given.partition("=")
    who = " ".join(who.split())
    approved_on = read_day(day, today, phrases) if day.strip() else today
    if not who or len(who) > LONGEST_NAME or UNSAFE.search(who):
        raise UsageError(phrases("records.errors.nobody-approved"))
    posts = dict(list_posts(kit))
    named = {title.casefold(): post for post, titles in posts.items() for title in titles}
    post = who if who in posts else named.get(who.casefold())
    if post:
        return Approval(role=post, approved_on=approved_on)
    people = {person.id: person.name for person in kit.people.people} if kit.people else {}
    if re.fullmatch(ID_PATTERN, who) and who not in people:
        hint = suggest(who, (*posts, *people), phrases)
        raise UsageError(phrases("records.errors.unknown-post", id=who[:80], hint=hint))
    return Approval(name=people.get(who, who), approved_on=approved_on)


def read_day(text: str, today: date, phrases: Phrases) -> date:
    """A day as people write it, 2026-02-20 or 20.2.2026. Raises `UsageError` for what is none, or is still to come."""
    found = read_date(text.strip())
    if not found:
        raise UsageError(phrases("records.errors.no-day", text=text.strip()[:40]))
    day = date.fromisoformat(found)
    if day > today:
        raise UsageError(phrases("records.errors.future-day", day=phrases.date(day)))
    return day


def list_posts(kit: Kit) -> Iterator[tuple[str, set[str]]]:
    """Every post with its titles in all languages."""
    first = kit.languages[0]
    roles = kit.company.roles if kit.company else ()
    posts = [*((job.id, job.title) for job in kit.jobs.values()), *((role.id, role.title) for role in roles)]
    for post, title in posts:
        languages = [language for language in kit.languages if has_language(title, language, first)]
        yield post, {pick_text(title, language, first) for language in languages}
