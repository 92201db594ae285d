"""The text of records and signatures: written by the program, line by line, so that people can read them in git.

A record is only ever added to. When its new text is made it is read again, and refused unless it says what was meant.
"""

from collections.abc import Iterator, Mapping

from policy_kit.documents import Record, Release, Signature
from policy_kit.kit.files import RECORDS
from policy_kit.kit.keys import Key
from policy_kit.kit.seals import describe_release
from policy_kit.kit.source import LINE_END, Source
from policy_kit.kit.spelling import spell_inline
from policy_kit.kit.syntax import read_tree
from policy_kit.kit.validation import read_document

SIGNATURES = f"{RECORDS}/signatures"
MARGIN = " " * 4
"""How far the fields of a release stand from the edge."""


class UnreadableError(ValueError):
    """The text of a record does not say what it should: somebody has edited it in a way that we cannot continue."""


def read_record(text: str) -> Record:
    """The record in a text. Raises `UnreadableError`."""
    source = Source("", text)
    tree = read_tree(source)
    document, causes = read_document(source, tree)
    if tree.causes or causes or not isinstance(document, Record):
        raise UnreadableError("no sound record")
    return document


def add_release(old: str | None, key: Key, release: Release) -> str:
    """The text of a record with one more release at its end; of a new record where there is none yet.

    Raises `UnreadableError`.
    """
    kind, name = key
    end = LINE_END.search(old or "")
    line_end = end[0] if end else "\n"
    head = f"kind: record\ndocument: {name}\ndocument_kind: {kind}\nreleases:\n" if old is None else old
    if not head.endswith(("\n", "\r")):
        head += line_end
    text = head + "".join(line + line_end for line in _spell_release(release))
    before = read_record(old).releases if old is not None else ()
    if read_record(text) != Record(kind="record", document=name, document_kind=kind, releases=(*before, release)):
        raise UnreadableError("more would change than was asked")
    return text


def write_record(record: Record) -> str:
    """The whole text of a record, written anew: comments of its readers are lost."""
    lines = ["kind: record", f"document: {record.document}", f"document_kind: {record.document_kind}", "releases:"]
    lines += [line for release in record.releases for line in _spell_release(release)]
    return "".join(f"{line}\n" for line in lines)


def write_signature(signature: Signature) -> str:
    """The text of a signature's file."""
    values = signature.model_dump(mode="json", exclude_none=True)
    return "".join(f"{name}: {_spell(value)}\n" for name, value in values.items())


def name_signature(signature: Signature, record_stem: str) -> str:
    """The path of a signature's file in the kit: one for each person and release."""
    return f"{SIGNATURES}/{record_stem}/{signature.release}.{signature.person}.yml"


def _spell_release(release: Release) -> Iterator[str]:
    first = True
    for name, value in describe_release(release).items():
        margin = "  - " if first else MARGIN
        first = False
        if name == "approvals":
            yield f"{MARGIN}approvals:"
            for approval in release.approvals:
                entries = approval.model_dump(mode="json", exclude_none=True)
                yield from _spell_group(entries, MARGIN + "  - ", MARGIN + MARGIN)
        elif isinstance(value, Mapping):
            yield f"{margin}{name}:"
            yield from _spell_group(value, MARGIN + "  ", MARGIN + "  ")
        else:
            yield f"{margin}{name}: {_spell(value)}"


def _spell_group(entries: Mapping[str, object], first: str, others: str) -> Iterator[str]:
    for number, (name, value) in enumerate(entries.items()):
        yield f"{others if number else first}{name}: {_spell(value)}"


def _spell(value: object) -> str:
    return str(value) if isinstance(value, int) else spell_inline(str(value))
