"""The word difference loses nothing: from its pieces both texts can be put together again."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_kit.history import Piece, compare_words, count_changes

VOCABULARY = ("the", "client", "manager", "answers", "within", "two", "days", "every", "complaint", "and", "records")
TEXTS = st.text("аб вz.,\n\té🙂", max_size=40)


def mark(old: str, new: str) -> str:
    signs = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}
    return "".join(piece.text.join(signs[piece.kind]) for piece in compare_words(old, new))


def check_complete(old: str, new: str) -> None:
    pieces = compare_words(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "added") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "removed") == new


@given(TEXTS, TEXTS)
def test_both_texts_are_in_it(old: str, new: str) -> None:
    check_complete(old, new)


def test_words_are_replaced_as_a_whole() -> None:
    assert compare_words("We answer soon enough today.", "We answer within one hour today.") == (
        Piece("same", "We answer "),
        Piece("removed", "soon enough"),
        Piece("added", "within one hour"),
        Piece("same", " today."),
    )


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("within 2 days", "within 1 day", "within [-2 days-]{+1 day+}"),
        ("2 days and 3 hours", "1 day and 2 hours", "[-2 days-]{+1 day+} and [-3-]{+2+} hours"),
        ("who are unhappy.", "who are glad.", "who are [-unhappy-]{+glad+}."),
        ("a\nb", "c\nd", "[-a-]{+c+}\n[-b-]{+d+}"),
        (
            "the cat sat on the mat with a hat",
            "a dog lay in the garden of a house",
            "[-the cat sat on the mat with a hat-]{+a dog lay in the garden of a house+}",
        ),
    ],
)
def test_what_means_nothing_between_two_changes_is_part_of_them(old: str, new: str, marked: str) -> None:
    assert mark(old, new) == marked


def test_changes_are_counted_in_words() -> None:
    assert count_changes("a b c", "a b c") == 0
    assert count_changes("a b c", "a x c") == 1
    assert count_changes("a b c", "a b c.") == 1


@pytest.mark.parametrize("case", ["edited", "shuffled", "other", "signs", "rare"])
def test_a_hundred_thousand_characters_take_a_moment(case: str) -> None:
    chance = random.Random(7)  # noqa: S311
    words = chance.choices([*VOCABULARY], k=18_000)
    rare = [str(number * 7919 % 3000) for number in range(18_000)]
    old, new = {
        "edited": (words, [word if chance.random() > 0.05 else "new" for word in words]),
        "shuffled": (words, chance.sample(words, len(words))),
        "other": (words, ["ново"] * 18_000),
        "signs": (["."] * 50_000, [".,"] * 50_000),
        "rare": (rare, chance.sample(rare, len(rare))),
    }[case]
    start = time.process_time()
    check_complete(" ".join(old), " ".join(new))
    assert time.process_time() - start < 15
    if case == "edited":
        assert count_changes(" ".join(old), " ".join(new)) < len(words) / 10
