"""`policy-kit build`: the handbook, and a summary of the scores."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from policy_kit.actions import AnswerScore, build_handbook
from policy_kit.cli.help import kit_option, make_command, open_kit
from policy_kit.cli.report import show_problems
from policy_kit.cli.screen import make_visible, show
from policy_kit.languages import Phrases

VERDICTS = ("concrete", "partly", "vague")


def make_build_command(phrases: Phrases) -> click.Command:
    """The command, speaking the language of `phrases`."""

    @make_command("build", phrases)
    @kit_option(phrases)
    @click.option("--strict", is_flag=True, help=phrases("commands.build.strict"))
    @click.option("--public", is_flag=True, help=phrases("commands.build.public"))
    @click.option("--out", type=click.Path(path_type=Path), metavar="FOLDER", help=phrases("commands.build.out"))
    def build(folder: Path | None, strict: bool, public: bool, out: Path | None) -> int:
        kit = open_kit(folder, phrases)
        show_problems(kit.problems, phrases)
        built = build_handbook(kit, out, strict=strict, public=public)
        for line in _summarise(built.scores, phrases):
            show(line)
        show(make_visible(phrases("commands.build.done", page=(built.folder / "index.html").absolute())))
        return 1 if kit.problems else 0

    return build


def _summarise(scores: Iterable[AnswerScore], phrases: Phrases) -> Iterator[str]:
    """A line per language: how many answers are concrete, how many partly, how many vague."""
    counts: dict[str, Counter[str]] = {}
    for each in scores:
        counts.setdefault(each.language, Counter())[each.score.verdict] += 1
    for language, count in counts.items():
        parts = [
            f"{count[verdict]} {phrases(f'commands.verdicts.{verdict}')}" for verdict in VERDICTS if count[verdict]
        ]
        yield phrases("commands.build.answers", language=language, n=count.total(), parts=", ".join(parts))
