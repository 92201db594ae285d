"""The site of one language, written into its folder; pages that have not changed are remembered."""

from pathlib import Path

from policy_kit.handbook.built_page import BuiltPage
from policy_kit.handbook.job import SiteJob
from policy_kit.handbook.page_cache import PageCache
from policy_kit.handbook.site import Site
from policy_kit.handbook.standing import StandingPages


def build_site(job: SiteJob) -> list[str]:
    """Builds the site of one language into its folder; the warnings of MkDocs are returned, not printed."""
    site = Site(job)
    cache = PageCache(job.cache)
    standing = StandingPages(job.before, cache)
    warnings = list(site.warnings)
    built: dict[str, tuple[list[str], list[tuple[str, str, str]]]] = {}
    entries: list[str] = []
    for uri in job.pages:
        key = site.make_key(uri)
        page = _recall_page(site, cache, uri, key)
        _put_in_place(page, site.place(uri), key, job.out, standing)
        warnings += page.warnings
        entries.append(page.entries)
        built[uri] = (page.anchors, page.links)
    warnings += site.validate_links(built)
    site.write_files(entries)
    standing.close()
    cache.close()
    return warnings


def _recall_page(site: Site, cache: PageCache, uri: str, key: bytes) -> BuiltPage:
    """A page from the cache, or else built and put there."""
    if kept := cache.find(key):
        return BuiltPage.from_bytes(kept)
    page = site.build_page(uri)
    cache.keep(key, page.to_bytes())
    return page


def _put_in_place(page: BuiltPage, place: str, key: bytes, out: str, standing: StandingPages) -> None:
    path = Path(out, place)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not standing.link(place, key, path):
        path.write_bytes(page.html)
        standing.note(place, key, path)
