"""Building the handbook: pages of every language, their sites side by side, and the whole put in place at once."""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from markupsafe import escape

from policy_kit.errors import PolicyKitError
from policy_kit.handbook.colours import make_colour_sheet
from policy_kit.handbook.edition import Edition, ScoreMarks, Scores, require_company
from policy_kit.handbook.feeds import write_feeds
from policy_kit.handbook.files import PICTURES, OwnFiles, read_own_files
from policy_kit.handbook.fonts import make_font_sheet, require_files
from policy_kit.handbook.making import describe_making
from policy_kit.handbook.navigation import place_own_pages
from policy_kit.handbook.out import replace_folder
from policy_kit.handbook.own_links import refuse_warnings
from policy_kit.handbook.own_pages import pick_papers, write_own_pages
from policy_kit.handbook.own_templates import PARTS
from policy_kit.handbook.page_cache import forget, name_cache, sweep_cache
from policy_kit.handbook.pages import Section, write_sections
from policy_kit.handbook.pages.glossary import list_entries
from policy_kit.handbook.pages.news import list_news
from policy_kit.handbook.pages.page import LONGEST_TITLE, shorten
from policy_kit.handbook.settings import Settings, read_settings
from policy_kit.handbook.site.job import SiteJob
from policy_kit.handbook.site.start_page import write_start_page
from policy_kit.handbook.site.worker import SiteWorker
from policy_kit.handbook.written_pages import WrittenPages
from policy_kit.kit import Kit
from policy_kit.languages import Phrases, load_phrases
from policy_kit.languages.naming import name_language


@dataclass(frozen=True)
class Handbook:
    """A handbook that has been built."""

    folder: Path
    """Where it is; its `index.html` opens it."""
    languages: tuple[str, ...]
    pages: int
    """How many pages each language has."""
    warnings: tuple[str, ...]
    """What MkDocs found wrong, for example a link of a hand-written page that leads nowhere."""


Told = Callable[[str], None]


def build_handbook(
    kit: Kit,
    scores: Scores,
    out: Path,
    *,
    strict: bool = False,
    public: bool = False,
    fresh: bool = False,
    score_marks: ScoreMarks = MappingProxyType({}),
    tell: Told | None = None,
) -> Handbook:
    """Builds the handbook of `kit` into `out`, in all its languages; what stood there before is replaced at once.

    Pages are remembered in the user's cache folder and not made again while nothing has changed of what they are made
    of; with `fresh`, all of them are. `public` leaves out what only the company should see. With `strict`, a warning
    stops the build and the old handbook stays. `tell` is called with each language as it is done. Raises `UsageError`
    when `out` holds something else than a handbook or site/ holds what may not be there, `StorageError` when the disk
    refuses.
    """
    phrases = load_phrases(kit.language)
    sweep_cache()
    before = Path(os.path.realpath(out))
    with replace_folder(out, phrases) as draft, tempfile.TemporaryDirectory(dir=draft) as exchange:
        jobs = (
            replace(job, before=str(before / job.language), cache=_open_cache(kit, job, public=public, fresh=fresh))
            for job in make_jobs(kit, scores, draft, public=public, score_marks=score_marks)
        )
        folders = [Path(exchange, language) for language in require_company(kit).languages]
        built, warnings = _build_sites(jobs, folders, phrases, tell)
        if strict and warnings:
            raise refuse_warnings(warnings, phrases)
        write_start_page(draft, built)
    return Handbook(out, tuple(job.language for job in built), len(built[0].pages), tuple(warnings))


def _open_cache(kit: Kit, job: SiteJob, *, public: bool, fresh: bool) -> str:
    """The file that remembers the pages of a site; with `fresh`, it starts anew."""
    cache = name_cache(kit.folder, f"{job.language} {public} built")
    if fresh:
        forget(cache)
    return cache


def make_jobs(
    kit: Kit,
    scores: Scores,
    out: Path,
    *,
    public: bool,
    languages: Sequence[str] = (),
    score_marks: ScoreMarks = MappingProxyType({}),
) -> Iterator[SiteJob]:
    """What the site of each language (or of those given) is made of; each has its folder in `out`."""
    phrases = load_phrases(kit.language)
    languages = languages or require_company(kit).languages
    settings = read_settings(kit.folder, phrases)
    own = read_own_files(kit.folder, phrases)
    require_files(settings, own, phrases)
    templates = tuple(own.templates.items())
    for language in languages:
        edition = Edition(kit, scores, language, public=public, score_marks=score_marks, templates=templates)
        yield _make_job(edition, settings, own, out / language)


