"""The seals of releases and signatures: hashes of all that an entry says, so that one sees whether it was edited."""

from collections.abc import Mapping
from typing import Literal

from policy_kit.documents import Record, Release, Signature
from policy_kit.kit.hashing import hash_values
from policy_kit.kit.keys import Key

Edited = tuple[int, Literal["number", "seal"]]
"""An entry of a record that is not as the program wrote it, counted from 0, and the key that shows it."""


def seal_release(key: Key, previous: str, release: Mapping[str, object]) -> str:
    """The seal of a release: a hash of its entry, of the document's name, and of the seal before (empty at first)."""
    entry = {name: value for name, value in release.items() if name != "seal"}
    return hash_values({"kind": key[0], "id": key[1], "previous": previous, "release": entry})


def describe_release(release: Release) -> dict[str, object]:
    """The entry of a release as plain values, as the record gives them."""
    return release.model_dump(mode="json", exclude_none=True)


def find_edited(record: Record) -> Edited | None:
    """The first entry of a record that is not as the program wrote it."""
    key, seal = (record.document_kind, record.document), ""
    for at, release in enumerate(record.releases):
        if release.number != at + 1:
            return at, "number"
        if seal_release(key, seal, describe_release(release)) != release.seal:
            return at, "seal"
        seal = release.seal
    return None


def seal_signature(signature: Signature) -> Signature:
    """The signature with its seal: a hash of all that it says."""
    return signature.model_copy(update={"seal": _make_seal(signature)})


def is_sealed(signature: Signature) -> bool:
    """Whether the signature is as the program wrote it."""
    return signature.seal == _make_seal(signature)


def _make_seal(signature: Signature) -> str:
    return hash_values(signature.model_dump(mode="json", exclude_none=True, exclude={"seal"}))
