"""`mkdocs build`, run by hand in a kit, makes the same handbook as `policy-kit build`."""

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin

from policy_kit.errors import PolicyKitError
from policy_kit.handbook.site.building import build_site
from policy_kit.handbook.site.job import SiteJob
from policy_kit.handbook.site.site import NoSettings, configure
from policy_kit.handbook.site.start_page import write_start_page


class KitPlugin(BasePlugin[NoSettings]):  # type: ignore[no-untyped-call]
    """Lets `mkdocs build` itself, run with a kit's site/mkdocs.yml, make the same handbook as we do.

    It builds all languages but the first and hands MkDocs the settings of the first in place of those it came with.
    """

    def make_jobs(self, kit: Path, out: Path) -> Iterable[SiteJob]:
        """What the sites are made of; whoever knows how a kit is read and scored says it."""
        raise NotImplementedError

    def on_startup(self, **_: Any) -> None:
        self.empty = tempfile.TemporaryDirectory()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        out = Path(config.site_dir)
        try:
            jobs = list(self.make_jobs(Path(str(config.config_file_path)).parents[1], out))
        except PolicyKitError as error:
            raise PluginError(str(error)) from error
        for other in jobs[1:]:
            build_site(other)
        write_start_page(out, jobs)
        first = configure(jobs[0], self.empty.name)
        first.plugins.on_startup(command="build", dirty=False)
        return first.plugins.on_config(first)

    def on_shutdown(self) -> None:
        self.empty.cleanup()
