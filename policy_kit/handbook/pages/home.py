"""The first page: it sends each reader on, staff, the people who look after staff, and leadership."""

from dataclasses import dataclass

from policy_kit.handbook.edition import Edition
from policy_kit.handbook.pages.page import Page, PageWriter
from policy_kit.languages import load_phrases

_MOST_QUESTIONS = 6


@dataclass(frozen=True)
class Door:
    """A card that sends one kind of reader on."""

    id: str
    ways: tuple[tuple[str, str], ...]


def write_home_page(writer: PageWriter) -> Page:
    """The first page of an edition."""
    edition = writer.edition
    asked = [asked for policy in edition.policies.values() for asked in policy if asked.shown]
    return writer.write(
        "home.md.j2",
        "index.md",
        writer.say("home.title"),
        edition.company.trade or "",
        heading=writer.say("home.heading"),
        meta={"hide": ["navigation", "toc"]},
        doors=_list_doors(edition),
        figures=_list_figures(edition),
        answered=asked[:_MOST_QUESTIONS],
    )


def _list_doors(edition: Edition) -> list[Door]:
    say = load_phrases(edition.language)
    kit = edition.kit
    standards = ("standards/index.md", say("handbook.standards.title"))
    jobs = ("jobs/index.md", say("handbook.jobs.title"))
    code = ("moral-code.md", say("handbook.moral_code.title"))
    policies = [(edition.name_policy_index(one.id), edition.name_policy(one)) for one in kit.questionnaires.values()]
    health = [("health/index.md", say("handbook.health.title"))] if policies and not edition.public else []
    have = {standards: bool(kit.standards), jobs: bool(kit.jobs), code: bool(kit.moral_code)}
    doors = {
        "staff": [way for way in (standards, jobs, code) if have[way]],
        "people": [
            *([jobs, ("jobs/index.md#reporting", say("handbook.jobs.reporting"))] if kit.jobs else []),
            *([code] if kit.moral_code else []),
        ],
        "leadership": [*policies, *health],
    }
    return [Door(id, tuple(ways)) for id, ways in doors.items() if ways]


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
