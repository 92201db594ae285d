"""One document, ready to print and sign: its paper as PDF, as a Word document or as Markdown."""

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import ValidationError

from policy_kit.actions.finding import find_document, find_nameless, list_meant
from policy_kit.actions.replacing import replace_file
from policy_kit.documents import KINDS, Answers, AnyDocument, InForce, Questionnaire
from policy_kit.errors import PolicyKitError, UsageError
from policy_kit.handbook.papers import FORMATS, Standing, is_ours, read_logo, read_standing, render_paper, write_paper
from policy_kit.handbook.settings import Palette, read_settings
from policy_kit.kit import Kit, KitFile
from policy_kit.kit.hashing import hash_text
from policy_kit.kit.keys import find_key
from policy_kit.languages import load_phrases

PRINTED: tuple[type[AnyDocument], ...] = tuple(
    model for model in KINDS.values() if issubclass(model, InForce | Questionnaire | Answers)
)
"""What can be printed to be signed: all that is in force, and the answers to the questions."""


OTHERS = tuple(model for model in KINDS.values() if model not in PRINTED)


@dataclass(frozen=True)
class Exported:
    """A document as a file that can be printed."""

    name: str
    """What the file is called unless somebody wants it otherwise."""
    content: bytes
    file: KitFile
    """Where the document stands in the kit."""


def export_document(
    kit: Kit, name: str, format: str = "pdf", language: str | None = None, release: int | None = None
) -> Exported:
    """The document with the short name or the file `name`, ready to print: as `pdf`, `docx` or `md`.

    `language` left out, it is the company's own; `release` chooses the text of that release instead of today's. The
    same kit gives the same bytes. Raises `UsageError` for an unknown document, format, language or release,
    `PolicyKitError` for a document that cannot be read or set.
    """
    phrases = load_phrases(kit.language)
    if kit.company is None:
        raise PolicyKitError(phrases("papers.errors.no-company-on-paper"))
    if format not in FORMATS:
        raise UsageError(phrases("papers.errors.unknown-format", format=format[:20], formats=", ".join(FORMATS)))
    if language is not None and language not in kit.languages:
        raise UsageError(
            phrases("papers.errors.other-language", language=language[:20], languages=", ".join(kit.languages))
        )
    _refuse_unprinted(kit, name)
    file = _choose_answers(kit, find_document(kit, name, PRINTED), language)
    language = language or getattr(file.document, "language", None) or kit.languages[0]
    document, standing = _find_text(kit, file, release)
    kit, document = _find_questions(kit, file, document, standing)
    paper = write_paper(kit, document, language, standing, logo=read_logo(kit), colour=_read_colour(kit))
    try:
        content = render_paper(paper, format)
    except RuntimeError as refusal:
        raise PolicyKitError(phrases("papers.errors.not-set", file=file.path, reason=refusal)) from refusal
    part = f"-release-{release}" if release else ""
    return Exported(f"{getattr(document, 'id', 'document')}-{language}{part}.{format}", content, file)


def _refuse_unprinted(kit: Kit, name: str) -> None:
    """Raises `UsageError` where `name` means a document of a kind that nobody prints, and not one that is printed."""
    if list_meant(kit, name, PRINTED):
        return
    if find_nameless(kit, name, OTHERS) or list_meant(kit, name, OTHERS):
        raise UsageError(load_phrases(kit.language)("papers.errors.not-printed", name=name[:80]))


def save_export(exported: Exported, path: Path, language: str, *, force: bool = False) -> None:
    """Write an exported document to `path`, in one step; mistakes are told in `language`.

    What is there already is replaced only if it is an export of ours that nobody has changed since, or with `force`.
    Raises `UsageError` where it is not, `StorageError` where the disk refuses.
    """
    replace_file(path, exported.content, (lambda _: True) if force else is_ours, load_phrases(language))


def _find_text(kit: Kit, file: KitFile, number: int | None) -> tuple[AnyDocument, Standing]:
    """Today's text of a document, or that of a release; and how it stands."""
    key = find_key(file.document, kit.languages[0])
    state = kit.release_states.get(key) if key else None
    if state is None or state.path != file.path:  # no document that is released, or a second one of the same name
        if number is not None:
            raise _refuse_release(kit, "never-released", key[1] if key else getattr(file.document, "id", ""), number)
        return file.document, Standing()
    if number is None:
        return file.document, read_standing(state)
    numbers = [release.number for release in state.releases]
    if number not in numbers:
        reason = "no-release" if numbers else "never-released"
        raise _refuse_release(kit, reason, state.key[1], number, numbers=", ".join(map(str, numbers)))
    standing = read_standing(state, number)
    if hash_text(state.texts.get(number, "")) == standing.hash:
        with suppress(ValidationError):
            return type(file.document).model_validate_json(state.texts[number], strict=True), standing
    raise PolicyKitError(load_phrases(kit.language)("papers.errors.release-text", name=state.key[1], number=number))


def _refuse_release(kit: Kit, reason: str, name: str, number: int, **values: str) -> UsageError:
    return UsageError(load_phrases(kit.language)(f"papers.errors.{reason}", name=name, number=number, **values))


def _choose_answers(kit: Kit, file: KitFile, language: str | None) -> KitFile:
    """Of answers those in the language that is wanted, where it has a file of its own."""
    asked = file.document
    if not isinstance(asked, Answers) or language is None:
        return file
    return next(
        (
            other
            for other in kit.files
            if isinstance(other.document, Answers)
            and other.document.questionnaire == asked.questionnaire
            and (other.document.language or kit.languages[0]) == language
        ),
        file,
    )


def _find_questions(kit: Kit, file: KitFile, document: AnyDocument, standing: Standing) -> tuple[Kit, AnyDocument]:
    """Answers are printed with the questions; all others are what they are.

    Of answers that were released the paper shows this text alone, and none of another language for what it lacks.
    """
    if not isinstance(document, Answers):
        return kit, document
    if document.questionnaire not in kit.questionnaires:
        phrases = load_phrases(kit.language)
        known = ", ".join(kit.questionnaires)
        asked = document.questionnaire
        raise PolicyKitError(phrases("errors.unknown-questionnaire", questionnaire=asked, questionnaires=known))
    if standing.release:
        others = [each for each in kit.files if not isinstance(each.document, Answers)]
        kit = replace(kit, files=(*others, replace(file, document=document)))
    return kit, kit.questionnaires[document.questionnaire]


def _read_colour(kit: Kit) -> str:
    """The company's colour; a mistake in the settings of the site is no reason not to print."""
    try:
        return read_settings(kit.folder, load_phrases(kit.language)).theme.palette.primary
    except UsageError:
        return Palette().primary
