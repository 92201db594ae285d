"""`policy-kit serve` as a process of its own: its address, its end, and what it records."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from policy_kit.actions.locating import load_kit
from policy_kit.errors import UsageError
from policy_kit.languages import load_phrases
from policy_kit.web.record import Record
from policy_kit.web.serving import listen
from tests.patience import PATIENCE
from tests.web.conftest import ANSWERS, ROOT, VAGUE, serve

HERE = "/en/service-policy/en/questions/complaints"


@contextmanager
def running(kit: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], httpx.Client]]:
    command = [sys.executable, "-m", "policy_kit", "serve", "--kit", str(kit), "--no-open", *options]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    assert process.stderr
    try:
        address = next(found[0] for line in process.stderr if (found := re.search(r"http://127\S+", line)))
        origin = address.partition("/?")[0]
        with httpx.Client(base_url=origin, headers={"origin": origin}, timeout=PATIENCE) as client:
            client.get(address)
            yield process, client
    finally:
        process.kill()
        process.communicate()


def write(client: httpx.Client, text: str, question: str = "complaints") -> None:
    path = HERE.replace("complaints", question)
    version = client.get(path).text.partition('name="version" value="')[2].partition('"')[0]
    answer = client.post(path, data={"text": text, "by": "Director", "version": version})
    assert answer.status_code == 303, answer.text


def test_ctrl_c_ends_it_quietly(kit: Path) -> None:
    with running(kit) as (process, _):
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=PATIENCE)[1]
    assert process.returncode == 0
    assert "Everything you wrote is saved." in said
    assert "Traceback" not in said


def test_the_button_on_the_page_ends_it(kit: Path) -> None:
    with running(kit) as (process, client):
        assert "The form is closed" in client.post("/en/service-policy/en/close", data={"go": ""}).text
        process.wait(PATIENCE)
    assert process.returncode == 0


def test_a_session_is_recorded_in_git_only_when_asked(kit: Path) -> None:
    def git(*arguments: str) -> str:
        return subprocess.run(["git", "-C", str(kit), *arguments], check=True, capture_output=True, text=True).stdout

    git("init", "--quiet")
    git("config", "user.name", "Ana")
    git("config", "user.email", "ana@example.com")
    git("add", ".")
    git("commit", "--quiet", "--message=Begin")
    for options, commits in (((), 1), (("--commit",), 2)):
        with running(kit, *options) as (process, client):
            write(client, f"The secretary answers within {commits} hours.")
            process.send_signal(signal.SIGINT)
            said = process.communicate(timeout=PATIENCE)[1]
        assert len(git("log", "--format=%h").split()) == commits
        assert ("recorded in git" in said) == bool(options)
    assert git("show", "--name-only", "--format=").split() == [ANSWERS]
    with serve(kit) as served:
        versions = served.client.get(f"{HERE}/versions").text
    assert "as soon as possible" in versions, "the first text is known from git"
    assert "Begin" in versions


def test_a_taken_port_is_said_in_a_sentence(kit: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "policy_kit", "serve", "--kit", str(kit), "--no-open", "--port", port]
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=PATIENCE, check=False)
    assert done.returncode == 2
    assert f"The port {port} is in use" in done.stderr


def test_a_port_answers_from_the_moment_it_is_ours() -> None:
    """The address is told, and the browser opened, before the server runs: who is quick waits, and is not refused."""
    phrases = load_phrases("en")
    with listen(0, phrases) as listener:
        address = listener.getsockname()
        socket.create_connection(address, timeout=PATIENCE).close()
        with pytest.raises(UsageError, match=f"The port {address[1]} is in use"):
            listen(address[1], phrases)


def _make_text(turn: int) -> str:
    return " ".join(f"word{turn}x{place}" for place in range(8))


def test_fifty_posts_at_once_are_all_there(empty_kit: Path) -> None:
    """Ten questions, five times each, with what each of them believed to be the present text."""
    questions = [one.id for one in load_kit(empty_kit).questionnaires["service-policy"].questions][:10]
    with serve(empty_kit) as served:
        headers = {"origin": served.origin, "if-match": '"none"'}

        def put(turn: int) -> int:
            path = f"/api/en/service-policy/en/questions/{questions[turn % 10]}"
            version = served.client.get(path.removeprefix("/api")).text
            version = version.partition('name="version" value="')[2].partition('"')[0]
            body = {"text": _make_text(turn), "by": ""}
            return served.client.put(path, json=body, headers={**headers, "if-match": f'"{version}"'}).status_code

        with ThreadPoolExecutor(16) as threads:
            told = list(threads.map(put, range(50)))
        assert set(told) <= {200, 409}
        kept = served.read_answers()
        written = [
            one.text
            for question in questions
            for one in served.form.record.list_texts(("service-policy", "en", question))
        ]
    assert kept.count("- question:") == 10
    assert all(_make_text(turn) in kept or _make_text(turn) in written for turn in range(50))


def test_the_record_gives_way_only_to_what_holds_its_words() -> None:
    record, key = Record(), ("q", "en", "complaints")
    for text in ("We", "We answer", "We answer complaints within one hour.", "Something else."):
        record.keep(key, text, "", is_saved=True)
    assert [one.text for one in record.list_texts(key)] == ["We answer complaints within one hour.", "Something else."]


def test_without_a_company_or_questions_it_still_speaks(tmp_path: Path) -> None:
    (tmp_path / "standards").mkdir()
    (tmp_path / "standards/company.yml").write_text("kind: company\nname: A\nlanguages: [en]\n", encoding="utf-8")
    with serve(tmp_path) as served:
        answer = served.client.get("/", follow_redirects=True)
    assert answer.status_code == 404
    assert "There is no such page." in answer.text
    assert VAGUE not in answer.text


def test_a_broken_file_is_named_and_left_alone(kit: Path) -> None:
    broken = (kit / ANSWERS).read_text(encoding="utf-8") + "  - question: [\n"
    (kit / ANSWERS).write_text(broken, encoding="utf-8")
    with serve(kit) as served:
        assert f"The file {ANSWERS} has a mistake" in served.client.get("/en/service-policy/en/").text
        answer = served.post(HERE, {"text": "The secretary calls within an hour.", "by": "", "version": "x"})
        assert answer.status_code == 422
        assert "The secretary calls within an hour." in answer.text, "what one wrote stays in the box"
    assert (kit / ANSWERS).read_text(encoding="utf-8") == broken