def _make_job(edition: Edition, settings: Settings, own: OwnFiles, out: Path) -> SiteJob:
    phrases = load_phrases(edition.language)
    by_hand = write_own_pages(own, edition)
    sections = place_own_pages(write_sections(edition, by_hand), by_hand)
    written = [page for section in sections for page in section.pages]
    name = settings.site_name or edition.company.name
    return SiteJob(
        language=edition.language,
        languages={code: _name_itself(code) for code in edition.company.languages},
        name=_safe(name),
        initial=_safe(name[:1].upper()),
        description=_safe(settings.site_description),
        copyright=_safe(settings.copyright),
        links=[(_safe(edition.pick(link.title)), link.url) for link in settings.extra.links],
        labels=_list_labels(phrases),
        terms=list_entries(edition),
        search=phrases.find("search"),
        pages=WrittenPages(written),
        own_pages=[page.uri for section in sections for page in section.pages if page.is_own],
        navigation=[(_safe(section.title), _name_pages(section)) for section in sections if section.listed],
        papers=pick_papers(own, edition),
        theme={uri: str(path) for uri, path in own.theme.items()},
        partials={name: (one.path, one.text) for name, one in own.templates.items() if name in PARTS},
        logo=settings.theme.logo or _find_picture(own, "logo"),
        icon=settings.theme.favicon or _find_picture(own, "favicon") or "assets/favicon.svg",
        colours=make_colour_sheet(settings.theme.palette.primary, settings.theme.palette.accent)
        + make_font_sheet(settings.theme.font),
        feeds=write_feeds(edition, list_news(edition, written), name, settings.site_url),
        out=str(out),
        making=describe_making().hex(),
    )


def _name_pages(section: Section) -> list[tuple[str, str]]:
    return [(page.uri, _safe(shorten(page.title, LONGEST_TITLE))) for page in section.pages]


def _find_picture(own: OwnFiles, name: str) -> str | None:
    """The company's own logo or icon: a picture with this name in site/theme."""
    return next((uri for uri in own.theme if Path(uri).stem == name and Path(uri).suffix in PICTURES), None)


def _list_labels(phrases: Phrases) -> dict[str, str]:
    keys = {
        "languages": "languages",
        "made_with": "made_with",
        "header": "frame.header",
        "footer": "frame.footer",
        "toc": "frame.toc",
        "sends_on": "sends_on",
        "picture": "errors.picture",
        **{f"scheme_{name}": f"scheme.{name}" for name in ("auto", "light", "dark")},
    }
    labels = {label: phrases(f"handbook.{key}") for label, key in keys.items()}
    return labels | {key: phrases(f"site.{key}") for key in ("all_pages", "template_broken")}


def _name_itself(language: str) -> str:
    name = name_language(language, language)
    return _safe(name[:1].upper() + name[1:])


def _safe(words: str) -> str:
    """Words as HTML, on one line: the theme puts them on the page as they are."""
    return str(escape(" ".join(words.split())))


def _build_sites(
    jobs: Iterable[SiteJob], folders: Iterable[Path], phrases: Phrases, tell: Told | None
) -> tuple[list[SiteJob], list[str]]:
    """Builds the sites, with a folder for each; each begins while the next job is made. The jobs, and warnings."""
    with ExitStack() as stack:
        workers: list[SiteWorker] = []
        making = iter(jobs)
        for folder in folders:
            worker = stack.enter_context(SiteWorker(folder))
            worker.start(next(making))
            if workers:
                workers[-1].send_pages()
            workers.append(worker)
        workers[-1].send_pages()
        warnings = [warning for worker in workers for warning in _finish(worker, phrases, tell)]
    return [worker.job for worker in workers], warnings


def _finish(worker: SiteWorker, phrases: Phrases, tell: Told | None) -> Iterator[str]:
    """What a site has to warn of."""
    answer = worker.finish()
    if "error" in answer:
        raise PolicyKitError(phrases("handbook.errors.failed", reason=answer["error"]))
    if tell:
        tell(worker.job.language)
    return (f"{worker.job.language}: {warning}" for warning in answer["warnings"])
