"""Takes one entry out of a list in the text of a file, and leaves all the rest of it as it is."""

from policy_kit.kit.layout import Part, find_next_line, lay_out
from policy_kit.kit.source import LINE_END, Source
from policy_kit.kit.spelling import spell_inline
from policy_kit.kit.syntax import read_tree


def remove_entry(text: str, key: str, name: str) -> str:
    """The text without the entry of the list `key` whose id is `name`.

    Where the entry is written in a way that does not let it be cut out, the list is written anew.
    """
    values = _read(text)
    left = [entry for entry in values[key] if entry.get("id") != name]
    wanted = {**values, key: left}
    number = next(number for number, entry in enumerate(values[key]) if entry.get("id") == name)
    start, end = _find_span(text, lay_out(text).parts[key], number)
    cut = text[:start] + text[end:]
    try:
        if _read(cut) == wanted:
            return cut
    except (AttributeError, KeyError, ValueError):
        pass
    lines = [f"{name}: {spell_inline(str(value))}" for name, value in values.items() if name != key]
    items = ["  - {" + ", ".join(f"{name}: {_spell(value)}" for name, value in entry.items()) + "}" for entry in left]
    return "".join(f"{line}\n" for line in (*lines, f"{key}:", *items))


def _read(text: str) -> dict[str, list[dict[str, object]]]:
    tree = read_tree(Source("", text))
    if tree.causes or tree.root is None:
        raise ValueError("no sound document")
    data: dict[str, list[dict[str, object]]] = tree.root.data  # type: ignore[assignment]
    return data


def _find_span(text: str, listing: Part, number: int) -> tuple[int, int]:
    """From the line of an entry to that of what comes behind it; in brackets, the entry and one comma."""
    items = [*listing.parts.values()]
    part = items[number]
    if listing.is_flow:
        if number + 1 < len(items):
            return part.start, items[number + 1].start
        return (items[number - 1].end if number else part.start), part.end
    before = [end.end() for end in LINE_END.finditer(text, 0, part.start)]
    return (before[-1] if before else 0), (part.end if part.last.is_block else find_next_line(text, part.end))


def _spell(value: object) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_spell(each) for each in value) + "]"
    return str(value).lower() if isinstance(value, bool) else spell_inline(str(value), in_brackets=True)
