"""Fits the points of policy_kit/scoring/weights.yml: `python -m tests.benchmarks.scorer_fit [--write]`.

Only the rows whose part is “fit” are read. The points are whole numbers; each is moved up and down as long as the
answers become more likely under an ordinal model (a logistic curve at each of the two borders between the verdicts),
every language weighing the same. A small price on every step away from the present points keeps them from chasing
single answers.
"""

import argparse
import math
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from policy_kit.actions.scores import standard_questions
from policy_kit.documents import NeedKind
from policy_kit.scoring import weighing
from policy_kit.scoring.analysis import Analysis, analyse
from policy_kit.scoring.weighing import measure_strength, weigh_total
from policy_kit.scoring.weights import Weights
from tests.benchmarks.scorer_quality import ADVERSARIAL, Row, measure_auc, measure_kappa, read_rows

PATH = Path(weighing.__file__).with_name("weights.yml")
WIDTH = 9.0
"""How many points make an answer clearly of one kind."""
SHARES = {0: 1.2, 1: 0.4, 2: 1.4}
"""How much each label weighs: to take vague for concrete is worse than to miss what lies between."""
HARD = 1.5
"""How much more the adversarial kinds and the short concrete answers weigh."""
PRICE = 0.0004
"""What a step away from the present points must be worth."""
BY_HAND = ("strengths", "naming", "lone", "further", "fog", "subject", "silent")
BOUNDS = {
    "start": (5, 20),
    "reach": (0.9, 2.5),
    "needs": (14, 40),
    "extras": (2, 12),
    "vague": (1, 12),
    "most_for_extras": (5, 30),
    "most_for_wording": (10, 70),
    "forms": (50, 100),
    "plan": (34, 46),
    "verdicts": (25, 70),
}
"""Between which values a number makes sense: no single word may cost half an answer."""


@dataclass(frozen=True)
class Example:
    """A labelled answer, read once."""

    row: Row
    analysis: Analysis
    strengths: Mapping[NeedKind, float]


def read_examples(part: str) -> list[Example]:
    """The answers of a part, read by the scorer; those that tell a procedure also as texts without a question."""
    questions = standard_questions()
    examples = []
    for row in read_rows(part):
        analysis = analyse(row.text, questions[row.question] if row.question else None, row.lang, "en")
        examples.append(Example(row, analysis, measure_strength(analysis.evidence)))
        if NeedKind.ACTION in analysis.needs and row.kind not in ("other-question", "pasted-question"):
            general = analyse(row.text, None, row.lang, "en")
            examples.append(Example(replace(row, question=None), general, measure_strength(general.evidence)))
    return examples


def total(example: Example, weights: Weights) -> int:
    """The score of an example under some weights."""
    return weigh_total(example.analysis, example.strengths, example.row.question is not None, weights)


def measure_loss(examples: Sequence[Example], weights: Weights) -> float:
    """How unlikely the labels are, every language and every label weighing the same."""
    losses: dict[tuple[str, int], list[float]] = {}
    for example in examples:
        score = total(example, weights)
        low = _curve((score - weights.verdicts["partly"] + 0.5) / WIDTH)
        high = _curve((score - weights.verdicts["concrete"] + 0.5) / WIDTH)
        likely = (1 - low, max(low - high, 1e-3), high)[example.row.label]
        weight = HARD if example.row.kind in (*ADVERSARIAL, "short-concrete") else 1
        losses.setdefault((example.row.lang, example.row.label), []).append(-weight * math.log(max(likely, 1e-3)))
    return sum(SHARES[label] * sum(values) / len(values) for (_, label), values in losses.items()) / len(losses)


def _curve(value: float) -> float:
    return 1 / (1 + math.exp(-value))


def list_knobs(content: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], list[float]]]:
    """Every number that may move, and by how much."""
    for name, value in content.items():
        if name in BY_HAND:
            continue
        for key in value if isinstance(value, dict) else [None]:
            yield ((name,) if key is None else (name, key)), ([0.1, -0.1] if name == "reach" else [1, -1, 4, -4])


def moved(content: Mapping[str, Any], way: tuple[str, ...], step: float) -> dict[str, Any] | None:
    """The content with one number moved; None where that would leave its bounds."""
    changed = deepcopy(dict(content))
    place = changed if len(way) == 1 else changed[way[0]]
    value = round(place[way[-1]] + step, 2)
    low, high = BOUNDS[way[0]]
    place[way[-1]] = value
    return changed if low <= value <= high else None


def fit(content: dict[str, Any], examples: Sequence[Example], rounds: int) -> dict[str, Any]:
    """Moves one number after another until nothing gets better."""
    origin, best = content, measure_loss(examples, Weights(**content))
    for number in range(rounds):
        before = best
        for way, steps in list_knobs(content):
            for step in steps:
                changed = moved(content, way, step)
                if changed is None:
                    continue
                loss = measure_loss(examples, Weights(**changed)) + PRICE * _count_steps(origin, changed)
                if loss < best - 1e-6:
                    content, best = changed, loss
        print(f"round {number + 1}: {best:.4f}", flush=True)
        if before - best < 1e-4:
            break
    return content


def _count_steps(origin: Mapping[str, Any], changed: Mapping[str, Any]) -> float:
    """How far two sets of numbers lie apart."""
    distance = 0.0
    for way, _ in list_knobs(origin):
        first, second = (source[way[0]] if len(way) == 1 else source[way[0]][way[1]] for source in (origin, changed))
        distance += abs(first - second) * (10 if way[0] == "reach" else 1) / 4
    return distance


def report(content: dict[str, Any], examples: Sequence[Example], title: str) -> None:
    """AUC and kappa of some weights."""
    weights = Weights(**content)
    scores = [total(example, weights) for example in examples]
    rows = [example.row for example in examples]
    borders = (weights.verdicts["partly"], weights.verdicts["concrete"])
    verdicts = [sum(score >= border for border in borders) for score in scores]
    kappa = measure_kappa(zip((row.label for row in rows), verdicts, strict=True))
    print(
        f"{title}: AUC {measure_auc(rows, scores):.3f}, kappa {kappa:.3f}, loss {measure_loss(examples, weights):.4f}"
    )


def main() -> None:
    """Fits, prints, and with --write puts the points into the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--rounds", type=int, default=8)
    arguments = parser.parse_args()
    source = PATH.read_text("utf-8")
    content = yaml.safe_load(source)
    examples = read_examples("fit")
    report(content, examples, "before")
    content = fit(content, examples, arguments.rounds)
    report(content, examples, "after")
    fitted = {name: value for name, value in content.items() if name not in BY_HAND}
    head = source[: source.index("\nstart:") + 1]
    text = head + yaml.safe_dump(fitted, sort_keys=False, width=110, default_flow_style=None)
    if arguments.write:
        PATH.write_text(text, "utf-8")
    else:
        print(text)


if __name__ == "__main__":
    main()
