"""What stands on a paper, whatever its format: everything that the document says, in the order of reading."""

from enum import StrEnum
from typing import Any, get_args

import pytest
from pydantic import Field

from policy_kit.documents import KINDS, Document, InForce
from policy_kit.documents.text import Day, Language, Text, Translations, Words
from policy_kit.handbook.papers import FORMATS, render_paper, write_paper
from policy_kit.handbook.papers.labels import name_field
from policy_kit.handbook.papers.paper import Clause, Facts, Paper, Paragraph, Part, Points, Section, Table
from policy_kit.handbook.papers.standing import Standing
from policy_kit.handbook.papers.words import clean
from policy_kit.kit.shapes import flatten
from policy_kit.languages import list_languages, load_phrases
from tests.handbook.kits import TODAY, make_hostile_kit, make_kit
from tests.handbook.papers.papers import COMPANY, HASH, JOB, LETTERS, make_paper, make_release


def test_a_job_description_in_the_order_of_reading() -> None:
    paper = make_paper(JOB)
    assert tell(paper)[:6] == [
        "Clerk",
        "In force since 1 June 2026",
        "Answers every letter.",
        "Reports to: Director",
        "Working hours a week: 37.5 hours",
        "1 Duties",
    ]
    assert tell(paper)[6:] == [
        "1.1 Opens the mail.",
        "1.2 Answers it.",
        "Standard: Letters",
        "2 Rights",
        "2.1 To ask",
        "3 How the work is measured",
        "What is measured | Target | How often",
        "Letters | 2 days | every month",
    ]


def test_the_steps_of_a_standard_lead_on_by_the_numbers_of_the_clauses() -> None:
    told = tell(make_paper(LETTERS))
    steps = told[told.index("1 Step by step") : told.index("2 Exceptions")]
    assert steps == [
        "1 Step by step",
        "1.1 Reads it.",
        "Who: Clerk · By when: 1 hour",
        "- junk → go to 1.3",
        "- → go to 1.2",
        "1.2 Writes an answer.",
        "1.3 Throws it away.",
    ]
    assert told[-2:] == ["2.1 Holidays", "Somebody else does it."]
    assert not any("001" in line for line in told), "the number of a source means nothing to a reader"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "ru",
            ("Секретарь", "Действует с 1 июня 2026 г.", "Подчиняется: Директор", "Рабочее время в неделю: 37,5 часа"),
        ),
        ("sl", ("Tajnica", "Velja od 1. junija 2026", "Nadrejeni: Direktorica", "Delovni čas na teden: 37,5 ure")),
    ],
)
def test_the_paper_speaks_its_readers_language(language: str, words: tuple[str, ...]) -> None:
    paper = make_paper(JOB, language)
    assert set(words) <= set(tell(paper))
    assert not any("translated" in line or "переведен" in line or "preveden" in line for line in tell(paper))


def test_what_is_not_translated_is_said_and_marked() -> None:
    paper = make_paper(LETTERS, "sl")
    assert "angleščina" in tell(paper)[2]
    lead = next(part for part in paper.opening if isinstance(part, Paragraph) and part.look == "lead")
    assert [run.language for run in lead.runs] == ["en"]


def test_a_text_that_nobody_released_says_so() -> None:
    assert make_paper(JOB).mark == "Not released yet; nobody has signed this"
    assert make_paper(JOB).approvals is None


def test_a_release_names_itself_its_changes_and_its_approvals() -> None:
    paper = make_paper(JOB, hash=HASH, release=make_release())
    assert paper.mark == "Release 3 · 0123456789ab"
    assert "In force since 15 June 2026" in tell(paper)
    assert "What changed in release 3. Complaints within one day." in tell(paper)
    assert paper.approvals
    assert tell_part(paper.approvals) == ["Approved by | Date", "Director | 30 May 2026"]
    assert dict(paper.signatures.signers[1].fields)["Post"] == "Director"


def test_an_approval_may_have_a_name_instead_of_a_post() -> None:
    named = [{"name": "Ana Novak", "approved_on": TODAY}]
    paper = make_paper(JOB, "sl", hash=HASH, release=make_release(approvals=named, nature="editorial"))
    assert paper.approvals
    assert tell_part(paper.approvals)[1] == "Ana Novak | 1. junija 2026"
    assert dict(paper.signatures.signers[1].fields)["Ime in priimek"] == "Ana Novak"
    assert any("prejšnji podpisi še veljajo" in line for line in tell(paper))


def test_an_old_release_says_that_a_later_one_has_followed() -> None:
    paper = make_paper(JOB, "ru", hash=HASH, release=make_release(2), followed_by=4)
    assert paper.mark == "Редакция 2; позже вышла редакция 4 · 0123456789ab"


def test_a_changed_text_has_neither_the_approvals_nor_the_changes_of_the_release_before() -> None:
    paper = make_paper(JOB, hash="ab" * 32, release=make_release(), is_changed=True)
    assert paper.mark == "Changed since release 3; nobody has signed this · abababababab"
    assert paper.approvals is None
    assert not any("release 3." in line for line in tell(paper))
    assert "In force since 1 June 2026" in tell(paper)


