"""Finds a Chromium for the browser tests, installs one where it may, and says what to do where it may not.

Order: $CHROMIUM, a Chromium or Chrome on the PATH, Debian's package (as root), Playwright's own download.
"""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ADVICE = """The browser tests need Chromium, and it could not be installed here.
Do one of these, then run `make test` again:
  as root:     apt-get install chromium
  elsewhere:   put any Chromium or Chrome somewhere and set CHROMIUM=/path/to/it"""


def main() -> None:
    if found():
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        print("Installing Chromium for the browser tests …", flush=True)
        quietly("apt-get", "update")
        quietly("apt-get", "install", "--yes", "--no-install-recommends", "chromium")
    if not found():
        quietly(sys.executable, "-m", "playwright", "install", "chromium")
    if not found():
        sys.exit(ADVICE)


def found() -> bool:
    """Whether a browser is there and starts; a package without its libraries does not count."""
    named = os.environ.get("CHROMIUM")
    browser = named or next(filter(None, map(shutil.which, NAMES)), None) or playwrights_own()
    return bool(browser) and quietly(browser, "--version")


def playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def quietly(*command: str) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(command, capture_output=True, env=environment, timeout=900, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


if __name__ == "__main__":
    main()
