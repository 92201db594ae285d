"""How the screen is put together: the text field with rows above and below, or a page in their place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from prompt_toolkit.filters import Condition
from prompt_toolkit.layout import (
    BufferControl,
    ConditionalContainer,
    FormattedTextControl,
    HSplit,
    Layout,
    Window,
)

from policy_kit.terminal.editing import KeepWordsWhole, MarkPlaces
from policy_kit.terminal.views import Row, wrap

if TYPE_CHECKING:
    from policy_kit.terminal.screen import Screen


def make_layout(screen: Screen) -> tuple[Layout, Window]:
    """The layout, and in it the page that covers the text; it wants to be focused when it is to be seen."""
    page = _make_window(lambda: screen.cover.show(screen.size) if screen.cover else [], is_fixed=False)
    has_name = Condition(lambda: screen.cover is not None and screen.cover.kind == "name")
    parts = [
        ConditionalContainer(_make_field(screen), Condition(lambda: screen.is_writing)),
        ConditionalContainer(_make_name(screen), has_name),
        ConditionalContainer(page, Condition(lambda: not screen.is_writing) & ~has_name),
    ]
    return Layout(HSplit(parts), focused_element=screen.field), page


def _make_field(screen: Screen) -> HSplit:
    processors = [MarkPlaces(lambda: screen.marks), KeepWordsWhole()]
    field = Window(BufferControl(screen.field, input_processors=processors), wrap_lines=True)
    return HSplit([_make_window(lambda: screen.surround().above), field, _make_window(lambda: screen.surround().below)])


def _make_name(screen: Screen) -> HSplit:
    """A page with a line to write one's name in."""

    def ask() -> list[Row]:
        """In a low window the end of it, where the question is."""
        rows, columns = screen.size
        return wrap(screen.cover.paragraphs, columns)[-max(rows - 2, 1) :] if screen.cover else []

    def name_keys() -> list[Row]:
        return screen.cover.show_foot(screen.size[1]) if screen.cover else []

    line = Window(BufferControl(screen.name), height=1, style="class:chosen")
    return HSplit([_make_window(ask), line, Window(), _make_window(name_keys)])


def _make_window(find_rows: Callable[[], Sequence[Row]], *, is_fixed: bool = True) -> Window:
    """A window that shows rows; with `is_fixed` just as high as they are many."""

    def join() -> Iterator[tuple[str, str]]:
        for number, row in enumerate(find_rows()):
            if number:
                yield "", "\n"
            yield from row

    control = FormattedTextControl(lambda: list(join()), focusable=not is_fixed, show_cursor=False)
    return Window(control, height=(lambda: len(find_rows())) if is_fixed else None, dont_extend_height=is_fixed)
