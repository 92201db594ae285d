"""What all tests share: snapshots, which `pytest --renew` writes anew."""

from collections.abc import Callable
from pathlib import Path

import pytest

Snapshot = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew", action="store_true", help="write the snapshots anew instead of comparing with them")


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Snapshot:
    """`snapshot(path, text)` compares `text` with the file at `path`, or writes it there with --renew."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--renew"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"no snapshot yet: look at the text, then run `pytest --renew`\n{text}"
        assert text == path.read_text(encoding="utf-8"), f"{path} differs; `pytest --renew` writes it anew"

    return compare
