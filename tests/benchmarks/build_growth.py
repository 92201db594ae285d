"""How do time and memory grow with the pages, and what does a build cost after one edit?

Run it with `python -m tests.benchmarks.build_growth [PAGES…]`. It builds kits of growing size, each clean and then
after one edited document, and tells the slope, the largest process, and processor seconds, which a busy machine
disturbs least.
"""

import math
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.large_kits import write_kit

SIZES = (60, 300, 1000)
STEEPEST, LARGEST, SHARE = 1.1, 250, 0.15
"""The limits: slope on a log-log scale, megabytes a process, and the share of a clean build that one edit costs."""


def main() -> None:
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    measured = [(pages, *measure(pages)) for pages in sizes]
    for pages, clean, edited, memory in measured:
        told = f"clean {clean:.1f} s, after one edit {edited:.1f} s ({edited / clean:.2f}, limit {SHARE})"
        print(f"{pages} pages: {told}, {memory:.0f} MB (limit {LARGEST})")
    (few, first, *_), (many, last, *_) = measured[0], measured[-1]
    slope = math.log(last / first) / math.log(many / few) if many > few else 0
    print(f"slope: {slope:.2f} (limit {STEEPEST})")
    sys.exit(slope > STEEPEST or max(memory for *_, memory in measured) > LARGEST)


def measure(pages: int) -> tuple[float, float, float]:
    """Processor seconds of a clean build and of one after an edit, and the megabytes of the largest process."""
    with tempfile.TemporaryDirectory() as temporary:
        kit, cache = write_kit(Path(temporary, "kit"), pages), Path(temporary, "cache")
        clean = build(kit, cache)
        document = kit / "standards/service/standard-3.yml"
        document.write_text(document.read_text(encoding="utf-8").replace("3 The clerk", "3 Any clerk", 1))
        edited = build(kit, cache)
    return clean, edited, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def build(kit: Path, cache: Path) -> float:
    """The processor seconds of a build and all its processes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "policy_kit", "build", "--kit", str(kit)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "XDG_CACHE_HOME": str(cache)})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
