"""How the company works together: the matrix, the processes, the toolkit, motivation, and the page that leads there."""

from collections.abc import Iterator
from dataclasses import dataclass

from policy_kit.documents import InForce, Text
from policy_kit.handbook.edition import Edition
from policy_kit.handbook.pages.page import WITHOUT_CONTENTS, Page, PageWriter
from policy_kit.handbook.pages.processes import name_process_page, write_process_page
from policy_kit.handbook.pages.role_matrix import URI as MATRIX_URI
from policy_kit.handbook.pages.role_matrix import write_role_matrix_page
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
    cards = list(_list_cards(edition))
    if not cards:
        return ()
    index = writer.write(
        "work_index.md.j2",
        INDEX_URI,
        writer.say("work.title"),
        writer.say("work.lead"),
        meta=WITHOUT_CONTENTS,
        cards=cards,
    )
    pages = [index]
    if edition.kit.role_matrix:
        pages.append(write_role_matrix_page(writer, edition.kit.role_matrix))
    pages += [write_process_page(writer, process) for process in edition.processes.values()]
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
