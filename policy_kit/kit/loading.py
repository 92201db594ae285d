"""A folder → a kit: every document with its places, and everything that is wrong."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from policy_kit.errors import UsageError
from policy_kit.kit.acceptance import check_acceptances
from policy_kit.kit.causes import Cause, tell_causes
from policy_kit.kit.checks import check_drafts, find_gaps
from policy_kit.kit.draft import Draft
from policy_kit.kit.drafts import COMPANY_FILE, Drafts
from policy_kit.kit.files import read_kept_texts, read_source, read_sources
from policy_kit.kit.holes import guess_document
from policy_kit.kit.kit import Kit
from policy_kit.kit.nodes import Mapping
from policy_kit.kit.source import Source
from policy_kit.kit.syntax import read_tree
from policy_kit.kit.validation import read_document
from policy_kit.languages import list_languages, load_phrases

Known = dict[Source, tuple[Draft, list[Cause]]]
"""What has been read before, by its text: who reads a kit again and again hands it over each time."""


def load_kit(
    folder: Path, language: str | None = None, today: date | None = None, *, known: Known | None = None
) -> Kit:
    """Read a kit: its documents, and every problem in them, told in `language` or else in the kit's own.

    Nothing that a file holds raises; a folder that is not there raises `UsageError`. `today` is the day after which
    dates lie in the future. With `known`, only files whose text has changed since are read.
    """
    if not folder.is_dir():
        raise UsageError(load_phrases(language or "")("errors.no-folder", folder=folder))
    with _without_collecting():
        return _load(folder, language, today or date.today(), {} if known is None else known)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Reading makes many objects and no garbage; looking for some again and again takes a fifth more time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _load(folder: Path, language: str | None, today: date, known: Known) -> Kit:
    causes: list[Cause] = []
    drafts = _read_drafts(folder, causes, known)
    texts = read_kept_texts(folder)
    together = Drafts(drafts, texts)
    causes.extend(check_drafts(together, today))
    gaps = find_gaps(together, today)
    causes.extend(check_acceptances(gaps, together))
    causes.extend(gap.blame() for gap in gaps if gap.severity == "error" and gap.acceptance is None)
    phrases = load_phrases(language or _find_language(drafts))
    problems, waiting = (
        tell_causes([cause for cause in causes if cause.severity == severity], phrases)
        for severity in ("error", "warning")
    )
    return Kit(folder, phrases.language, together.files, problems, waiting, texts, gaps, tuple(causes))


def _read_drafts(folder: Path, causes: list[Cause], known: Known) -> list[Draft]:
    """The drafts of all files; what is known and no longer there is forgotten."""
    before = dict(known)
    known.clear()
    drafts = []
    for source, cause in read_sources(folder):
        found: list[Cause] = []
        draft, found = (None if cause else before.get(source)) or (_read_draft(source, cause, found), found)
        known[source] = (draft, found)
        causes.extend(found)
        drafts.append(draft)
    return drafts


def read_kit_language(folder: Path) -> str:
    """The kit's own language, from its company document alone; empty where that says none that we speak."""
    source, cause = read_source(folder, COMPANY_FILE, COMPANY_FILE)
    return _find_language([_read_draft(source, cause, [])])


def _read_draft(source: Source, cause: Cause | None, causes: list[Cause]) -> Draft:
    """One file; what is wrong in it is added to `causes`. A document with problems is no document."""
    if cause is not None:
        causes.append(cause)
        return Draft(source, broken={})
    tree = read_tree(source)
    document, refused = read_document(source, tree)
    values = dict(tree.root.data) if isinstance(tree.root, Mapping) else {}
    if document is not None and not tree.causes:
        return Draft(source, document, data=values)
    causes.extend((*tree.causes, *refused))
    return Draft(source, guess_document(tree), values)


def _find_language(drafts: Sequence[Draft]) -> str:
    """The company's own language if we speak it, as far as its document can be read."""
    company = next((draft for draft in drafts if draft.path == COMPANY_FILE), None)
    languages = company.look_up("languages") if company else None
    first = languages[0] if isinstance(languages, list | tuple) and languages else None
    return first if first in list_languages() else ""
