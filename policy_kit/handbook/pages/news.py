"""What's new: every release with its changes in words, for everybody and for each post, and as feeds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policy_kit.documents import Answers, JobDescription, Text
from policy_kit.handbook.edition import Edition, name_page
from policy_kit.handbook.pages.packs import PackParts
from policy_kit.handbook.pages.page import LESS_FOUND, WITHOUT_CONTENTS, Page, PageWriter
from policy_kit.handbook.past import ShownPast, ShownRelease, show_past

INDEX_URI = "news/index.md"


@dataclass(frozen=True)
class News:
    """A release of a document, and the page of that document."""

    title: Text
    uri: str
    shown: ShownRelease
    is_first: bool


@dataclass(frozen=True)
class Pending:
    """A document that has changed since its last release."""

    title: Text
    uri: str
    past: ShownPast


def write_news_pages(writer: PageWriter, pages: Sequence[Page], parts: PackParts) -> tuple[Page, ...]:
    """The overview, then a page for each post; none where nothing was ever released."""
    edition = writer.edition
    news = list_news(edition, pages)
    if not news:
        return ()
    index = writer.write(
        "news.md.j2",
        INDEX_URI,
        writer.say("releases.news.title"),
        writer.say("releases.news.lead"),
        meta=LESS_FOUND | WITHOUT_CONTENTS,
        news=news,
        pending=[] if edition.public else [*_list_pending(edition, pages)],
        posts=[(name_news(job.id), job.title) for job in edition.kit.jobs.values()],
        lead=writer.say("releases.news.lead"),
        feeds=("feed.xml", "feed.json"),
    )
    return (index, *(_write_post(writer, job, news, pages, parts) for job in edition.kit.jobs.values()))


def list_news(edition: Edition, pages: Sequence[Page]) -> list[News]:
    """Every release of the documents that have a page, the newest first."""
    news = [
        News(past.title, page.uri, shown, shown is past.releases[-1])
        for page, past in _list_pasts(edition, pages)
        for shown in past.releases
    ]
    return sorted(news, key=lambda one: (one.shown.released_on, one.shown.number), reverse=True)


def name_news(job: str) -> str:
    """The page with what is new for a post."""
    return name_page("news", job)


def _write_post(
    writer: PageWriter, job: JobDescription, news: Sequence[News], pages: Sequence[Page], parts: PackParts
) -> Page:
    uris = {page.uri for page in parts.list_pages(job)}
    uris |= {page.uri for page in pages if isinstance(page.document, Answers) and _names(page.document, job.id)}
    post = writer.edition.pick(job.title)
    title = writer.say("releases.news.for_post", post=post)
    return writer.write(
        "news.md.j2",
        name_news(job.id),
        job.title,
        title,
        heading=title,
        meta={**WITHOUT_CONTENTS, "search": {"exclude": True}},
        news=[one for one in news if one.uri in uris],
        pending=[],
        posts=[],
        lead=writer.say("releases.news.lead_post"),
        feeds=(),
    )


def _names(answers: Answers, post: str) -> bool:
    """Whether an answer relies on the post."""
    return any(post in answer.roles for answer in answers.answers)


def _list_pending(edition: Edition, pages: Sequence[Page]) -> Iterator[Pending]:
    for page, past in _list_pasts(edition, pages):
        if past.status == "changed":
            yield Pending(past.title, page.uri, past)


def _list_pasts(edition: Edition, pages: Sequence[Page]) -> Iterator[tuple[Page, ShownPast]]:
    for page in pages:
        if page.document and (past := show_past(edition, page.document)):
            yield page, past
