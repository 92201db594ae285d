"""A new kit: the questions, starter standards, job descriptions and moral code, in the company's languages."""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import yaml

from policy_kit.actions.adapting import adapt
from policy_kit.actions.locating import load_kit
from policy_kit.actions.schemas import write_schemas
from policy_kit.actions.starter import find_starter
from policy_kit.actions.translations import keep_languages, speak_plainly
from policy_kit.errors import UsageError
from policy_kit.kit.files import RECORDS
from policy_kit.languages import Phrases, list_languages, load_phrases

DOCUMENTS = ("questionnaires/service-policy.yml", "standards")
COMPANY = "standards/company.yml"
BARE = ("questionnaires/service-policy.yml", COMPANY)
"""With what a kit begins whose company writes everything itself."""
PEOPLE = "standards/people.yml"
"""With the records, what belongs to the example company alone."""
FILES = Path(__file__).parent / "files"
"""What a new kit gets beside its documents, laid out as it will lie there."""


def init_kit(
    folder: Path | str, company: str | None = None, languages: Sequence[str] = ("en",), *, bare: bool = False
) -> Path:
    """Make a new kit in `folder`, which must be empty or not there yet; the first of `languages` is its own.

    `company` left out, the folder's name is taken. A `bare` kit has the questions and none of the starter standards,
    job descriptions and other documents. Raises `UsageError` for a folder in use, a name of several lines
    or a language that we do not speak. Nothing is left behind when it fails half-way.
    """
    folder = Path(folder).absolute()
    languages = tuple(dict.fromkeys(languages)) or ("en",)
    phrases = load_phrases(languages[0])
    name = (folder.name if company is None else company).strip()
    _refuse_what_cannot_be(folder, name, languages, phrases)
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        _fill(draft, name, languages, bare=bare)
        draft.chmod(0o755)
        draft.replace(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return folder


def _refuse_what_cannot_be(folder: Path, name: str, languages: Sequence[str], phrases: Phrases) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageError(phrases("errors.not-a-folder", folder=folder))
    if folder.is_dir() and any(folder.iterdir()):
        raise UsageError(phrases("errors.folder-not-empty", folder=folder))
    if not name or not name.isprintable():
        raise UsageError(phrases("errors.company-name"))
    for language in languages:
        if language not in list_languages():
            known = ", ".join(list_languages())
            raise UsageError(phrases("errors.unknown-language", language=language, languages=known))


def _fill(draft: Path, name: str, languages: Sequence[str], *, bare: bool) -> None:
    starter = find_starter()
    for document in [starter / name for name in BARE] if bare else _list_documents(starter):
        target = draft / document.relative_to(starter)
        target.parent.mkdir(parents=True, exist_ok=True)
        path = document.relative_to(starter).as_posix()
        text = keep_languages(adapt(path, document.read_text(encoding="utf-8")), languages)
        target.write_text(text if len(languages) > 1 else speak_plainly(text), encoding="utf-8", newline="\n")
    _write_company(draft / COMPANY, name, languages, bare=bare)
    (draft / "questionnaires" / "answers").mkdir()
    shutil.copytree(FILES, draft, dirs_exist_ok=True)
    shutil.copy(starter / "site" / "mkdocs.yml", draft / "site")  # pages and pictures there are the example company's
    write_schemas(draft / ".vscode" / "schemas", languages[0], load_kit(draft, languages[0]))


def _list_documents(starter: Path) -> list[Path]:
    found: list[Path] = []
    for name in DOCUMENTS:
        path = starter / name
        found += sorted(path.rglob("*.yml")) if path.is_dir() else [path]
    return [path for path in found if not path.is_relative_to(starter / RECORDS) and path != starter / PEOPLE]


def _write_company(path: Path, name: str, languages: Sequence[str], *, bare: bool) -> None:
    """The company's own name and languages over the starter's posts; the name is quoted only where it must be."""
    roles = "" if bare else path.read_text(encoding="utf-8").partition("\nroles:")[2]
    quoted = yaml.safe_dump(name, allow_unicode=True, width=len(name) + 9).removesuffix("...\n").strip()
    head = f"kind: company\nname: {quoted}\nlanguages: [{', '.join(languages)}]\n"
    path.write_text(head + (f"\nroles:{roles}" if roles else ""), encoding="utf-8", newline="\n")
