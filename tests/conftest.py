"""What all tests share: snapshots, which `pytest --renew` writes anew, and a Chromium."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, expect, sync_playwright

from tests.patience import PATIENCE

Snapshot = Callable[[Path, str], None]
MakeOnce = Callable[[str, Callable[[Path], object]], Path]
HERE = Path(__file__).parent
LONG = ("packaging", "handbook", "web", "terminal")
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
ADVICE = "The browser tests need Chromium: `apt-get install chromium`, or set CHROMIUM=/path/to/a/browser."

# A busy machine may take its time: over a page, and over an example.
expect.set_options(timeout=PATIENCE * 1000)
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew", action="store_true", help="write the snapshots anew instead of comparing with them")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long tests come first, so that several workers end together."""
    folders = {item: item.path.relative_to(HERE).parts[0] for item in items}
    items.sort(key=lambda item: LONG.index(folders[item]) if folders[item] in LONG else len(LONG))


@pytest.fixture(scope="session")
def make_once(tmp_path_factory: pytest.TempPathFactory) -> MakeOnce:
    """`make_once(name, make)` is the folder that `make` made, once for all workers. Tests only read what is there."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent

    def make_or_find(name: str, make: Callable[[Path], object]) -> Path:
        folder, done = shared / "once" / name, shared / f"{name}.done"
        with FileLock(shared / f"{name}.lock"):
            if not done.exists():
                make(folder)
                done.touch()
        return folder

    return make_or_find


@pytest.fixture(scope="session", autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The user's cache folder: no test leaves anything in the real one, nor finds anything there."""
    folder = tmp_path_factory.mktemp("cache")
    before = os.environ.get("XDG_CACHE_HOME")
    browsers = Path(before or Path.home() / ".cache") / "ms-playwright"
    if browsers.is_dir():
        os.environ.setdefault("PLAYWRIGHT_BROWSERS_PATH", str(browsers))
    os.environ["XDG_CACHE_HOME"] = str(folder)
    yield folder
    if before is None:
        del os.environ["XDG_CACHE_HOME"]
    else:
        os.environ["XDG_CACHE_HOME"] = before


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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium without anything of its own to say on the network. Where there is none, the tests fail."""
    with sync_playwright() as playwright:
        found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
        path = Path(found or playwright.chromium.executable_path)
        if not path.is_file():
            pytest.fail(ADVICE, pytrace=False)
        started = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield started
        started.close()
