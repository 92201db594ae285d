"""Signatures out of a table, as offices keep them: who, document, release, date."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from policy_kit.actions.approvers import read_day
from policy_kit.actions.finding import find_document
from policy_kit.actions.releasing import RELEASABLE
from policy_kit.actions.signing import find_person, record_signature
from policy_kit.documents import Text
from policy_kit.errors import PolicyKitError, UsageError
from policy_kit.kit import Kit
from policy_kit.kit.keys import find_key
from policy_kit.kit.releases import ReleaseState
from policy_kit.languages import Phrases, load_phrases

LARGEST = 20_000_000
WINDOWS = ("cp1251", "cp1250")
"""How Windows saves tables that are not UTF-8: in Russian, and in Slovenian."""
HEADINGS = {
    "who": ("who", "person", "name", "кто", "имя", "фио", "сотрудник", "kdo", "ime", "oseba", "zaposleni"),
    "document": ("document", "документ", "dokument"),
    "release": ("release", "signed release", "version", "редакция", "подписанная редакция", "версия", "izdaja"),
    "date": ("date", "signed on", "day", "дата", "дата подписи", "день", "datum", "datum podpisa", "dan"),
}
COLUMNS = tuple(HEADINGS)
Row = tuple[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that could not be taken over, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a table."""

    added: int
    known: int
    """Signatures that were there already."""
    bad: tuple[BadRow, ...]


def import_signatures(kit: Kit, file: Path, today: date | None = None) -> Imported:
    """Record the signatures in a table; good rows are kept whatever stands in the others, and nothing is done twice.

    Cells are separated by commas, semicolons or tabs; a first row of headings may give the columns in any order. Raises
    `UsageError` for a file that is no such table.
    """
    phrases = load_phrases(kit.language)
    table = _Table(kit, today or date.today(), phrases)
    added, known, bad = 0, 0, []
    for line, cells in _read_rows(kit, file, phrases):
        try:
            is_new = table.take_row(cells)
        except PolicyKitError as refusal:
            bad.append(BadRow(line, str(refusal)))
        else:
            added += is_new
            known += not is_new
    return Imported(added, known, tuple(bad))


class _Table:
    """The kit as the cells of a row name it."""

    def __init__(self, kit: Kit, today: date, phrases: Phrases) -> None:
        self._kit = kit
        self._today = today
        self._phrases = phrases
        self._states = kit.release_states
        titles = ((title, state) for state in self._states.values() for title in _list_titles(state.title))
        self._by_title = {title.casefold(): state for title, state in titles}

    def take_row(self, cells: Sequence[str]) -> bool:
        """Record the signature of a row; whether it is new. Raises `PolicyKitError`."""
        who, document, number, day = cells
        state = self._by_title.get(document.casefold()) or self._find_state(document)
        if not number.isdecimal():
            raise UsageError(self._phrases("records.errors.no-number", text=number[:40]))
        release = next((each for each in state.releases if str(each.number) == number.lstrip("0")), None)
        if release is None:
            raise UsageError(self._phrases("records.errors.unknown-release", id=state.key[1], number=number[:9]))
        person = find_person(self._kit, who, self._phrases)
        signed_on = read_day(day, self._today, self._phrases)
        return record_signature(self._kit, state, release, person, signed_on).is_new

    def _find_state(self, document: str) -> ReleaseState:
        key = find_key(find_document(self._kit, document, RELEASABLE).document, self._kit.languages[0])
        assert key is not None  # noqa: S101  only what can be released is found
        return self._states[key]


def _list_titles(title: Text) -> Iterable[str]:
    return [title] if isinstance(title, str) else title.values()


def _read_rows(kit: Kit, file: Path, phrases: Phrases) -> list[Row]:
    """The rows of a table with the line on which each ends, their cells in our order."""
    with file.open("rb") as stream:
        content = stream.read(LARGEST + 1)
    tables = [table for text in _decode(content) if (table := _split_rows(text))]
    if not tables or len(content) > LARGEST:
        raise UsageError(phrases("records.errors.no-table", file=file))
    known = _list_names(kit)
    table = max(tables, key=lambda table: sum(cell.casefold() in known for _, cells in table for cell in cells))
    order = _find_columns(table[0][1])
    rows = table[1:] if order else table
    places = order or dict(zip(COLUMNS, range(len(COLUMNS)), strict=True))
    return [*_order_cells(rows, places)]


def _decode(content: bytes) -> Iterator[str]:
    """The text, in every encoding in which it may have been written."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: Sequence[str] = ("utf-16",)
    else:
        encodings = ("utf-8-sig",) if _is_utf8(content) else WINDOWS
    for encoding in encodings:
        with suppress(UnicodeDecodeError):
            yield content.decode(encoding)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _split_rows(text: str) -> list[Row]:
    first, _, rest = text.partition("\n")
    skipped = 0
    if first.strip().lower().startswith("sep="):  # a word of Excel's to itself
        text, skipped = rest, 1
        separator = first.strip()[4:5] or ";"
    else:
        separator = max(";,\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        rows = [(reader.line_num + skipped, tuple(map(_clean, cells))) for cells in reader]
    except csv.Error:
        return []
    return [row for row in rows if any(row[1])]


def _clean(cell: str) -> str:
    """A cell without blanks around it, and without the sign that keeps a spreadsheet from reading it as a formula."""
    cell = " ".join(cell.split())
    return cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@") else cell


def _find_columns(cells: Sequence[str]) -> dict[str, int]:
    """Which column stands where, if this is a row of headings."""
    found: dict[str, int] = {}
    for number, cell in enumerate(cells):
        for column, names in HEADINGS.items():
            if cell.casefold().rstrip(":") in names:
                found.setdefault(column, number)
    return found if len(found) == len(COLUMNS) else {}


def _order_cells(rows: Iterable[Row], places: Mapping[str, int]) -> Iterator[Row]:
    """The cells in our order. A row that names neither release nor day tells of a signature that is not there."""
    for line, cells in rows:
        ordered = tuple(cells[place] if place < len(cells) else "" for place in places.values())
        by_column = dict(zip(places, ordered, strict=True))
        if by_column["release"] or by_column["date"] or len(cells) <= len(COLUMNS):
            yield line, tuple(by_column[column] for column in COLUMNS)


def _list_names(kit: Kit) -> frozenset[str]:
    """The names of people and the words of headings: the encoding in which most of them turn up is the right one."""
    people = [person.name.casefold() for person in kit.people.people] if kit.people else []
    headings = [name for names in HEADINGS.values() for name in names if not name.isascii()]
    return frozenset((*people, *headings))
