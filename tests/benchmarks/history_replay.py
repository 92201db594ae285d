"""Does the history miss anything of a real repository? Replays every revision of its pages and holds it against git.

Run it with `python -m tests.benchmarks.history_replay REPOSITORY [GLOB]` on any clone, also a bare one. Every page that
the glob takes in becomes a document of ours: sections become principles, list items what is seen, paragraphs what
follows. Then for every revision

- git's own list of the files that a commit touches must be in our walk, evil merges included;
- the changes between the two texts, applied to the old one, must give the new one;
- every line that `git diff` marks must be in a change.

Nothing of the repository is kept.
"""

import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from policy_kit.history import Change, apply_changes, compare_documents, read_history
from policy_kit.history.changes import freeze
from policy_kit.history.revisions import History
from policy_kit.history.walk import Revision, list_back

HEADING = re.compile(r"(#{1,6})\s+(.*)")
ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+(.*)")
WORDS = re.compile(r"\w+")
HUNK = re.compile(rb"^([-+])(.*)$", re.MULTILINE)
SHOWN = 10


def main(repository: Path, glob: str) -> None:
    """Replay, print the figures, and fail where something is missing."""
    place = re.split(r"[*?\[]", glob)[0].rpartition("/")[0] or "."
    every = (path for _, path in ask_git(repository, place) if fnmatchcase(path, glob))
    places = [place] if place != "." else sorted(set(every))
    start = time.perf_counter()
    history = read_history(repository, places)
    walked = time.perf_counter() - start
    revisions = [each for each in list_all(history) if fnmatchcase(each.path, glob)]
    print(f"{len(revisions)} revisions of {len({each.path for each in revisions})} paths, walked in {walked:.1f} s")
    missed = list_missed_commits(repository, place, glob, history)
    print(f"commits with files that our walk misses: {len(missed)} {missed[:SHOWN]}")
    figures, faults = replay(repository, history, revisions)
    print(", ".join(f"{name}: {count}" for name, count in figures.items()))
    for fault in faults[:SHOWN]:
        print(fault)
    sys.exit(bool(missed or faults))


def list_all(history: History) -> list[Revision]:
    """Every revision of every file that there ever was, the oldest first."""
    ends = (*history.files.here.values(), *history.files.ended)
    return sorted({each for last in ends for each in list_back(last)}, key=lambda each: each.number)


def ask_git(repository: Path, place: str) -> Iterator[tuple[str, str]]:
    """Commits with the files that they touch, as git itself lists them; of merges what differs from all parents."""
    commits = run_git(repository, "rev-list", "HEAD")
    shape = ("--stdin", "--root", "-r", "-M", "-z", "--name-status", "-c")
    rows = iter(
        run_git(repository, "diff-tree", *shape, "--", place, given=commits).decode(errors="replace").split("\0")
    )
    commit = ""
    for row in rows:
        if len(row) == 40 and set(row) <= set("0123456789abcdef"):
            commit = row
        elif row:
            path = next(rows)
            yield commit, next(rows) if re.fullmatch(r"[RC]\d+", row) else path


def list_missed_commits(repository: Path, place: str, glob: str, history: History) -> list[tuple[str, str]]:
    """What git lists and our walk has not got."""
    known = {(each.commit, each.path) for each in list_all(history)}
    known |= {(each.commit, before.path) for each in list_all(history) for before in each.before}
    return [
        (commit, path)
        for commit, path in ask_git(repository, place)
        if fnmatchcase(path, glob) and (commit, path) not in known
    ]


