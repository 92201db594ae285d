"""How a text of a document is shown: no character of it can act on the terminal."""

from policy_kit.kit.signs import UNSAFE, show_unseen

TAB = "    "


def make_visible(text: str) -> str:
    """`text` with its line ends, and everything else that cannot be seen spelled out."""
    return "\n".join(show_unseen(line.replace("\t", TAB)) for line in text.splitlines())


def clean_input(text: str) -> str:
    """What was pasted, without characters that no document may hold."""
    return UNSAFE.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", TAB))
