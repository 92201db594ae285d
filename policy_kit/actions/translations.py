"""Leaving out of a document's text the languages that a company does not use, line by line, all else untouched."""

from collections.abc import Collection, Iterator

import yaml

from policy_kit.languages import list_languages

Entry = tuple[str, int, int]
"""A translation: its language, and the line and column, from 0, where it begins."""


def keep_languages(text: str, languages: Collection[str]) -> str:
    """`text`, a YAML document of ours, without the translations into other languages than `languages`.

    A translation is an entry of a block mapping whose keys are all languages. Ours are always written as blocks.
    """
    lines = text.splitlines(keepends=True)
    for entries in reversed(list(_find_translations(text))):
        _cut(lines, entries, languages)
    return "".join(lines)


def speak_plainly(text: str) -> str:
    """`text`, a YAML document of ours in one language, with its texts written as such: `title: Guide`.

    Only what is given in that language alone and is a text, for a list of words needs its language.
    """
    lines = text.splitlines(keepends=True)
    for mapping in reversed(list(_walk_mappings(yaml.compose(text, Loader=yaml.SafeLoader)))):
        names = [key.value for key, _ in mapping.value]
        if not mapping.flow_style and len(names) == 1 and names[0] in list_languages():
            (key, value), *_ = mapping.value
            if isinstance(value, yaml.ScalarNode):
                _unwrap(lines, key.start_mark, value.start_mark.column)
    return "".join(lines)


def _unwrap(lines: list[str], at: yaml.Mark, column: int) -> None:
    """Put the text that begins on the line of `at` behind its field or dash, and its other lines a step to the left."""
    first, end = at.line, _find_end(lines, at.line, at.column)
    said = lines[first][column:] if at.line < end else ""
    for line in range(first + 1, end):
        lines[line] = lines[line].removeprefix("  ")
    before = lines[first][: at.column]
    if before.strip():
        lines[first] = before + said
    else:
        lines[first - 1 : first + 1] = [f"{lines[first - 1].rstrip()} {said}"]


def _find_translations(text: str) -> Iterator[list[Entry]]:
    """The texts of the document that are given by language, in order."""
    spoken = set(list_languages())
    for mapping in _walk_mappings(yaml.compose(text, Loader=yaml.SafeLoader)):
        keys = [key for key, _ in mapping.value]
        if not mapping.flow_style and {key.value for key in keys} <= spoken:
            yield [(key.value, key.start_mark.line, key.start_mark.column) for key in keys]


def _walk_mappings(node: yaml.Node | None) -> Iterator[yaml.MappingNode]:
    if isinstance(node, yaml.MappingNode):
        yield node
        for _, value in node.value:
            yield from _walk_mappings(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _walk_mappings(item)


def _cut(lines: list[str], entries: list[Entry], languages: Collection[str]) -> None:
    """Cut the unwanted entries of one text; a list's dash before the first entry goes to the first one kept."""
    _, first, column = entries[0]
    dash = lines[first][:column]
    last = _find_end(lines, entries[-1][1], column)
    bounds = [line for _, line, _ in entries] + [last]
    kept = [lines[bounds[n] : bounds[n + 1]] for n, (language, *_) in enumerate(entries) if language in languages]
    if kept:
        kept[0][0] = dash + kept[0][0][column:]
        lines[first:last] = [line for entry in kept for line in entry]


def _find_end(lines: list[str], start: int, column: int) -> int:
    """The line behind the entry that begins on line `start`: the first that is not indented more deeply."""
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip(" ")) > column):
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    return end
