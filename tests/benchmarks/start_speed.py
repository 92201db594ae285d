"""How long the command line takes to start, beside an empty Python: `python -m tests.benchmarks.start_speed`.

Wanted: `policy-kit --version` in at most 3 × an empty Python. The two take turns, so that a slow moment hits both.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS = 21
SCRIPTS = Path(sys.executable).parent
COMMANDS = {
    "an empty Python": [sys.executable, "-c", "pass"],
    "policy-kit --version": [str(SCRIPTS / "policy-kit"), "--version"],
    "policy-kit --help": [str(SCRIPTS / "policy-kit"), "--help"],
}


def main() -> None:
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(RUNS):
        for name, command in COMMANDS.items():
            start = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
            taken[name].append(time.perf_counter() - start)
    empty = statistics.median(taken["an empty Python"])
    for name, times in taken.items():
        median = statistics.median(times)
        print(f"{name:24} {median * 1000:7.1f} ms   {median / empty:5.2f} × an empty Python")


if __name__ == "__main__":
    main()
