"""The text field: words are not torn apart at the end of a row, and vague places are marked."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.formatted_text.utils import fragment_list_to_text
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.layout.utils import explode_text_fragments

from policy_kit.actions.coaching import Mark
from policy_kit.terminal.wrapping import find_rows, measure

GAP = "__"


class MarkPlaces(Processor):
    """Marks vague places with a style of their own."""

    def __init__(self, find_marks: Callable[[], Sequence[Mark]]) -> None:
        self._find_marks = find_marks

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """Add the style to the characters of this line that a mark covers."""
        start = transformation_input.document.translate_row_col_to_index(transformation_input.lineno, 0)
        fragments = explode_text_fragments(transformation_input.fragments)
        for mark in self._find_marks():
            for index in range(max(mark.start - start, 0), min(mark.end - start, len(fragments))):
                style, text, *_ = fragments[index]
                fragments[index] = (f"{style} class:mark", text)
        return Transformation(fragments)


class KeepWordsWhole(Processor):
    """Fills a row up with blanks where the next word no longer fits, so that the word begins the next row."""

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """Insert the blanks, and tell where the cursor stands because of them."""
        width = transformation_input.width
        line = fragment_list_to_text(transformation_input.fragments)
        starts = find_rows(line, width - 1)  # the blank behind a word has room, too
        padding = {start: width - measure(line[begin:start]) for begin, start in pairwise(starts)}
        if not any(size > 0 for size in padding.values()):
            return Transformation(transformation_input.fragments)
        filled: StyleAndTextTuples = []
        shown: list[int] = []
        column = 0
        for index, fragment in enumerate(explode_text_fragments(transformation_input.fragments)):
            if (size := padding.get(index, 0)) > 0:
                filled.append(("", " " * size))
                column += size
            shown.append(column)
            filled.append(fragment)
            column += 1
        shown.append(column)
        return Transformation(
            filled,
            source_to_display=lambda source: shown[source] if source < len(shown) else column + source - len(shown) + 1,
            display_to_source=lambda display: max(sum(place <= display for place in shown) - 1, 0),
        )


def move_by_row(document: Document, width: int, step: int) -> int:
    """Where the cursor goes one row up (-1) or down (1) as the rows are shown; past the ends it goes to the end."""
    rows = _list_rows(document.text, width)
    position = document.cursor_position
    current = max(index for index, (start, _) in enumerate(rows) if start <= position)
    target = current + step
    if not 0 <= target < len(rows):
        return 0 if step < 0 else len(document.text)
    column = position - rows[current][0]
    start, end = rows[target]
    return min(start + column, end)


def jump_to_gap(buffer: Buffer) -> bool:
    """Select the next gap of inserted words, from the cursor on and round; whether there is one."""
    start = buffer.cursor_position + bool(buffer.selection_state)
    found = buffer.text.find(GAP, start)
    if found < 0:
        found = buffer.text.find(GAP)
    if found < 0:
        return False
    buffer.exit_selection()
    buffer.cursor_position = found
    buffer.start_selection()
    if buffer.selection_state:
        buffer.selection_state.enter_shift_mode()
    buffer.cursor_position = found + len(GAP)
    return True


def insert_skeleton(buffer: Buffer, skeleton: str) -> None:
    """Put the words below the text, whatever stands there, and go to their first gap."""
    text = buffer.text.rstrip()
    below = f"{text}\n{skeleton}" if text else skeleton
    buffer.save_to_undo_stack()
    buffer.document = Document(below, len(below) - len(skeleton))
    jump_to_gap(buffer)


def _list_rows(text: str, width: int) -> list[tuple[int, int]]:
    """The start of every row that is shown, and the last place in it where the cursor can stand."""
    rows: list[tuple[int, int]] = []
    offset = 0
    for line in text.split("\n"):
        starts = find_rows(line, width)
        ends = [start - 1 for start in starts[1:]] + [len(line)]
        rows += [(offset + start, offset + end) for start, end in zip(starts, ends, strict=True)]
        offset += len(line) + 1
    return rows
