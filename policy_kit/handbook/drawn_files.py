"""The drawings of pages as files of their own, with what they need of our style sheet in them."""

import re
from functools import cache
from pathlib import Path

from policy_kit.handbook.html_tree import Element

SHEET = Path(__file__).parent / "site" / "theme" / "assets" / "handbook.css"
_RULE = re.compile(r"^([^@{}\n][^{}]*)\{([^{}]*)\}", re.MULTILINE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_NAMES = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio"}


def write_drawing(drawing: Element, colours: str) -> str:
    """A drawing as the text of an SVG file. `colours` is the style sheet with the company's colours."""
    for one in drawing.walk():
        one.attributes = {_NAMES.get(name, name): value for name, value in one.attributes.items()}
        one.attributes.pop("focusable", None)
    drawing.attributes["xmlns"] = "http://www.w3.org/2000/svg"
    used = {name for one in drawing.walk() for name in one.classes}
    drawing.children.insert(0, Element("style", {}, [make_sheet(used, colours)]))
    return drawing.to_html() + "\n"


def make_sheet(used: set[str], colours: str) -> str:
    """The rules of our style sheet that speak of the classes in `used`, and the colours that they name."""
    sheet, all_rules = _read_sheet()
    day = _list_values(sheet, r"\[data-md-color-scheme\]") + _list_values(colours, r"\[data-md-color-scheme\]")
    night = _list_values(sheet, r'\[data-md-color-scheme="slate"\]') + _list_values(
        colours, r'\[data-md-color-scheme="slate"\]'
    )
    rules = []
    for selector, values in all_rules:
        parts = [part.strip() for part in selector.split(",")]
        kept = [part for part in parts if set(re.findall(r"\.([\w-]+)", part)) & used and ":" not in part]
        if kept:
            rules.append(f"{','.join(kept)}{{{' '.join(values.split())}}}")
    return f"svg{{{day}}}@media(prefers-color-scheme:dark){{svg{{{night}}}}}{''.join(rules)}"


@cache
def _read_sheet() -> tuple[str, list[tuple[str, str]]]:
    sheet = _COMMENT.sub("", SHEET.read_text(encoding="utf-8"))
    return sheet, _RULE.findall(sheet)


@cache
def _list_values(sheet: str, selector: str) -> str:
    """The company's and our own colours and letters that a block of a style sheet sets."""
    blocks = re.findall(rf"{selector}\s*\{{([^{{}}]*)\}}", sheet)
    values = [value for block in blocks for value in re.findall(r"--pk-[\w-]+\s*:[^;}]+", block)]
    return ";".join(" ".join(value.split()) for value in values) + ";"
