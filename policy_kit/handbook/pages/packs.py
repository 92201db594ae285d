"""A pack for each post: every page that speaks of it, bound into one document to print, sign for or take along."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from policy_kit.documents import Glossary, Guide, InForce, JobDescription, MoralCode
from policy_kit.handbook.edition import name_page
from policy_kit.handbook.later import Later
from policy_kit.handbook.pages.binding import bind_pages, name_part
from policy_kit.handbook.pages.page import WITHOUT_CONTENTS, Page, PageWriter
from policy_kit.kit.references import POST, STANDARD, list_references

FOLDER = "packs"
_FOR_ALL = (Guide, MoralCode)
_FOR_NONE = (JobDescription, Glossary)
"""Other job descriptions are other people's packs."""

Names = frozenset[tuple[str, str]]


class PackParts:
    """Which pages belong to which post."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages: dict[str, Page] = {}
        self._named: list[tuple[Page, InForce, Names]] = []
        for page in pages:
            if not isinstance(page.document, InForce):
                continue
            names = frozenset((each.named, each.name) for each in list_references(page.document))
            self._pages[page.uri] = page
            self._named.append((page, page.document, names))

    def list_pages(self, job: JobDescription) -> Iterator[Page]:
        """The job description, then what it names and what names it, then what is for all."""
        own = name_page("jobs", job.id)
        if own not in self._pages:
            return
        yield self._pages[own]
        standards = {name_page("standards", each.name) for each in list_references(job) if each.named == STANDARD}
        for page, document, names in self._named:
            speaks = page.uri in standards or (POST, job.id) in names
            if speaks and not isinstance(document, (*_FOR_ALL, *_FOR_NONE)):
                yield page
        yield from (page for page, document, _ in self._named if isinstance(document, _FOR_ALL))


def write_packs(writer: PageWriter, parts: PackParts) -> tuple[Page, ...]:
    """A pack for each job description."""
    return tuple(_write_pack(writer, job, [*parts.list_pages(job)]) for job in writer.edition.kit.jobs.values())


def name_pack(job: str) -> str:
    """The page of the pack for a post."""
    return name_page(FOLDER, job)


def _write_pack(writer: PageWriter, job: JobDescription, pages: Sequence[Page]) -> Page:
    uri = name_pack(job.id)
    return writer.write(
        "pack.md.j2",
        uri,
        job.title,
        writer.say("ways.packs.lead"),
        meta={**WITHOUT_CONTENTS, "search": {"exclude": True}},
        job=job,
        parts_inside=[(name_part(number), page.title) for number, page in enumerate(pages, start=1)],
        bound=Later(_bind, (tuple(pages), uri)),
    )


def _bind(pages: Sequence[Page], uri: str) -> Markup:
    return Markup(bind_pages(pages, uri))  # noqa: S704  made of our own pages, each of them safe
