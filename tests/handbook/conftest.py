"""What the tests of the handbook share: sites that are built once, on the disk and on a web server."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from policy_kit.handbook import build_handbook
from policy_kit.handbook.edition import Scores
from policy_kit.kit import Kit, load_kit
from policy_kit.scoring import score_text
from tests.conftest import MakeOnce
from tests.handbook.kits import load_sample, make_hostile_kit, score_hostile, score_sample

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def sample_site(make_once: MakeOnce) -> Path:
    """The handbook of the small sound kit."""
    return make_once("sample", lambda out: build_handbook(kit := load_sample(), score_sample(kit), out, strict=True))


@pytest.fixture(scope="session")
def hostile_site(make_once: MakeOnce) -> Path:
    """The handbook of the kit whose every text is hostile."""
    kit = make_hostile_kit()
    return make_once("hostile", lambda out: build_handbook(kit, score_hostile(kit), out, strict=True))


@pytest.fixture(scope="session")
def example_site(make_once: MakeOnce) -> Path:
    """The handbook of the example company: the repository's own root is its kit."""
    return make_once("example", lambda out: build_handbook(*_load_example(), out, strict=True))


def _load_example() -> tuple[Kit, Scores]:
    kit = load_kit(ROOT)
    questions = {one.id: one for each in kit.questionnaires.values() for one in each.questions}
    scores: Scores = {
        (file.questionnaire, file.language or kit.languages[0], answer.question): score_text(
            str(answer.answer), questions[answer.question], file.language or kit.languages[0]
        )
        for file in kit.answers
        for answer in file.answers
    }
    return kit, scores


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
