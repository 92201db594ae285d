"""What a code means: why we point at such a thing, an example of it, and how it reads when it is mended."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from policy_kit.errors import UsageError
from policy_kit.kit import list_problem_codes, load_problem_rule
from policy_kit.languages import Phrases, load_phrases
from policy_kit.scoring import list_finding_codes, load_finding_rule


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


def list_codes() -> tuple[str, ...]:
    """All codes of problems and findings, in order."""
    return tuple(sorted((*list_problem_codes(), *list_finding_codes())))


def explain_code(code: str, language: str = "en") -> Explanation:
    """Explain one code. Raises `UsageError` for a code that does not exist, with the nearest that does."""
    phrases = load_phrases(language)
    code = code.strip().upper()
    if code in list_problem_codes():
        return _explain_problem(code, phrases)
    if code in list_finding_codes():
        rule = load_finding_rule(code, phrases.language)
        return Explanation(code, rule.title, rule.why, "\n".join(rule.bad), "\n".join(rule.good))
    near = get_close_matches(code, list_codes(), n=1)
    hint = " " + phrases("commands.did-you-mean", name=near[0]) if near else ""
    raise UsageError(phrases("errors.unknown-code", code=code[:40], hint=hint))


def explain_all(language: str) -> Iterator[Explanation]:
    """Every code, explained, in order."""
    return (explain_code(code, language) for code in list_codes())


def _explain_problem(code: str, phrases: Phrases) -> Explanation:
    rule = load_problem_rule(code)
    title, why = phrases(f"problems.{code}.title"), phrases(f"problems.{code}.why")
    return Explanation(code, title, why, _show_files(rule.bad), _show_files(rule.good))


def _show_files(files: dict[str, str]) -> str:
    return "\n".join(f"# {path}\n{text.rstrip()}" for path, text in files.items())
