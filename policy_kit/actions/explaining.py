"""What a code or a kind of document means: why it is there, what belongs to it, and an example."""

from collections.abc import Iterator
from dataclasses import dataclass

from policy_kit.actions.suggesting import suggest
from policy_kit.documents import KINDS, Document
from policy_kit.errors import UsageError
from policy_kit.kit import list_problem_codes, load_problem_rule
from policy_kit.kit.describing import describe_field, describe_model
from policy_kit.kit.shapes import find_model
from policy_kit.languages import Phrases, load_phrases
from policy_kit.scoring import list_finding_codes, load_finding_rule

FIRST = ("kind", "id")
"""The fields with which people begin a document, whatever else it inherits."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A code of the catalogue, explained in one language."""

    code: str
    title: str
    why: str
    bad: str
    """An example that has it: lines of a document, or an answer."""
    good: str
    """The same, mended."""


@dataclass(frozen=True, slots=True)
class FieldExplanation:
    """A field of a document, explained in one language."""

    name: str
    about: str
    required: bool
    repeats: bool
    """Whether a list of groups stands in it."""
    fields: tuple["FieldExplanation", ...]
    """The fields of the group that stands in it, or of each group of the list."""


@dataclass(frozen=True, slots=True)
class KindExplanation:
    """A kind of document, explained in one language."""

    kind: str
    about: str
    fields: tuple[FieldExplanation, ...]
    example: dict[str, str]
    """A small document to begin with: path and text."""


def list_codes() -> tuple[str, ...]:
    """All codes of problems and findings, in order."""
    return tuple(sorted((*list_problem_codes(), *list_finding_codes())))


def explain_code(code: str, language: str = "en") -> Explanation:
    """Explain one code. Raises `UsageError` for what is no code, with the nearest code or kind that there is."""
    phrases = load_phrases(language)
    wanted = code.strip().upper()
    if wanted in list_problem_codes():
        return _explain_problem(wanted, phrases)
    if wanted in list_finding_codes():
        rule = load_finding_rule(wanted, phrases.language)
        return Explanation(wanted, rule.title, rule.why, "\n".join(rule.bad), "\n".join(rule.good))
    hint = suggest(wanted, list_codes(), phrases) or suggest(wanted.lower(), KINDS, phrases)
    raise UsageError(phrases("errors.unknown-subject", name=code[:40], hint=hint))


def explain_all(language: str) -> Iterator[Explanation]:
    """Every code, explained, in order."""
    return (explain_code(code, language) for code in list_codes())


def explain_kind(kind: str, language: str = "en") -> KindExplanation:
    """Explain one kind of document with all its fields. Raises `UsageError` for a kind that does not exist."""
    phrases = load_phrases(language)
    model = KINDS.get(kind)
    if model is None:
        raise UsageError(phrases("errors.unknown-kind", kind=kind[:40], kinds=", ".join(KINDS)))
    fields = tuple(_explain_fields(model, phrases.language))
    return KindExplanation(kind, describe_model(model, phrases.language), fields, phrases.find(f"examples.{kind}"))


def show_files(files: dict[str, str]) -> str:
    """The files of an example, each under its path."""
    return "\n".join(f"# {path}\n{text.rstrip()}" for path, text in files.items())


def _explain_problem(code: str, phrases: Phrases) -> Explanation:
    rule = load_problem_rule(code)
    title, why = phrases(f"problems.{code}.title"), phrases(f"problems.{code}.why")
    return Explanation(code, title, why, show_files(rule.bad), show_files(rule.good))


def _explain_fields(model: type[Document], language: str) -> Iterator[FieldExplanation]:
    for name in sorted(model.model_fields, key=lambda name: name not in FIRST):
        part = find_model(model, (name,))
        yield FieldExplanation(
            name,
            describe_field(model, name, language),
            required=model.model_fields[name].is_required(),
            repeats=find_model(model, (name, 0)) is not None,
            fields=tuple(_explain_fields(part, language)) if part else (),
        )
