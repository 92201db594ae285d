"""How much slower is building the handbook than MkDocs alone on the same pages? At most 1.2 times.

Run it with `python -m tests.benchmarks.build_speed [KIT]`. It builds the example (or another kit) and, in turn, lets
MkDocs build the very same Markdown pages, written to disk beforehand, with the same theme and settings. Each build is
a program of its own, from start to end, several times, so that a busy machine slows both alike.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from policy_kit.handbook.building import make_jobs
from policy_kit.handbook.site.job import SiteJob
from policy_kit.kit import load_kit

ROOT = Path(__file__).parents[2]
ROUNDS = 7
LIMIT = 1.2

OURS = """
import sys
from pathlib import Path
from policy_kit.handbook import build_handbook
from policy_kit.kit import load_kit
print(build_handbook(load_kit(Path(sys.argv[1])), {}, Path(sys.argv[2]), fresh=True).pages)
"""
THEIRS = """
import json, sys
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
for settings in json.load(open(sys.argv[1])):
    config = MkDocsConfig()
    config.load_dict(settings)
    config.validate()
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
"""


def main() -> None:
    kit = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        settings = write_pages(kit, folder)
        ours, theirs = [], []
        for _ in range(ROUNDS):
            ours.append(measure(OURS, kit, folder / "ours"))
            theirs.append(measure(THEIRS, settings))
        print(f"MkDocs alone:    {statistics.median(theirs):.2f} s (from {min(theirs):.2f} to {max(theirs):.2f})")
        print(f"policy-kit:      {statistics.median(ours):.2f} s (from {min(ours):.2f} to {max(ours):.2f})")
    ratio = statistics.median(ours) / statistics.median(theirs)
    print(f"ratio of medians: {ratio:.2f} (limit {LIMIT})")
    sys.exit(ratio > LIMIT)


def write_pages(kit: Path, folder: Path) -> Path:
    """Writes the pages of each language as a user of MkDocs would have them; returns the file with its settings."""
    from policy_kit.handbook.site.site import describe_settings

    all_settings = []
    for job in make_jobs(load_kit(kit), {}, folder / "theirs", public=False):
        docs = folder / "docs" / job.language
        for uri, markdown in job.pages.items():
            path = docs / uri
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(markdown, encoding="utf-8")
        all_settings.append(describe_settings(bare(job), str(docs)))
    path = folder / "settings.json"
    path.write_text(json.dumps(all_settings), encoding="utf-8")
    return path


def bare(job: SiteJob) -> SiteJob:
    """The job without what only our own plugin would bring."""
    return replace(job, theme={}, papers={})


def measure(program: str, *arguments: Path) -> float:
    """The seconds that a program takes in a Python of its own."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", program, *map(str, arguments)], check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
