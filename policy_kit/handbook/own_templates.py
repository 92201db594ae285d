"""The company's own templates: each takes the place of ours with the same name. A kit may come from a stranger, so they
run behind a fence: they see the values of the page and can reach nothing else."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    FunctionLoader,
    PrefixLoader,
    Template,
    TemplateSyntaxError,
)
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, LoopContext, Macro, TemplateReference, Undefined
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace

from policy_kit.errors import PolicyKitError

PARTS = ("content.html", "copyright.html", "footer.html", "logo.html")
"""The parts of the frame that a company may replace: those in which nothing runs."""
ORIGINAL = "original"
"""`original/job.md.j2` is ours, also where the company has one of its own."""
LARGEST = 1_000_000
"""Letters that one value of a template may make out of others."""
_DATA = (str, int, float, bool, type(None), list, tuple, dict, set, frozenset, datetime.date, range)
_READABLE = (str, int, float, type(None), datetime.date, Undefined)
_OF_JINJA = (
    *(Undefined, LoopContext, Macro, Cycler, Joiner, Namespace),
    *(BlockReference, TemplateModule, TemplateReference),
)
_CLOSED = ("policy_kit.languages", "policy_kit.kit.saving", "policy_kit.kit.files")


@dataclass(frozen=True)
class OwnTemplate:
    """A template of the company's own."""

    path: str
    """The file, relative to the kit's folder."""
    text: str


OwnTemplates = tuple[tuple[str, OwnTemplate], ...]
"""Name → template, in order: a value that can be compared and remembered."""


class Fence(SandboxedEnvironment):
    """Templates that reach nothing but data: no file, no module, no method of ours that would lead to one."""

    intercepted_binops = frozenset(("*", "**"))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may look at `obj.attr`."""
        if attr.startswith("_") or not super().is_safe_attribute(obj, attr, value):
            return False
        if isinstance(obj, (*_DATA, *_OF_JINJA)) or _is_ours(obj):
            return not (hasattr(type(obj), "model_fields") and attr.startswith(("model_", "parse_", "construct")))
        return False

    def is_safe_callable(self, obj: Any) -> bool:
        """Whether a template may call something: what it was given, a macro, a method of data or of ours."""
        owner = getattr(obj, "__self__", None)
        named = owner is None or isinstance(owner, (*_DATA, *_OF_JINJA)) or _is_ours(owner) or callable(owner)
        return super().is_safe_callable(obj) and named and not isinstance(obj, type)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """`*` and `**`, as long as what they make stays small."""
        sizes = [len(one) if isinstance(one, (str, list, tuple)) else abs(one) for one in (left, right)]
        if operator == "**" or sizes[0] * sizes[1] > LARGEST:
            raise SecurityError("too large")
        return super().call_binop(context, operator, left, right)


def _is_ours(obj: object) -> bool:
    module = type(obj).__module__
    return module.startswith("policy_kit.") and not module.startswith(_CLOSED)


def require_data(value: object) -> object:
    """A value that goes onto a page. Raises `SecurityError` where it is none that a reader could read."""
    if not isinstance(value, _READABLE):
        raise SecurityError(f"“{type(value).__name__}” is nothing to read")
    return value


def make_loader(own: Mapping[str, OwnTemplate], ours: BaseLoader) -> BaseLoader:
    """Finds the company's template first, then ours; below `original/` only ours."""

    def find(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        found = own.get(name)
        return (found.text, found.path, lambda: True) if found else None

    return ChoiceLoader([FunctionLoader(find), ours, PrefixLoader({ORIGINAL: ours})])


def require_sound(templates: Iterable[OwnTemplate], phrase: str) -> None:
    """Raises `PolicyKitError` for a template that cannot be read, with file and line."""
    fence = Fence(extensions=["jinja2.ext.do"])
    for template in templates:
        try:
            fence.parse(template.text, filename=template.path)
        except TemplateSyntaxError as error:
            place = f"{template.path}:{error.lineno}"
            raise PolicyKitError(phrase.format(place=place, reason=error.message)) from None
        except RecursionError:
            raise PolicyKitError(phrase.format(place=template.path, reason="too deep")) from None


def render_own(template: Template, values: Mapping[str, Any], own: Iterable[OwnTemplate], phrase: str) -> str:
    """What a template makes of `values`. Raises `PolicyKitError` with file and line for a mistake in one of `own`."""
    try:
        return template.render(values)
    except PolicyKitError:
        raise
    except Exception as error:
        place = _find_place(error, {one.path for one in own})
        if not place:
            raise
        raise PolicyKitError(
            phrase.format(place=place, reason=f"{type(error).__name__}: {error}".rstrip("."))
        ) from error


def _find_place(error: BaseException, paths: set[str]) -> str:
    """The line of the company's own template in which something went wrong."""
    place, trace = "", error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in paths:
            place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        trace = trace.tb_next
    if not place and isinstance(error, TemplateSyntaxError) and error.filename in paths:
        place = f"{error.filename}:{error.lineno}"
    return place


def list_page_templates(folder: Path) -> list[str]:
    """The names of our page templates."""
    return sorted(path.name for path in folder.glob("*.j2"))
