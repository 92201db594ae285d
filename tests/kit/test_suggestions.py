"""What somebody probably meant."""

import time

import pytest

from policy_kit.kit.suggestions import find_nearest, make_id, read_date


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("cleint-manager", "client-manager"),
        ("Client Manager", "client-manager"),
        ("client_manager", "client-manager"),
        ("quality", ""),
        ("secretary", ""),
        ("", ""),
        ("client-manager" * 20, ""),
    ],
)
def test_the_nearest_word_is_one_that_somebody_may_have_meant(word: str, near: str) -> None:
    assert find_nearest(word, ("client-manager", "operations-manager", "director")) == near


def test_a_long_word_costs_nothing() -> None:
    start = time.process_time()
    assert find_nearest("a" * 1_000_000, ("a" * 1_000_000,)) == ""
    assert make_id("a b" * 1_000_000)
    assert read_date("1" * 1_000_000) == ""
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Complaint handling!", "complaint-handling"),
        ("Čakanje & šale", "cakanje-sale"),
        ("Щётка, ещё объём", "shchetka-eshche-obem"),
        ("Đuro ß", "duro-ss"),
        ("№ 5", "no-5"),
        ("客户", ""),
    ],
)
def test_an_id_is_made_of_what_letters_sound_like(text: str, name: str) -> None:
    assert make_id(text) == name


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1.3.2026", "2026-03-01"),
        ("01. 03. 2026.", "2026-03-01"),
        ("2026.3.1", "2026-03-01"),
        ("13/03/2026", "2026-03-13"),
        ("3/3/2026", "2026-03-03"),
        ("03/04/2026", ""),
        ("30.2.2026", ""),
        ("1.3.26", ""),
        ("١.٣.٢٠٢٦", ""),
    ],
)
def test_a_date_is_read_where_it_can_mean_one_day_only(text: str, day: str) -> None:
    assert read_date(text) == day
