"""How well the scorer agrees with readers: `python -m tests.benchmarks.scorer_quality [--part PART | --rows FILE…]`.

Prints, for the labelled answers beside this file, or for anybody's own (JSONL with text, lang, label 0 to 2, and if
you like question, kind and id): AUC of concrete against vague, the same among pairs of similar length, weighted kappa
of the three verdicts, the confusion per language and question, the share of each adversarial kind that is called
vague, and of the concrete answers under other questions than their own; and what length alone, digits alone,
proselint and write-good reach on the same rows.
"""

import argparse
import json
import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from policy_kit.actions.scores import standard_questions
from policy_kit.documents import Question
from policy_kit.scoring import Score, score_text

FOLDER = Path(__file__).parent / "answers"
VERDICTS = ("vague", "partly", "concrete")
ANY_LANGUAGE = ("length", "digits")
"""What can be counted in any language; the linters know English only."""
CLOSE = {
    frozenset(pair)
    for pair in (
        ("policy-exists", "basis"),
        ("policy-exists", "implementation"),
        ("policy-exists", "aim"),
        ("policy-exists", "standards-list"),
        ("policy-exists", "standards-described"),
        ("basis", "implementation"),
        ("basis", "aim"),
        ("basis", "standards-list"),
        ("implementation", "aim"),
        ("implementation", "standards-described"),
        ("standards-list", "standards-described"),
        ("complaints", "lost-clients"),
    )
}
"""Questions whose answers may honestly be taken for each other: a rule is a standard, a standard is a ground."""
ADVERSARIAL = (
    "stuffed-numbers",
    "keywords",
    "pasted-question",
    "long-empty",
    "other-question",
    "filler",
    "would",
)


@dataclass(frozen=True)
class Row:
    """A labelled answer: 0 vague, 1 partly, 2 concrete."""

    id: str
    lang: str
    question: str | None
    text: str
    label: int
    kind: str
    part: str


def read_rows(part: str) -> list[Row]:
    """The labelled answers of a part, in the order of the files."""
    return [row for row in read_files(sorted(FOLDER.glob("*.jsonl"))) if part in (row.part, "all")]


def read_files(paths: Iterable[Path]) -> list[Row]:
    """Labelled answers of any files; what a row leaves out is filled in."""
    rows = []
    for path in paths:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            if line.strip():
                known = {"id": f"{path.name}:{number}", "question": None, "kind": path.stem, "part": "test"}
                given = {key: value for key, value in json.loads(line).items() if key in Row.__annotations__}
                rows.append(Row(**(known | given)))
    return rows


def score_row(row: Row) -> Score:
    """The scorer's word on a row, as the command line would ask for it."""
    questions = standard_questions()
    question: Question | None = questions[row.question] if row.question else None
    return score_text(row.text, question, row.lang, "en")


def measure_auc(rows: Sequence[Row], values: Sequence[float], similar: float | None = None) -> float:
    """How often a concrete answer has a higher value than a vague one; with `similar`, of about equal length only."""
    concrete = [(value, len(row.text.split())) for row, value in zip(rows, values, strict=True) if row.label == 2]
    vague = [(value, len(row.text.split())) for row, value in zip(rows, values, strict=True) if row.label == 0]
    won = total = 0.0
    for high, long in concrete:
        for low, short in vague:
            if similar is None or abs(long - short) <= similar * max(long, short):
                total += 1
                won += 1.0 if high > low else 0.5 if high == low else 0.0
    return won / total if total else float("nan")


def measure_kappa(pairs: Iterable[tuple[int, int]], power: int = 2) -> float:
    """Cohen's kappa with weights that grow with the distance (1 linear, 2 quadratic)."""
    counts = Counter(pairs)
    total = sum(counts.values())
    first = Counter(a for a, _ in counts.elements())
    second = Counter(b for _, b in counts.elements())
    observed = sum(n * abs(a - b) ** power for (a, b), n in counts.items()) / total
    expected = sum(first[a] * second[b] * abs(a - b) ** power for a in first for b in second) / total**2
    return 1 - observed / expected if expected else float("nan")


@cache
def load_proselint() -> Callable[[str], int]:
    """How many complaints proselint has about a text; ImportError where it is not installed."""
    from proselint.checks import __register__  # type: ignore[import-not-found]
    from proselint.registry import CheckRegistry  # type: ignore[import-not-found]
    from proselint.tools import LintFile  # type: ignore[import-not-found]

    CheckRegistry().register_many(__register__)
    return lambda text: len(LintFile(source="answer", content=text).lint())


def count_proselint(text: str) -> float:
    """Fewer complaints are better."""
    return -float(load_proselint()(text))


def list_rivals() -> dict[str, Callable[[Row], float]]:
    """What is as easily had: length, digits, and the linters that are installed."""
    rivals: dict[str, Callable[[Row], float]] = {
        "length": lambda row: float(len(row.text.split())),
        "digits": lambda row: float(sum(letter.isdigit() for letter in row.text)),
    }
    try:
        load_proselint()
        rivals["proselint"] = lambda row: count_proselint(row.text)
    except ImportError:
        print("proselint is not installed; left out", file=sys.stderr)
    if shutil.which("write-good"):
        rivals["write-good"] = lambda row: count_write_good(row.text)
    else:
        print("write-good is not installed; left out", file=sys.stderr)
    return rivals


@cache
def count_write_good(text: str) -> float:
    """Fewer complaints are better."""
    done = subprocess.run(["write-good", "--text=" + text], capture_output=True, text=True, check=False, timeout=60)
    return -float(done.stdout.count("^"))