def replay(repository: Path, history: History, revisions: list[Revision]) -> tuple[Counter[str], list[str]]:
    """Compare every revision with what stood there before it."""
    figures: Counter[str] = Counter(pairs=0, changes=0, lines=0)
    faults: list[str] = []
    texts = history.read_texts({each for revision in revisions for each in (revision, *revision.before)})
    for revision in revisions:
        for before in revision.before:
            if revision not in texts or before not in texts or texts[revision] == texts[before]:
                continue
            old, new = (convert(texts[each].decode("utf-8", "replace")) for each in (before, revision))
            start = time.process_time()
            changes = compare_documents(old, new)
            figures["microseconds of comparing"] += round(1e6 * (time.process_time() - start))
            figures.update(["pairs"], changes=len(changes))
            figures.update(each.kind for each in changes)
            where = f"{revision.commit[:9]} {revision.path}"
            if freeze(apply_changes(old, changes)) != freeze(new):
                faults.append(f"{where}: the changes do not lead to the new text")
            held = Held(old, new, changes, figures)
            missed = list_missed_lines(repository, before, revision, held)
            faults.extend(f"{where}: no change holds {line!r}" for line in missed)
    return figures, faults


def list_missed_lines(repository: Path, before: Revision, revision: Revision, held: "Held") -> Iterator[str]:
    """Lines that `git diff` marks as removed or added, and that no change holds."""
    marked = run_git(repository, "diff", "-U0", "-w", "--ignore-blank-lines", before.blob, revision.blob, "--")
    for sign, line in HUNK.findall(marked.partition(b"\n@@")[2]):
        words = flatten(line.decode("utf-8", "replace"))
        if words and not held.has(sign == b"+", words):
            yield words


class Held:
    """What two versions of a document and the changes between them hold."""

    def __init__(self, old: Any, new: Any, changes: tuple[Change, ...], figures: Counter[str]) -> None:
        self.kept = f" {' | '.join(set(gather(old).split(' | ')) & set(gather(new).split(' | ')))} "
        self.removed = f" {' | '.join(gather(each.old) for each in changes)} "
        self.added = f" {' | '.join(gather(each.new) for each in changes)} "
        self.figures = figures

    def has(self, is_added: bool, words: str) -> bool:
        """Whether a change holds the line.

        A line of a value that both versions have needs none: git tells it as changed where it got another bullet or
        number, or where git counts something as moved that stays for us, because what is around it moved.
        """
        self.figures["lines"] += 1
        if f" {words} " in (self.added if is_added else self.removed):
            return True
        is_kept = f" {words} " in self.kept
        self.figures["of them in values that both versions have"] += is_kept
        return is_kept


def convert(page: str) -> dict[str, Any]:
    """A page of Markdown as a document: nothing that has a word in it is left out."""
    sections: list[dict[str, Any]] = [{"id": "top", "principle": "", "seen": [], "follows": ""}]
    in_item = False
    for line in page.splitlines():
        section = sections[-1]
        if heading := HEADING.fullmatch(line.strip()):
            name = "-".join(WORDS.findall(heading[2].lower())) or "section"
            sections.append({"id": name[:80], "principle": heading[2], "seen": [], "follows": ""})
            in_item = False
        elif item := ITEM.fullmatch(line):
            section["seen"].append(item[1])
            in_item = True
        elif not line.strip():
            section["follows"] += "\n"
            in_item = False
        elif in_item:
            section["seen"][-1] += "\n" + line.strip()
        else:
            section["follows"] += line.strip() + "\n"
    for section in sections:
        section["follows"] = re.sub(r"\n{2,}", "\n\n", section["follows"]).strip()
    return {"kind": "moral-code", "id": "page", "principles": sections}


def gather(value: Any) -> str:
    """All words of a value, one part behind the other."""
    if isinstance(value, dict):
        return " | ".join(gather(each) for key, each in value.items() if key != "id")
    if isinstance(value, list):
        return " | ".join(map(gather, value))
    return " ".join(WORDS.findall(value)) if isinstance(value, str) else ""


def flatten(line: str) -> str:
    """The words of a line alone."""
    return " ".join(WORDS.findall(line if not (item := ITEM.fullmatch(line)) else item[1]))


def run_git(repository: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git says."""
    command = ["git", "-C", str(repository), *arguments]
    return subprocess.run(command, input=given, capture_output=True, check=True).stdout


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "*.md")
