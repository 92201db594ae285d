"""All the pages of one edition, section by section, in the order of the navigation."""

from collections.abc import Iterable, Iterator, Sequence

from policy_kit.handbook.edition import Edition
from policy_kit.handbook.pages.clients import write_client_pages
from policy_kit.handbook.pages.glossary import write_glossary_page
from policy_kit.handbook.pages.guide import write_guide_page
from policy_kit.handbook.pages.health import write_health_pages
from policy_kit.handbook.pages.home import write_home_page
from policy_kit.handbook.pages.jobs import write_job_pages
from policy_kit.handbook.pages.news import write_news_pages
from policy_kit.handbook.pages.packs import PackParts, write_packs
from policy_kit.handbook.pages.page import Page, PageWriter, Section
from policy_kit.handbook.pages.policy import write_policy_pages
from policy_kit.handbook.pages.standards import write_standard_pages
from policy_kit.handbook.pages.work import write_work_pages
from policy_kit.handbook.ties import list_principle_backing
from policy_kit.languages import load_phrases


def write_sections(edition: Edition, by_hand: Sequence[Page] = ()) -> list[Section]:
    """The handbook of one language. A section without documents is left out. Of the pages `by_hand` it only tells."""
    writer = PageWriter(edition)
    say = load_phrases(edition.language)
    sections = [_join(say("ways.for_all"), _write_pages_for_all(writer))]
    sections += [
        Section(edition.name_policy(questionnaire), write_policy_pages(writer, questionnaire))
        for questionnaire in edition.kit.questionnaires.values()
    ]
    if edition.kit.standards:
        sections.append(Section(say("handbook.standards.title"), write_standard_pages(writer)))
    sections.append(Section(say("clients.title"), write_client_pages(writer)))
    if edition.kit.jobs:
        sections.append(Section(say("handbook.jobs.title"), write_job_pages(writer)))
    sections.append(Section(say("work.title"), write_work_pages(writer)))
    if not edition.public and edition.policies:
        written = [page for section in sections for page in section.pages]
        sections.append(Section(say("handbook.health.title"), write_health_pages(writer, [*written, *by_hand])))
    return _frame(writer, [section for section in sections if section.pages])


def _write_pages_for_all(writer: PageWriter) -> Iterator[Page]:
    """What everybody reads, whatever their post."""
    kit = writer.edition.kit
    if kit.guide:
        yield write_guide_page(writer, kit.guide)
    if code := kit.moral_code:
        about = code.preamble or ""
        backing = list_principle_backing(writer.edition, code)
        yield writer.write(
            "moral_code.md.j2", "moral-code.md", code.title, about, document=code, code=code, backing=backing
        )
    if kit.glossary:
        yield write_glossary_page(writer, kit.glossary)


def _frame(writer: PageWriter, sections: list[Section]) -> list[Section]:
    """The sections with what is made of them: the first page, the news, and the packs, which no menu lists."""
    say = load_phrases(writer.edition.language)
    written = [page for section in sections for page in section.pages]
    parts = PackParts(written)
    news = write_news_pages(writer, written, parts)
    home = write_home_page(writer, {page.uri: page.title for page in (*written, *news)})
    framed = [Section("", (home,)), *sections]
    if news:
        framed.append(Section(say("releases.news.title"), news))
    if writer.edition.kit.jobs:
        framed.append(Section("", write_packs(writer, parts), listed=False))
    return framed


def _join(title: str, pages: Iterable[Page]) -> Section:
    """Pages under one title; a single page needs none."""
    found = tuple(pages)
    return Section(title if len(found) > 1 else "", found)
