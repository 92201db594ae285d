"""How the company works together: the matrix, the processes, the toolkit, motivation, and the page that leads there."""

from collections.abc import Iterator
from dataclasses import dataclass

from policy_kit.documents import InForce, Text
from policy_kit.handbook.edition import Edition
from policy_kit.handbook.pages.motivation import URI as MOTIVATION_URI
from policy_kit.handbook.pages.motivation import write_motivation_page
from policy_kit.handbook.pages.page import WITHOUT_CONTENTS, Page, PageWriter
from policy_kit.handbook.pages.processes import name_process_page, write_process_page
from policy_kit.handbook.pages.role_matrix import URI as MATRIX_URI
from policy_kit.handbook.pages.role_matrix import write_role_matrix_page
from policy_kit.handbook.pages.toolkit import URI as TOOLKIT_URI
from policy_kit.handbook.pages.toolkit import write_toolkit_page
from policy_kit.handbook.wording import Wording

INDEX_URI = "work/index.md"


@dataclass(frozen=True)
class WorkCard:
    """A document of this section, as the index shows it."""

    uri: str
    document: InForce
    owner: str
    about: Text | None
    counts: list[str]
    """What it holds, in words."""


def write_work_pages(writer: PageWriter) -> tuple[Page, ...]:
    """The index of the section, then its pages; none where the edition has no such document."""
    edition = writer.edition
    if not edition.has_work:
        return ()
    index = writer.write(
        "work_index.md.j2",
        INDEX_URI,
        writer.say("work.title"),
        writer.say("work.lead"),
        meta=WITHOUT_CONTENTS,
        cards=list(_list_cards(edition)),
    )
    pages = [index]
    if edition.kit.role_matrix:
        pages.append(write_role_matrix_page(writer, edition.kit.role_matrix))
    pages += [write_process_page(writer, process) for process in edition.processes.values()]
    if edition.toolkit:
        pages.append(write_toolkit_page(writer, edition.toolkit))
    if edition.motivation:
        pages.append(write_motivation_page(writer, edition.motivation))
    return tuple(pages)


def _list_cards(edition: Edition) -> Iterator[WorkCard]:
    wording = Wording(edition.language, edition.first)

    def count(**counts: int) -> list[str]:
        return [wording.say(f"work.index.{key}", n=n) for key, n in counts.items() if n]

    if matrix := edition.kit.role_matrix:
        yield WorkCard(MATRIX_URI, matrix, matrix.owner, matrix.intro, count(activities=len(matrix.activities)))
    for process in edition.processes.values():
        uri = name_process_page(process.id)
        yield WorkCard(uri, process, process.owner, process.purpose, count(steps=len(process.steps)))
    if kit := edition.toolkit:
        held = count(tools=len(kit.tools), points=len(kit.control_points), reports=len(kit.reports))
        yield WorkCard(TOOLKIT_URI, kit, kit.owner, kit.intro, held)
    if how := edition.motivation:
        rewards = len(how.bonuses) + len(how.gifts) + len(how.recognition)
        held = count(rewards=rewards, products=len(how.products))
        yield WorkCard(MOTIVATION_URI, how, how.owner, how.intro, held)
