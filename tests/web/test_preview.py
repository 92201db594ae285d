"""`policy-kit preview` as a process of its own: fresh pages, broken documents, strangers, and its end."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, expect

from policy_kit.handbook import build_handbook
from policy_kit.kit import load_kit
from tests.handbook.kits import SAMPLE
from tests.patience import PATIENCE, wait_until
from tests.web.conftest import ROOT

PAGE = "en/standards/delivery.html"
DOCUMENT = "standards/service/delivery.yml"


@dataclass
class Running:
    kit: Path
    address: str
    process: "subprocess.Popen[str]"

    def get(self, path: str, **headers: str) -> httpx.Response:
        return httpx.get(self.address + path, headers=headers, timeout=PATIENCE)

    def await_text(self, text: str, path: str = PAGE) -> httpx.Response:
        """The page as soon as it says `text`."""
        wait_until(lambda: text in self.get(path).text, f"{text} in {path}")
        return self.get(path)

    def change(self, old: str, new: str) -> None:
        path = self.kit / DOCUMENT
        draft = path.with_suffix(".draft")  # as a careful editor does: no half of the text is there to be seen
        draft.write_text(re.sub(old, new, path.read_text(encoding="utf-8"), count=1), encoding="utf-8")
        draft.replace(path)


def start(kit: Path, *options: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "policy_kit", "preview", "--kit", str(kit), "--language", "en", "--no-open"]
    return subprocess.Popen([*command, *options], stderr=subprocess.PIPE, text=True, cwd=ROOT)


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Running]:
    shutil.copytree(SAMPLE, tmp_path / "kit")
    process = start(tmp_path / "kit")
    assert process.stderr
    try:
        address = next(found[0] for line in process.stderr if (found := re.search(r"http://127\S+", line)))
        yield Running(tmp_path / "kit", address, process)
    finally:
        process.kill()
        process.communicate()


def test_a_saved_document_is_on_the_page_and_nothing_is_written(preview: Running) -> None:
    assert "Bricks arrive on the agreed day." in preview.get(PAGE).text
    preview.change("statement:.*", "statement: Bricks come by bicycle.")
    preview.await_text("Bricks come by bicycle.")
    (preview.kit / "site/pages/new.md").write_text("# Brand new", encoding="utf-8")
    preview.await_text("Brand new", "en/new.html")
    assert "Brand new" in preview.get("en/search/search_index.json").text
    assert not (preview.kit / "site/public").exists()
    assert not (preview.kit / ".policy-kit").exists()


def test_the_scores_of_earlier_days_are_there_as_in_the_built_handbook(preview: Running) -> None:
    page = "en/health/damage.html"
    assert "pk-line-way" not in preview.get(page).text
    day = "2026-01-05T10:00:00Z"
    who = ["-c", "user.name=A", "-c", "user.email=a@b.example"]
    for order in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "-m", "x", "--date", day]):
        subprocess.run(["git", *order], check=True, cwd=preview.kit, env=os.environ | {"GIT_COMMITTER_DATE": day})
    for path in (preview.kit / "questionnaires/answers").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("as soon as possible", "within 2 days"), encoding="utf-8")
    assert "pk-line-way" in preview.await_text("5 January 2026", page).text


def test_a_broken_document_tells_its_place_and_the_last_good_page_stays(preview: Running) -> None:
    before = preview.get(PAGE).text
    version = preview.get("preview/changes?since=-1").json()["version"]
    preview.change("statement:.*", "statemant: [")
    told = preview.get(f"preview/changes?since={version}").json()
    assert told["version"] > version
    assert f"{DOCUMENT}:" in "\n".join(told["troubles"])
    assert "Bricks arrive on the agreed day." in preview.get(PAGE).text
    assert len(preview.get(PAGE).text) == len(before)
    preview.change("statemant:.*", "statement: Mended.")
    preview.await_text("Mended.")
    assert f"{DOCUMENT}:" not in "\n".join(preview.get("preview/changes?since=-1").json()["troubles"])


def test_settings_that_cannot_be_read_are_told_and_the_last_good_pages_stay(preview: Running) -> None:
    preview.get(PAGE)
    version = preview.get("preview/changes?since=-1").json()["version"]
    (preview.kit / "site/mkdocs.yml").write_text("hooks: [x.py]\n", encoding="utf-8")
    assert preview.get(f"preview/changes?since={version}").json()["version"] > version
    assert "Bricks arrive on the agreed day." in preview.get(PAGE).text
    assert "site/mkdocs.yml:1:1" in "\n".join(preview.get("preview/changes?since=-1").json()["troubles"])


def test_strangers_are_refused_and_nothing_but_the_handbook_is_served(preview: Running) -> None:
    assert preview.get(PAGE, host="evil.example").status_code == 421
    assert httpx.post(preview.address + PAGE, timeout=PATIENCE).status_code == 405
    for path in (
        "en/../../mkdocs.yml",
        "en/%2e%2e/%2e%2e/standards/company.yml",
        "standards/company.yml",
        "xx/index.html",
    ):
        assert preview.get(path).status_code == 404
    policy = preview.get(PAGE).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy.partition("script-src")[2].partition(";")[0]


def test_ctrl_c_ends_it_cleanly(preview: Running) -> None:
    preview.get(PAGE)
    preview.process.send_signal(signal.SIGINT)
    said = preview.process.communicate(timeout=PATIENCE)[1]
    assert preview.process.returncode == 130
    assert "Traceback" not in said


def test_a_port_in_use_is_told_in_a_sentence(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE, tmp_path / "kit")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        process = start(tmp_path / "kit", "--port", str(taken.getsockname()[1]))
        said = process.communicate(timeout=PATIENCE)[1]
    assert process.returncode == 2
    assert "is in use" in said


def test_the_script_of_the_preview_is_in_no_built_page(tmp_path: Path) -> None:
    site = build_handbook(load_kit(SAMPLE), {}, tmp_path / "site").folder
    assert not [path for path in site.rglob("*.html") if "preview" in path.read_text(encoding="utf-8")]
    assert not list(site.rglob("preview*"))


@pytest.mark.browser
def test_the_reader_stays_where_they_are(preview: Running, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 900, "height": 300})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(preview.address + PAGE)
    page.evaluate("window.stayed = true; scrollTo(0, 120)")
    preview.change("statement:.*", "statement: Bricks come by bicycle.")
    expect(page.locator("article")).to_contain_text("Bricks come by bicycle.")
    assert page.evaluate("[window.stayed, scrollY]") == [True, 120]
    preview.change("statement:.*", "statemant: [")
    expect(page.get_by_role("alert")).to_contain_text(f"{DOCUMENT}:")
    expect(page.locator("article")).to_contain_text("Bricks come by bicycle.")
    preview.change("statemant:.*", "statement: Mended.\ntitle_: x")
    preview.change("title_: x\n", "")
    expect(page.locator("article")).to_contain_text("Mended.")
    expect(page.get_by_role("alert")).to_have_count(0)
    preview.change("title:.*", "title: A longer name")
    expect(page.locator("h1")).to_contain_text("A longer name")
    expect(page.locator(".md-nav--primary")).to_contain_text("A longer name")
    page.wait_for_function("scrollY === 120")
    page.close()
    assert said == []
