"""The company's own letters and mark, files in site/theme: nothing is fetched from elsewhere."""

import json
from pathlib import Path

from policy_kit.errors import UsageError
from policy_kit.handbook.files import FONTS, PICTURES, OwnFiles
from policy_kit.handbook.settings import FILE, Font, Settings
from policy_kit.languages import Phrases

_SHAPES = {".woff2": "woff2", ".woff": "woff", ".ttf": "truetype", ".otf": "opentype"}


def require_files(settings: Settings, own: OwnFiles, phrases: Phrases) -> None:
    """Raises `UsageError` where the settings name a font or a picture that is not there."""
    theme = settings.theme
    wanted = [(name, FONTS) for name in (theme.font.text, theme.font.headings)]
    wanted += [(name, PICTURES) for name in (theme.logo, theme.favicon)]
    for name, kinds in wanted:
        known = [uri for uri in own.theme if Path(uri).suffix.lower() in kinds]
        if name and name not in known:
            there = ", ".join(known) or "—"
            raise UsageError(phrases("site.no_file", place=f"{FILE}:", wanted=name, known=there))


def make_font_sheet(font: Font) -> str:
    """The style sheet that brings the letters; empty where the company has none of its own."""
    sheet, names = "", {"pk-sans": font.text, "pk-serif": font.headings}
    for name, uri in names.items():
        if uri:
            source = json.dumps(f"../{uri}")
            shape = _SHAPES[Path(uri).suffix.lower()]
            sheet += (
                f'@font-face{{font-family:"{name}";font-display:swap;src:url({source}) format("{shape}")}}\n'
                f'[data-md-color-scheme]{{--{name}:"{name}",system-ui,sans-serif}}\n'
            )
    return sheet
