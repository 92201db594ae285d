"""For those who know MkDocs: `mkdocs build -f site/mkdocs.yml` makes the same handbook as `policy-kit build`."""

from collections.abc import Iterable
from pathlib import Path

from policy_kit.actions.building import key_scores
from policy_kit.actions.locating import load_kit
from policy_kit.actions.scores import score_kit
from policy_kit.handbook.building import make_jobs
from policy_kit.handbook.site.job import SiteJob
from policy_kit.handbook.site.kit_plugin import KitPlugin


class HandbookPlugin(KitPlugin):  # type: ignore[no-untyped-call]
    """The plugin `policy-kit` of MkDocs."""

    def make_jobs(self, kit: Path, out: Path) -> Iterable[SiteJob]:
        """The sites of the kit, with its scores."""
        loaded = load_kit(kit)
        return make_jobs(loaded, key_scores(score_kit(loaded)), out, public=False)
