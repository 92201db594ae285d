"""Where the lines of a text break on the screen: between words."""

from collections.abc import Iterator
from functools import lru_cache

from prompt_toolkit.layout.screen import Char
from prompt_toolkit.utils import get_cwidth

from policy_kit.terminal.showing import make_visible


def wrap_text(text: str, width: int) -> list[str]:
    """The lines of `text`, made visible, none of them wider than `width` cells."""
    return [row.rstrip() for line in make_visible(text).split("\n") for row in _cut(line, width)]


@lru_cache(maxsize=256)  # every keystroke asks for every line
def find_rows(line: str, width: int) -> tuple[int, ...]:
    """Where the rows begin in which a line of text is shown; a word that fills a row alone is cut."""
    width = max(width, 1)
    starts = [0]
    used = word = 0
    word_start = 0
    for index, sign in enumerate(line):
        size = measure_sign(sign)
        if sign == " ":
            word_start, word = index + 1, 0
            used += size
            continue
        if used + size > width:
            if word_start > starts[-1]:
                starts.append(word_start)
                used = word
            if used + size > width:
                starts.append(index)
                used, word_start, word = 0, index, 0
        used += size
        word += size
    return tuple(starts)


def measure_sign(sign: str) -> int:
    """How many cells of the terminal a character takes; one that cannot be seen is shown by a longer name."""
    return get_cwidth(Char.display_mappings.get(sign, sign))


def measure(text: str) -> int:
    """How many cells of the terminal a text takes."""
    return sum(map(measure_sign, text))


def _cut(line: str, width: int) -> Iterator[str]:
    starts = find_rows(line, width)
    for start, end in zip(starts, [*starts[1:], len(line)], strict=True):
        yield line[start:end]