def print_figures(rows: Sequence[Row], scores: Sequence[Score]) -> None:
    """A line for each language and one for all, then the same for the rivals."""
    rivals = list_rivals()
    print(f"{'':12}{'rows':>6}{'AUC':>8}{'AUC~len':>9}{'kappa':>8}{'linear':>8}", *(f"{name:>18}" for name in rivals))
    for name in ("all", *sorted({row.lang for row in rows}), "statements", "answers"):
        chosen = [(row, score) for row, score in zip(rows, scores, strict=True) if _is_in(row, name)]
        if not chosen:
            continue
        some = [row for row, _ in chosen]
        values = [float(score.score) for _, score in chosen]
        verdicts = [(row.label, VERDICTS.index(score.verdict)) for row, score in chosen]
        line = f"{name:12}{len(some):6}{measure_auc(some, values):8.3f}{measure_auc(some, values, 0.25):9.3f}"
        line += f"{measure_kappa(verdicts):8.3f}{measure_kappa(verdicts, 1):8.3f}"
        for title, rival in rivals.items():
            reached = [rival(row) for row in some] if title in ANY_LANGUAGE or name == "en" else []
            figures = (measure_auc(some, reached), measure_auc(some, reached, 0.25)) if reached else None
            line += f"{figures[0]:11.3f} /{figures[1]:6.3f}" if figures else f"{'':>19}"
        print(line)


def _is_in(row: Row, name: str) -> bool:
    """Whether a row belongs to a line of the figures: everything, a language, statements of companies, or the rest."""
    stated = row.kind.startswith("statement")
    return name in (row.lang, "all", "statements" if stated else "answers")


def print_confusion(rows: Sequence[Row], scores: Sequence[Score], key: Callable[[Row], str], title: str) -> None:
    """Which verdicts the labels got, group by group."""
    print(f"\n{title:24}" + "".join(f"{f'{label}→':>10}{'vague/partly/concrete':>22}" for label in VERDICTS))
    table: dict[str, Counter[tuple[int, str]]] = defaultdict(Counter)
    for row, score in zip(rows, scores, strict=True):
        table[key(row)][row.label, score.verdict] += 1
    for group, counts in sorted(table.items()):
        cells = ["/".join(str(counts[label, verdict]) for verdict in VERDICTS) for label in range(3)]
        print(f"{group:24}" + "".join(f"{cell:>32}" for cell in cells))


def print_kinds(rows: Sequence[Row], scores: Sequence[Score]) -> None:
    """What must be called vague, and what must be called concrete though it is short, by language."""
    print(f"\n{'kind':30}{'wanted':>10}{'right':>8}{'of':>6}")
    right: Counter[tuple[str, str]] = Counter()
    whole: Counter[tuple[str, str]] = Counter()
    mixed = {row.kind for row in rows if row.label > 0}
    for row, score in zip(rows, scores, strict=True):
        short = row.kind.startswith("short")
        if row.label == (2 if short else 0) and (short or row.kind not in mixed):
            for kind in (row.kind, "short, all" if short else "adversarial, all"):
                whole[row.lang, kind] += 1
                right[row.lang, kind] += score.verdict == ("concrete" if short else "vague")
    for lang, kind in sorted(whole, key=lambda key: (key[1].endswith("all"), key)):
        wanted = "concrete" if kind.startswith("short") else "vague"
        print(f"{lang + ' ' + kind:30}{wanted:>10}{right[lang, kind]:8}{whole[lang, kind]:6}")


def print_misplaced(rows: Sequence[Row]) -> None:
    """How often concrete answers are called vague when they stand under each of the other ten questions."""
    noticed: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for row in rows:
        for other in standard_questions() if row.label == 2 and row.question in standard_questions() else ():
            if other != row.question:
                near = "close" if frozenset((row.question, other)) in CLOSE else "clear"
                vague = score_row(replace(row, question=other)).verdict == "vague"
                for group in (row.lang, near):
                    whole[group] += 1
                    noticed[group] += vague
    print("\nconcrete answers under other questions, called vague:")
    print(*(f"{group} {noticed[group] / whole[group]:.3f} of {whole[group]}" for group in sorted(whole)), sep=", ")


def print_mistakes(rows: Sequence[Row], scores: Sequence[Score]) -> None:
    """Every row whose verdict is another than its label."""
    for row, score in zip(rows, scores, strict=True):
        if VERDICTS[row.label] != score.verdict:
            found: list[Any] = [(f.code, f.points, f.text[:40]) for f in score.findings if f.points]
            print(f"\n{row.id} {row.kind}: {VERDICTS[row.label]} was called {score.verdict} ({score.score})")
            print("   ", row.text, "\n   ", found)


def main() -> None:
    """Reads the arguments and prints the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("test", "fit", "all"), default="test")
    parser.add_argument("--mistakes", action="store_true", help="print every row that was judged otherwise")
    parser.add_argument("--rows", nargs="+", type=Path, metavar="FILE", help="score these labelled rows instead")
    arguments = parser.parse_args()
    rows = read_files(arguments.rows) if arguments.rows else read_rows(arguments.part)
    scores = [score_row(row) for row in rows]
    print_figures(rows, scores)
    print_kinds(rows, scores)
    print_misplaced(rows)
    print_confusion(rows, scores, lambda row: f"{row.lang} {row.question or '(none)'}", "language, question")
    print_confusion(rows, scores, lambda row: row.kind, "kind")
    if arguments.mistakes:
        print_mistakes(rows, scores)


if __name__ == "__main__":
    main()