def test_questions_and_answers_are_one_paper() -> None:
    questions = [
        {"id": "a", "text": "What do we do?", "needs": ["actor"]},
        {"id": "b", "text": "And then?", "needs": ["actor"]},
    ]
    answer = {"question": "a", "answer": "We read.\nWe write.\n\nWe rest.", "answered_by": "Ana", "answered_on": TODAY}
    kit = make_kit(
        COMPANY,
        {"kind": "questionnaire", "id": "policy", "title": "Policy", "intro": "Read it.", "questions": questions},
        {"kind": "answers", "questionnaire": "policy", "answers": [{**answer, "roles": ["director"]}]},
    )
    told = tell(write_paper(kit, kit.questionnaires["policy"], "en", Standing()))
    assert told == [
        "Policy",
        "Answers as of 1 June 2026",
        "Read it.",
        "1 What do we do?",
        "We read. / We write.",
        "We rest.",
        "Answered by: Ana",
        "Answered on: 1 June 2026",
        "Posts: Director",
        "2 And then?",
        "There is no answer to this question yet.",
    ]


def test_characters_that_act_on_the_reader_are_shown_as_what_they_are_not() -> None:
    assert clean("1000\u202e\u20660001\0\a\ud800\ufffe\ufdd0") == "1000\ufffd\ufffd0001\ufffd\ufffd\ufffd\ufffd\ufffd"
    assert clean("a\r\nb\u2028c\td\v") == "a\nb\nc d\n"
    assert clean("čšž Ж 漢 \U0001f600 a\u200db") == "čšž Ж 漢 \U0001f600 a\u200db"


def test_no_text_of_any_document_is_missing_on_paper() -> None:
    """Every text of the hostile kit ends with a number of its own."""
    kit = make_hostile_kit()
    for file in kit.files:
        if not isinstance(file.document, InForce):
            continue
        said = " ".join(tell(write_paper(kit, file.document, "en", Standing())))
        expected = [text.rsplit(" ", 1)[-1] for text in list_texts(file.document)]
        assert expected
        assert [mark for mark in expected if mark not in said] == []


def test_a_kind_that_nobody_has_thought_of_is_printed_whole() -> None:
    class Colour(StrEnum):
        RED = "red"

    class Seat(Document):
        label: Text
        size: float
        free: bool = True

    class Row(Document):
        seats: tuple[Seat, ...]
        extra: tuple[Seat, ...] = ()
        names: dict[Language, tuple[Words, ...]] = Field(default_factory=dict)
        numbers: tuple[int, ...] = ()

    class Theatre(InForce):
        kind: str = "theatre"
        rows: tuple[Row, ...]
        stage: Seat
        colour: Colour
        opens: Day
        notes: tuple[Text, ...]
        guests: dict[Language, tuple[Words, ...]]

    seats = [{"label": "Left", "size": 1.5}, {"label": "Right", "size": 2}]
    row = {"seats": seats, "extra": seats[:1], "names": {"en": ["Gallery", "Gods"]}, "numbers": [7, 8]}
    values = {"rows": [row, {"seats": []}], "stage": seats[0], "colour": "red", "opens": TODAY, "notes": ["Quiet."]}
    theatre = Theatre.model_validate({"title": "Hall", "effective": TODAY, **values, "guests": {"en": ["Ana", "Ben"]}})
    paper = write_paper(make_kit(COMPANY), theatre, "en", Standing())
    said = " ".join(tell(paper))
    for word in ("Left", "1.5", "Right", "Yes", "Gallery, Gods", "7, 8", "red", "1 June 2026", "Quiet.", "Ana, Ben"):
        assert word in said
    numbers = [line.split()[0] for line in tell(paper) if line[:1].isdigit()]
    assert len(numbers) == len(set(numbers)), "no number stands for two clauses"
    assert all(render_paper(paper, format) for format in FORMATS)


@pytest.mark.parametrize("language", list_languages())
def test_a_field_without_a_name_of_ours_is_called_by_its_description(language: str) -> None:
    class Parking(Document):
        spaces: int
        """How many cars fit, for example 12. More is not better."""

    if language == "en":
        assert name_field(Parking, "spaces", load_phrases(language)) == "How many cars fit"
    for model in KINDS.values():
        for field in model.model_fields:
            assert 0 < len(name_field(model, field, load_phrases(language))) < 130


def tell(paper: Paper) -> list[str]:
    """A paper in lines of plain text, from its title to the last section."""
    parts = [line for part in paper.opening for line in tell_part(part)]
    return [paper.title, *paper.lines, *parts, *(line for section in paper.sections for line in tell_part(section))]


def tell_part(part: Part | Section) -> list[str]:
    """A part of a paper in lines of plain text."""
    if isinstance(part, Paragraph):
        return [join(part.runs)]
    if isinstance(part, Points):
        return [*([part.label] if part.label else []), *(f"- {join(runs)}" for runs in part.points)]
    if isinstance(part, Table):
        return [" | ".join(part.head), *(" | ".join(map(join, row)) for row in part.rows)]
    if isinstance(part, Facts):
        return [f"{label}: {join(runs)}" for label, runs in part.rows]
    words = join(part.title) if isinstance(part, Section) else join(part.runs)
    return [f"{part.number} {words}", *(line for inner in part.parts for line in tell_part(inner))]


def join(runs: Any) -> str:
    return "".join(run.text for run in runs).replace("\n", " / ")


def list_texts(part: Document) -> list[str]:
    """Every text that people wrote in a document."""
    found: list[str] = []
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Document):
                found += list_texts(one)
            elif isinstance(one, str) and (Translations in flatten(field.annotation) or name == "source"):
                found.append(one)
    return found


assert get_args(Part), "all the parts that `tell_part` knows"
assert Clause in get_args(Part)
