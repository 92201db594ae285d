"""How long do three languages of a 200-page handbook take, beside MkDocs Material with mkdocs-static-i18n?

At most 0.6 times as long. Run it with `python -m tests.benchmarks.i18n_speed [PAGES]`; `pip install mkdocs-static-i18n`
beforehand. Both build the very same Markdown, with Material's search and `navigation.prune`, as a program of their own
and without a cache, in turn, so that a busy machine slows both alike. What the same handbook takes after one edited
document, and when nothing has changed, is told as well.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

import yaml

from policy_kit.handbook.building import make_jobs
from policy_kit.kit import load_kit
from tests.benchmarks.large_kits import write_kit

LANGUAGES = ("en", "ru", "sl")
PAGES = 200
ROUNDS = 3
LIMIT = 0.6


def main() -> None:
    if find_spec("mkdocs_static_i18n") is None:
        print("nothing to compare with: pip install mkdocs-static-i18n")
        return
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        kit = write_kit(folder / "kit", pages, LANGUAGES)
        settings = write_project(kit, folder / "theirs")
        ours, theirs, edited = [], [], []
        for number in range(ROUNDS):
            theirs.append(measure(folder, "-m", "mkdocs", "build", "-q", "-f", str(settings)))
            ours.append(measure(folder, "-m", "policy_kit", "build", "--fresh", "--kit", str(kit)))
            document = kit / "standards/service/standard-3.yml"
            document.write_text(document.read_text(encoding="utf-8").replace("3 The", f"3 Time {number}: the", 1))
            edited.append(measure(folder, "-m", "policy_kit", "build", "--kit", str(kit)))
    for name, times in (("mkdocs-static-i18n", theirs), ("policy-kit", ours), ("after one edit", edited)):
        print(f"{name + ':':20} {statistics.median(times):.2f} s (from {min(times):.2f} to {max(times):.2f})")
    ratio = statistics.median(ours) / statistics.median(theirs)
    print(f"ratio of medians: {ratio:.2f} (limit {LIMIT})")
    sys.exit(ratio > LIMIT)


def write_project(kit: Path, folder: Path) -> Path:
    """The pages of all languages as a user of mkdocs-static-i18n keeps them; returns the file with the settings."""
    for job in make_jobs(load_kit(kit), {}, folder / "unused", public=False):
        for uri, markdown in job.pages.items():
            path = folder / "docs" / job.language / uri
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(markdown, encoding="utf-8")
    languages = [{"locale": each, "name": each, "build": True, "default": each == "en"} for each in LANGUAGES]
    settings = {
        "site_name": "Large",
        "use_directory_urls": False,
        "theme": {"name": "material", "font": False, "features": ["navigation.prune", "navigation.tabs"]},
        "plugins": ["search", {"i18n": {"docs_structure": "folder", "languages": languages}}],
        "markdown_extensions": ["attr_list"],
    }
    path = folder / "mkdocs.yml"
    path.write_text(yaml.safe_dump(settings), encoding="utf-8")
    return path


def measure(folder: Path, *arguments: str) -> float:
    """The seconds that a program of its own takes."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "NO_MKDOCS_2_WARNING": "1"}
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=environment)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
