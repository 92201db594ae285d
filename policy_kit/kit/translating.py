"""What is not translated: which texts of a document lack which of the company's languages."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from policy_kit.documents import (
    Accepted,
    Answers,
    AnyDocument,
    Company,
    People,
    Record,
    Signature,
    Text,
    has_language,
)
from policy_kit.kit.places import Way
from policy_kit.kit.shapes import walk_all_texts
from policy_kit.languages import load_phrases

ASIDE = (Accepted, People, Record, Signature)
"""Kinds of which a reader of the handbook sees no text of their own, or that stay as they were written."""
ADDRESSES = ("address", "contact", "registration", "changes")
"""What of a company is the same in every language."""


@dataclass(frozen=True)
class Untranslated:
    """A document of which texts are missing in a language; answers are taken together, whatever files they stand in."""

    document: AnyDocument
    missing: Mapping[str, int]
    """How many texts are missing, by language; a language in which none is missing is not there."""


def list_untranslated(documents: Iterable[AnyDocument], languages: Sequence[str]) -> list[Untranslated]:
    """The documents that lack texts in one of `languages`, in their order; the first language is the company's own."""
    documents = [*documents]
    rows = [
        Untranslated(document, _count(document, languages))
        for document in documents
        if not isinstance(document, (*ASIDE, Answers))
    ]
    rows += _list_answers([one for one in documents if isinstance(one, Answers)], languages)
    return [row for row in rows if row.missing]


def _count(document: AnyDocument, languages: Sequence[str]) -> Counter[str]:
    texts = [text for way, text in walk_all_texts(document) if not _is_free(document, way, text)]
    return Counter(
        language for text in texts for language in languages if not has_language(text, language, languages[0])
    )


def _is_free(document: AnyDocument, way: Way, text: Text) -> bool:
    """Whether a text needs no translation: an address, a number, or a usual unit or period, whose words we have."""
    if isinstance(document, Company) and way[0] in ADDRESSES:
        return True
    if isinstance(text, str) and not any(sign.isalpha() for sign in text):
        return True
    name = next(step for step in reversed(way) if isinstance(step, str))
    return name in ("unit", "every") and isinstance(text, str) and load_phrases("en").has(f"handbook.{name}.{text}")


def _list_answers(files: Sequence[Answers], languages: Sequence[str]) -> list[Untranslated]:
    """By questionnaire, which answers that were given in one language lack another."""
    given: dict[str, dict[str, set[str]]] = {}
    for file in files:
        for answer in file.answers:
            spoken = given.setdefault(file.questionnaire, {}).setdefault(answer.question, set())
            own = file.language or languages[0]
            spoken |= {one for one in languages if has_language(answer.answer, one, own)}
    first = {file.questionnaire: file for file in reversed(files)}
    return [
        Untranslated(
            first[questionnaire],
            Counter(one for spoken in answers.values() for one in languages if one not in spoken),
        )
        for questionnaire, answers in given.items()
    ]
