"""How fast the scorer is: `python -m tests.benchmarks.scorer_speed`. The target is 2,000 answers a second and core.

Every answer is a new text: words of the labelled answers in the order of a fixed shuffle, so that nothing but the words
themselves can be remembered. Times are those of the processor, so that other work on the machine does not count.
"""

import random
import subprocess
import sys
import time
from collections.abc import Callable

from policy_kit.actions.scores import standard_questions
from policy_kit.scoring import score_text
from tests.benchmarks.scorer_quality import count_write_good, list_rivals, read_rows

WORDS = 60
ANSWERS = 2_000
LANGUAGES = ("en", "ru", "sl")


def make_answers(language: str, number: int) -> list[str]:
    """New answers of 60 words each, made of whole sentences as far as they fit."""
    chance = random.Random(7)  # noqa: S311  a fixed shuffle, no secret
    sentences = [
        sentence.split()
        for row in read_rows("all")
        if row.lang == language
        for sentence in row.text.replace("!", ".").split(". ")
    ]
    answers = []
    for _ in range(number):
        words: list[str] = []
        while len(words) < WORDS:
            words += [*chance.choice(sentences), "."]
        answers.append(" ".join(words[:WORDS]))
    return answers


def measure_rate(language: str) -> float:
    """Answers a second of processor time, over all questions, after the language is loaded."""
    questions = list(standard_questions().values())
    answers = make_answers(language, ANSWERS)
    score_text("warm", questions[0], language, "en")
    started = time.process_time()
    for number, answer in enumerate(answers):
        score_text(answer, questions[number % len(questions)], language, "en")
    return len(answers) / (time.process_time() - started)


def measure_loading(language: str) -> float:
    """Seconds of processor time that the first score in a fresh process takes, beyond the imports."""
    code = (
        "import time; from policy_kit.scoring import score_text; "
        f"s = time.process_time(); score_text('warm', None, {language!r}); print(time.process_time() - s)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(done.stdout)


def measure_rival(count: Callable[[str], float]) -> float:
    """Answers a second of a linter, on fewer answers; by the clock, since write-good is another process."""
    answers = make_answers("en", 20)
    started = time.perf_counter()
    for answer in answers:
        count(answer)
    return len(answers) / (time.perf_counter() - started)


def main() -> None:
    """Prints one line for each language, then the linters."""
    for language in LANGUAGES:
        print(f"{language}: loading {measure_loading(language):.2f} s, {measure_rate(language):,.0f} answers a second")
    rivals = list_rivals()
    if "proselint" in rivals:
        from tests.benchmarks.scorer_quality import count_proselint

        print(f"proselint: {measure_rival(count_proselint):,.0f} answers a second")
    if "write-good" in rivals:
        print(f"write-good: {measure_rival(count_write_good):,.0f} answers a second")


if __name__ == "__main__":
    main()
