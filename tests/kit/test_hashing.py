"""The content hash: any word changes it, and nothing that is no word does."""

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_kit.kit.hashing import canonicalise, hash_text, hash_values, spell_number
from policy_kit.kit.source import Source
from policy_kit.kit.syntax import read_tree
from tests.conftest import Snapshot

VECTORS = Path(__file__).parents[1] / "samples" / "hashes"
GROUPS = sorted(path for path in VECTORS.iterdir() if path.is_dir())


def read(text: str) -> object:
    root = read_tree(Source("", text)).root
    assert root is not None
    return root.data


@pytest.mark.parametrize("group", GROUPS, ids=lambda path: path.name)
def test_the_published_vectors(group: Path, snapshot: Snapshot) -> None:
    documents = sorted(group.glob("*.yml"))
    assert len(documents) > 1
    for document in documents:
        canonical = canonicalise(read(document.read_bytes().decode("utf-8-sig")))
        snapshot(group / "canonical.json", canonical)
        snapshot(group / "hash.txt", hash_text(canonical) + "\n")
    shown = hashlib.sha256((group / "canonical.json").read_bytes()).hexdigest()
    assert (group / "hash.txt").read_text() == f"{shown}\n"


BASE = "title: A b\nwhy: |\n  One.\n  Two.\nskills: [a, b]\nhours: 40\nboss: true\n"


@pytest.mark.parametrize(
    "changed",
    [
        BASE.replace("A b", "A B"),
        BASE.replace("A b", "Ab"),
        BASE.replace("A b", "A  b"),
        BASE.replace("One.\n", "One.\n\n"),
        BASE.replace("|", ">"),
        BASE.replace("[a, b]", "[b, a]"),
        BASE.replace("[a, b]", "[a, b, b]"),
        BASE.replace("[a, b]", "a, b"),
        BASE.replace("40", "'40'"),
        BASE.replace("40", "41"),
        BASE.replace("true", "'true'"),
        BASE.replace("boss", "bosses"),
        BASE + "more: {}\n",
    ],
)
def test_any_word_number_or_line_break_changes_it(changed: str) -> None:
    assert changed != BASE
    assert hash_values({"document": read(changed)}) != hash_values({"document": read(BASE)})


@pytest.mark.parametrize(
    ("number", "spelled"),
    [  # RFC 8785, appendix B
        (0.0, "0"),
        (-0.0, "0"),
        (5e-324, "5e-324"),
        (-5e-324, "-5e-324"),
        (1.7976931348623157e308, "1.7976931348623157e+308"),
        (9007199254740992, "9007199254740992"),
        (295147905179352830000.0, "295147905179352830000"),
        (9.999999999999997e22, "9.999999999999997e+22"),
        (1e23, "1e+23"),
        (999999999999999700000.0, "999999999999999700000"),
        (1e21, "1e+21"),
        (9.999999999999997e-7, "9.999999999999997e-7"),
        (0.000001, "0.000001"),
        (333333333.3333332, "333333333.3333332"),
        (-0.0000033333333333333333, "-0.0000033333333333333333"),
        (1424953923781206.2, "1424953923781206.2"),
    ],
)
def test_numbers_are_written_as_the_rfc_does(number: float, spelled: str) -> None:
    assert spell_number(number) == spelled


def test_keys_and_signs_are_written_as_the_rfc_does() -> None:
    keys = {"€": "Euro Sign", "\r": "Carriage Return", "1": "One", "😀": "Smiley", "ö": "o", "</script>": "x"}
    spelled = canonicalise({key: value for key, value in keys.items() if key.strip()})
    assert spelled == '{"1":"One","</script>":"x","ö":"o","€":"Euro Sign","😀":"Smiley"}'
    assert canonicalise('€$\x0f\nA\'B"\\\\"/') == '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'


@settings(deadline=None)
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_is_read_back_as_itself(number: float) -> None:
    assert json.loads(spell_number(number), parse_int=float) == number


PLAIN = st.recursive(
    st.booleans() | st.integers(-(10**9), 10**9) | st.text("abč \n", max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abč", min_size=1, max_size=3), inner),
    max_leaves=12,
)


@settings(deadline=None)
@given(PLAIN)
def test_a_canonical_text_is_canonical(values: object) -> None:
    canonical = canonicalise(values)
    assert canonicalise(json.loads(canonical)) == canonical


@pytest.mark.parametrize("value", [float("inf"), float("nan"), "\ud800", object()])
def test_what_json_does_not_know_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        canonicalise(value)
