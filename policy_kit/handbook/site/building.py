"""The site of one language, written into its folder; pages that have not changed are remembered."""

import os

from policy_kit.handbook.site.built_page import PageFacts
from policy_kit.handbook.site.job import SiteJob
from policy_kit.handbook.site.markdown_pages import Content
from policy_kit.handbook.site.memory import SiteMemory
from policy_kit.handbook.site.site import Site


def build_site(job: SiteJob) -> list[str]:
    """Builds the site of one language into its folder; the warnings of MkDocs are returned, not printed."""
    builder = _Builder(job)
    site = builder.site
    facts = {uri: found for uri in job.pages if (found := builder.restore(uri))}
    missing = [uri for uri in job.pages if uri not in facts]
    job.pages.expect(missing)
    facts |= {uri: builder.build(uri) for uri in missing}
    warnings = [*site.warnings, *(warning for uri in job.pages for warning in facts[uri].warnings)]
    warnings += site.validate_links(facts)
    site.write_files(facts[uri].entries for uri in job.pages)
    builder.memory.close()
    return warnings


class _Builder:
    """Puts pages into place: those that have not changed at once, the others as their Markdown comes."""

    def __init__(self, job: SiteJob) -> None:
        self.site = Site(job)
        self.memory = SiteMemory(job)
        self._pages = job.pages
        self._out = job.out
        self._folders: set[str] = set()

    def restore(self, uri: str) -> PageFacts | None:
        """Puts a page into place of which nothing has changed; None where something has."""
        known = self.memory.find(uri)
        source = self._pages.make_key(uri).hex()
        if known and known.source == source and known.key == self.site.make_key(uri, known.content).hex():
            place, path = self._find_place(uri)
            if self.memory.restore(uri, source, place, path):
                return known.facts
        return None

    def build(self, uri: str) -> PageFacts:
        """Builds a page, unless its Markdown has come out as before."""
        content = Content.of(self._pages[uri])
        key, source = self.site.make_key(uri, content).hex(), self._pages.make_key(uri).hex()
        place, path = self._find_place(uri)
        known = self.memory.find(uri)
        if known and known.key == key and self.memory.restore(uri, source, place, path):
            return known.facts
        page = self.site.build_page(uri)
        self.memory.keep(uri, page, path, source=source, content=content, key=key)
        return page.facts

    def _find_place(self, uri: str) -> tuple[str, str]:
        """Where a page stands in the site, and its file, in a folder that is there."""
        place = self.site.place(uri)
        path = f"{self._out}/{place}"
        folder = os.path.dirname(path)
        if folder not in self._folders:
            os.makedirs(folder, exist_ok=True)
            self._folders.add(folder)
        return place, path
