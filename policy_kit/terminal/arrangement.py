"""How the screen is put together: the text field with rows above and below, or a page in their place."""

from collections.abc import Callable, Iterator, Sequence

from prompt_toolkit.application import get_app
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
from policy_kit.terminal.screen import Screen
from policy_kit.terminal.views import Row, Surroundings, lay_out, wrap


def make_layout(screen: Screen) -> Layout:
    """The layout; what one types goes to the part of it that is to be seen."""
    page = _make_window(lambda: screen.cover.show(_find_size()) if screen.cover else [], is_fixed=False)
    has_name = Condition(lambda: screen.shows("name"))
    parts = [
        ConditionalContainer(_make_field(screen), Condition(lambda: screen.is_writing)),
        ConditionalContainer(_make_name(screen), has_name),
        ConditionalContainer(page, Condition(lambda: not screen.is_writing) & ~has_name),
    ]
    layout = Layout(HSplit(parts), focused_element=screen.draft.field)

    def focus(_: Screen) -> None:
        if screen.is_writing:
            layout.focus(screen.draft.field)
        else:
            layout.focus(screen.name if screen.shows("name") else page)

    screen.covering += focus
    return layout


def _make_field(screen: Screen) -> HSplit:
    draft = screen.draft
    processors = [MarkPlaces(lambda: draft.marks), KeepWordsWhole()]
    field = Window(BufferControl(draft.field, input_processors=processors), wrap_lines=True)
    return HSplit([_make_window(lambda: _surround(screen).above), field, _make_window(lambda: _surround(screen).below)])


def _surround(screen: Screen) -> Surroundings:
    """What is to be seen around the text."""
    draft = screen.draft
    return lay_out(
        screen.sitting,
        _find_size(),
        draft.coaching,
        before=draft.before,
        shows_marks=draft.shows_marks,
        status=draft.status,
    )


def _make_name(screen: Screen) -> HSplit:
    """A page with a line to write one's name in."""

    def ask() -> list[Row]:
        """In a low window the end of it, where the question is."""
        rows, columns = _find_size()
        return wrap(screen.cover.paragraphs, columns)[-max(rows - 2, 1) :] if screen.cover else []

    def name_keys() -> list[Row]:
        return screen.cover.show_foot(_find_size()[1]) if screen.cover else []

    line = Window(BufferControl(screen.name), height=1, style="class:chosen")
    return HSplit([_make_window(ask), line, Window(), _make_window(name_keys)])


def _find_size() -> tuple[int, int]:
    """The rows and columns of the terminal's window."""
    size = get_app().output.get_size()
    return size.rows, size.columns


def _make_window(find_rows: Callable[[], Sequence[Row]], *, is_fixed: bool = True) -> Window:
    """A window that shows rows; with `is_fixed` just as high as they are many."""

    def join() -> Iterator[tuple[str, str]]:
        for number, row in enumerate(find_rows()):
            if number:
                yield "", "\n"
            yield from row

    control = FormattedTextControl(lambda: list(join()), focusable=not is_fixed, show_cursor=False)
    return Window(control, height=(lambda: len(find_rows())) if is_fixed else None, dont_extend_height=is_fixed)
