"""What a model refuses, in terms of the file: one cause each, in words that need no programmer."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from policy_kit.documents import Document, Duration
from policy_kit.documents.duration import TimeUnit
from policy_kit.documents.text import LANGUAGE_PATTERN
from policy_kit.kit.causes import NOTHING, Cause, Meant, Wording
from policy_kit.kit.durations import find_durations
from policy_kit.kit.nodes import Listing, Mapping, Node, Scalar, find_child, find_node, find_span
from policy_kit.kit.places import Way
from policy_kit.kit.shapes import find_model
from policy_kit.kit.source import Source
from policy_kit.kit.suggestions import find_nearest, make_id, read_date
from policy_kit.kit.syntax import Tree
from policy_kit.languages import list_languages

MOST_ERRORS = 10_000
"""So many errors of one document are looked at; no honest document has a tenth of them."""
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
COMMA = re.compile(r"\d+,\d+", re.ASCII)
WANTED = {
    "string_type": "text",
    "dict_type": "languages",
    "model_type": "group",
    "tuple_type": "list",
    "int_type": "number",
    "float_type": "number",
    "bool_type": "truth",
}
"""What Pydantic misses → what we say is wanted there."""


def list_refusals(source: Source, tree: Tree, model: type[Document], errors: list[ErrorDetails]) -> Iterator[Cause]:
    """The causes behind the errors of a model."""
    if not isinstance(tree.root, Mapping):
        return
    unknown: dict[Way, list[str]] = defaultdict(list)
    missing: dict[Way, list[str]] = defaultdict(list)
    for error in errors[:MOST_ERRORS]:
        way, node, beyond = follow_error(tree.root, error["loc"])
        if node in tree.doubtful:
            continue
        if error["type"] == "extra_forbidden":
            if way[-1] != "<<":
                unknown[way[:-1]].append(str(way[-1]))
        elif error["type"] == "missing" and beyond:
            missing[way].append(str(beyond[-1]))
        else:
            cause = _explain(_Refusal(source, tree.root, model, way, node, beyond, error.get("ctx", {})), error["type"])
            if cause:
                yield cause
    yield from _pair_keys(source, tree.root, model, unknown, missing)


def follow_error(root: Node, location: tuple[int | str, ...]) -> tuple[Way, Node, Way]:
    """The way in the file to what an error is about, its node, and what of its location is not in the file.

    That is a key that is missing, or the name that Pydantic gives to one of the forms that a value may have.
    """
    way: list[str | int] = []
    beyond: list[str | int] = []
    node = root
    for step in location:
        child = find_child(node, step)
        if child is None:
            beyond.append(step)
        else:
            node = child
            way.append(step)
    return tuple(way), node, tuple(beyond)


def _pair_keys(
    source: Source, root: Mapping, model: type[Document], unknown: dict[Way, list[str]], missing: dict[Way, list[str]]
) -> Iterator[Cause]:
    """Unknown and missing keys, group by group. Where one is a slip for the other, it is one cause."""
    for way in {**unknown, **missing}:
        group = find_node(root, way)
        if not isinstance(group, Mapping):
            continue
        lacking = missing.get(way, [])
        allowed = find_model(model, way)
        keys = tuple(name for name in allowed.model_fields if name not in group.keys) if allowed else ()
        for name in unknown.get(way, []):
            if (near := find_nearest(name, keys)) in lacking:
                lacking.remove(near)
            advice = "" if keys else "advice.delete"
            values = {"key": name, "keys": keys}
            yield Cause(source, group.keys[name], "PK033", values, len(name), (name, keys), advice)
        index, width = find_span(group, source)
        for name in lacking:
            yield Cause(source, index, "PK034", {"key": name}, width)


def _explain(refusal: "_Refusal", kind: str) -> Cause | None:
    if kind in WANTED:
        return refusal.explain_form(WANTED[kind])
    return EXPLANATIONS.get(kind, _Refusal.explain_other)(refusal)


@dataclass(frozen=True)
class _Refusal:
    """An error of the model, and the node that it is about."""

    source: Source
    root: Mapping
    model: type[Document]
    way: Way
    node: Node
    beyond: Way
    context: dict[str, Any]

    def blame(self, code: str, *, meant: Meant = NOTHING, advice: str = "", **values: object) -> Cause:
        return self.tell(code, values, meant, advice)

    def tell(self, code: str, values: dict[str, object], meant: Meant = NOTHING, advice: str = "") -> Cause:
        index, width = find_span(self.node, self.source)
        return Cause(self.source, index, code, values, width, meant, advice)

    def blame_key(self, code: str, *, meant: Meant = NOTHING, **values: object) -> Cause:
        group = find_node(self.root, self.way[:-1])
        if not isinstance(group, Mapping):
            return self.blame(code, meant=meant, advice="", **values)
        key = str(self.way[-1])
        return Cause(self.source, group.keys[key], code, values, len(key), meant)

    @property
    def text(self) -> str:
        return self.node.text if isinstance(self.node, Scalar) else ""

    def explain_form(self, wanted: str) -> Cause | None:
        if self.beyond and (wanted == "languages" or (wanted == "text" and isinstance(self.node, Mapping))):
            return None  # of the two forms that a text may have, the one that was not meant
        if isinstance(self.node, Scalar) and self.node.data is None:
            return self.explain_empty()
        part = find_model(self.model, self.way) if wanted == "group" else None
        advice, values = self._advise(wanted, part)
        shown = {
            "wanted": Wording(f"wanted.{wanted}"),
            "found": Wording("found." + {Mapping: "group", Listing: "list", Scalar: "text"}[type(self.node)]),
            "value": self.text,
            "keys": tuple(part.model_fields) if part else (),
        }
        return self.tell("PK035", shown | values, advice=advice)

    def _advise(self, wanted: str, part: type[Document] | None) -> tuple[str, dict[str, object]]:
        """Which advice fits what is written there, and what fills its gaps beside the usual."""
        field = next((str(step) for step in reversed(self.way) if isinstance(step, str)), "")
        if wanted == "list" and self.text and find_model(self.model, self.way) is None:
            return ("advice.ids" if ID.fullmatch(self.text) else "advice.item"), {"field": field}
        if part is Duration and self.text:
            number, unit = _read_duration(self.text)
            return "advice.duration", {"field": field, "number": number, "unit": unit, "units": tuple(TimeUnit)}
        if wanted == "number" and COMMA.fullmatch(self.text):
            return "did-you-mean", {"near": self.text.replace(",", ".")}
        return ("advice.words" if wanted == "text" and not self.beyond else f"advice.{wanted}"), {}

    def explain_empty(self) -> Cause | None:
        if isinstance(self.node, Listing) and not self.node.items:
            return self.blame("PK037")
        if isinstance(self.node, Listing):
            return None  # too short only because its entries are wrong
        return self.blame("PK036") if self.text else self.blame_key("PK036")

    def explain_date(self) -> Cause | None:
        if not isinstance(self.node, Scalar):
            return self.explain_form("date")
        if ISO_DATE.fullmatch(self.text):
            return self.blame("PK042", value=self.text)
        near = read_date(self.text)
        return self.blame("PK038", advice="did-you-mean" if near else "", value=self.text, near=near)

    def explain_pattern(self) -> Cause | None:
        if self.beyond[-1:] == ("[key]",):
            word = str(self.way[-1])
            return self.blame_key("PK041", meant=(word, list_languages()), value=word)
        if self.context.get("pattern") == LANGUAGE_PATTERN:
            return self.blame("PK041", meant=(self.text, list_languages()), value=self.text)
        near = make_id(self.text)
        return self.blame("PK039", advice="did-you-mean" if near else "", value=self.text, near=near)

    def explain_length(self) -> Cause | None:
        return self.blame("PK043", most=self.context.get("max_length"))

    def explain_choice(self) -> Cause | None:
        choices = tuple(re.findall("'([^']*)'", self.context.get("expected", "")))
        return self.blame("PK040", meant=(self.text, choices), value=self.text, choices=choices)

    def explain_other(self) -> Cause | None:
        return self.explain_form("fitting")


def _read_duration(text: str) -> tuple[str, str]:
    """The number and the unit that a text in any of our languages names; where it names none, an example."""
    found = next((one.span for language in list_languages() for one in find_durations(text, language)), None)
    return (f"{found.most:g}", found.unit) if found else ("4", TimeUnit.HOURS.value)


EXPLANATIONS: dict[str, Callable[[_Refusal], Cause | None]] = {
    "missing": _Refusal.explain_empty,
    "string_too_short": _Refusal.explain_empty,
    "too_short": _Refusal.explain_empty,
    "string_pattern_mismatch": _Refusal.explain_pattern,
    "string_too_long": _Refusal.explain_length,
    "enum": _Refusal.explain_choice,
    "literal_error": _Refusal.explain_choice,
    "date_type": _Refusal.explain_date,
    "value_error": _Refusal.explain_date,  # of our own types only that of a day raises one
}
