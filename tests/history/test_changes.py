"""Two versions of a document are compared entry by entry, and the changes leave nothing out."""

import copy
import random
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_kit.history import Change, apply_changes, compare_documents
from policy_kit.history.changes import freeze

WORDS = st.sampled_from(["", "a", "клиент", "client", "2", "days", "čas", "e\u0301", "🙂", "-", "answers in 2 days"])
TEXTS = st.lists(WORDS, max_size=4).map(" ".join)
PLAIN = st.none() | st.booleans() | st.integers(-2, 2) | st.sampled_from([0.0, 1.0, 0.5]) | TEXTS
LANGUAGES = st.dictionaries(st.sampled_from(["en", "ru", "sl"]), TEXTS, max_size=3)
KEYS = st.sampled_from(["id", "question", "text", "title", "en", "steps"])
NAMED = st.fixed_dictionaries({"id": st.sampled_from(["a", "b", "c", "d-e"])}, optional={"text": PLAIN | LANGUAGES})
DATA = st.recursive(
    PLAIN | LANGUAGES,
    lambda inner: (
        st.lists(inner, max_size=5) | st.dictionaries(KEYS, inner, max_size=4) | st.lists(NAMED | inner, max_size=6)
    ),
    max_leaves=25,
)


@settings(max_examples=150, deadline=None)
@given(DATA, DATA)
def test_the_changes_lead_from_any_version_to_any_other(old: Any, new: Any) -> None:
    check_complete(old, new)


@settings(max_examples=150, deadline=None)
@given(DATA, st.randoms(use_true_random=False))
def test_the_changes_of_an_edited_version_lead_to_it(old: Any, chance: random.Random) -> None:
    new = edit(copy.deepcopy(old), chance)
    check_complete(old, new)
    check_complete([old, new, old], [new, old])


def check_complete(old: Any, new: Any) -> None:
    before = copy.deepcopy(old)
    changes = compare_documents(old, new)
    assert freeze(apply_changes(old, changes)) == freeze(new)
    assert bool(changes) == (freeze(old) != freeze(new))
    assert old == before


def edit(data: Any, chance: random.Random) -> Any:
    """The same data with a few edits, as people make them: moved, doubled, renamed, reworded, of another type."""
    if isinstance(data, list):
        data = [edit(each, chance) if chance.random() < 0.4 else each for each in data]
        for _ in range(chance.randrange(3)):
            if data:
                entry = data.pop(chance.randrange(len(data)))
                data[chance.randrange(len(data) + 1) : 0] = [entry] * chance.choice([0, 1, 1, 1, 2])
        return data
    if isinstance(data, dict):
        data = {key: edit(value, chance) for key, value in data.items() if chance.random() < 0.9}
        return data | ({"id": chance.choice(["a", "z"])} if chance.random() < 0.2 else {})
    if isinstance(data, str):
        return chance.choice([data, f"{data} new", {"en": data, "ru": "слово"}, data.upper(), ""])
    return chance.choice([data, 1, True, None])


JOB: dict[str, Any] = {
    "kind": "job-description",
    "title": {"en": "Client manager"},
    "reports_to": "director",
    "duties": [
        {"id": "complaints", "text": {"en": "Answers every complaint within 2 days"}},
        {"id": "offers", "text": {"en": "Sends an offer for every enquiry"}},
        {"id": "visits", "text": {"en": "Visits every client once a year"}},
    ],
    "skills": ["Speaks English and Russian", "Knows the customs rules", "Works with spreadsheets"],
}


def change(**values: Any) -> tuple[Change, ...]:
    """The changes of a job description in which these fields have other values."""
    return compare_documents(JOB, JOB | values)


def tell(changes: tuple[Change, ...]) -> list[tuple[str, str]]:
    return [(each.kind, ".".join(map(str, each.way))) for each in changes]


def duty(number: int, **values: Any) -> Any:
    return JOB["duties"][number] | values


def test_entries_are_matched_by_their_ids() -> None:
    changes = change(duties=[duty(1), duty(0, text={"en": "Answers every complaint within 1 day"}), duty(2)])
    assert tell(changes) == [("moved", "duties.complaints"), ("changed", "duties.complaints.text.en")]
    assert (changes[1].old, changes[1].new) == (
        "Answers every complaint within 2 days",
        "Answers every complaint within 1 day",
    )


