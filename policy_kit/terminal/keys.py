"""Which key does what. Digits and F-keys only: letters are elsewhere on a Cyrillic keyboard."""

from collections.abc import Callable

from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from policy_kit.terminal.editing import jump_to_gap, move_by_row
from policy_kit.terminal.screen import Screen
from policy_kit.terminal.showing import clean_input
from policy_kit.terminal.telling import KEYS

INTERRUPTED = 130
DIGITS = "1234567890"


def make_bindings(screen: Screen) -> KeyBindings:
    """The keys of the whole interview; the usual ones of a text field come from the toolkit."""
    bindings = KeyBindings()
    _bind_actions(bindings, screen)
    _bind_field(bindings, screen)
    _bind_covers(bindings, screen)
    return bindings


def _bind_actions(bindings: KeyBindings, screen: Screen) -> None:
    """F1 to F10 everywhere; Esc and a digit, and a digit alone in the menu, do the same."""
    actions: dict[str, Callable[[], None]] = {
        "help": screen.show_help,
        "example": screen.show_example,
        "back": screen.go_back,
        "later": screen.postpone,
        "next": screen.go_on,
        "editor": screen.open_editor,
        "skeleton": screen.insert_skeleton,
        "overview": screen.show_overview,
        "marks": screen.switch_marks,
        "leave": screen.leave,
    }
    named = Condition(lambda: not screen.shows("name"))
    in_menu = Condition(lambda: screen.shows("menu"))
    writing = Condition(lambda: screen.is_writing)
    for number, (key, digit) in enumerate(zip(KEYS, DIGITS, strict=True), start=1):

        def act(_: KeyPressEvent, do: Callable[[], None] = actions[key]) -> None:
            do()

        bindings.add(f"f{number}", filter=named)(act)
        bindings.add(digit, filter=in_menu)(act)
        bindings.add("escape", digit, filter=writing)(act)
    bindings.add("c-c")(lambda _: screen.leave(INTERRUPTED))
    bindings.add("f10", filter=~named)(lambda _: screen.leave())


def _bind_field(bindings: KeyBindings, screen: Screen) -> None:
    """What is particular about the text field: Enter is a new line, and the arrows go by rows as they are shown."""
    writing = Condition(lambda: screen.is_writing)
    free = Condition(lambda: screen.is_writing and not screen.sitting.is_locked)
    field = screen.draft.field

    def move(step: int) -> Callable[[KeyPressEvent], None]:
        def handle(event: KeyPressEvent) -> None:
            columns = event.app.output.get_size().columns
            field.exit_selection()
            field.cursor_position = move_by_row(field.document, columns - 1, step)

        return handle

    bindings.add("up", filter=writing)(move(-1))
    bindings.add("down", filter=writing)(move(1))
    bindings.add("enter", filter=free)(lambda _: field.newline(copy_margin=False))
    bindings.add("tab", filter=writing)(lambda _: jump_to_gap(field) and None)
    bindings.add("c-z", filter=free)(lambda _: field.undo())
    bindings.add("c-y", filter=free)(lambda _: field.redo())
    bindings.add("c-s", filter=writing)(lambda _: screen.draft.save() and None)
    bindings.add("escape", filter=writing)(lambda _: screen.show_menu())
    bindings.add("c-q")(lambda _: None)  # would take in any character, also one that no text may hold

    @bindings.add(Keys.BracketedPaste, filter=free)
    def _paste(event: KeyPressEvent) -> None:
        field.insert_text(clean_input(event.data))


def _bind_covers(bindings: KeyBindings, screen: Screen) -> None:
    """The pages that cover the text field."""
    covered = Condition(lambda: not screen.is_writing)
    moving = Condition(lambda: not screen.is_writing and not screen.shows("name"))
    reading = Condition(lambda: screen.shows("reading", "menu"))
    overview = Condition(lambda: screen.shows("overview"))
    clash = Condition(lambda: screen.shows("clash"))
    for key, step in (("up", -1), ("down", 1), ("pageup", -8), ("pagedown", 8)):
        bindings.add(key, filter=moving)(lambda _, step=step: screen.cover.move(step) if screen.cover else None)
    for digit in DIGITS:
        bindings.add(digit, filter=overview)(
            lambda _, digit=digit: screen.cover.type_digit(digit) if screen.cover else None
        )
    for digit in "123":
        bindings.add(digit, filter=clash)(lambda _, digit=digit: screen.settle(digit))
    bindings.add("enter", filter=overview)(lambda _: screen.choose())
    bindings.add("enter", filter=reading)(lambda _: screen.uncover())
    bindings.add("enter", filter=Condition(lambda: screen.shows("name")))(lambda _: screen.take_name())
    bindings.add("escape", filter=moving, eager=True)(lambda _: screen.uncover())
    bindings.add("escape", filter=covered & ~moving)(lambda _: screen.take_name())
