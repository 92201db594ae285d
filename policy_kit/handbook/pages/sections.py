"""All the pages of one edition, section by section, in the order of the navigation."""

from policy_kit.handbook.edition import Edition
from policy_kit.handbook.pages.clients import write_client_pages
from policy_kit.handbook.pages.glossary import write_glossary_page
from policy_kit.handbook.pages.guide import write_guide_page
from policy_kit.handbook.pages.health import write_health_pages
from policy_kit.handbook.pages.home import write_home_page
from policy_kit.handbook.pages.jobs import write_job_pages
from policy_kit.handbook.pages.news import write_news_pages
from policy_kit.handbook.pages.packs import PackParts, write_packs
from policy_kit.handbook.pages.page import PageWriter, Section
from policy_kit.handbook.pages.policy import write_policy_pages
from policy_kit.handbook.pages.standards import write_standard_pages
from policy_kit.handbook.pages.work import write_work_pages
from policy_kit.languages import load_phrases


def write_sections(edition: Edition) -> list[Section]:
    """The handbook of one language. A section without documents is left out."""
    writer = PageWriter(edition)
    say = load_phrases(edition.language)
    guide = edition.kit.guide
    sections = [Section("", (write_guide_page(writer, guide),))] if guide else []
    sections += [
        Section(edition.name_policy(questionnaire), write_policy_pages(writer, questionnaire))
        for questionnaire in edition.kit.questionnaires.values()
    ]
    if edition.kit.standards:
        sections.append(Section(say("handbook.standards.title"), write_standard_pages(writer)))
    if pages := write_client_pages(writer):
        sections.append(Section(say("clients.title"), pages))
    if edition.kit.jobs:
        sections.append(Section(say("handbook.jobs.title"), write_job_pages(writer)))
    if pages := write_work_pages(writer):
        sections.append(Section(say("work.title"), pages))
    if code := edition.kit.moral_code:
        page = writer.write(
            "moral_code.md.j2", "moral-code.md", code.title, code.preamble or "", document=code, code=code
        )
        sections.append(Section("", (page,)))
    if not edition.public and edition.policies:
        sections.append(Section(say("handbook.health.title"), write_health_pages(writer)))
    if edition.kit.glossary:
        sections.append(Section("", (write_glossary_page(writer, edition.kit.glossary),)))
    written = [page for section in sections for page in section.pages]
    parts = PackParts(written)
    if news := write_news_pages(writer, written, parts):
        sections.append(Section(say("releases.news.title"), news))
        written += news
    sections.insert(0, Section("", (write_home_page(writer, {page.uri: page.title for page in written}),)))
    if edition.kit.jobs:
        sections.append(Section("", write_packs(writer, parts), listed=False))
    return sections
