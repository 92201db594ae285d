"""How a text is written down in YAML: as a person would write it, and so that it is read back unchanged."""

import json
import re

from policy_kit.kit.scalars import AmbiguousError, resolve_scalar
from policy_kit.kit.source import LINE_END

PLAIN = re.compile(r"[^\W_](?:[^\n\t:#]|:(?=\S)|(?<=\S)#)*")
"""What needs no quotes, wherever it stands in its line."""
IN_BRACKETS = re.compile(r"[^,:\[\]{}]+")
"""What needs no quotes inside brackets either."""
OTHER_WORDS = frozenset(("yes", "no", "on", "off", "y", "n"))
"""Texts for us, but true or false for other readers of YAML."""


def tidy_text(text: str) -> str:
    """`text` as a document holds it: lines end with a line feed, and there is nothing blank before or after."""
    return LINE_END.sub("\n", text).strip()


def spell_inline(text: str, *, in_brackets: bool = False) -> str:
    """`text` in one line: bare where that is safe, else in quotes."""
    if _is_safe(text) and (not in_brackets or IN_BRACKETS.fullmatch(text)):
        return text
    if re.search(r'["\\]', text) and not re.search(r"[\n\t]", text):
        return "'" + text.replace("'", "''") + "'"
    return json.dumps(text, ensure_ascii=False)  # a JSON text is a YAML text too


def spell_lines(text: str, indent: int, line_end: str) -> str:
    """The lines that stand below a block sign."""
    margin = " " * indent
    return "".join((margin + line if line else "") + line_end for line in text.split("\n"))


def _is_safe(text: str) -> bool:
    if not PLAIN.fullmatch(text) or text.endswith((" ", ":")) or text.casefold() in OTHER_WORDS:
        return False
    try:
        return resolve_scalar(text, None) == text
    except AmbiguousError:
        return False
