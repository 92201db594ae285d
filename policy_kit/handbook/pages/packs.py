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


class PackParts:
    """Which pages belong to which post."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = {page.uri: page for page in pages if isinstance(page.document, InForce)}
        self._places = {uri: at for at, uri in enumerate(self._pages)}
        self._naming: dict[str, list[str]] = {}
        """By post, the pages of documents that name it."""
        for uri, page in self._pages.items():
            if page.document and not isinstance(page.document, (*_FOR_ALL, *_FOR_NONE)):
                for post in {each.name for each in list_references(page.document) if each.named == POST}:
                    self._naming.setdefault(post, []).append(uri)
        self._for_all = [page for page in self._pages.values() if isinstance(page.document, _FOR_ALL)]

    def list_pages(self, job: JobDescription) -> Iterator[Page]:
        """The job description, then what it names and what names it, then what is for all."""
        own = name_page("jobs", job.id)
        if own not in self._pages:
            return
        yield self._pages[own]
        standards = {name_page("standards", each.name) for each in list_references(job) if each.named == STANDARD}
        speaking = {uri for uri in (*standards, *self._naming.get(job.id, ())) if uri in self._pages}
        yield from (self._pages[uri] for uri in sorted(speaking, key=self._places.__getitem__))
        yield from self._for_all


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
