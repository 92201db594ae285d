"""`explain`: the whole catalogue, and each code with its reason, a bad and a good example."""

import pytest

from policy_kit.actions import list_codes
from policy_kit.languages import list_languages
from tests.cli.conftest import Call


def test_the_catalogue_is_listed_in_order(call: Call) -> None:
    listed = [line.split()[0] for line in call("explain").out.splitlines()]
    assert listed == list(list_codes())
    assert listed == sorted(set(listed))


@pytest.mark.parametrize("language", list_languages())
def test_every_code_is_explained_in_every_language(call: Call, language: str) -> None:
    for code in list_codes():
        called = call("explain", code, "--language", language)
        assert called.status == 0
        title, *rest = called.out.splitlines()
        assert title.startswith(code)
        assert title != code
        assert len("\n".join(rest)) > 20


def test_a_code_may_be_typed_in_small_letters(call: Call) -> None:
    assert call("explain", list_codes()[0].lower()).status == 0


def test_a_code_that_is_not_there_is_answered_with_the_nearest(call: Call) -> None:
    called = call("explain", list_codes()[0] + "0")
    assert called.status == 2
    assert list_codes()[0] in called.err
