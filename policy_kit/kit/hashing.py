"""The canonical text of a document and its content hash: what a document says, whatever way it is written down.

The canonical text is JSON by RFC 8785 of the keys that the file gives, with these rules before it:

- texts and keys are in Unicode's normal form C; lines end with a line feed; white space at the ends of lines, and
  before and after a text, is left out; line breaks inside a text stay;
- a key without a value (`until:`) is left out, as if it were not there;
- numbers are those of RFC 8785, so 95 and 95.0 are one; whole numbers beyond 2^53, of which it knows none, keep all
  their digits.

The hash is SHA-256 of the canonical text in UTF-8, as 64 lower-case hexadecimal digits. So comments, the order of keys,
quotes, block signs, line ends and a byte order mark change nothing, and any word does. The kept text of a release is
the canonical text itself: `sha256sum` of that file shows its hash. Test vectors: `tests/samples/hashes/`.
"""

import hashlib
import json
import unicodedata
from collections.abc import Mapping, Sequence
from json.encoder import encode_basestring

from policy_kit.kit.source import LINE_END

EXACT = 2**53
"""Up to here every whole number is a number of JSON."""
MOST_DIGITS = 21
"""From here on RFC 8785 writes large numbers with an exponent."""
LEAST_EXPONENT = -7
"""Up to here it writes small ones so."""


def hash_values(values: Mapping[str, object]) -> str:
    """The content hash of a document's plain values. Raises `ValueError` as `canonicalise` does."""
    return hash_text(canonicalise(values))


def hash_text(canonical: str) -> str:
    """SHA-256 of a canonical text, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def canonicalise(values: object) -> str:
    """The canonical text of plain values. Raises `ValueError` for what JSON lacks: infinity, lone surrogates."""
    if isinstance(values, str):
        return _spell_text(tidy(values))
    if values is None or isinstance(values, bool):
        return json.dumps(values)
    if isinstance(values, int | float):
        return spell_number(values)
    if isinstance(values, Mapping):
        return _spell_group(values)
    if isinstance(values, Sequence):
        return "[" + ",".join(map(canonicalise, values)) + "]"
    raise ValueError(f"no plain value: {type(values).__name__}")


def tidy(text: str) -> str:
    """A text in its canonical spelling: what differs only in this is the same text."""
    text = unicodedata.normalize("NFC", text)
    if "\n" in text or "\r" in text:
        text = "\n".join(line.rstrip() for line in LINE_END.split(text))
    return text.strip()


def spell_number(number: float) -> str:
    """A number as ECMAScript, and so RFC 8785, writes it. Raises `ValueError` for infinity and what is no number."""
    if isinstance(number, int) and abs(number) > EXACT:
        return str(number)
    if number != number or number in (float("inf"), float("-inf")):
        raise ValueError("no number of JSON")
    if number == 0:
        return "0"
    sign = "-" if number < 0 else ""
    mantissa, _, power = f"{float(abs(number))!r}".partition("e")
    whole, _, fraction = mantissa.partition(".")
    fraction = fraction.rstrip("0")
    digits = (whole + fraction).lstrip("0")
    point = len(digits) - len(fraction) + int(power or 0)
    return sign + _place_point(digits.rstrip("0"), point)


def _place_point(digits: str, point: int) -> str:
    """Digits with the decimal point behind so many of them, by the rules of ECMAScript's Number::toString."""
    if LEAST_EXPONENT < point - 1 < MOST_DIGITS:
        if point >= len(digits):
            return digits.ljust(point, "0")
        return f"{digits[:point]}.{digits[point:]}" if point > 0 else "0." + "0" * -point + digits
    exponent = f"e{point - 1:+d}"
    return digits[0] + ("." + digits[1:] if len(digits) > 1 else "") + exponent


def _spell_group(values: Mapping[str, object]) -> str:
    """Keys in the order of their UTF-16 code units; those without a value are as good as absent."""
    entries = {tidy(key): value for key, value in values.items() if value is not None}
    ordered = sorted(entries) if "".join(entries).isascii() else sorted(entries, key=_order_key)
    return "{" + ",".join(f"{_spell_text(key)}:{canonicalise(entries[key])}" for key in ordered) + "}"


def _order_key(key: str) -> bytes:
    return key.encode("utf-16-be")


def _spell_text(text: str) -> str:
    text.encode("utf-8")  # a lone surrogate is no text
    return encode_basestring(text)
