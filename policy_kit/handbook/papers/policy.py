"""The policy on paper: the questions to leadership with their answers, and what stands behind each."""

from datetime import date

from policy_kit.documents import Document, Questionnaire
from policy_kit.handbook.edition import Asked, Edition
from policy_kit.handbook.papers.labels import name_field
from policy_kit.handbook.papers.paper import Paragraph, Part, Run, Runs, Section
from policy_kit.handbook.papers.references import References
from policy_kit.handbook.papers.words import PaperWords
from policy_kit.kit import Kit


def write_answers(
    questionnaire: Questionnaire, edition: Edition, words: PaperWords
) -> tuple[tuple[Part, ...], tuple[Part, ...], tuple[Section, ...]]:
    """What the policy is for, nothing more before the sections, and a section for each question."""
    lead = words.paragraphs(questionnaire.intro) if questionnaire.intro else ()
    sections = (_write_question(asked, edition, words) for asked in edition.policies[questionnaire.id])
    return tuple(lead), (), tuple(sections)


def find_last_day(document: Document, kit: Kit) -> date | None:
    """The day of the youngest answer to a questionnaire."""
    id = document.id if isinstance(document, Questionnaire) else None
    answers = (answer for file in kit.answers if file.questionnaire == id for answer in file.answers)
    return max((answer.answered_on for answer in answers if answer.answered_on), default=None)


def _write_question(asked: Asked, edition: Edition, words: PaperWords) -> Section:
    number, title = str(asked.number), words.runs(asked.question.text)
    if asked.shown is None:
        return Section(number, title, (Paragraph((Run(words.wording.phrases("papers.policy.no_answer")),), "note"),))
    answer = words.stanzas(asked.shown.words, asked.shown.language)
    notes = _write_notes(asked, edition, words)
    return Section(number, title, (*answer, *(Paragraph(note, "note") for note in notes)))


def _write_notes(asked: Asked, edition: Edition, words: PaperWords) -> list[Runs]:
    """Who answered, and when; then the standards and the posts behind the answer."""
    assert asked.shown is not None  # noqa: S101  for the type checker; the caller has looked
    answer, phrases = asked.shown.answer, words.wording.phrases
    references = References(edition, answer)
    notes: list[Runs] = []
    if asked.shown.answered_by:
        notes.append((Run(f"{phrases('papers.policy.answered_by')}: "), *words.runs(asked.shown.answered_by)))
    if answer.answered_on:
        notes.append((Run(f"{phrases('papers.policy.answered_on')}: {words.wording.day(answer.answered_on)}"),))
    for field in ("standards", "roles"):
        titles = [words.plain(references.find_title(answer, field, id)) for id in getattr(answer, field)]
        if titles:
            notes.append((Run(f"{name_field(type(answer), field, phrases)}: {', '.join(titles)}"),))
    return notes
