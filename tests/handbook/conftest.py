"""What the tests of the handbook share: sites that are built once, and a Chromium to open them in."""

import os
import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, sync_playwright

from policy_kit.handbook import build_handbook
from policy_kit.handbook.edition import Scores
from policy_kit.kit import load_kit
from policy_kit.scoring import score_text
from tests.handbook.kits import load_sample, make_hostile_kit, score_hostile, score_sample

ROOT = Path(__file__).parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
ADVICE = "The browser tests need Chromium: `apt-get install chromium`, or set CHROMIUM=/path/to/a/browser."


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook of the small sound kit."""
    kit = load_sample()
    return build_handbook(kit, score_sample(kit), tmp_path_factory.mktemp("sample") / "site", strict=True).folder


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook of the kit whose every text is hostile."""
    kit = make_hostile_kit()
    return build_handbook(kit, score_hostile(kit), tmp_path_factory.mktemp("hostile") / "site", strict=True).folder


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook of the example company: the repository's own root is its kit."""
    kit = load_kit(ROOT)
    questions = {one.id: one for each in kit.questionnaires.values() for one in each.questions}
    scores: Scores = {
        (file.questionnaire, file.language or kit.languages[0], answer.question): score_text(
            str(answer.answer), questions[answer.question], file.language or kit.languages[0]
        )
        for file in kit.answers
        for answer in file.answers
    }
    return build_handbook(kit, scores, tmp_path_factory.mktemp("example") / "site", strict=True).folder


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


@pytest.fixture(scope="session", params=["file", "http"])
def example(request: pytest.FixtureRequest, example_site: Path) -> Iterator[str]:
    """The address of the example handbook: once on the disk, once on a web server."""
    if request.param == "file":
        yield example_site.as_uri()
        return
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_SilentHandler, directory=str(example_site))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


class _SilentHandler(SimpleHTTPRequestHandler):
    """Serves files and keeps quiet about it."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing to say."""
