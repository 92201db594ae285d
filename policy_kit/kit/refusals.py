"""What a model refuses, in terms of the file: one cause each, in words that need no programmer."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from policy_kit.documents import Document
from policy_kit.documents.text import LANGUAGE_PATTERN
from policy_kit.kit.causes import MOST_PROBLEMS, NOTHING, Cause, Meant, Wording
from policy_kit.kit.nodes import Listing, Mapping, Node, Scalar, find_key, find_node, measure_node
from policy_kit.kit.places import Way
from policy_kit.kit.shapes import find_model
from policy_kit.kit.source import Source
from policy_kit.kit.suggestions import find_nearest, make_id, read_date
from policy_kit.kit.syntax import Tree
from policy_kit.languages import list_languages

ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
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
    for error in errors:
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
        if isinstance(node, Mapping) and step in node.entries:
            node = node.entries[str(step)][1]
        elif isinstance(node, Listing) and isinstance(step, int):
            node = node.items[step]
        else:
            beyond.append(step)
            continue
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
        keys = tuple(name for name in allowed.model_fields if name not in group.entries) if allowed else ()
        for number, name in enumerate(unknown.get(way, [])):
            key = group.entries[name][0]
            if number < MOST_PROBLEMS and (near := find_nearest(name, keys)) in lacking:
                lacking.remove(near)
            yield Cause(source, key.start, "PK033", {"key": name, "keys": keys}, measure_node(key), (name, keys))
        for name in lacking:
            yield Cause(source, group.start, "PK034", {"key": name}, measure_node(group))


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

    def blame(
        self,
        code: str,
        *,
        at: Node | None = None,
        meant: Meant = NOTHING,
        advice: str = "",
        **values: object,
    ) -> Cause:
        node = at or self.node
        return Cause(self.source, node.start, code, values, measure_node(node), meant, advice)

    @property
    def text(self) -> str:
        return self.node.text if isinstance(self.node, Scalar) else ""

    def explain_form(self, wanted: str) -> Cause | None:
        if self.beyond and (wanted == "languages" or (wanted == "text" and isinstance(self.node, Mapping))):
            return None  # of the two forms that a text may have, the one that was not meant
        if isinstance(self.node, Scalar) and self.node.data is None:
            return self.explain_empty()
        part = find_model(self.model, self.way) if wanted == "group" else None
        return self.blame(
            "PK035",
            advice=f"advice.{wanted}",
            wanted=Wording(f"wanted.{wanted}"),
            found=Wording("found." + {Mapping: "group", Listing: "list", Scalar: "text"}[type(self.node)]),
            value=self.text,
            keys=tuple(part.model_fields) if part else (),
        )

    def explain_empty(self) -> Cause | None:
        if isinstance(self.node, Listing) and not self.node.items:
            return self.blame("PK037")
        if isinstance(self.node, Listing):
            return None  # too short only because its entries are wrong
        return self.blame("PK036", at=None if self.text else find_key(self.root, self.way))

    def explain_date(self) -> Cause | None:
        if not isinstance(self.node, Scalar):
            return self.explain_form("date")
        if ISO_DATE.fullmatch(self.text):
            return self.blame("PK042", value=self.text)
        near = read_date(self.text)
        return self.blame("PK038", advice="did-you-mean" if near else "", value=self.text, near=near)

    def explain_pattern(self) -> Cause | None:
        if self.beyond[-1:] == ("[key]",):
            key = find_key(self.root, self.way)
            return self._explain_language(key.text if key else "", key)
        if self.context.get("pattern") == LANGUAGE_PATTERN:
            return self._explain_language(self.text, self.node)
        near = make_id(self.text)
        return self.blame("PK039", advice="did-you-mean" if near else "", value=self.text, near=near)

    def _explain_language(self, word: str, node: Node | None) -> Cause:
        return self.blame("PK041", at=node, meant=(word, list_languages()), value=word)

    def explain_choice(self) -> Cause | None:
        choices = tuple(re.findall("'([^']*)'", self.context.get("expected", "")))
        return self.blame("PK040", meant=(self.text, choices), value=self.text, choices=choices)

    def explain_other(self) -> Cause | None:
        return self.blame("PK043", value=self.text)


EXPLANATIONS: dict[str, Callable[[_Refusal], Cause | None]] = {
    "missing": _Refusal.explain_empty,
    "string_too_short": _Refusal.explain_empty,
    "too_short": _Refusal.explain_empty,
    "string_pattern_mismatch": _Refusal.explain_pattern,
    "string_too_long": _Refusal.explain_pattern,
    "enum": _Refusal.explain_choice,
    "literal_error": _Refusal.explain_choice,
    "date_type": _Refusal.explain_date,
    "value_error": _Refusal.explain_date,
}
