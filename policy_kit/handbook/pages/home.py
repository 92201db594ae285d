"""The first page: whoever comes, whatever for, finds a door – new here, a complaint, a team, job descriptions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policy_kit.handbook.edition import Edition, name_page
from policy_kit.handbook.pages.page import Page, PageWriter
from policy_kit.languages import load_phrases

_MOST_QUESTIONS = 6
_COMPLAINTS = "complaints"
"""The question whose answer says how complaints are handled."""


@dataclass(frozen=True)
class Door:
    """A card that sends one kind of reader on: addresses and titles of pages."""

    id: str
    ways: tuple[tuple[str, str], ...]


def write_home_page(writer: PageWriter, titles: Mapping[str, str]) -> Page:
    """The first page of an edition; `titles` are those of all other pages, by address."""
    edition = writer.edition
    asked = [asked for policy in edition.policies.values() for asked in policy if asked.shown]
    return writer.write(
        "home.md.j2",
        "index.md",
        writer.say("home.title"),
        edition.company.trade or "",
        heading=writer.say("home.heading"),
        meta={"hide": ["navigation", "toc"]},
        doors=[*_list_doors(edition, titles)],
        figures=_list_figures(edition),
        answered=asked[:_MOST_QUESTIONS],
    )


def _list_doors(edition: Edition, titles: Mapping[str, str]) -> Iterator[Door]:
    """The doors behind which there is a page."""
    say = load_phrases(edition.language)
    names = {"jobs/index.md#reporting": say("handbook.jobs.reporting")}
    policies = [edition.name_policy_index(id) for id in edition.kit.questionnaires]
    doors = {
        "new": ["guide.md", "moral-code.md", "jobs/index.md", "glossary.md"],
        "complaint": [*_list_complaint_pages(edition), "clients/typology.md"],
        "clients": ["standards/index.md", "clients/index.md", "work/index.md"],
        "team": ["jobs/index.md#reporting", "work/role-matrix.md", "work/motivation.md", "work/toolkit.md"],
        "people": ["jobs/index.md", "news/index.md", "moral-code.md"],
        "leadership": [*policies, "health/index.md", "health/traceability.md"],
    }
    for id, uris in doors.items():
        ways = [(uri, names.get(uri) or titles[page]) for uri in uris if (page := uri.partition("#")[0]) in titles]
        if ways:
            yield Door(id, tuple(ways))


def _list_complaint_pages(edition: Edition) -> list[str]:
    """The standards that hold when a client complains: those behind the answer to just this question."""
    backing = (
        standard
        for policy in edition.policies.values()
        for asked in policy
        if asked.question.id == _COMPLAINTS and asked.shown
        for standard in asked.shown.answer.standards
    )
    return list(dict.fromkeys(name_page("standards", standard) for standard in backing))


def _list_figures(edition: Edition) -> list[tuple[int, str, str]]:
    """How much there is: the number, what it counts, where it leads."""
    say = load_phrases(edition.language)
    answered = sum(asked.shown is not None for policy in edition.policies.values() for asked in policy)
    counted = [
        ("answers", answered, edition.name_policy_index(next(iter(edition.policies), ""))),
        ("standards", len(edition.kit.standards), "standards/index.md"),
        ("jobs", len(edition.kit.jobs), "jobs/index.md"),
        ("principles", len(edition.kit.moral_code.principles) if edition.kit.moral_code else 0, "moral-code.md"),
    ]
    return [(count, say(f"handbook.home.count.{key}", n=count), uri) for key, count, uri in counted if count]
