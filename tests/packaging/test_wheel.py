"""The wheel holds all that a company needs: installed elsewhere, it begins, checks and builds a kit."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

KEPT_BACK = ("PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "VIRTUAL_ENV")


def install_wheel(folder: Path) -> Path:
    """The command of a wheel installed in an empty environment, far from the repository."""
    run(sys.executable, "-m", "build", "--outdir", folder, ROOT)
    (wheel,) = folder.glob("*.whl")
    run(sys.executable, "-m", "venv", "--without-pip", folder / "venv")
    python = folder / "venv/bin/python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-compile", wheel)
    return folder / "venv/bin/policy-kit"


def run(*command: object, cwd: Path | None = None, status: int = 0) -> str:
    environment = {key: value for key, value in os.environ.items() if key not in KEPT_BACK}
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, cwd=cwd, env=environment, check=False
    )
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_an_installed_wheel_begins_checks_builds_scores_and_explains(tmp_path: Path) -> None:
    """One test, since to install it takes longer than all the rest."""
    policy_kit = install_wheel(tmp_path / "elsewhere")
    run(policy_kit, "init", "acme", "--company", "Acme", "--language", "sl", "--language", "en", cwd=tmp_path)
    kit = tmp_path / "acme"
    for name in (".gitignore", ".github/workflows/handbook.yml", ".vscode/settings.json", ".vscode/schemas/kit.json"):
        assert (kit / name).is_file()
    assert "Ni težav." in run(policy_kit, "check", cwd=kit)
    assert "site/public/index.html" in run(policy_kit, "build", "--strict", cwd=kit)
    assert (kit / "site/public/sl/index.html").is_file()
    assert (kit / "site/public/en/index.html").is_file()
    assert not (kit / "site/public/ru").exists()
    text = tmp_path / "answer.txt"
    text.write_text("We try to treat every complaint with care.", encoding="utf-8")
    assert "of 100" in run(policy_kit, "score", text, "--question", "8", "--language", "en", cwd=tmp_path)
    assert "PK001" in run(policy_kit, "explain", cwd=tmp_path)
