"""Turns what a screen holds into a page: templates that escape everything, and stop at a name they do not know."""

from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from policy_kit.languages import list_languages, load_phrases
from policy_kit.web.visit import Visit

STATIC = Path(__file__).parent / "static"
WITH_WAY_BACK = ("unknown", "failed", "version", "broken", "large")


@cache
def _open_templates() -> Environment:
    templates = Environment(
        loader=PackageLoader("policy_kit.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.globals.update(name_language=name_language, spoken_languages=list_languages())
    return templates


def name_language(language: str, spoken: str = "") -> str:
    """The name of a language, in another or else in itself: “slovenščina”."""
    return Locale.parse(language).get_display_name(spoken or language) or language


def render(name: str, visit: Visit, status: int = 200, **values: Any) -> HTMLResponse:
    """A screen."""
    company = visit.kit.company.name if visit.kit.company else ""
    shown = (
        _open_templates()
        .get_template(f"{name}.html")
        .render(
            visit=visit,
            say=visit.say,
            pick=visit.pick,
            to=visit.to,
            spoken=visit.spoken,
            screen=name,
            company=company,
            **values,
        )
    )
    return HTMLResponse(shown, status)


def render_bare(name: str, spoken: str, status: int, **values: Any) -> HTMLResponse:
    """A page outside of any visit: a refusal, or the goodbye."""
    phrases = load_phrases(spoken)

    def say(key: str, /, **more: object) -> str:
        return phrases(f"form.{key}", **more)

    shown = _open_templates().get_template(f"{name}.html").render(say=say, spoken=phrases.language, **values)
    return HTMLResponse(shown, status)


def render_refusal(reason: str, spoken: str, status: int, address: str = "") -> HTMLResponse:
    """A page that says why there is none, with a way back for those who may come in."""
    return render_bare("refused", spoken, status, reason=reason, address=address, has_way_back=reason in WITH_WAY_BACK)
