"""What the tests of the form share: kits to fill in, and a running form to fill them in with."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from policy_kit.languages import load_phrases
from policy_kit.web.form import Form
from policy_kit.web.guards import GUARDS, Guard
from policy_kit.web.serving import listen, make_server
from tests.new_kits import copy_new_kit
from tests.patience import PATIENCE, wait_until

ROOT = Path(__file__).parents[2]
AXE = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")
ANSWERS = "questionnaires/answers/service-policy.yml"
VAGUE = "We always try to answer complaints as soon as possible, and quality comes first."


@dataclass
class Served:
    """A running form, and a client that has come in."""

    form: Form
    client: httpx.Client
    told: list[str] = field(default_factory=list)

    @property
    def origin(self) -> str:
        return self.form.origin

    def post(self, path: str, fields: dict[str, str], **headers: str) -> httpx.Response:
        """What a browser sends from one of the form's own pages."""
        return self.client.post(path, data=fields, headers={"origin": self.origin, **headers})

    def read_answers(self, file: str = ANSWERS) -> str:
        path = self.form.folder / file
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def await_answer(self, words: str) -> None:
        """Wait until these words are in the file of answers."""
        wait_until(lambda: words in self.read_answers(), f"{words} in {ANSWERS}")


@contextmanager
def serve(kit: Path, guards: tuple[Guard, ...] = GUARDS, language: str = "en") -> Iterator[Served]:
    """The form on a port of its own, as `policy-kit serve` runs it; tests may leave a guard out."""
    phrases = load_phrases(language)
    told: list[str] = []
    with listen(0, phrases) as listener:
        form = Form(kit, phrases, listener.getsockname()[1], told.append, lambda: None)
        server = make_server(form, guards)
        thread = Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        wait_until(lambda: server.started, "the form to start")
        with httpx.Client(base_url=form.origin, follow_redirects=False, timeout=PATIENCE) as client:
            client.get(form.make_address())
            yield Served(form, client, told)
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def empty_kit(tmp_path: Path) -> Path:
    """A new kit in three languages, with no answers yet."""
    return copy_new_kit(tmp_path / "vektor", "Вектор", "en", "ru", "sl")


@pytest.fixture
def kit(empty_kit: Path) -> Path:
    """The same with one vague answer, and a comment of somebody who edits files."""
    (empty_kit / ANSWERS).write_text(
        "# Ours; mind the wording.\nkind: answers\nquestionnaire: service-policy\nlanguage: en\nanswers:\n"
        f"  - question: complaints\n    answer: {VAGUE}\n    answered_by: Director\n    answered_on: 2026-09-07\n",
        encoding="utf-8",
    )
    return empty_kit


@pytest.fixture
def example_kit(tmp_path: Path) -> Path:
    """A copy of the example company, whose answers are nearly all concrete."""
    for name in ("questionnaires", "standards"):
        shutil.copytree(ROOT / name, tmp_path / "example" / name)
    return tmp_path / "example"


@contextmanager
def visiting(browser: Browser, served: Served, **settings: object) -> Iterator[Page]:
    """A browser that has come in. Its console must stay silent, and nothing may leave this machine."""
    context: BrowserContext = browser.new_context(**settings)  # type: ignore[arg-type]
    said: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: said.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"error: {error}"))
    page.on("request", lambda request: None if request.url.startswith(served.origin) else said.append(request.url))
    page.goto(served.form.make_address())
    try:
        yield page
    finally:
        context.close()
    # A refused save answers 409 or 507, and a closed form nothing; the browser notes that, and it is meant to be so.
    assert [words for words in said if "Failed to load resource" not in words] == []
