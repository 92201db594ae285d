"""How much slower than `git log` is our walk? 200 documents and 1,000 commits take less than two seconds.

Run it with `python -m tests.benchmarks.history_speed [DOCUMENTS] [COMMITS]`. It makes a repository, measures in turn
the walk and git's own log of the same files with the same differences, so that a busy machine slows both alike, and
`git log --follow` for a few of the files: that is what the walk replaces.
"""

import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from policy_kit.history import read_history
from tests.history.repositories import edit_text, git, start, write_text

ROUNDS = 5
LIMIT = 8.0
SECONDS = 2.0
FOLLOWED = 5


def main(documents: int, commits: int) -> None:
    """Make the repository, measure, print the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = start(Path(name))
        write_repository(folder, documents, commits)
        log, walk = [], []
        for _ in range(ROUNDS):
            log.append(measure(lambda: run_log(folder)))
            walk.append(measure(lambda: check(folder, documents)))
        follow = measure(lambda: follow_some(folder))
    ratio = statistics.median(mine / base for mine, base in zip(walk, log, strict=True))
    print(f"{documents} documents, {commits} commits, median of {ROUNDS} rounds")
    print(f"git log --raw -M of the same files {statistics.median(log):7.2f} s")
    print(
        f"our walk over all revisions        {statistics.median(walk):7.2f} s   (at most {SECONDS} on an idle machine)"
    )
    print(f"git log --follow for every file    {follow / FOLLOWED * documents:7.2f} s   (from {FOLLOWED} of them)")
    print(f"ratio                              {ratio:7.2f}   (at most {LIMIT})")
    sys.exit(ratio > LIMIT)


def write_repository(folder: Path, documents: int, commits: int) -> None:
    """A line of commits: each edits two documents, some rename one, every tenth merges a branch."""
    chance = random.Random(1)  # noqa: S311
    texts = {f"standards/jobs/job-{number}.yml": write_text(chance) for number in range(documents)}
    stream = [tell_commit(1, "", texts)]
    for number in range(2, commits + 1):
        changed = {path: edit_text(texts[path], chance) for path in chance.sample(sorted(texts), 2)}
        texts |= changed
        if number % 10 == 0:
            stream.append(tell_commit(number, f"from :{number - 2}\nmerge :{number - 1}\n", texts))
        else:
            stream.append(tell_commit(number, f"from :{number - 1}\n", changed))
        if number % 25 == 1:
            old = chance.choice(sorted(texts))
            new = f"standards/jobs/job-{number}-renamed.yml"
            texts[new] = texts.pop(old)
            stream[-1] += f"R {old} {new}\n".encode()
    git(folder, "fast-import", "--quiet", given=b"".join(stream))
    git(folder, "reset", "--quiet", "--hard", "main")


def tell_commit(number: int, parents: str, texts: dict[str, str]) -> bytes:
    """A commit as `git fast-import` reads it."""
    who = f"Ana <ana@example.com> {1_700_000_000 + number * 600} +0100"
    head = f"commit refs/heads/main\nmark :{number}\ncommitter {who}\ndata 4\nEdit\n{parents}"
    files = "".join(f"M 100644 inline {path}\ndata {len(text.encode())}\n{text}\n" for path, text in texts.items())
    return (head + files).encode()


def run_log(folder: Path, *more: str) -> None:
    """What git does by itself."""
    option, *paths = more or ("--full-history", "standards", "questionnaires")
    shape = ("--raw", "-z", "-M", "--diff-merges=first-parent", "--format=%H%x00%P%x00%aN%x00%aI%x00%s")
    command = ["git", "-C", str(folder), "log", *shape, option, "--", *paths]
    subprocess.run(command, capture_output=True, check=True)


def follow_some(folder: Path) -> None:
    """The revisions of a few files, renames followed, as git does it by itself."""
    for number in range(FOLLOWED):
        run_log(folder, "--follow", f"standards/jobs/job-{number}.yml")


def check(folder: Path, documents: int) -> None:
    """What we do: the revisions of every document."""
    history = read_history(folder)
    paths = [path for path, last in history.files.here.items() if last.blob]
    assert len(paths) == documents
    assert sum(len(history.list_revisions(path).revisions) for path in paths) > documents


def measure(work: Callable[[], object]) -> float:
    """Seconds for doing `work` once."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


if __name__ == "__main__":
    main(*(int(argument) for argument in (sys.argv[1:] or ["200", "1000"])))
