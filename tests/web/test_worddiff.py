"""The word difference loses nothing: from its pieces both texts can be put together again."""

from hypothesis import given
from hypothesis import strategies as st

from policy_kit.web.worddiff import Piece, compare_words, count_changes

TEXTS = st.text("аб вz.,\n\té🙂", max_size=40)


@given(TEXTS, TEXTS)
def test_both_texts_are_in_it(old: str, new: str) -> None:
    pieces = compare_words(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "added") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "removed") == new


def test_words_are_replaced_as_a_whole() -> None:
    assert compare_words("We answer soon enough today.", "We answer within one hour today.") == (
        Piece("same", "We answer "),
        Piece("removed", "soon enough"),
        Piece("added", "within one hour"),
        Piece("same", " today."),
    )


def test_changes_are_counted_in_words() -> None:
    assert count_changes("a b c", "a b c") == 0
    assert count_changes("a b c", "a x c") == 1
    assert count_changes("a b c", "a b c.") == 1
