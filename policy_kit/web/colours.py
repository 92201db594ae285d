"""The company's two colours for the form, readable by day and by night, as its handbook has them."""

from starlette.requests import Request
from starlette.responses import Response

from policy_kit.errors import PolicyKitError
from policy_kit.handbook.colours import DAY, NIGHT, make_readable
from policy_kit.handbook.settings import read_settings
from policy_kit.web.form import Form

PRIMARY, ACCENT = "#1d5c58", "#b4591f"


def show_colours(form: Form, _: Request) -> Response:
    """The style sheet that sets them. Settings that cannot be read do not keep anybody from answering questions."""
    try:
        palette = read_settings(form.folder, form.phrases).theme.palette
        primary, accent = palette.primary, palette.accent
    except PolicyKitError:
        primary, accent = PRIMARY, ACCENT
    day, night = (
        f"--primary:{make_readable(primary, paper)};--accent:{make_readable(accent, paper)}" for paper in (DAY, NIGHT)
    )
    sheet = f":root{{{day}}}\n@media (prefers-color-scheme:dark){{:root{{{night}}}}}\n"
    return Response(sheet, media_type="text/css")
