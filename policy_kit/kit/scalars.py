"""What an unquoted word of YAML means to us: nothing, true or false, a plain number; everything else is text.

YAML itself knows many more spellings, and its versions disagree: 012 is ten or twelve, 1:30 is ninety, 1_000 and 1e3
are numbers for some. Whoever writes them in a handbook means a text, or should say so.
"""

import re

Plain = bool | int | float | str | None

WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
TEXT_KEYS = frozenset({"source"})
"""Keys under which digits are always text, because a document's number begins with zeros: `source: 001`."""

FIRST_SIGNS = frozenset("0123456789+-.")
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?", re.ASCII)
LOOKS_LIKE_NUMBER = re.compile(
    r"""[-+]?(?:
        [0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?              # 1:30, also 1:30:00.5
      | (?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?   # 012, +5, 1_000, 1e3, 5., .5
      | 0[xob][0-9a-fA-F_]+                                      # 0x1F, 0o17, 0b1
      | \.(?:inf|Inf|INF|nan|NaN|NAN)
    )""",
    re.ASCII | re.VERBOSE,
)
LONGEST_NUMBER = 16
"""Beyond some fifteen digits a number is an account or a code, and as a number it would lose its last digits."""


class AmbiguousError(ValueError):
    """An unquoted word that could be a number or a text."""


def resolve_scalar(text: str, key: str | None) -> Plain:
    """The value of an unquoted `text` that stands under `key`. Raises `AmbiguousError`."""
    if text in WORDS:
        return WORDS[text]
    if text[0] not in FIRST_SIGNS:
        return text
    if key in TEXT_KEYS and text.isdecimal():
        return text
    if len(text) <= LONGEST_NUMBER and (number := NUMBER.fullmatch(text)):
        return float(text) if number[1] else int(text)
    if LOOKS_LIKE_NUMBER.fullmatch(text):
        raise AmbiguousError(text)
    return text
