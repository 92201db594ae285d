"""The site of one language, written into its folder; pages that have not changed are remembered."""

from pathlib import Path

from policy_kit.handbook.built_page import PageFacts
from policy_kit.handbook.job import SiteJob
from policy_kit.handbook.markdown_pages import Content
from policy_kit.handbook.site import Site
from policy_kit.handbook.site_memory import SiteMemory


def build_site(job: SiteJob) -> list[str]:
    """Builds the site of one language into its folder; the warnings of MkDocs are returned, not printed."""
    site = Site(job)
    memory = SiteMemory(job)
    facts: dict[str, PageFacts] = {}
    for uri in job.pages:
        if found := _restore_page(site, memory, uri):
            facts[uri] = found
    missing = [uri for uri in job.pages if uri not in facts]
    job.pages.expect(missing)
    for uri in missing:
        facts[uri] = _build_page(site, memory, uri)
    warnings = [*site.warnings, *(warning for uri in job.pages for warning in facts[uri].warnings)]
    warnings += site.validate_links(facts)
    site.write_files(facts[uri].entries for uri in job.pages)
    memory.close()
    return warnings


def _restore_page(site: Site, memory: SiteMemory, uri: str) -> PageFacts | None:
    """Puts a page into place of which nothing has changed; None where something has."""
    known = memory.find(uri)
    source = site.job.pages.make_key(uri).hex()
    if known is None or known.source != source or known.key != site.make_key(uri, known.content).hex():
        return None
    place = site.place(uri)
    return known.facts if memory.restore(uri, source, place, _open_way(site, place)) else None


def _build_page(site: Site, memory: SiteMemory, uri: str) -> PageFacts:
    """Builds a page, unless its Markdown has come out as before."""
    content = Content.of(site.job.pages[uri])
    key, source = site.make_key(uri, content).hex(), site.job.pages.make_key(uri).hex()
    place = site.place(uri)
    path = _open_way(site, place)
    known = memory.find(uri)
    if known and known.key == key and memory.restore(uri, source, place, path):
        return known.facts
    page = site.build_page(uri)
    memory.keep(uri, page, path, source=source, content=content, key=key)
    return page.facts


def _open_way(site: Site, place: str) -> Path:
    """The file of a page, in a folder that is there."""
    path = Path(site.job.out, place)
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
