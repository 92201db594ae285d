"""How long does the coach beside an answer take? At most 0.05 seconds, here beside the scorer alone.

Run it with `python -m tests.benchmarks.coach_speed [KIT]`. It asks the form of the example company, as the browser does
while somebody writes, for the score of an answer that it has never seen.
"""

import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from policy_kit import score_answer
from tests.web.conftest import ANSWERS, ROOT, serve

ROUNDS = 40
LIMIT = 0.05
QUESTION = "complaints"


def main() -> None:
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT
    text = (root / ANSWERS).read_text(encoding="utf-8").partition("answer: |")[2][:1500]
    with tempfile.TemporaryDirectory() as temporary:
        kit = Path(temporary, "kit")
        for name in ("questionnaires", "standards"):
            shutil.copytree(root / name, kit / name)
        with serve(kit) as served:
            path, headers = f"/api/en/service-policy/en/questions/{QUESTION}/score", {"origin": served.origin}

            def ask(turn: int) -> None:
                answer = served.client.post(path, json={"text": f"{text} {turn}"}, headers=headers)
                assert answer.status_code == 200

            coach = measure(ask)
    alone = measure(lambda turn: score_answer(f"{text} {turn}{turn}", QUESTION, "en"))
    print(f"coach {coach * 1000:.1f} ms, scorer alone {alone * 1000:.1f} ms (limit {LIMIT * 1000:.0f} ms)")
    sys.exit(coach > LIMIT)


def measure(work: Callable[[int], object]) -> float:
    """The median of the seconds that it takes."""
    times = []
    for turn in range(ROUNDS):
        begun = time.perf_counter()
        work(turn)
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


if __name__ == "__main__":
    main()
