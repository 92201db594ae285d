"""What is not translated: every document that lacks texts in one of the company's languages. For the company alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from policy_kit.documents import Answers, Company, Questionnaire, Text
from policy_kit.handbook.edition import Edition
from policy_kit.handbook.later import Later
from policy_kit.handbook.pages.page import LESS_FOUND, WITHOUT_CONTENTS, Page, PageWriter
from policy_kit.kit.translating import Untranslated
from policy_kit.languages.naming import name_language

URI = "health/translations.md"


@dataclass(frozen=True)
class TranslationRow:
    """One document in the table."""

    title: Text
    uri: str
    """Its page; empty for what has none."""
    is_answers: bool
    """Whether the answers to a questionnaire are meant, and not its questions."""
    missing: tuple[int, ...]
    """How many texts are missing, language by language."""


def write_translations_page(writer: PageWriter, pages: Sequence[Page]) -> Page:
    """The page; `pages` are those to which it leads."""
    edition = writer.edition
    names = [name_language(language, edition.language) for language in edition.company.languages]
    return writer.write(
        "translations.md.j2",
        URI,
        writer.say("translations.title"),
        writer.say("translations.lead"),
        meta=LESS_FOUND | WITHOUT_CONTENTS,
        languages=[name[:1].upper() + name[1:] for name in names],
        rows=Later(_list_rows, (_Table(edition, pages),)),
    )


@dataclass(frozen=True, eq=False)
class _Table:
    """What is missing in which document; looked up only when the page is asked for."""

    edition: Edition
    pages: Sequence[Page]

    def make_key(self) -> bytes:
        """What tells it from another table."""
        return repr(_list_rows(self)).encode()


def _list_rows(table: _Table) -> list[TranslationRow]:
    """The documents first, then the pages that somebody has written by hand."""
    languages = table.edition.company.languages
    uris = {id(page.document): page.uri for page in reversed(table.pages) if page.document}
    rows = [_make_row(table.edition, row, uris) for row in table.edition.kit.untranslated]
    for page in table.pages:
        if page.missing:
            written = [language for language in (table.edition.language, *languages) if language not in page.missing]
            missing = tuple(int(language in page.missing) for language in languages)
            rows.append(TranslationRow({written[0]: page.title}, page.uri, False, missing))
    return rows


def _make_row(edition: Edition, found: Untranslated, uris: Mapping[int, str]) -> TranslationRow:
    document = found.document
    title: Text = document.name if isinstance(document, Company) else getattr(document, "title", document.kind)
    uri = uris.get(id(document), "")
    if isinstance(document, Answers):
        asked = edition.kit.questionnaires.get(document.questionnaire)
        title = asked.title if asked else document.questionnaire
        uri = edition.name_policy_index(document.questionnaire) if asked else ""
    elif isinstance(document, Questionnaire):
        uri = edition.name_policy_index(document.id)
    missing = tuple(found.missing.get(language, 0) for language in edition.company.languages)
    return TranslationRow(title, uri, isinstance(document, Answers), missing)
