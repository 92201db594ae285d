"""`policy-kit score`: how concrete is a text, for people; or a stream of texts, for programs."""

import sys
from pathlib import Path
from typing import BinaryIO

import click

from policy_kit.actions.locating import find_kit, load_kit
from policy_kit.actions.score_stream import score_rows
from policy_kit.actions.scores import find_question, questions_of, score_answer, standard_questions
from policy_kit.cli.help import make_command
from policy_kit.cli.report import COLOURS
from policy_kit.cli.screen import paint, show
from policy_kit.documents import Question
from policy_kit.errors import UsageError
from policy_kit.languages import Phrases, list_languages
from policy_kit.scoring import Score, recognise_language


def make_score_command(phrases: Phrases) -> click.Command:
    """The command, speaking the language of `phrases`."""

    @make_command("score", phrases)
    @click.argument("source", type=click.Path(path_type=Path), default="-", metavar="[FILE]")
    @click.option(
        "--format", "form", type=click.Choice(["text", "jsonl"]), default="text", help=phrases("commands.form")
    )
    @click.option("--question", metavar="ID", help=phrases("commands.score.question"))
    @click.option("--language", type=click.Choice(list_languages()), help=phrases("commands.score.language"))
    @click.option("--jobs", type=click.IntRange(1, 64), default=1, metavar="N", help=phrases("commands.score.jobs"))
    @click.option("--kit", "folder", type=click.Path(path_type=Path), metavar="FOLDER", help=phrases("commands.kit"))
    def score(
        source: Path, form: str, question: str | None, language: str | None, jobs: int, folder: Path | None
    ) -> int:
        questions = _read_questions(folder)
        chosen = find_question(question, questions, phrases) if question else None
        with _open(source) as stream:
            if form == "jsonl":
                return _score_rows(stream, questions, chosen, language, phrases.language, jobs)
            text = _decode(stream.read(), source, phrases)
        language = language or recognise_language(text) or phrases.language
        _show_score(score_answer(text, chosen, language), text, phrases)
        return 0

    return score


def _read_questions(folder: Path | None) -> dict[str, Question]:
    """The questions of the kit that we stand in, if it has any; else the eleven."""
    found = folder or find_kit(Path.cwd())
    return (questions_of(load_kit(found)) if found else {}) or standard_questions()


def _open(source: Path) -> BinaryIO:
    return sys.stdin.buffer if str(source) == "-" else source.open("rb")


def _decode(data: bytes, source: Path, phrases: Phrases) -> str:
    try:
        return data.decode("utf-8-sig").rstrip("\n")
    except UnicodeDecodeError:
        raise UsageError(phrases("errors.not-utf8", file=source)) from None


def _score_rows(
    stream: BinaryIO,
    questions: dict[str, Question],
    chosen: Question | None,
    language: str | None,
    usual_language: str,
    jobs: int,
) -> int:
    status = 0
    for line, is_sound in score_rows(stream, questions, chosen, language, usual_language, jobs):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()  # whoever feeds us row by row waits for this one
        if not is_sound:
            status = 1
    return status


def _show_score(score: Score, text: str, phrases: Phrases) -> None:
    verdict = phrases(f"commands.verdicts.{score.verdict}")
    show(
        paint(
            phrases("commands.score.result", score=score.score, verdict=verdict), fg=COLOURS[score.verdict], bold=True
        )
    )
    for finding in score.findings:
        line = text.count("\n", 0, finding.start) + 1
        column = finding.start - text.rfind("\n", 0, finding.start)
        sign = paint(f"{finding.points:+4d}", fg="red" if finding.points < 0 else "green")
        show(f"{sign}  {line}:{column}  {finding.code}  {paint(finding.reason)}")
    for missing in score.missing:
        show(f"{paint('   ?', fg='yellow')}  {missing.code}  {paint(missing.prompt)}")
    if score.next_step:
        show(f"\n{paint(phrases('commands.score.next', step=score.next_step), bold=True)}")
