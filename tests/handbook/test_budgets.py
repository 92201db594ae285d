"""What a page weighs, and what stands before its text: whoever opens the handbook on a telephone reads at once."""

import re
from pathlib import Path

from tests.handbook.built_pages import choose_pages, list_pages

PAGE, STYLES, SCRIPTS, SEARCH = 120_000, 210_000, 175_000, 600_000
"""At most so many bytes, unpacked. A pack is a whole document to print, and may be six times as heavy."""
_SHEET = re.compile(r'<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"')
_SCRIPT = re.compile(r'<script[^>]*\ssrc="([^"]+)"[^>]*>')


def test_no_page_weighs_more_than_it_may(example_site: Path) -> None:
    for name in list_pages(example_site, "en", "ru", "sl"):
        most = 6 * PAGE if "/packs/" in name else PAGE
        assert (example_site / name).stat().st_size <= most, name


def test_styles_and_scripts_stay_small(example_site: Path) -> None:
    for name in choose_pages(example_site, "en", "ru", "sl"):
        page = (example_site / name).read_text(encoding="utf-8")
        assert _weigh(example_site / name, _SHEET.findall(page)) <= STYLES, name
        assert _weigh(example_site / name, _SCRIPT.findall(page)) <= SCRIPTS, name


def test_no_script_stands_before_the_text(example_site: Path) -> None:
    for name in choose_pages(example_site, "en", "ru", "sl"):
        before = (example_site / name).read_text(encoding="utf-8").partition("<article")[0]
        assert [
            script[0] for script in _SCRIPT.finditer(before) if not re.search(r"\s(defer|async)\b", script[0])
        ] == []


def test_the_search_index_can_be_fetched_on_a_telephone(example_site: Path) -> None:
    for language in ("en", "ru", "sl"):
        assert (example_site / language / "search/search_index.json").stat().st_size <= SEARCH, language


def _weigh(page: Path, addresses: list[str]) -> int:
    return sum((page.parent / address).resolve().stat().st_size for address in addresses)
