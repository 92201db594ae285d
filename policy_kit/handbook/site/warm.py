"""The site of one language in memory: a page is built when somebody asks for it, and not again while it is the same."""

from policy_kit.handbook.site.built_page import BuiltPage
from policy_kit.handbook.site.job import SiteJob
from policy_kit.handbook.site.markdown_pages import Content
from policy_kit.handbook.site.search import make_search_index
from policy_kit.handbook.site.site import Site


class WarmSite:
    """The pages and files of one language."""

    def __init__(self, site: Site, version: int) -> None:
        self.version = version
        """Which state of the kit it shows."""
        self._site = site
        self._built: dict[str, tuple[bytes, BuiltPage]] = {}
        self._places = {site.place(uri): uri for uri in site.job.pages}

    @classmethod
    def take_over(cls, before: "WarmSite | None", job: SiteJob, version: int) -> "WarmSite":
        """The site of `job`; where only pages have changed, the one from before goes on."""
        if before is not None and before._site.take(job):
            before.version = version
            return before
        return cls(Site(job), version)

    def find(self, place: str) -> bytes | None:
        """The content of a file of the site, by its place in it; None where there is none."""
        if place in self._places:
            return self._build(self._places[place]).html
        if place in ("search/search_index.json", "search/search_index.js"):
            entries = [self._build(uri).facts.entries for uri in self._places.values()]
            text = make_search_index(self._site.search_settings, entries)
            return (text if place.endswith("json") else f"var __index = {text}").encode()
        return self._site.read_file(place)

    def _build(self, uri: str) -> BuiltPage:
        key = self._site.make_key(uri, Content.of(self._site.job.pages[uri]))
        known = self._built.get(uri)
        if known is None or known[0] != key:
            known = self._built[uri] = (key, self._site.build_page(uri))
        return known[1]
