"""The marks of a written form: by its stem or how it ends, however long what is listed may be."""

import pytest

from policy_kit.scoring.marks import Marks


@pytest.mark.parametrize("length", [1, 6, 7, 18, 19, 40])
def test_all_that_is_listed_is_found_whatever_its_length(length: int) -> None:
    marks = Marks()
    marks.add_stem("s" * length, "stem", 2)
    marks.add_suffix("e" * length, "suffix")
    assert marks.find("s" * length + "xy") == {"stem"}
    assert marks.find("s" * length + "xyz") == set()
    assert marks.find("x" + "e" * length) == {"suffix"}
    assert marks.find("e" * length) == set()  # something must stand before an ending
