"""Signs that nobody can see: which of them we refuse, and how to show a text that may hold them."""

import re

UNSAFE = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, but for tab and line ends
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # they turn the direction of a text, and can hide what it says
    "\u2028\u2029"  # line ends that no editor shows as such
    "\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff"  # no width at all
    "\ud800-\udfff\ufffe\uffff"  # no characters at all
    "]"
)
"""Refused wherever they stand. The joiners (U+200C, U+200D) and the soft hyphen are part of honest texts."""

UNSEEN = re.compile(UNSAFE.pattern[:-1] + "\t\n\r\xad\u200c\u200d]")
LONGEST_VALUE = 80


def show_unseen(text: str) -> str:
    """`text` with everything that cannot be seen spelled out, so that it cannot do anything either."""
    return UNSEEN.sub(lambda sign: "\u27e8" + name_sign(sign[0]) + "\u27e9", text)


def show_value(text: str) -> str:
    """A value from a document, fit to stand inside a sentence of ours: on one line, short, without tricks."""
    text = " ".join(text[: LONGEST_VALUE * 4].split())
    return show_unseen(text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…")


def name_sign(sign: str) -> str:
    """The number of a character as Unicode tables list it: U+202E."""
    return f"U+{ord(sign):04X}"
