"""A page is made anew when a value that it is made of changes, and only then: digests differ where values do."""

import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from policy_kit.documents import Measure
from policy_kit.handbook.describing import Describer, IndescribableError


@dataclass(frozen=True)
class Box:
    size: int
    color: str


@dataclass(frozen=True)
class Crate:
    size: int
    color: str


MEASURE = Measure(what="Calls", target=1, unit="hours", every="day")


class Colour(Enum):
    RED = "red"


def describe(*values: object) -> bytes:
    return Describer().describe(*values)


leaves = st.none() | st.booleans() | st.integers() | st.text(st.characters(), max_size=5) | st.dates() | st.binary()
values = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4)
)


def copy(value: Any) -> Any:
    """The same value in other objects."""
    if isinstance(value, str):
        return "".join([*value])
    if isinstance(value, list):
        return [copy(one) for one in value]
    return {copy(key): copy(one) for key, one in value.items()} if isinstance(value, dict) else value


@given(values, values)
def test_digests_are_equal_where_values_are(one: object, other: object) -> None:
    assert describe(one) == describe(copy(one))
    assert (describe(one) == describe(other)) == (repr(one) == repr(other))


@given(st.lists(st.text(max_size=3), max_size=3), st.lists(st.text(max_size=3), max_size=3))
def test_no_text_runs_into_the_next(one: list[str], other: list[str]) -> None:
    assert (describe(*one) == describe(*other)) == (one == other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Box(1, "red"), Crate(1, "red")),
        (Box(1, "red"), Box(2, "red")),
        ("<b>", Markup("<b>")),
        (True, 1),
        ("red", Colour.RED),
        (date(2026, 1, 1), "2026-01-01"),
        (frozenset("ab"), frozenset("ac")),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),  # a template shows them in this order
        (partial(describe, 1), partial(describe, 2)),
        (MEASURE, MEASURE.model_copy(update={"target": 2})),
    ],
)
def test_what_looks_alike_is_told_apart(one: object, other: object) -> None:
    assert describe(one) == describe(one)
    assert describe(one) != describe(other)


def test_a_document_that_stands_twice_is_the_same_each_time() -> None:
    describer = Describer()
    assert describer.describe([MEASURE, MEASURE]) == describe([MEASURE, MEASURE.model_copy()])


def test_the_next_run_of_the_program_makes_the_same_digest() -> None:
    code = """
from policy_kit.handbook.describing import Describer
print(Describer().describe({"a": ["б", 1.5, {"x"}]}).hex())
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == describe({"a": ["б", 1.5, {"x"}]}).hex()


@pytest.mark.parametrize("value", [object(), lambda: 1, [object()]])
def test_what_cannot_be_compared_says_so(value: object) -> None:
    with pytest.raises(IndescribableError):
        describe(value)