def test_texts_are_matched_by_their_words() -> None:
    assert tell(change(skills=["Speaks English, Russian and German", *JOB["skills"][1:]])) == [("changed", "skills.0")]
    assert tell(change(skills=["Drives a car", *JOB["skills"][1:]])) == [("removed", "skills.0"), ("added", "skills.0")]


def test_what_moved_is_not_removed_and_added() -> None:
    first, second, third = JOB["skills"]
    changes = change(skills=[third, first, second])
    assert tell(changes) == [("moved", "skills.0")]
    assert (changes[0].old, changes[0].was, changes[0].now) == (third, 2, 0)
    assert tell(change(skills=[second, first, third])) in ([("moved", "skills.0")], [("moved", "skills.1")])


def test_what_moved_and_was_edited_is_told_as_both() -> None:
    first, second, third = JOB["skills"]
    changes = change(skills=[second, third, first + " well"])
    assert tell(changes) == [("moved", "skills.2"), ("changed", "skills.2")]


def test_a_new_id_under_nearly_the_same_text_is_a_new_name() -> None:
    changes = change(duties=[duty(0, id="claims"), duty(1), duty(2)])
    assert tell(changes) == [("changed", "duties.claims.id")]
    replaced = [duty(0, id="claims", text={"en": "Keeps the register of claims"}), duty(1), duty(2)]
    assert tell(change(duties=replaced)) == [("removed", "duties.complaints"), ("added", "duties.claims")]


def test_each_of_several_reworded_texts_finds_its_own() -> None:
    """The best pair of one text may be needed by another: what counts is the likeness in all."""
    old = ["Answers letters, calls clients", "Answers letters, visits carriers"]
    new = ["Answers letters, calls, visits", "Calls clients weekly"]
    changes = compare_documents(old, new)
    assert {(each.old, each.new) for each in changes if each.kind == "changed"} == {(old[0], new[1]), (old[1], new[0])}


def test_a_text_and_the_same_text_in_languages_are_one_value() -> None:
    assert tell(change(title="Client manager")) == [("changed", "title")]
    texts = [{"en": text, "sl": "Besedilo"} for text in JOB["skills"]]
    assert [kind for kind, _ in tell(change(skills=texts))] == ["changed"] * 3


def test_a_text_that_became_a_group_with_an_id_is_found_again() -> None:
    old, new = ["Answers letters"], [{"id": "letters", "text": "Answers letters"}]
    assert apply_changes(old, compare_documents(old, new)) == new
    assert apply_changes([" a"], compare_documents([" a"], [{"id": "a"}])) == [{"id": "a"}]


def test_references_are_never_alike() -> None:
    before, after = {"standards": ["complaint-handling", "phone"]}, {"standards": ["complaint-log", "phone"]}
    assert tell(compare_documents(before, after)) == [("removed", "standards.0"), ("added", "standards.0")]


def test_answers_are_called_by_their_questions() -> None:
    old = {"answers": [{"question": "aim", "answer": "one"}, {"question": "basis", "answer": "two"}]}
    new = {"answers": [{"question": "aim", "answer": "one"}, {"question": "basis", "answer": "three"}]}
    assert tell(compare_documents(old, new)) == [("changed", "answers.basis.answer")]


def test_the_order_of_keys_and_the_spelling_of_numbers_say_nothing() -> None:
    assert compare_documents({"a": 1, "b": 2}, {"b": 2.0, "a": 1}) == ()
    assert tell(compare_documents({"a": 1}, {"a": True})) == [("changed", "a")]


@pytest.mark.parametrize("edited", ["nothing", "numbers", "everything", "reversed"])
def test_two_thousand_entries_are_compared_in_a_moment(edited: str) -> None:
    old = [f"Answers enquiry {n} of client {n % 70} within {n % 9} days" for n in range(2000)]
    new = {
        "nothing": [*old[:500], *old[501:]],
        "numbers": [text.replace("within", "in").replace("days", "hours") for text in old],
        "everything": [f"Ведёт реестр {n} вместе с отделом {n % 30}" for n in range(2000)],
        "reversed": old[::-1],
    }[edited]
    start = time.process_time()
    check = compare_documents(old, new)
    assert time.process_time() - start < 30  # two on an idle machine
    assert freeze(apply_changes(old, check)) == freeze(new)
