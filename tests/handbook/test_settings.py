"""What a company may set in site/mkdocs.yml, and what it is told when it sets something else."""

from pathlib import Path

import pytest

from policy_kit.errors import UsageError
from policy_kit.handbook.settings import Settings, read_settings
from policy_kit.languages import load_phrases
from tests.handbook.kits import SAMPLE

ENGLISH = load_phrases("en")


def read(folder: Path, text: str | bytes) -> Settings:
    (folder / "site").mkdir()
    (folder / "site/mkdocs.yml").write_bytes(text.encode() if isinstance(text, str) else text)
    return read_settings(folder, ENGLISH)


def test_settings_are_read() -> None:
    settings = read_settings(SAMPLE, ENGLISH)
    assert settings.copyright == "© Brick & Mortar"
    assert settings.theme.palette.primary == "#884400"
    assert settings.theme.palette.accent == Settings().theme.palette.accent
    assert settings.extra.links[0].title == {"en": "Our shop", "sl": "Naša trgovina"}


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "site_name: ''\n"])
def test_nothing_need_be_set(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == Settings()


def test_the_file_need_not_be_there(tmp_path: Path) -> None:
    assert read_settings(tmp_path, ENGLISH) == Settings()


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("hooks: [x.py]\n", "1:1", "hooks"),
        ("plugins: [policy-kit, macros]\n", "1:23", "macros"),
        ("site_name: A\nmarkdown_extensions: []\n", "2:1", "markdown_extensions"),
        ("extra_javascript: [x.js]\n", "1:1", "extra_javascript"),
        ("theme:\n  custom_dir: x\n", "2:3", "custom_dir"),
        ("theme:\n  palete: {}\n", "2:3", "palette"),
        ("theme:\n  palette: {primary: red}\n", "2:22", "“red” is no colour"),
        ("site_dir: ../..\n", "1:11", "public"),
        ("extra:\n  links: [{title: x, url: 'javascript:x'}]\n", "2:27", "javascript"),
        ("site_name: !!python/object/apply:os.system [ls]\n", "1:12", "!!python"),
        ("site_name: &a [*a]\n", "1:12", "a"),
        ("- a\n", "1:1", ""),
        ("words\n", "1:1", ""),
        ("theme: 5\n", "1:8", "palette"),
    ],
)
def test_what_may_not_be_set_is_named_with_its_place(tmp_path: Path, text: str, place: str, word: str) -> None:
    with pytest.raises(UsageError) as refusal:
        read(tmp_path, text)
    assert f"site/mkdocs.yml:{place} " in str(refusal.value)
    assert word in str(refusal.value)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"a: \x00", b"[" * 25_000, b"x" * 1_100_000])
def test_nothing_that_the_file_holds_is_more_than_a_usage_error(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UsageError, match=r"site/mkdocs\.yml"):
        read(tmp_path, content)
