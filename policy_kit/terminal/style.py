"""The looks of the screen: only the terminal's own sixteen colours, legible on dark and on light, and without any."""

from prompt_toolkit.styles import Style

STYLE = Style.from_dict(
    {
        "head": "bold",
        "question": "bold",
        "label": "bold",
        "step": "bold",
        "line": "",
        "faint": "",
        "warning": "bold ansired",
        "vague": "bold ansired",
        "partly": "bold",
        "concrete": "bold ansigreen",
        "mark": "underline bg:ansiyellow fg:ansiblack",
        "chosen": "reverse",
        "key": "reverse",
    }
)
