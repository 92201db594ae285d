"""How long from saving a document to its fresh page? At most 0.3 seconds for the example company.

Run it with `python -m tests.benchmarks.preview_speed [KIT]`. It starts `policy-kit preview`, opens a page in Chromium
and saves the page's document again and again; the time ends when the new words stand on the screen.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[2]
ROUNDS = 15
LIMIT = 0.3
DOCUMENT, PAGE = "standards/service/complaint-handling.yml", "en/standards/complaint-handling.html"
SHOWN = """
word => new Promise(done => {
  const look = () => document.querySelector("article").textContent.includes(word)
    ? done(Date.now()) : requestAnimationFrame(look)
  look()
})
"""


def main() -> None:
    kit = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT
    with tempfile.TemporaryDirectory() as temporary:
        copy = Path(temporary, "kit")
        for name in ("questionnaires", "standards", "site"):
            shutil.copytree(kit / name, copy / name, ignore=shutil.ignore_patterns("public"))
        times = measure(copy)
    median = statistics.median(times)
    print(f"from saving to the screen: {median:.3f} s (from {min(times):.3f} to {max(times):.3f}; limit {LIMIT} s)")
    sys.exit(median > LIMIT)


def measure(kit: Path) -> list[float]:
    """Seconds from each save to the screen."""
    command = [sys.executable, "-m", "policy_kit", "preview", "--kit", str(kit), "--no-open"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process, sync_playwright() as playwright:
        try:
            assert process.stderr
            address = next(found[0] for line in process.stderr if (found := re.search(r"http://127\S+", line)))
            path = os.environ.get("CHROMIUM") or shutil.which("chromium")
            page = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"]).new_page()
            page.goto(address + PAGE)
            document = kit / DOCUMENT
            text = document.read_text(encoding="utf-8")
            return [save(page, document, text, f"Word{number}") for number in range(ROUNDS)]
        finally:
            process.kill()


def save(page: Page, document: Path, text: str, word: str) -> float:
    changed = re.sub(r"(statement:\s*\{?\s*\n?\s*(?:en: )?)", rf"\1{word} ", text, count=1)
    page.wait_for_timeout(300)
    start = time.time()
    document.write_text(changed, encoding="utf-8")
    shown: float = page.evaluate(SHOWN, word)
    return shown / 1000 - start


if __name__ == "__main__":
    main()
