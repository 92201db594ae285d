"""What is said about a question and an answer, paragraph by paragraph; the same on the screen and line by line."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from policy_kit.actions.coaching import Coaching
from policy_kit.languages import Phrases
from policy_kit.terminal.sitting import Sitting

KEYS = ("help", "example", "back", "later", "next", "editor", "skeleton", "overview", "marks", "leave")
"""What F1 to F10 do, and the digits 1 to 0."""


class Paragraph(NamedTuple):
    """One paragraph of what is said; its text may come from a document and is not yet fit for the terminal."""

    style: str
    text: str


def tell_place(sitting: Sitting) -> str:
    """Where one is."""
    return sitting.phrases("interview.number", number=sitting.number, all=len(sitting.interview.questions))


def tell_progress(sitting: Sitting, coaching: Coaching | None = None) -> str:
    """How many answers are concrete; the open one counts as it is written now."""
    interview = sitting.interview
    done = interview.concrete
    if coaching and not sitting.is_locked:
        done += (coaching.score.verdict == "concrete") - (sitting.row.state == "concrete")
    return sitting.phrases("interview.progress", done=done, all=interview.count)


def tell_unreadable(sitting: Sitting) -> Iterator[Paragraph]:
    """Answers files that cannot be read, whose answers are missing here."""
    for file in sorted({problem.place.file for problem in sitting.interview.unreadable}):
        yield Paragraph("warning", sitting.phrases("interview.unreadable", file=file))


def tell_question(sitting: Sitting) -> Iterator[Paragraph]:
    """The question, its hint, and who has answered it."""
    phrases, row = sitting.phrases, sitting.row
    yield Paragraph("question", sitting.pick(row.question.text))
    if sitting.is_locked:
        numbers = ", ".join(map(str, sitting.waiting))
        yield Paragraph("warning", phrases("interview.locked", numbers=numbers))
    elif row.question.hint:
        yield Paragraph("", phrases("interview.hint", text=sitting.pick(row.question.hint)))
    if row.answered_by and row.answered_on:
        yield Paragraph("faint", phrases("interview.who", who=row.answered_by, when=phrases.date(row.answered_on)))
    elif row.answered_by:
        yield Paragraph("faint", phrases("interview.who-alone", who=row.answered_by))


def tell_score(coaching: Coaching, phrases: Phrases, before: int | None = None) -> Paragraph:
    """The score and the verdict, and how it has changed."""
    score = coaching.score
    verdict = phrases(f"commands.verdicts.{score.verdict}")
    text = phrases("commands.score.result", score=score.score, verdict=verdict)
    if before is not None and before != score.score:
        way = "rise" if score.score > before else "fall"
        text += f" ({phrases(f'interview.{way}', n=abs(score.score - before))})"
    return Paragraph(score.verdict, text)


def tell_coaching(coaching: Coaching, sitting: Sitting, *, shows_marks: bool = True) -> Iterator[Paragraph]:
    """One next step first, since space may be short; then what is missing, what is vague, and what is there."""
    phrases = sitting.phrases
    if coaching.next_step:
        yield Paragraph("step", phrases("commands.score.next", step=coaching.next_step))
    elif coaching.score.verdict == "concrete":
        yield Paragraph("concrete", phrases("interview.complete"))
    unmet = [need for need in coaching.needs if not need.is_met]
    if unmet:
        yield Paragraph("label", phrases("interview.missing"))
        yield from (Paragraph("", f"- {need.prompt}") for need in unmet)
    if coaching.marks and shows_marks:
        yield Paragraph("label", phrases("interview.marks"))
        yield from (Paragraph("", f"- {mark.reason}") for mark in coaching.marks)
    if there := _list_met(coaching, sitting):
        yield Paragraph("", phrases("interview.there", needs=", ".join(there)))


def tell_example(sitting: Sitting) -> Iterator[Paragraph]:
    """The whole question: hint, why we ask, an answer that says nothing and one that does."""
    phrases, question = sitting.phrases, sitting.row.question
    yield from tell_question(sitting)
    example = question.example
    samples = (("vague", example.vague), ("concrete", example.concrete)) if example else ()
    texts = [(name, sitting.pick_sample(text)) for name, text in samples if text]
    texts += [("why", sitting.pick(question.why))] if question.why else []
    for name, text in texts:
        yield Paragraph("", "")
        yield Paragraph("label", phrases(f"interview.example.{name}"))
        yield Paragraph("", text)
    if not texts:
        yield Paragraph("", phrases("interview.example.none"))


def tell_help(phrases: Phrases) -> Iterator[Paragraph]:
    """What one needs to know about the screen."""
    yield Paragraph("label", phrases("interview.help.title"))
    yield Paragraph("", phrases("interview.help.text"))
    yield from tell_menu(phrases)
    yield Paragraph("", phrases("interview.help.more"))


def tell_menu(phrases: Phrases) -> Iterator[Paragraph]:
    """What F1 to F10 and the digits do."""
    for number, key in enumerate(KEYS, start=1):
        yield Paragraph("", f"{number % 10}  {phrases(f'interview.actions.{key}')}")


def tell_overview(sitting: Sitting) -> Iterator[Paragraph]:
    """Every question with its state in words."""
    for row in sitting.interview.questions:
        question = sitting.phrases(
            "interview.overview.row", number=row.number, question=sitting.pick(row.question.text)
        )
        yield Paragraph("", f"{question} – {tell_state(row.state, sitting.phrases)}")


def tell_state(state: str, phrases: Phrases) -> str:
    """A state in words."""
    key = f"interview.states.{state}"
    return phrases(key) if phrases.has(key) else phrases(f"commands.verdicts.{state}")


def tell_clash(sitting: Sitting) -> Iterator[Paragraph]:
    """Both sides of a conflict."""
    phrases = sitting.phrases
    theirs = sitting.clash.theirs.text if sitting.clash else ""
    yield Paragraph("warning", phrases("interview.conflict.title"))
    yield Paragraph("", phrases("interview.conflict.text"))
    yield from _number(phrases(f"interview.conflict.choices.{choice}") for choice in ("mine", "theirs", "both"))
    yield Paragraph("", "")
    yield Paragraph("label", phrases("interview.conflict.mine"))
    yield Paragraph("", sitting.text)
    yield Paragraph("", "")
    yield Paragraph("label", phrases("interview.conflict.theirs"))
    yield Paragraph("", theirs or phrases("interview.conflict.removed"))


def _number(texts: Iterable[str]) -> Iterator[Paragraph]:
    for number, text in enumerate(texts, start=1):
        yield Paragraph("", f"{number}  {text}")


def _list_met(coaching: Coaching, sitting: Sitting) -> list[str]:
    kinds = [need.need for need in sitting.row.question.needs]
    return [
        sitting.phrases(f"interview.needs.{kind}")
        for kind, need in zip(kinds, coaching.needs, strict=True)
        if need.is_met
    ]
