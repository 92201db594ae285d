"""Speed and memory of `policy-kit score --format jsonl`: `python -m tests.benchmarks.stream_speed [ROWS]`.

Feeds the labelled answers round and round. Wanted: memory that does not grow with the rows, and two jobs that print
what one prints.
"""

import hashlib
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from threading import Thread
from typing import BinaryIO

ANSWERS = Path(__file__).parent / "answers"
COMMAND = [sys.executable, "-m", "policy_kit", "score", "--format", "jsonl"]


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    for count, jobs in ((rows // 10, 1), (rows, 1), (rows, 2)):
        seconds, digest = run(count, jobs)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        speed = count / seconds
        print(f"{count:9,} rows, {jobs} job(s): {speed:7,.0f} rows/s, largest process so far {peak:6.1f} MB, {digest}")


def run(count: int, jobs: int) -> tuple[float, str]:
    """Seconds, and a hash of all that was printed."""
    start = time.perf_counter()
    with subprocess.Popen([*COMMAND, "--jobs", str(jobs)], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        Thread(target=feed, args=(process.stdin, count)).start()
        digest = hashlib.sha256()
        for line in process.stdout:
            digest.update(line)
    return time.perf_counter() - start, digest.hexdigest()[:12]


def feed(stream: BinaryIO, count: int) -> None:
    with stream:
        stream.writelines(islice(cycle(read_rows()), count))


def read_rows() -> Iterator[bytes]:
    for path in sorted(ANSWERS.glob("*.jsonl")):
        for text in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(text)
            kept = {key: row[key] for key in ("id", "text", "lang", "question")}
            yield json.dumps(kept, ensure_ascii=False).encode() + b"\n"


if __name__ == "__main__":
    main()
