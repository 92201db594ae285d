"""Changes are told in words, of every kind of document, in every language."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from policy_kit.documents import KINDS
from policy_kit.history import compare_documents
from policy_kit.history.telling import Told, name_field, tell_changes
from policy_kit.kit.describing import list_models
from policy_kit.languages import list_languages, load_phrases

JOB: dict[str, Any] = {
    "kind": "job-description",
    "id": "client-manager",
    "title": {"en": "Client manager", "sl": "Skrbnik strank"},
    "effective": "2026-03-01",
    "reports_to": "director",
    "purpose": {"en": "Wins new clients, keeps the ones we have and holds on to those who are dissatisfied."},
    "duties": [
        {"id": "complaints", "text": {"en": "Answers every complaint within 2 days", "sl": "Odgovori v 2 dneh"}},
        {"id": "offers", "text": {"en": "Sends an offer for every enquiry"}},
    ],
    "skills": ["Speaks English and Russian", "Knows the customs rules"],
    "measures": [{"what": {"en": "answered in time"}, "target": 95, "unit": "percent", "every": "month"}],
    "manages_people": False,
}
STANDARD: dict[str, Any] = {
    "kind": "standard",
    "steps": [
        {"id": "record", "do": "Write the complaint down", "who": "secretariat", "within": "1 hour"},
        {"id": "analyse", "do": "Find out what went wrong"},
    ],
}
POSTS = {"director": "Director", "head-of-sales": "Head of sales", "secretariat": "Secretariat"}
Edit = Callable[[Any], object]


def tell(document: Any, edit: Edit, language: str = "en") -> list[Told]:
    new = copy.deepcopy(document)
    edit(new)
    titles = lambda sort, name: POSTS.get(name, "") if sort == "post" else ""  # noqa: E731
    return [*tell_changes(compare_documents(document, new), document, new, load_phrases(language), titles)]


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (
            lambda job: job["duties"][0]["text"].update(en="Answers every complaint within 1 day"),
            "duty “complaints”: within 2 days → within 1 day",
        ),
        (lambda job: job["title"].update(sl="Skrbnica"), "title (Slovenian): Skrbnik strank → Skrbnica"),
        (lambda job: job.update(reports_to="head-of-sales"), "reports to: Director → Head of sales"),
        (lambda job: job.update(reports_to="nobody-known"), "reports to: Director → nobody-known"),
        (lambda job: job.update(effective="2026-12-01"), "effective from: 1 March 2026 → 1 December 2026"),
        (lambda job: job.update(manages_people=True), "manages people: no → yes"),
        (lambda job: job["measures"][0].update(target=97.5), "measure “answered in time”, target: 95 → 97.5"),
        (lambda job: job["duties"].reverse(), "The duty “complaints” now comes after “offers”"),
        (lambda job: job["duties"].pop(), "Removed: duty “offers”: Sends an offer for every enquiry"),
        (
            lambda job: job["duties"].append({"id": "visits", "text": "Visits every client", "standard": "visiting"}),
            "New duty “visits”: Visits every client (standard: visiting)",
        ),
        (lambda job: job["skills"].append("Types fast"), "New skill: Types fast"),
        (lambda job: job.pop("skills"), "Removed: skills: Speaks English and Russian; Knows the customs rules"),
        (lambda job: job.update(weekly_hours=38), "Added: weekly hours: 38"),
        (lambda job: job.update(signed_by=["director"]), "Added: signed by: Director"),
        (
            lambda job: job["duties"][1].update(id="quotes"),
            "The duty has a new short name: “offers” → “quotes”",
        ),
        (lambda job: job.update(title="Client manager"), "title: now in one language only: Client manager"),
    ],
)
def test_a_change_of_a_job_is_told_in_english(edit: Edit, said: str) -> None:
    assert [told.sentence for told in tell(JOB, edit)] == [said]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The step “record” now comes after “analyse”"),
        ("ru", "Изменён порядок — шаг «record»: теперь после «analyse»"),
        ("sl", "Drug vrstni red – korak »record«: zdaj je za »analyse«"),
    ],
)
def test_another_order_is_told_in_every_language(language: str, said: str) -> None:
    assert [told.sentence for told in tell(STANDARD, lambda standard: standard["steps"].reverse(), language)] == [said]


def test_a_long_text_is_told_with_marks_around_its_words() -> None:
    def edit(job: Any) -> None:
        text = job["purpose"]["en"]
        job["purpose"]["en"] = text.replace("new clients", "and greets new clients").replace("dissatisfied", "unhappy")

    (told,) = tell(JOB, edit)
    assert told.is_marked
    assert told.sentence == (
        "purpose: Wins{+ and greets+} new clients, keeps the … to those who are [-dissatisfied-]{+unhappy+}."
    )


def test_it_is_told_what_matters() -> None:
    (deadline,) = tell(JOB, lambda job: job["duties"][0]["text"].update(en="Answers every complaint within 1 day"))
    (comma,) = tell(JOB, lambda job: job["duties"][1]["text"].update(en="Sends an offer, for every enquiry"))
    assert (deadline.is_substantive, comma.is_substantive) == (True, False)


@pytest.mark.parametrize("language", list_languages())
def test_every_field_of_every_kind_has_a_name_in_words(language: str) -> None:
    phrases = load_phrases(language)
    names = {name for kind in KINDS.values() for model in list_models(kind) for name in model.model_fields}
    assert [name for name in sorted(names) if not phrases.has(f"changes.fields.{name}")] == []


def test_a_field_that_nobody_has_named_yet_is_called_as_in_the_file() -> None:
    assert name_field("brand_new", load_phrases("en"), is_entry=False) == "brand new"


@pytest.mark.parametrize("language", list_languages())
def test_whatever_the_data_are_they_are_told(language: str) -> None:
    """Also of a kind that is not known, and where the data have another shape than the model wants."""
    strange: list[Any] = [None, 1, "text", ["a", {"id": "b", "x": [1, {"y": None}]}], {"duties": "none"}, {"en": 5}]
    for old in strange:
        for new in strange:
            for kind in ("job-description", "unknown"):
                before, after = {"kind": kind, "duties": old, "z": old}, {"kind": kind, "duties": new, "z": new}
                changes = compare_documents(before, after)
                told = tell_changes(changes, before, after, load_phrases(language))
                assert len(told) == len(changes)
                assert all(each.sentence for each in told)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("within two", "within three", "within two hours → within three hours"),
        ("in 2", "in 30", "in 2 hours → in 30 hours"),
        ("not later", "never later", "than not → than never"),
    ],
)
def test_a_number_is_told_with_what_it_counts(old: str, new: str, said: str) -> None:
    frame = "Every complaint and every suggestion goes on, rather sooner than {}\nhours after it came, to the clerk."
    texts = [make_duty(frame.format(words)) for words in (old, new)]
    (told,) = tell_changes(compare_documents(texts[0], texts[1]), texts[0], texts[1], load_phrases("en"))
    assert told.sentence == f"duty “feedback”: {said}"


def test_what_was_removed_and_what_was_added_elsewhere_are_no_pair() -> None:
    frame = "Wins new clients, keeps the ones we have and holds on to {} day by day, with the people who decide."
    texts = [make_duty(frame.format(words)) for words in ("those who are dissatisfied", "dissatisfied ones")]
    (told,) = tell_changes(compare_documents(texts[0], texts[1]), texts[0], texts[1], load_phrases("en"))
    assert "[- those who are-] dissatisfied{+ ones+}" in told.sentence


def make_duty(text: str) -> dict[str, Any]:
    """A job description with one duty."""
    return {"kind": "job-description", "duties": [{"id": "feedback", "text": text}]}
