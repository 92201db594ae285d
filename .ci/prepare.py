"""Makes the virtual environment for `make`, on a machine that may have nothing but Python itself.

Debian ships Python without `ensurepip`; there the environment is made bare and pip is fetched from the package index.
Usage: python3 .ci/prepare.py FOLDER REQUIREMENT...
"""

import json
import os
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request
import venv
from pathlib import Path

OLDEST = (3, 11)
PIP = "https://pypi.org/pypi/pip/json"


def main() -> None:
    folder, *requirements = sys.argv[1:]
    if sys.version_info < OLDEST:
        sys.exit("policy-kit needs Python 3.11 or newer; this one is {}.{}.".format(*sys.version_info))
    python = Path(folder, "bin", "python")
    if not runs(python, "-m", "pip", "--version"):
        make_environment(folder, python)
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *requirements]
    sys.exit(subprocess.run(command, check=False).returncode)


def make_environment(folder: str, python: Path) -> None:
    print(f"Making a virtual environment in {folder} …", flush=True)
    try:
        import ensurepip  # noqa: F401  Debian leaves it out unless python3-venv is installed
    except ImportError:
        venv.create(folder, with_pip=False, symlinks=True, clear=True)
        install_pip(python)
    else:
        venv.create(folder, with_pip=True, symlinks=True, clear=True)


def install_pip(python: Path) -> None:
    """A wheel of pip can install itself: it is a zip file that Python can run."""
    try:
        with urllib.request.urlopen(PIP, timeout=60) as answer:
            files = json.load(answer)["urls"]
        wheels = (file["url"] for file in files if file["filename"].endswith("-py3-none-any.whl"))
        address = urllib.parse.urljoin(PIP, next(wheels))
        with tempfile.TemporaryDirectory() as temporary:
            wheel = Path(temporary, address.rsplit("/", 1)[1])
            with urllib.request.urlopen(address, timeout=60) as answer:
                wheel.write_bytes(answer.read())
            environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
            subprocess.run([str(python), f"{wheel}/pip", "install", "--quiet", str(wheel)], check=True, env=environment)
    except (OSError, StopIteration, subprocess.CalledProcessError) as error:
        sys.exit(f"pip could not be fetched ({error}). Install it with:  apt-get install python3-venv")


def runs(*command: object) -> bool:
    try:
        return subprocess.run([str(part) for part in command], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


if __name__ == "__main__":
    main()
