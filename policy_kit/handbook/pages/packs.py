"""A pack for each post: every page that speaks of it, bound into one document to print, sign for or take along."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from policy_kit.documents import JobDescription
from policy_kit.handbook.edition import name_page
from policy_kit.handbook.pages.binding import bind_pages, list_linked_pages, name_part
from policy_kit.handbook.pages.page import WITHOUT_CONTENTS, Page, PageWriter

FOLDER = "packs"
_FOR_ALL = ("guide.md", "moral-code.md")
_FOLDERS = ("standards/", "work/", "clients/")
"""Where documents have their pages that may speak of a post; other job descriptions are other people's packs."""


def write_packs(writer: PageWriter, pages: Sequence[Page]) -> tuple[Page, ...]:
    """A pack for each job description, out of the `pages` of the handbook."""
    by_uri = {page.uri: page for page in pages}
    named = {page.uri: frozenset(list_linked_pages(page)) for page in pages}
    return tuple(
        _write_pack(writer, job, [by_uri[uri] for uri in _list_parts(name_page("jobs", job.id), named)])
        for job in writer.edition.kit.jobs.values()
    )


def name_pack(job: str) -> str:
    """The page of the pack for a post."""
    return name_page(FOLDER, job)


def _list_parts(own: str, named: dict[str, frozenset[str]]) -> Iterator[str]:
    """The pages of a pack: the job description first, then what it names and what names it, then what is for all."""
    yield own
    for uri, names in named.items():
        is_index = uri.endswith("/index.md")
        if uri.startswith(_FOLDERS) and not is_index and (own in names or uri in named[own]):
            yield uri
    yield from (uri for uri in _FOR_ALL if uri in named)


def _write_pack(writer: PageWriter, job: JobDescription, parts: Sequence[Page]) -> Page:
    uri = name_pack(job.id)
    return writer.write(
        "pack.md.j2",
        uri,
        job.title,
        writer.say("ways.packs.lead"),
        meta={**WITHOUT_CONTENTS, "search": {"exclude": True}},
        job=job,
        parts_inside=[(name_part(number), part.title) for number, part in enumerate(parts, start=1)],
        bound=Markup(bind_pages(parts, uri)),  # noqa: S704  made of our own pages, each of them safe
    )
