"""The company's colours can be read on both papers, whatever they are."""

from hypothesis import given
from hypothesis import strategies as st

from policy_kit.handbook.colours import DAY, NIGHT, make_colour_sheet, make_readable, measure_contrast
from policy_kit.handbook.pages.page import TEMPLATES

COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


@given(colour=COLOURS)
def test_every_colour_becomes_readable(colour: str) -> None:
    assert measure_contrast(make_readable(colour, DAY), DAY) >= 4.5
    assert measure_contrast(make_readable(colour, NIGHT), NIGHT) >= 4.5


def test_a_readable_colour_stays_as_it_is() -> None:
    assert make_readable("#1d5c58", DAY) == "#1d5c58"


def test_contrast_is_that_of_wcag() -> None:
    assert measure_contrast("#000000", "#ffffff") == 21
    assert round(measure_contrast("#777777", "#ffffff"), 2) == 4.48


def test_the_style_sheet_knows_the_same_papers() -> None:
    style = (TEMPLATES.parent / "site/theme/assets/handbook.css").read_text(encoding="utf-8")
    assert f"--pk-paper: {DAY};" in style
    assert f"--pk-paper: {NIGHT};" in style
    assert make_colour_sheet("#112233", "#445566").count("--pk-primary:") == 2
