"""Passing by the HTML of our own pages saves half of the work, and nobody can tell from the handbook."""

from collections.abc import Callable
from pathlib import Path

import pytest

from policy_kit.handbook.building import make_jobs
from policy_kit.handbook.edition import Scores
from policy_kit.handbook.site import site
from policy_kit.handbook.site.quick_blocks import QuickBlocks
from policy_kit.kit import Kit, load_kit
from tests.handbook.kits import load_sample, make_hostile_kit, score_hostile, score_sample

ROOT = Path(__file__).parents[3]
KITS: dict[str, Callable[[], tuple[Kit, Scores]]] = {
    "sample": lambda: ((kit := load_sample()), score_sample(kit)),
    "hostile": lambda: ((kit := make_hostile_kit()), score_hostile(kit)),
    "example": lambda: (load_kit(ROOT), {}),
}


class _NoBlocks(QuickBlocks):
    """Passes nothing by."""

    def extendMarkdown(self, md: object) -> None:  # noqa: N802
        pass


@pytest.mark.parametrize("name", KITS)
def test_every_page_is_the_same_without(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kit, scores = KITS[name]()
    for job in make_jobs(kit, scores, tmp_path / "site", public=False, languages=kit.languages[:1]):
        quick = site.Site(job)
        built = {uri: quick.build_page(uri) for uri in job.pages}
        monkeypatch.setattr(site, "QuickBlocks", _NoBlocks)
        slow = site.Site(job)
        for uri, page in built.items():
            assert page == slow.build_page(uri), uri
