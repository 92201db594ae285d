"""`policy-kit build`: the handbook, and a summary of the scores."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from policy_kit.actions.building import build_handbook, get_ready, write_markdown
from policy_kit.actions.scores import AnswerScore
from policy_kit.cli.help import kit_option, make_command, open_kit
from policy_kit.cli.report import show_causes
from policy_kit.cli.screen import make_visible, say, show, show_progress
from policy_kit.kit import Kit
from policy_kit.languages import Phrases

VERDICTS = ("concrete", "partly", "vague")


def make_build_command(phrases: Phrases) -> click.Command:
    """The command, speaking the language of `phrases`."""

    @make_command("build", phrases)
    @kit_option(phrases)
    @click.option("--strict", is_flag=True, help=phrases("commands.build.strict"))
    @click.option("--public", is_flag=True, help=phrases("commands.build.public"))
    @click.option("--fresh", is_flag=True, help=phrases("commands.build.fresh"))
    @click.option("--out", type=click.Path(path_type=Path), metavar="FOLDER", help=phrases("commands.build.out"))
    @click.option("--markdown", type=click.Path(path_type=Path), metavar="FOLDER", help=phrases("site.markdown.option"))
    def build(
        folder: Path | None, strict: bool, public: bool, fresh: bool, out: Path | None, markdown: Path | None
    ) -> int:
        if markdown:
            kit = _open_kit(folder, phrases)
            write_markdown(kit, markdown, strict=strict, public=public)
            show(make_visible(phrases("site.markdown.done", folder=markdown.absolute())))
            return 1 if kit.problems else 0
        with get_ready():
            kit = _open_kit(folder, phrases)
            with show_progress(len(kit.languages), phrases("commands.build.under-way")) as tell:
                built = build_handbook(kit, out, strict=strict, public=public, fresh=fresh, tell=tell)
        for warning in built.warnings:
            say(warning)
        for line in _summarise(built.scores, kit.languages, phrases):
            show(line)
        show(make_visible(phrases("commands.build.done", page=(built.folder / "index.html").absolute())))
        return 1 if kit.problems else 0

    return build


def _open_kit(folder: Path | None, phrases: Phrases) -> Kit:
    """The kit, and what is wrong with it on the screen."""
    kit = open_kit(folder, phrases)
    show_causes(kit.list_causes("error"), phrases)
    return kit


def _summarise(scores: Iterable[AnswerScore], languages: Sequence[str], phrases: Phrases) -> Iterator[str]:
    """A line per language: how many answers are concrete, how many partly, how many vague, and which those are."""
    questions: dict[tuple[str, str], list[str]] = {}
    for each in scores:
        questions.setdefault((each.language, each.score.verdict), []).append(each.question.id)
    for language in languages:
        found = {verdict: questions.get((language, verdict), []) for verdict in VERDICTS}
        if total := sum(map(len, found.values())):
            parts = "; ".join(_name(verdict, ids, phrases) for verdict, ids in found.items() if ids)
            yield phrases("commands.build.answers", language=language, n=total, parts=parts)


def _name(verdict: str, questions: Sequence[str], phrases: Phrases) -> str:
    which = "" if verdict == "concrete" else f" ({', '.join(questions)})"
    return f"{phrases(f'commands.verdicts.{verdict}')}: {len(questions)}{which}"
