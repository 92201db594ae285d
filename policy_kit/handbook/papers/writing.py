"""A document of the kit → its paper, in one language: head, contents, approvals, signatures, the foot of each page."""

from collections.abc import Mapping
from datetime import date

from policy_kit.documents import Approval, Company, Document, JobDescription, Questionnaire, Release, Text
from policy_kit.handbook.colours import DAY, make_readable
from policy_kit.handbook.edition import Edition
from policy_kit.handbook.pages.page import shorten
from policy_kit.handbook.papers.contents import Contents
from policy_kit.handbook.papers.labels import name_kind
from policy_kit.handbook.papers.paper import (
    Letterhead,
    Logo,
    Paper,
    Paragraph,
    Part,
    Run,
    Section,
    Signatures,
    Signer,
    Table,
)
from policy_kit.handbook.papers.policy import find_last_day, write_answers
from policy_kit.handbook.papers.references import References
from policy_kit.handbook.papers.standing import HASH_SHOWN, Standing
from policy_kit.handbook.papers.words import PaperWords, clean
from policy_kit.handbook.wording import Wording
from policy_kit.kit import Kit

UNDATED = date(2000, 1, 1)
"""Dates the file of a document that has no day: the same paper is then the same file, whenever it is made."""
COLOUR = "#1d5c58"
LONGEST_TITLE = 70


def write_paper(
    kit: Kit,
    document: Document,
    language: str,
    standing: Standing,
    *,
    logo: Logo | None = None,
    colour: str = COLOUR,
) -> Paper:
    """The paper of `document` in `language`. `colour` is the company's, as #rrggbb.

    Raises `UsageError` for a kit without a company.
    """
    edition = Edition(kit, {}, language, public=False)
    words = PaperWords(Wording(language, edition.first))
    release = standing.release if standing.is_released else None
    title, kind = getattr(document, "title", ""), name_kind(document, words.wording.phrases)
    lead, parts, sections = _write_contents(document, edition, words)
    opening: list[Part] = [*lead, *parts, *_write_changes(release, words)]
    if not words.wording.is_complete:
        opening.insert(0, Paragraph((Run(_say(words, "untranslated", language=words.wording.name_foreign())),), "note"))
    return Paper(
        language=language,
        letterhead=_write_letterhead(edition.company, words),
        kind=kind if kind != words.plain(title) else "",
        title=words.plain(title),
        short_title=shorten(words.plain(title), LONGEST_TITLE),
        day=_find_start(document, release) or find_last_day(document, kit) or UNDATED,
        lines=_write_lines(document, kit, _find_start(document, release), words),
        opening=tuple(opening),
        sections=sections,
        approvals=_write_approvals(release, edition, words),
        approvals_title=_say(words, "approvals.title"),
        signatures=_write_signatures(document, release, edition, words),
        mark=_write_mark(standing, words),
        logo=logo,
        colour=make_readable(colour, DAY),
    )


def _write_contents(
    document: Document, edition: Edition, words: PaperWords
) -> tuple[tuple[Part, ...], tuple[Part, ...], tuple[Section, ...]]:
    """What the document is for, its facts, and its sections."""
    if isinstance(document, Questionnaire):
        return write_answers(document, edition, words)
    contents = Contents(document, words, References(edition, document))
    facts = contents.write_facts()
    return contents.write_lead(), (facts,) if facts.rows else (), contents.write_sections()


def _write_letterhead(company: Company, words: PaperWords) -> Letterhead:
    lines = [company.address, company.contact, company.registration]
    wording = words.wording
    return Letterhead(
        words.plain(company.name),
        clean(wording.words(company.trade)) if company.trade else "",
        tuple(clean(wording.words(line)).strip() for line in lines if line),
    )


def _find_start(document: Document, release: Release | None) -> date | None:
    """The day from which the text holds; of a text that is none but a draft, what it says itself."""
    return release.effective if release else getattr(document, "effective", None)


def _write_lines(document: Document, kit: Kit, start: date | None, words: PaperWords) -> tuple[str, ...]:
    wording, end = words.wording, getattr(document, "until", None)
    if start and end:
        return (wording.say("in_force_until", start=wording.day(start), end=wording.day(end)),)
    if start:
        return (wording.say("in_force", start=wording.day(start)),)
    last = find_last_day(document, kit)
    return (_say(words, "state_of", day=wording.day(last)),) if last else ()


def _write_changes(release: Release | None, words: PaperWords) -> tuple[Part, ...]:
    """What the release changed, for whoever has signed the one before."""
    if release is None:
        return ()
    title = Run(_say(words, "changes.title", number=release.number) + ". ", strong=True)
    rest = (Run(" " + _say(words, "changes.editorial")),) if release.nature == "editorial" else ()
    return (Paragraph((title, *words.runs(release.summary), *rest), "box"),)


def _write_approvals(release: Release | None, edition: Edition, words: PaperWords) -> Table | None:
    if release is None:
        return None
    rows = tuple(
        (words.runs(_name_approver(approval, edition)), (Run(words.wording.day(approval.approved_on)),))
        for approval in release.approvals
    )
    return Table((_say(words, "approvals.who"), _say(words, "approvals.on")), rows, (3, 2))


def _name_approver(approval: Approval, edition: Edition) -> Text:
    return edition.find_role_title(approval.role) if approval.role else {edition.language: approval.name or "–"}


def _write_signatures(document: Document, release: Release | None, edition: Edition, words: PaperWords) -> Signatures:
    """The employee's and the company's signature; what is known of the signers is filled in."""
    employee: dict[str, Text] = {}
    if isinstance(document, JobDescription):
        employee["post"] = document.title
    approver: dict[str, Text] = {}
    if release and (approval := release.approvals[0]):
        approver["post" if approval.role else "name"] = _name_approver(approval, edition)
    return Signatures(
        _say(words, "signatures.title"),
        (_write_signer("employee", "read", employee, words), _write_signer("approver", "approved", approver, words)),
    )


def _write_signer(who: str, statement: str, known: Mapping[str, Text], words: PaperWords) -> Signer:
    fields = tuple(
        (_say(words, f"signatures.{field}"), words.plain(known[field]) if field in known else "")
        for field in ("name", "post", "date", "signature")
    )
    return Signer(_say(words, f"signatures.{who}"), _say(words, f"signatures.{statement}"), fields)


def _write_mark(standing: Standing, words: PaperWords) -> str:
    """What the foot of every page says of the text, so that a loose sheet still tells what it belongs to."""
    state = "new" if standing.release is None else "changed" if standing.is_changed else "released"
    mark = _say(words, f"mark.{state}", number=standing.release.number if standing.release else None)
    if standing.followed_by:
        mark += _say(words, "mark.followed", number=standing.followed_by)
    return f"{mark} · {standing.hash[:HASH_SHOWN]}" if standing.hash else mark


def _say(words: PaperWords, key: str, **values: object) -> str:
    return words.wording.phrases(f"papers.{key}", **values)
